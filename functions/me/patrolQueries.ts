import { type Connection, query } from '../kernel/database'

const mine = (name: string, columns: string, from: string, order: string) =>
  query<Record<string, unknown>>(
    `me.${name}`,
    `select ${columns} from ${from} where ${from.includes(' ') ? 'r.' : ''}person_id = (select me()) order by ${order}`,
  )

const myRounds = mine(
  'rounds',
  `id as "roundId", community_id as "communityId", plan_id as "planId", day::text, started_at as "startedAt", received_at as "receivedAt",
   clock_ahead as "clockAhead", finished_at as "finishedAt"`,
  'patrol_round',
  'started_at, id',
)
const myTicks = mine(
  'ticks',
  `t.id as "tickId", t.round_id as "roundId", t.checkpoint_id as "checkpointId", t.at, t.received_at as "receivedAt", t.way, t.reason,
   t.lat, t.lng, t.within, t.metres_away as "metresAway"`,
  'patrol_round r join round_tick t on t.community_id = r.community_id and t.round_id = r.id',
  't.at, t.id',
)
const myNotes = mine(
  'roundNotes',
  'id as "noteId", round_id as "roundId", at, received_at as "receivedAt", words',
  'round_note',
  'at, id',
)
const myFindings = mine(
  'findings',
  `id as "findingId", community_id as "communityId", round_id as "roundId", at, received_at as "receivedAt", category, words, place,
   urgency, outcome, state`,
  'finding',
  'at, id',
)
const myLooks = mine(
  'looks',
  `id as "lookId", community_id as "communityId", finding_id as "findingId", round_id as "roundId", at, received_at as "receivedAt",
   outcome, words`,
  'finding_look',
  'at, id',
)
const myPhotos = mine(
  'findingPhotos',
  'photo_id as "photoId", community_id as "communityId", finding_id as "findingId", after_work as "afterWork"',
  'finding_photo',
  'finding_id, place, photo_id',
)
const myExports = mine(
  'patrolExports',
  'id as "exportId", community_id as "communityId", at',
  'patrol_export',
  'at, id',
)

/** What rounds hold on the caller, each place where they ticked among it. */
export async function patrolsOfMine(tx: Connection) {
  const [rounds, ticks, notes, findings, looks, photos, exports] = await Promise.all([
    myRounds(tx),
    myTicks(tx),
    myNotes(tx),
    myFindings(tx),
    myLooks(tx),
    myPhotos(tx),
    myExports(tx),
  ])
  return { rounds, ticks, notes, findings, looks, photos, exports }
}
