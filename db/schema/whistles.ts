import { sql } from 'drizzle-orm'
import {
  boolean,
  doublePrecision,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  uuid,
} from 'drizzle-orm/pg-core'
import type { Category, Urgency } from '../../shared/whistle/categories'
import type { ClockUnit } from '../../shared/whistle/clocks'
import type { DispatchState, PartyKind, Source, WhistleState } from '../../shared/whistle/states'
import { at, bytes, communityId, day, id } from './columns'

export const whistle = pgTable(
  'whistle',
  {
    communityId: communityId(),
    id: id(),
    compoundId: uuid('compound_id').notNull(),
    buildingId: uuid('building_id'),
    entranceId: uuid('entrance_id'),
    place: text('place').notNull(),
    lat: doublePrecision('lat'),
    lng: doublePrecision('lng'),
    category: text('category').$type<Category>().notNull(),
    urgency: text('urgency').$type<Urgency>().notNull(),
    source: text('source').$type<Source>().notNull(),
    words: text('words'),
    pieces: text('pieces').array().notNull().default([]),
    sentHash: bytes('sent_hash').notNull(),
    state: text('state').$type<WhistleState>().notNull(),
    submittedAt: at('submitted_at').notNull(),
    responseFrom: at('response_from').notNull(),
    responseDueAt: at('response_due_at').notNull(),
    resolutionFrom: at('resolution_from').notNull(),
    resolutionDueAt: at('resolution_due_at').notNull(),
    responseSetAt: at('response_set_at'),
    resolutionSetAt: at('resolution_set_at'),
    responseMissedAt: at('response_missed_at'),
    resolutionMissedAt: at('resolution_missed_at'),
    leadResponseMissedAt: at('lead_response_missed_at'),
    leadResolutionMissedAt: at('lead_resolution_missed_at'),
    provisional: boolean('provisional').notNull().default(false),
    pausedAt: at('paused_at'),
    respondedAt: at('responded_at'),
    resolvedAt: at('resolved_at'),
    outcome: text('outcome'),
    stars: smallint('stars'),
    followedUpAt: at('followed_up_at'),
    closedAt: at('closed_at'),
    reopenings: integer('reopenings').notNull().default(0),
    raisedAt: at('raised_at'),
    raisedFor: text('raised_for'),
    mergedInto: uuid('merged_into'),
    incidentId: uuid('incident_id'),
    joined: integer('joined').notNull().default(0),
    nextDueAt: at('next_due_at').generatedAlwaysAs(
      sql`case when state in ('submitted', 'accepted', 'dispatched') then response_due_at
        when state in ('responded', 'reopened') then resolution_due_at end`,
    ),
  },
  (t) => [primaryKey({ columns: [t.communityId, t.id] })],
)

export const whistleReporter = pgTable(
  'whistle_reporter',
  {
    communityId: communityId(),
    whistleId: uuid('whistle_id').notNull(),
    personId: uuid('person_id').notNull(),
    at: at('at').notNull(),
    first: boolean('first').notNull(),
    anonymous: boolean('anonymous').notNull(),
  },
  (t) => [primaryKey({ columns: [t.communityId, t.whistleId, t.personId] })],
)

export const whistleCaller = pgTable(
  'whistle_caller',
  {
    communityId: communityId(),
    whistleId: uuid('whistle_id').notNull(),
    name: text('name'),
    phoneCipher: bytes('phone_cipher'),
    phoneIndex: bytes('phone_index'),
  },
  (t) => [primaryKey({ columns: [t.communityId, t.whistleId] })],
)

export const dispatch = pgTable(
  'dispatch',
  {
    communityId: communityId(),
    id: id(),
    whistleId: uuid('whistle_id').notNull(),
    kind: text('kind').$type<PartyKind>().notNull(),
    organisationId: uuid('organisation_id'),
    compoundId: uuid('compound_id'),
    name: text('name').notNull(),
    lead: boolean('lead').notNull(),
    withId: uuid('with_id').notNull(),
    state: text('state').$type<DispatchState>().notNull(),
    at: at('at').notNull(),
    sentHash: bytes('sent_hash').notNull(),
    takenBy: uuid('taken_by'),
    extended: boolean('extended').notNull().default(false),
    resolvedBy: uuid('resolved_by'),
    endedAt: at('ended_at'),
    partyId: uuid('party_id'),
  },
  (t) => [primaryKey({ columns: [t.communityId, t.id] })],
)

export const whistleNote = pgTable(
  'whistle_note',
  {
    communityId: communityId(),
    entryId: uuid('entry_id').notNull(),
    whistleId: uuid('whistle_id').notNull(),
    personId: uuid('person_id'),
    words: text('words'),
  },
  (t) => [primaryKey({ columns: [t.communityId, t.entryId] })],
)

export const whistlePhoto = pgTable(
  'whistle_photo',
  {
    communityId: communityId(),
    photoId: uuid('photo_id').notNull(),
    whistleId: uuid('whistle_id').notNull(),
    entryId: uuid('entry_id'),
    afterWork: boolean('after_work').notNull(),
    place: integer('place').notNull(),
  },
  (t) => [primaryKey({ columns: [t.communityId, t.photoId] })],
)

export const whistleReminder = pgTable(
  'whistle_reminder',
  {
    communityId: communityId(),
    whistleId: uuid('whistle_id').notNull(),
    kind: text('kind').notNull(),
    ofAt: at('of_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.communityId, t.whistleId, t.kind, t.ofAt] })],
)

export const whistleClock = pgTable(
  'whistle_clock',
  {
    communityId: communityId(),
    category: text('category').$type<Category>().notNull(),
    urgency: text('urgency').$type<Urgency>().notNull(),
    responseAmount: integer('response_amount').notNull(),
    responseUnit: text('response_unit').$type<ClockUnit>().notNull(),
    resolutionAmount: integer('resolution_amount').notNull(),
    resolutionUnit: text('resolution_unit').$type<ClockUnit>().notNull(),
    setBy: uuid('set_by').notNull(),
    setAt: at('set_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.communityId, t.category, t.urgency] })],
)

export const whistleQuota = pgTable('whistle_quota', {
  communityId: communityId().primaryKey(),
  aDay: integer('a_day').notNull(),
  alikeADay: integer('alike_a_day').notNull(),
  setBy: uuid('set_by').notNull(),
  setAt: at('set_at').notNull(),
})

export const calendarDay = pgTable('calendar_day', {
  day: day('day').primaryKey(),
  works: boolean('works').notNull(),
})
export const calendarYear = pgTable('calendar_year', {
  year: integer('year').primaryKey(),
  publishedOn: day('published_on').notNull(),
})

export const whistlePublic = pgTable(
  'whistle_public',
  {
    communityId: communityId(),
    whistleId: uuid('whistle_id').notNull(),
    compoundId: uuid('compound_id').notNull(),
    buildingId: uuid('building_id'),
    place: text('place').notNull(),
    category: text('category').$type<Category>().notNull(),
    urgency: text('urgency').$type<Urgency>().notNull(),
    state: text('state').$type<WhistleState>().notNull(),
    words: text('words'),
    pieces: text('pieces').array().notNull(),
    joined: integer('joined').notNull(),
    submittedAt: at('submitted_at').notNull(),
    nextDueAt: at('next_due_at'),
    lead: text('lead'),
    closedAt: at('closed_at'),
    steps: jsonb('steps').$type<{ action: string; at: string }[]>().notNull().default([]),
  },
  (t) => [primaryKey({ columns: [t.communityId, t.whistleId] })],
)
