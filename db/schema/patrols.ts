import { doublePrecision, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import type { Rhythm } from '../../shared/patrol/rhythm'
import type { FindingOutcome, FindingState, LookOutcome, PlanKind, TickWay } from '../../shared/patrol/states'
import type { Category, Urgency } from '../../shared/whistle/categories'
import { at, bytes, communityId, day, id } from './columns'

export const patrolPlan = pgTable(
  'patrol_plan',
  {
    communityId: communityId(),
    id: id(),
    kind: text('kind').$type<PlanKind>().notNull(),
    gridId: uuid('grid_id'),
    compoundId: uuid('compound_id'),
    organisationId: uuid('organisation_id'),
    madeAt: at('made_at').notNull(),
    sentHash: bytes('sent_hash').notNull(),
    toldUntil: day('told_until').notNull(),
  },
  (t) => [primaryKey({ columns: [t.communityId, t.id] })],
)

export const patrolVersion = pgTable(
  'patrol_version',
  {
    communityId: communityId(),
    id: id(),
    planId: uuid('plan_id').notNull(),
    n: integer('n').notNull(),
    fromDay: day('from_day').notNull(),
    name: text('name').notNull(),
    rhythm: jsonb('rhythm').$type<Rhythm>().notNull(),
    walkerIds: uuid('walker_ids').array().notNull(),
    madeAt: at('made_at').notNull(),
    sentHash: bytes('sent_hash').notNull(),
  },
  (t) => [primaryKey({ columns: [t.communityId, t.id] })],
)

export const checkpoint = pgTable(
  'checkpoint',
  { communityId: communityId(), id: id(), planId: uuid('plan_id').notNull(), code: text('code').notNull() },
  (t) => [primaryKey({ columns: [t.communityId, t.id] })],
)

export const patrolStop = pgTable(
  'patrol_stop',
  {
    communityId: communityId(),
    versionId: uuid('version_id').notNull(),
    checkpointId: uuid('checkpoint_id').notNull(),
    planId: uuid('plan_id').notNull(),
    n: integer('n').notNull(),
    name: text('name').notNull(),
    place: text('place').notNull(),
    compoundId: uuid('compound_id').notNull(),
    buildingId: uuid('building_id'),
    lat: doublePrecision('lat'),
    lng: doublePrecision('lng'),
    watchFor: text('watch_for'),
  },
  (t) => [primaryKey({ columns: [t.communityId, t.versionId, t.checkpointId] })],
)

export const patrolRound = pgTable(
  'patrol_round',
  {
    communityId: communityId(),
    id: id(),
    planId: uuid('plan_id').notNull(),
    versionId: uuid('version_id').notNull(),
    personId: uuid('person_id').notNull(),
    day: day('day').notNull(),
    startedAt: at('started_at').notNull(),
    receivedAt: at('received_at').notNull(),
    clockAhead: integer('clock_ahead').notNull(),
    finishedAt: at('finished_at'),
    toldTicks: integer('told_ticks'),
    toldFindings: integer('told_findings'),
    toldLooks: integer('told_looks'),
    toldNotes: integer('told_notes'),
    ticks: integer('ticks').notNull().default(0),
    findings: integer('findings').notNull().default(0),
    looks: integer('looks').notNull().default(0),
    notes: integer('notes').notNull().default(0),
    fixed: integer('fixed').notNull().default(0),
    whistled: integer('whistled').notNull().default(0),
    missed: uuid('missed').array().notNull(),
  },
  (t) => [primaryKey({ columns: [t.communityId, t.id] })],
)

export const roundTick = pgTable(
  'round_tick',
  {
    communityId: communityId(),
    id: id(),
    roundId: uuid('round_id').notNull(),
    versionId: uuid('version_id').notNull(),
    checkpointId: uuid('checkpoint_id').notNull(),
    at: at('at').notNull(),
    receivedAt: at('received_at').notNull(),
    clockAhead: integer('clock_ahead').notNull(),
    way: text('way').$type<TickWay>().notNull(),
    reason: text('reason'),
    lat: doublePrecision('lat'),
    lng: doublePrecision('lng'),
    within: doublePrecision('within'),
    metresAway: integer('metres_away'),
    sentHash: bytes('sent_hash').notNull(),
  },
  (t) => [primaryKey({ columns: [t.communityId, t.id] })],
)

export const roundNote = pgTable(
  'round_note',
  {
    communityId: communityId(),
    id: id(),
    roundId: uuid('round_id').notNull(),
    personId: uuid('person_id').notNull(),
    at: at('at').notNull(),
    receivedAt: at('received_at').notNull(),
    words: text('words'),
    sentHash: bytes('sent_hash').notNull(),
  },
  (t) => [primaryKey({ columns: [t.communityId, t.id] })],
)

export const finding = pgTable(
  'finding',
  {
    communityId: communityId(),
    id: id(),
    roundId: uuid('round_id').notNull(),
    planId: uuid('plan_id').notNull(),
    versionId: uuid('version_id').notNull(),
    personId: uuid('person_id').notNull(),
    at: at('at').notNull(),
    receivedAt: at('received_at').notNull(),
    clockAhead: integer('clock_ahead').notNull(),
    category: text('category').$type<Category>().notNull(),
    words: text('words'),
    checkpointId: uuid('checkpoint_id'),
    compoundId: uuid('compound_id').notNull(),
    buildingId: uuid('building_id'),
    place: text('place').notNull(),
    urgency: text('urgency').$type<Urgency>(),
    outcome: text('outcome').$type<FindingOutcome>().notNull(),
    state: text('state').$type<FindingState>().notNull(),
    whistleId: uuid('whistle_id'),
    sentHash: bytes('sent_hash').notNull(),
  },
  (t) => [primaryKey({ columns: [t.communityId, t.id] })],
)

export const findingLook = pgTable(
  'finding_look',
  {
    communityId: communityId(),
    id: id(),
    findingId: uuid('finding_id').notNull(),
    roundId: uuid('round_id').notNull(),
    planId: uuid('plan_id').notNull(),
    personId: uuid('person_id').notNull(),
    at: at('at').notNull(),
    receivedAt: at('received_at').notNull(),
    clockAhead: integer('clock_ahead').notNull(),
    outcome: text('outcome').$type<LookOutcome>().notNull(),
    words: text('words'),
    sentHash: bytes('sent_hash').notNull(),
  },
  (t) => [primaryKey({ columns: [t.communityId, t.id] })],
)

export const patrolExport = pgTable(
  'patrol_export',
  {
    communityId: communityId(),
    id: id(),
    personId: uuid('person_id').notNull(),
    sentHash: bytes('sent_hash').notNull(),
    at: at('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.communityId, t.id] })],
)
