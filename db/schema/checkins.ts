import { integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import type { CheckinKind, CheckinState, EndReason } from '../../shared/checkin/states'
import type { WorkHours } from '../../shared/service/fields'
import { at, bytes, communityId, day, id } from './columns'

export const consent = pgTable(
  'consent',
  {
    personId: uuid('person_id').notNull(),
    id: id(),
    version: integer('version').notNull(),
    givenAt: at('given_at').notNull(),
    withdrawnAt: at('withdrawn_at'),
  },
  (t) => [primaryKey({ columns: [t.personId, t.id] })],
)

const organisationId = () => uuid('organisation_id').notNull()

export const slipRoster = pgTable(
  'slip_roster',
  {
    organisationId: organisationId(),
    id: id(),
    fileName: text('file_name').notNull(),
    fileKey: text('file_key').notNull(),
    bytes: integer('bytes').notNull(),
    expiresDay: day('expires_day').notNull(),
    state: text('state').notNull(),
    lines: integer('lines').notNull().default(0),
    checked: integer('checked').notNull().default(0),
    bad: integer('bad').notNull().default(0),
    adds: jsonb('adds').$type<{ slips: number; same: number }>(),
    openedBy: uuid('opened_by').notNull(),
    openedAt: at('opened_at').notNull(),
    importedAt: at('imported_at'),
  },
  (t) => [primaryKey({ columns: [t.organisationId, t.id] })],
)

export const slip = pgTable(
  'slip',
  {
    organisationId: organisationId(),
    id: id(),
    number: text('number').notNull(),
    name: text('name'),
    phoneCipher: bytes('phone_cipher'),
    phoneIndex: bytes('phone_index'),
    expiresDay: day('expires_day').notNull(),
    issuedBy: uuid('issued_by').notNull(),
    issuedAt: at('issued_at').notNull(),
    rosterId: uuid('roster_id'),
    usedAt: at('used_at'),
    usedBy: uuid('used_by'),
    voidedAt: at('voided_at'),
    remindedAt: at('reminded_at'),
  },
  (t) => [primaryKey({ columns: [t.organisationId, t.id] })],
)

export const checkin = pgTable(
  'checkin',
  {
    communityId: communityId(),
    id: id(),
    kind: text('kind').$type<CheckinKind>().notNull(),
    state: text('state').$type<CheckinState>().notNull(),
    personId: uuid('person_id'),
    organisationId: uuid('organisation_id'),
    slipId: uuid('slip_id'),
    presentedAt: at('presented_at').notNull(),
    sentHash: bytes('sent_hash').notNull(),
    acceptedAt: at('accepted_at'),
    decidedBy: uuid('decided_by'),
    confirmedAt: at('confirmed_at'),
    confirmedBy: uuid('confirmed_by'),
    endedAt: at('ended_at'),
    endReason: text('end_reason').$type<EndReason>(),
    receiptNumber: text('receipt_number'),
    checkCode: text('check_code'),
    fromCommunityId: uuid('from_community_id'),
    fromId: uuid('from_id'),
  },
  (t) => [primaryKey({ columns: [t.communityId, t.id] })],
)

export const checkinProfile = pgTable(
  'checkin_profile',
  {
    communityId: communityId(),
    checkinId: uuid('checkin_id').notNull(),
    name: text('name'),
    phoneCipher: bytes('phone_cipher'),
    phoneIndex: bytes('phone_index'),
    buildingId: uuid('building_id'),
    homeId: uuid('home_id'),
    skills: text('skills').array().notNull(),
    interests: text('interests').array().notNull(),
    free: text('free').array().notNull(),
    work: jsonb('work').$type<WorkHours>().notNull(),
    reason: text('reason'),
  },
  (t) => [primaryKey({ columns: [t.communityId, t.checkinId] })],
)
