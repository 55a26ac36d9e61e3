import { bigint, boolean, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { at, bytes, communityId, id } from './columns'

export const minutesAmendment = pgTable(
  'minutes_amendment',
  {
    communityId: communityId(),
    id: id(),
    meetingId: uuid('meeting_id').notNull(),
    itemId: uuid('item_id'),
    personId: uuid('person_id').notNull(),
    words: text('words'),
    at: at('at').notNull(),
    decision: text('decision').$type<'taken' | 'declined'>(),
    answer: text('answer'),
    answeredAt: at('answered_at'),
  },
  (t) => [primaryKey({ columns: [t.communityId, t.id] })],
)

export const minutesCorrection = pgTable(
  'minutes_correction',
  {
    communityId: communityId(),
    id: id(),
    meetingId: uuid('meeting_id').notNull(),
    words: text('words').notNull(),
    at: at('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.communityId, t.id] })],
)

export const minutesObjection = pgTable(
  'minutes_objection',
  {
    communityId: communityId(),
    id: id(),
    meetingId: uuid('meeting_id').notNull(),
    personId: uuid('person_id').notNull(),
    words: text('words'),
    at: at('at').notNull(),
    answer: text('answer'),
    answeredAt: at('answered_at'),
  },
  (t) => [primaryKey({ columns: [t.communityId, t.id] })],
)

export const resolutionProgress = pgTable(
  'resolution_progress',
  {
    communityId: communityId(),
    id: id(),
    resolutionId: uuid('resolution_id').notNull(),
    kind: text('kind').$type<'progress' | 'done' | 'dropped'>().notNull(),
    personId: uuid('person_id'),
    byParty: boolean('by_party').notNull(),
    words: text('words'),
    sentHash: bytes('sent_hash').notNull(),
    at: at('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.communityId, t.id] })],
)

export const pledge = pgTable(
  'pledge',
  {
    communityId: communityId(),
    id: id(),
    resolutionId: uuid('resolution_id').notNull(),
    buildingId: uuid('building_id').notNull(),
    homeId: uuid('home_id').notNull(),
    personId: uuid('person_id'),
    fen: bigint('fen', { mode: 'number' }).notNull(),
    at: at('at').notNull(),
    withdrawnAt: at('withdrawn_at'),
  },
  (t) => [primaryKey({ columns: [t.communityId, t.id] })],
)
