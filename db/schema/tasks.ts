import { doublePrecision, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import type { Interest } from '../../shared/checkin/states'
import type { WorkHours } from '../../shared/service/fields'
import type { ServiceState, SignWay } from '../../shared/service/states'
import type { LeaveReason, TakenBy, TakingState, TaskKind, TaskState } from '../../shared/task/states'
import { at, bytes, communityId, day, id } from './columns'

export const task = pgTable(
  'task',
  {
    communityId: communityId(),
    id: id(),
    kind: text('kind').$type<TaskKind>().notNull(),
    title: text('title').notNull(),
    words: text('words'),
    about: text('about').$type<Interest>(),
    skills: text('skills').array().notNull(),
    times: text('times').array().notNull(),
    places: integer('places').notNull(),
    taken: integer('taken').notNull().default(0),
    by: text('taken_by').$type<TakenBy>().notNull(),
    startsAt: at('starts_at'),
    endsAt: at('ends_at'),
    place: text('place'),
    lat: doublePrecision('lat'),
    lng: doublePrecision('lng'),
    state: text('state').$type<TaskState>().notNull(),
    reason: text('reason'),
    madeBy: uuid('made_by').notNull(),
    madeAt: at('made_at').notNull(),
    endedAt: at('ended_at'),
  },
  (t) => [primaryKey({ columns: [t.communityId, t.id] })],
)

export const taskTaking = pgTable(
  'task_taking',
  {
    communityId: communityId(),
    id: id(),
    taskId: uuid('task_id').notNull(),
    checkinId: uuid('checkin_id').notNull(),
    state: text('state').$type<TakingState>().notNull(),
    at: at('at').notNull(),
    endedAt: at('ended_at'),
    reason: text('reason').$type<LeaveReason>(),
  },
  (t) => [primaryKey({ columns: [t.communityId, t.id] })],
)

export const service = pgTable(
  'service',
  {
    communityId: communityId(),
    id: id(),
    checkinId: uuid('checkin_id').notNull(),
    whoId: uuid('who_id').notNull(),
    taskId: uuid('task_id'),
    state: text('state').$type<ServiceState>().notNull(),
    inAt: at('in_at').notNull(),
    inWay: text('in_way').$type<SignWay>().notNull(),
    outAt: at('out_at'),
    outWay: text('out_way').$type<SignWay>(),
    whole: integer('whole'),
    atWork: integer('at_work'),
    twice: integer('twice'),
    counted: integer('counted'),
    correctsId: uuid('corrects_id'),
    reason: text('reason'),
    /** The working hours by which it is counted; the database puts them here. */
    work: jsonb('work').$type<WorkHours>(),
    settledBy: uuid('settled_by'),
    settledAt: at('settled_at'),
    sentHash: bytes('sent_hash').notNull(),
  },
  (t) => [primaryKey({ columns: [t.communityId, t.id] })],
)

export const careLink = pgTable(
  'care_link',
  {
    communityId: communityId(),
    id: id(),
    checkinId: uuid('checkin_id').notNull(),
    buildingId: uuid('building_id').notNull(),
    homeId: uuid('home_id').notNull(),
    fromDay: day('from_day').notNull(),
    toDay: day('to_day'),
    reason: text('reason'),
    /** It stood empty until then. */
    livedInDay: day('lived_in_day'),
    madeBy: uuid('made_by').notNull(),
  },
  (t) => [primaryKey({ columns: [t.communityId, t.id] })],
)

export const careVisit = pgTable(
  'care_visit',
  {
    communityId: communityId(),
    id: id(),
    linkId: uuid('link_id').notNull(),
    day: day('day').notNull(),
    at: at('at').notNull(),
    outcome: text('outcome').notNull(),
    needs: text('needs').array().notNull(),
  },
  (t) => [primaryKey({ columns: [t.communityId, t.id] })],
)
