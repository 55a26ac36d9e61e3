import { jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import type { RecordAction, SubjectKind } from '../../shared/record/actions'
import type { Role } from '../../shared/role/roles'
import { at, communityId, id } from './columns'

export const record = pgTable(
  'record',
  {
    communityId: communityId(),
    id: id(),
    at: at('at').notNull(),
    actorId: uuid('actor_id'),
    actorRole: text('actor_role').$type<Role>(),
    action: text('action').$type<RecordAction>().notNull(),
    subjectKind: text('subject_kind').$type<SubjectKind>().notNull(),
    subjectId: uuid('subject_id').notNull(),
    aboutId: uuid('about_id'),
    before: jsonb('before').$type<Record<string, unknown>>(),
    after: jsonb('after').$type<Record<string, unknown>>(),
  },
  (t) => [primaryKey({ columns: [t.communityId, t.id] })],
)
