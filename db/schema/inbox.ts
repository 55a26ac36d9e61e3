import { integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { at, communityId, id } from './columns'

export const inbox = pgTable(
  'inbox',
  {
    communityId: communityId(),
    id: id(),
    personId: uuid('person_id').notNull(),
    subjectKind: text('subject_kind').notNull(),
    subjectId: uuid('subject_id').notNull(),
    hour: at('hour').notNull(),
    entryId: uuid('entry_id').notNull(),
    action: text('action').notNull(),
    actorId: uuid('actor_id'),
    actorRole: text('actor_role'),
    after: jsonb('after').$type<Record<string, unknown>>(),
    times: integer('times').notNull().default(1),
    at: at('at').notNull(),
    readAt: at('read_at'),
  },
  (t) => [primaryKey({ columns: [t.communityId, t.id] })],
)

export const outbox = pgTable(
  'outbox',
  {
    communityId: communityId(),
    id: id(),
    inboxId: uuid('inbox_id').notNull(),
    personId: uuid('person_id').notNull(),
    at: at('at').notNull(),
    sentAt: at('sent_at'),
  },
  (t) => [primaryKey({ columns: [t.communityId, t.id] })],
)
