import type { TieKind } from '../home/contract'
import type { HomeKind } from '../place/modes'
import { groupBy, homeKey, type NumberedLine } from './clashes'
import { type PresentTie, tieOf } from './ties'

/** What a compound has already. */
export interface Present {
  buildings: readonly { id: string; name: string }[]
  entrances: readonly { id: string; buildingId: string; name: string }[]
  homes: readonly PresentHome[]
  ties: readonly PresentTie[]
}

export interface PresentHome {
  id: string
  buildingId: string
  entranceId: string | null
  number: string
  kind: HomeKind
  areaCentiares: number
}

export interface RollAdds {
  buildings: number
  entrances: number
  homes: number
  people: number
  /** Lines that change what is there. */
  changed: number
  /** Lines that are there already as they stand. */
  same: number
}

/** Everything that taking a roll in writes, with the ids under which it will be. */
export interface RollPlan {
  buildings: { id: string; name: string }[]
  entrances: { id: string; buildingId: string; name: string }[]
  homes: (PresentHome & { label: string })[]
  changedHomes: { id: string; kind: HomeKind; areaCentiares: number }[]
  ties: NewTie[]
  changedTies: ChangedTie[]
  adds: RollAdds
}

export interface NewTie {
  id: string
  homeId: string
  buildingId: string
  /** The line that tells the name and the phone. */
  line: number
  kind: TieKind
  from: string
  to: string | null
}

export interface ChangedTie {
  id: string
  line: number
  from: string
  to: string | null
  /** Whether the line's phone takes the place of the one that was known. */
  takesPhone: boolean
}

/** Compares lines without clashes with what is there. The same lines again, after it, change nothing. */
export function planRoll(
  lines: readonly NumberedLine[],
  present: Present,
  today: string,
  newId: () => string,
): RollPlan {
  const plan: RollPlan = {
    buildings: [],
    entrances: [],
    homes: [],
    changedHomes: [],
    ties: [],
    changedTies: [],
    adds: { buildings: 0, entrances: 0, homes: 0, people: 0, changed: 0, same: 0 },
  }
  const adding = new Set<number>()
  const changing = new Set<number>()
  const buildings = new Map(present.buildings.map((b) => [b.name, b.id]))
  const entrances = new Map(present.entrances.map((e) => [within(e.buildingId, e.name), e.id]))
  const homes = new Map(present.homes.map((h) => [within(h.buildingId, h.entranceId, h.number), h]))
  const ties = groupBy(present.ties, (t) => t.homeId)

  for (const of of groupBy(lines, homeKey).values()) {
    const told = of[0]!
    const buildingId = found(buildings, told.building, (id) =>
      plan.buildings.push({ id, name: told.building }),
    )
    const entranceId =
      told.entrance &&
      found(entrances, within(buildingId, told.entrance), (id) =>
        plan.entrances.push({ id, buildingId, name: told.entrance! }),
      )
    const there = homes.get(within(buildingId, entranceId, told.number))
    const kind = of.find((l) => l.kind !== null)?.kind ?? there?.kind ?? 'dwelling'
    const { number, areaCentiares } = told
    const homeId = there?.id ?? newId()
    if (!there) {
      const label = `${told.building}${told.entrance ?? ''}${number}`
      plan.homes.push({ id: homeId, buildingId, entranceId, number, label, kind, areaCentiares })
      adding.add(told.line)
    } else if (there.kind !== kind || there.areaCentiares !== areaCentiares) {
      plan.changedHomes.push({ id: homeId, kind, areaCentiares })
      changing.add(told.line)
    }
    planTies(of, homeId, buildingId)
  }

  plan.adds = {
    buildings: plan.buildings.length,
    entrances: plan.entrances.length,
    homes: plan.homes.length,
    people: plan.ties.length,
    changed: changing.size,
    same: lines.filter((l) => !adding.has(l.line) && !changing.has(l.line)).length,
  }
  return plan

  function found(known: Map<string, string>, key: string, add: (id: string) => void): string {
    const id = known.get(key)
    if (id !== undefined) return id
    const minted = newId()
    known.set(key, minted)
    add(minted)
    return minted
  }

  function planTies(of: readonly NumberedLine[], homeId: string, buildingId: string) {
    const matched = tieOf(of, ties.get(homeId) ?? [])
    for (const { line, tie: told } of of) {
      if (told === null) continue
      const match = matched.get(line)
      if (!match) {
        const from = told.from ?? (told.to !== null && told.to < today ? told.to : today)
        plan.ties.push({ id: newId(), homeId, buildingId, line, kind: told.kind, from, to: told.to })
        adding.add(line)
      } else if (match.changes) {
        const { tie } = match
        plan.changedTies.push({
          id: tie.id,
          line,
          from: told.from ?? tie.from,
          to: told.to ?? tie.to,
          takesPhone: match.takesPhone,
        })
        changing.add(line)
      }
    }
  }
}

const within = (...parts: (string | null)[]): string => JSON.stringify(parts)
