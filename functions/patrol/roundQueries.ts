import type { PlanKind, TickWay } from '../../shared/patrol/states'
import { query } from '../kernel/database'
import type { RoundRow } from './pieceQueries'
import type { ShownStop } from './queries'

export interface RoundFaceRow extends RoundRow {
  community_id: string
  id: string
  received_at: Date
  kind: PlanKind
  grid_id: string | null
  compound_id: string | null
  organisation_id: string | null
  plan: string
  walker: string | null
  mine: boolean
  stops: number
}
const faces = `select r.community_id, r.id, r.plan_id, r.version_id, r.person_id, r.day::text, r.started_at, r.received_at, r.clock_ahead,
    r.finished_at, r.told_ticks, r.told_findings, r.told_looks, r.told_notes, r.ticks, r.findings, r.looks, r.notes, r.missed,
    p.kind, p.grid_id, p.compound_id, p.organisation_id, v.name as plan, r.person_id = (select me()) as mine,
    (select w.name from patrol_walkers(r.community_id) w where w.person_id = r.person_id limit 1) as walker,
    (select count(*)::int from patrol_stop s where s.community_id = r.community_id and s.version_id = r.version_id) as stops
  from patrol_round r
  join patrol_plan p on p.community_id = r.community_id and p.id = r.plan_id
  join patrol_version v on v.community_id = r.community_id and v.id = r.version_id`
export const roundById = query<RoundFaceRow>('round.get', `${faces} where r.community_id = $1 and r.id = $2`)
export const roundsInOrder = query<RoundFaceRow>(
  'round.list',
  `${faces} where r.community_id = $1 and ($2::uuid is null or r.plan_id = $2) and (not $3::boolean or r.person_id = (select me()))
     and ($4::timestamptz is null or (r.started_at, r.id) < ($4, $5::uuid))
   order by r.started_at desc, r.id desc limit 21`,
)

export interface TickRow {
  checkpoint_id: string
  at: Date
  way: TickWay
  reason: string | null
  within: number | null
  metres_away: number | null
}
export const ticksOf = query<TickRow>(
  'round.ticks',
  `select checkpoint_id, at, way, reason, within, metres_away from round_tick where community_id = $1 and round_id = $2 order by at, id`,
)
export const notesOf = query<{ id: string; at: Date; words: string | null }>(
  'round.notes',
  'select id, at, words from round_note where community_id = $1 and round_id = $2 order by at, id',
)
export const stopsOfRound = query<ShownStop>(
  'round.stopsOf',
  `select s.checkpoint_id, s.name, s.place, s.compound_id, s.building_id, s.lat, s.lng, s.watch_for from patrol_round r
   join patrol_stop s on s.community_id = r.community_id and s.version_id = r.version_id
   where r.community_id = $1 and r.id = $2 order by s.n`,
)
