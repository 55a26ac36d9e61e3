import { boolean, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import type { MeetingKind, MeetingState, PresentAs } from '../../shared/meeting/states'
import { at, bytes, communityId, day, id } from './columns'

export const series = pgTable(
  'series',
  {
    communityId: communityId(),
    id: id(),
    compoundId: uuid('compound_id'),
    kind: text('kind').$type<MeetingKind>().notNull(),
    title: text('title').notNull(),
    rule: text('rule').notNull(),
    starts: text('starts').notNull(),
    minutes: integer('minutes').notNull(),
    spot: text('spot').notNull(),
    fromDay: day('from_day').notNull(),
    toDay: day('to_day'),
    convenerId: uuid('convener_id').notNull(),
    chairId: uuid('chair_id'),
    recorderId: uuid('recorder_id'),
    sentHash: bytes('sent_hash').notNull(),
    madeAt: at('made_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.communityId, t.id] })],
)

export const meeting = pgTable(
  'meeting',
  {
    communityId: communityId(),
    id: id(),
    compoundId: uuid('compound_id'),
    seriesId: uuid('series_id'),
    seriesDay: day('series_day'),
    kind: text('kind').$type<MeetingKind>().notNull(),
    title: text('title').notNull(),
    startsAt: at('starts_at').notNull(),
    minutes: integer('minutes').notNull(),
    spot: text('spot').notNull(),
    state: text('state').$type<MeetingState>().notNull(),
    convenerId: uuid('convener_id').notNull(),
    chairId: uuid('chair_id'),
    recorderId: uuid('recorder_id'),
    sentHash: bytes('sent_hash').notNull(),
    plannedAt: at('planned_at').notNull(),
    noticedAt: at('noticed_at'),
    beganAt: at('began_at'),
    endedAt: at('ended_at'),
    reason: text('reason'),
  },
  (t) => [primaryKey({ columns: [t.communityId, t.id] })],
)

export const meetingMove = pgTable(
  'meeting_move',
  {
    communityId: communityId(),
    id: id(),
    meetingId: uuid('meeting_id').notNull(),
    fromAt: at('from_at').notNull(),
    toAt: at('to_at').notNull(),
    reason: text('reason').notNull(),
    at: at('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.communityId, t.id] })],
)

export const meetingItem = pgTable(
  'meeting_item',
  {
    communityId: communityId(),
    meetingId: uuid('meeting_id').notNull(),
    id: id(),
    place: integer('place').notNull(),
    title: text('title').notNull(),
    words: text('words'),
    minutes: integer('minutes'),
    owners: boolean('owners').notNull().default(false),
    resolutionId: uuid('resolution_id'),
    sentHash: bytes('sent_hash').notNull(),
    at: at('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.communityId, t.meetingId, t.id] })],
)

export const meetingAttendance = pgTable(
  'meeting_attendance',
  {
    communityId: communityId(),
    id: id(),
    meetingId: uuid('meeting_id').notNull(),
    personId: uuid('person_id'),
    name: text('name'),
    presentAs: text('present_as').$type<PresentAs>().notNull(),
    at: at('at').notNull(),
    writtenBy: uuid('written_by'),
  },
  (t) => [primaryKey({ columns: [t.communityId, t.id] })],
)

export const meetingTerms = pgTable('meeting_terms', {
  communityId: uuid('community_id').primaryKey(),
  noticeDays: integer('notice_days').notNull(),
  ownersNoticeDays: integer('owners_notice_days').notNull(),
  amendHours: integer('amend_hours').notNull(),
  objectDays: integer('object_days').notNull(),
  setBy: uuid('set_by').notNull(),
  setAt: at('set_at').notNull(),
})
