import { Flow } from './flow'
import type { Nearness } from './states'

/** Buildings in the order in which they stand; next to each other within one compound, they are neighbours. */
export interface CareBuilding {
  id: string
  compoundId: string
}
export interface CareHome {
  homeId: string
  buildingId: string
}
export interface Carer {
  checkinId: string
  /** Where they live; unknown for some. */
  buildingId: string | null
  /** Homes that they look after already. */
  homes: number
  onCommittee: boolean
}
export interface ProposedLink {
  homeId: string
  checkinId: string
  nearness: Nearness
}

/**
 * Who might look after each home that has nobody: every home covered, loads even to within one over all that somebody carries,
 * and as many homes as can be with somebody of the same building, then of a neighbouring one. With `atMost`, members take so
 * many, and whoever sits on an owners' committee shares the rest evenly. The same question gives the same answer.
 */
export function proposeCare(
  buildings: readonly CareBuilding[],
  homes: readonly CareHome[],
  carers: readonly Carer[],
  atMost?: number,
): ProposedLink[] {
  if (atMost === undefined) return share(buildings, homes, carers)
  const first = share(
    buildings,
    homes,
    carers.filter((c) => !c.onCommittee),
    atMost,
  )
  const covered = new Set(first.map((l) => l.homeId))
  const rest = homes.filter((h) => !covered.has(h.homeId))
  return [
    ...first,
    ...share(
      buildings,
      rest,
      carers.filter((c) => c.onCommittee),
    ),
  ]
}

/** Up to which load all are filled, and how many get one more. */
function levelOf(loads: readonly number[], homes: number, most: number): { level: number; extra: number } {
  const needed = (level: number) => loads.reduce((sum, l) => sum + Math.max(0, level - l), 0)
  let [low, high] = [0, Math.min(most, Math.max(0, ...loads) + homes)]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (needed(middle) <= homes) low = middle
    else high = middle - 1
  }
  return { level: low, extra: low >= most ? 0 : homes - needed(low) }
}

interface Group {
  carers: Carer[]
  /** What all of them are filled up with, and how many may get one more. */
  base: number
  more: number
}

function share(
  buildings: readonly CareBuilding[],
  homes: readonly CareHome[],
  carers: readonly Carer[],
  most = Number.POSITIVE_INFINITY,
): ProposedLink[] {
  if (carers.length === 0 || homes.length === 0) return []
  const { level, extra } = levelOf(
    carers.map((c) => c.homes),
    homes.length,
    most,
  )
  const at = new Map(buildings.map((b, i) => [b.id, i]))
  // one place more for those of whom nobody knows where they live
  const nowhere = buildings.length
  const groups = Array.from({ length: nowhere + 1 }, (): Group => ({ carers: [], base: 0, more: 0 }))
  for (const carer of carers) {
    if (carer.homes > level) continue
    const group = groups[carer.buildingId === null ? nowhere : (at.get(carer.buildingId) ?? nowhere)]!
    group.carers.push(carer)
    group.base += level - carer.homes
    group.more++
  }
  const waiting: CareHome[][] = buildings.map(() => [])
  for (const home of homes) waiting[at.get(home.buildingId)!]!.push(home)

  const near = nearest(buildings, groups, waiting, extra)
  const given = groups.map((): { home: CareHome; nearness: Nearness }[] => [])
  for (const { from, to, homes: many } of near)
    for (const home of waiting[to]!.splice(0, many))
      given[from]!.push({ home, nearness: from === to ? 'same' : 'neighbour' })

  // what is near nobody goes first to whoever is not filled up, then to whoever may have one more
  const left = waiting.flat()
  let extraLeft = extra - groups.reduce((sum, g, i) => sum + Math.max(0, given[i]!.length - g.base), 0)
  const fill = (most: (g: Group, has: number) => number) => {
    groups.forEach((group, i) => {
      const many = Math.max(0, Math.min(most(group, given[i]!.length), left.length))
      for (const home of left.splice(0, many)) given[i]!.push({ home, nearness: 'far' })
    })
  }
  fill((g, has) => g.base - has)
  fill((g, has) => {
    const many = Math.min(extraLeft, g.base + g.more - has, left.length)
    extraLeft -= many
    return many
  })
  return groups.flatMap((group, i) => handOut(group, given[i]!, level))
}

/** How many homes of which building go to those of the same and of neighbouring ones: the greatest flow, the same building first. */
function nearest(
  buildings: readonly CareBuilding[],
  groups: readonly Group[],
  waiting: readonly CareHome[][],
  extra: number,
): { from: number; to: number; homes: number }[] {
  const n = buildings.length
  const [source, more, sink] = [2 * n, 2 * n + 1, 2 * n + 2]
  const flow = new Flow(2 * n + 3)
  flow.add(source, more, extra)
  buildings.forEach((_, i) => {
    flow.add(source, i, groups[i]!.base)
    flow.add(more, i, groups[i]!.more)
    flow.add(n + i, sink, waiting[i]!.length)
  })
  const goes: { from: number; to: number; homes: () => number }[] = []
  const join = (from: number, to: number) =>
    goes.push({ from, to, homes: flow.add(from, n + to, waiting[to]!.length) })
  buildings.forEach((_, i) => {
    join(i, i)
  })
  flow.run(source, sink)
  buildings.forEach(({ compoundId }, i) => {
    if (buildings[i + 1]?.compoundId !== compoundId) return
    join(i, i + 1)
    join(i + 1, i)
  })
  flow.run(source, sink)
  return goes.map(({ from, to, homes }) => ({ from, to, homes: homes() }))
}

/** Homes that lie together to one person: each is filled up, and the first have one more. */
function handOut(
  { carers, base }: Group,
  given: readonly { home: CareHome; nearness: Nearness }[],
  level: number,
): ProposedLink[] {
  const links: ProposedLink[] = []
  let extra = given.length - base
  let at = 0
  for (const carer of carers) {
    const many = level - carer.homes + (extra-- > 0 ? 1 : 0)
    for (const { home, nearness } of given.slice(at, at + many))
      links.push({ homeId: home.homeId, checkinId: carer.checkinId, nearness })
    at += many
  }
  return links
}
