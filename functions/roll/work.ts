import type { NumberedLine } from '../../shared/roll/clashes'
import type { Present } from '../../shared/roll/plan'
import type { Connection } from '../kernel/database'
import * as queries from './queries'

/** The staged lines and what the compound has, asked for at once. */
export async function loadWork(tx: Connection, roll: queries.RollRow) {
  const [lines, present] = await Promise.all([loadLines(tx, roll), loadPresent(tx, roll)])
  return { lines, present }
}

async function loadLines(tx: Connection, roll: queries.RollRow): Promise<NumberedLine[]> {
  const rows = await queries.goodLines(tx, [roll.community_id, roll.id])
  return rows.map((r) => ({
    line: r.line,
    building: r.building,
    entrance: r.entrance,
    number: r.number,
    kind: r.kind,
    areaCentiares: r.area_centiares,
    tie: r.tie_kind && { kind: r.tie_kind, name: r.name!, phone: r.phone, from: r.from_day, to: r.to_day },
  }))
}

async function loadPresent(tx: Connection, roll: queries.RollRow): Promise<Present> {
  const of = [roll.community_id, roll.compound_id]
  const [buildings, entrances, homes, ties] = await Promise.all([
    queries.buildingsOf(tx, of),
    queries.entrancesOf(tx, of),
    queries.homesOf(tx, of),
    queries.tiesOf(tx, of),
  ])
  return {
    buildings,
    entrances: entrances.map((e) => ({ id: e.id, buildingId: e.building_id, name: e.name })),
    homes: homes.map((h) => ({
      id: h.id,
      buildingId: h.building_id,
      entranceId: h.entrance_id,
      number: h.number,
      kind: h.kind,
      areaCentiares: h.area_centiares,
    })),
    ties: ties.map((t) => ({
      id: t.id,
      homeId: t.home_id,
      kind: t.kind,
      name: t.name,
      phone: t.phone,
      from: t.from_day,
      to: t.to_day,
      bound: t.bound,
    })),
  }
}
