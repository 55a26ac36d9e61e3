import { integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import type { ProjectSide, ProjectState, TermsFor, WantKind } from '../../shared/project/states'
import { at, communityId, day, id } from './columns'

export const unitResource = pgTable(
  'unit_resource',
  {
    organisationId: uuid('organisation_id').notNull(),
    id: id(),
    districtId: uuid('district_id').notNull(),
    kind: text('kind').$type<WantKind>().notNull(),
    words: text('words').notNull(),
    fromDay: day('from_day').notNull(),
    toDay: day('to_day'),
  },
  (t) => [primaryKey({ columns: [t.organisationId, t.id] })],
)

export const communityNeed = pgTable(
  'community_need',
  {
    communityId: communityId(),
    id: id(),
    kind: text('kind').$type<WantKind>().notNull(),
    words: text('words').notNull(),
    fromDay: day('from_day').notNull(),
    toDay: day('to_day'),
  },
  (t) => [primaryKey({ columns: [t.communityId, t.id] })],
)

export const project = pgTable(
  'project',
  {
    communityId: communityId(),
    id: id(),
    organisationId: uuid('organisation_id').notNull(),
    kind: text('kind').$type<WantKind>().notNull(),
    state: text('state').$type<ProjectState>().notNull(),
    madeAt: at('made_at').notNull(),
    endedAt: at('ended_at'),
  },
  (t) => [primaryKey({ columns: [t.communityId, t.id] })],
)

export const projectTerms = pgTable(
  'project_terms',
  {
    communityId: communityId(),
    projectId: uuid('project_id').notNull(),
    id: id(),
    n: integer('n').notNull(),
    what: text('what').$type<TermsFor>().notNull(),
    title: text('title').notNull(),
    need: text('need').notNull(),
    resource: text('resource').notNull(),
    fromDay: day('from_day').notNull(),
    untilDay: day('until_day').notNull(),
    madeBy: text('made_by').$type<ProjectSide>().notNull(),
    madeAt: at('made_at').notNull(),
    unitAgreedAt: at('unit_agreed_at'),
    unitAgreedBy: uuid('unit_agreed_by'),
    communityAgreedAt: at('community_agreed_at'),
    communityAgreedBy: uuid('community_agreed_by'),
    declinedAt: at('declined_at'),
    declinedBy: uuid('declined_by'),
    declinedSide: text('declined_side').$type<ProjectSide>(),
    meetingId: uuid('meeting_id'),
  },
  (t) => [primaryKey({ columns: [t.communityId, t.id] })],
)

export const projectStep = pgTable(
  'project_step',
  {
    communityId: communityId(),
    id: id(),
    projectId: uuid('project_id').notNull(),
    day: day('day').notNull(),
    words: text('words').notNull(),
    side: text('side').$type<ProjectSide>().notNull(),
    madeBy: uuid('made_by').notNull(),
    at: at('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.communityId, t.id] })],
)
