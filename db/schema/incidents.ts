import { integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import type { Category } from '../../shared/whistle/categories'
import { at, bytes, communityId, id } from './columns'

export const incident = pgTable(
  'incident',
  {
    communityId: communityId(),
    id: id(),
    compoundId: uuid('compound_id').notNull(),
    title: text('title').notNull(),
    category: text('category').$type<Category>().notNull(),
    fromAt: at('from_at').notNull(),
    untilAt: at('until_at'),
    words: text('words').notNull(),
    sentHash: bytes('sent_hash').notNull(),
    openedAt: at('opened_at').notNull(),
    endedAt: at('ended_at'),
    whistles: integer('whistles').notNull().default(0),
  },
  (t) => [primaryKey({ columns: [t.communityId, t.id] })],
)

export const incidentBuilding = pgTable(
  'incident_building',
  {
    communityId: communityId(),
    incidentId: uuid('incident_id').notNull(),
    buildingId: uuid('building_id').notNull(),
  },
  (t) => [primaryKey({ columns: [t.communityId, t.incidentId, t.buildingId] })],
)

export const incidentAnswer = pgTable(
  'incident_answer',
  {
    communityId: communityId(),
    id: id(),
    incidentId: uuid('incident_id').notNull(),
    words: text('words').notNull(),
    at: at('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.communityId, t.id] })],
)

export const whistleSurvey = pgTable(
  'whistle_survey',
  {
    communityId: communityId(),
    whistleId: uuid('whistle_id').notNull(),
    personId: uuid('person_id').notNull(),
    askedAt: at('asked_at').notNull(),
    answer: text('answer').$type<'well' | 'broken' | 'unsure'>(),
    answeredAt: at('answered_at'),
  },
  (t) => [primaryKey({ columns: [t.communityId, t.whistleId] })],
)

export const ratesExport = pgTable(
  'rates_export',
  {
    communityId: communityId(),
    id: id(),
    personId: uuid('person_id').notNull(),
    sentHash: bytes('sent_hash').notNull(),
    months: integer('months').notNull(),
    done: integer('done').notNull().default(0),
    at: at('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.communityId, t.id] })],
)
