import { bigint, boolean, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import type { ClaimState } from '../../shared/claim/states'
import type { TieKind } from '../../shared/home/contract'
import type { OrganisationKind } from '../../shared/organisation/contract'
import type { GrantedRole, Scope } from '../../shared/role/roles'
import { at, bytes, communityId, day, id } from './columns'

export const person = pgTable('person', {
  id: uuid('id').primaryKey(),
  name: text('name'),
  phoneCipher: bytes('phone_cipher'),
  phoneIndex: bytes('phone_index'),
  openidCipher: bytes('openid_cipher'),
  openidIndex: bytes('openid_index'),
  largeType: text('large_type').$type<'system' | 'on' | 'off'>().notNull().default('system'),
  joinedAt: at('joined_at').notNull(),
  erasedAt: at('erased_at'),
  reachVersion: bigint('reach_version', { mode: 'number' }).notNull().default(0),
  demoOrder: integer('demo_order'),
  demoTitle: text('demo_title'),
  demoWhere: text('demo_where'),
})

export const session = pgTable('session', {
  id: uuid('id').primaryKey(),
  tokenHash: bytes('token_hash').notNull(),
  personId: uuid('person_id').notNull(),
  device: text('device').notNull(),
  openedAt: at('opened_at').notNull(),
  expiresAt: at('expires_at').notNull(),
  endedAt: at('ended_at'),
})

export const organisation = pgTable('organisation', {
  id: uuid('id').primaryKey(),
  subdistrictId: uuid('subdistrict_id').notNull(),
  name: text('name').notNull(),
  kind: text('kind').$type<OrganisationKind>().notNull(),
})

export const engagement = pgTable(
  'engagement',
  {
    communityId: communityId(),
    id: id(),
    organisationId: uuid('organisation_id').notNull(),
    compoundId: uuid('compound_id'),
    fromDay: day('from_day').notNull(),
    toDay: day('to_day'),
  },
  (t) => [primaryKey({ columns: [t.communityId, t.id] })],
)

export const roleGrant = pgTable('role_grant', {
  id: uuid('id').primaryKey(),
  personId: uuid('person_id').notNull(),
  role: text('role').$type<GrantedRole>().notNull(),
  scope: text('scope').$type<Exclude<Scope, 'home'>>().notNull(),
  districtId: uuid('district_id'),
  subdistrictId: uuid('subdistrict_id'),
  communityId: uuid('community_id'),
  compoundId: uuid('compound_id'),
  buildingId: uuid('building_id'),
  entranceId: uuid('entrance_id'),
  gridId: uuid('grid_id'),
  organisationId: uuid('organisation_id'),
  fromDay: day('from_day').notNull(),
  toDay: day('to_day'),
  grantedBy: uuid('granted_by'),
  grantedAt: at('granted_at').notNull(),
})

export const homeTie = pgTable(
  'home_tie',
  {
    communityId: communityId(),
    id: id(),
    buildingId: uuid('building_id').notNull(),
    homeId: uuid('home_id').notNull(),
    kind: text('kind').$type<TieKind>().notNull(),
    name: text('name'),
    phoneCipher: bytes('phone_cipher'),
    phoneIndex: bytes('phone_index'),
    personId: uuid('person_id'),
    fromDay: day('from_day').notNull(),
    toDay: day('to_day'),
    representative: boolean('representative').notNull().default(false),
  },
  (t) => [primaryKey({ columns: [t.communityId, t.id] })],
)

export const claim = pgTable(
  'claim',
  {
    communityId: communityId(),
    id: id(),
    buildingId: uuid('building_id').notNull(),
    homeId: uuid('home_id').notNull(),
    personId: uuid('person_id').notNull(),
    kind: text('kind').$type<TieKind>().notNull(),
    name: text('name'),
    words: text('words'),
    state: text('state').$type<ClaimState>().notNull(),
    submittedAt: at('submitted_at').notNull(),
    decidedAt: at('decided_at'),
    decidedBy: uuid('decided_by'),
    reason: text('reason'),
  },
  (t) => [primaryKey({ columns: [t.communityId, t.id] })],
)
