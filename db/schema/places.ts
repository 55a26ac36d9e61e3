import { boolean, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import type { HomeKind, ManagementMode } from '../../shared/place/modes'
import { communityId, day, id } from './columns'

export const district = pgTable('district', { id: uuid('id').primaryKey(), name: text('name').notNull() })

export const subdistrict = pgTable('subdistrict', {
  id: uuid('id').primaryKey(),
  districtId: uuid('district_id').notNull(),
  name: text('name').notNull(),
})

export const community = pgTable('community', {
  id: uuid('id').primaryKey(),
  subdistrictId: uuid('subdistrict_id').notNull(),
  name: text('name').notNull(),
})

export const compound = pgTable(
  'compound',
  {
    communityId: communityId(),
    id: id(),
    name: text('name').notNull(),
    management: text('management').$type<ManagementMode>().notNull(),
    fromDay: day('from_day').notNull(),
    toDay: day('to_day'),
  },
  (t) => [primaryKey({ columns: [t.communityId, t.id] })],
)

export const compoundLineage = pgTable(
  'compound_lineage',
  {
    communityId: communityId(),
    beforeId: uuid('before_id').notNull(),
    afterId: uuid('after_id').notNull(),
    onDay: day('on_day').notNull(),
  },
  (t) => [primaryKey({ columns: [t.communityId, t.beforeId, t.afterId] })],
)

export const grid = pgTable(
  'grid',
  { communityId: communityId(), id: id(), name: text('name').notNull() },
  (t) => [primaryKey({ columns: [t.communityId, t.id] })],
)

export const building = pgTable(
  'building',
  {
    communityId: communityId(),
    id: id(),
    compoundId: uuid('compound_id').notNull(),
    gridId: uuid('grid_id'),
    name: text('name').notNull(),
    sortKey: text('sort_key').notNull(),
    code: text('code').notNull(),
    since: day('since').notNull(),
  },
  (t) => [primaryKey({ columns: [t.communityId, t.id] })],
)

export const buildingPast = pgTable(
  'building_past',
  {
    communityId: communityId(),
    buildingId: uuid('building_id').notNull(),
    compoundId: uuid('compound_id').notNull(),
    fromDay: day('from_day').notNull(),
    toDay: day('to_day').notNull(),
  },
  (t) => [primaryKey({ columns: [t.communityId, t.buildingId, t.fromDay, t.compoundId] })],
)

export const entrance = pgTable(
  'entrance',
  {
    communityId: communityId(),
    id: id(),
    compoundId: uuid('compound_id').notNull(),
    buildingId: uuid('building_id').notNull(),
    name: text('name').notNull(),
    sortKey: text('sort_key').notNull(),
    code: text('code').notNull(),
  },
  (t) => [primaryKey({ columns: [t.communityId, t.id] })],
)

export const home = pgTable(
  'home',
  {
    communityId: communityId(),
    id: id(),
    compoundId: uuid('compound_id').notNull(),
    buildingId: uuid('building_id').notNull(),
    entranceId: uuid('entrance_id'),
    number: text('number').notNull(),
    label: text('label').notNull(),
    sortKey: text('sort_key').notNull(),
    kind: text('kind').$type<HomeKind>().notNull(),
    areaCentiares: integer('area_centiares').notNull(),
    bound: boolean('bound').notNull().default(false),
  },
  (t) => [primaryKey({ columns: [t.communityId, t.id] })],
)

export const tally = pgTable('tally', {
  communityId: uuid('community_id').primaryKey(),
  compounds: integer('compounds').notNull(),
  buildings: integer('buildings').notNull(),
  homes: integer('homes').notNull(),
  boundHomes: integer('bound_homes').notNull(),
  claimsWaiting: integer('claims_waiting').notNull(),
  whistles: integer('whistles').notNull(),
})
