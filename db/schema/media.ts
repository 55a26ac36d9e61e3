import { integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import type { CheckState, PhotoReason, PhotoState, PhotoType } from '../../shared/media/states'
import { at, communityId, id } from './columns'

export const photo = pgTable(
  'photo',
  {
    communityId: communityId(),
    id: id(),
    authorId: uuid('author_id'),
    fileKey: text('file_key').notNull(),
    bytes: integer('bytes').notNull(),
    contentType: text('content_type').$type<PhotoType>().notNull(),
    state: text('state').$type<PhotoState>().notNull(),
    refusedFor: text('refused_for').$type<PhotoReason>(),
    width: integer('width'),
    height: integer('height'),
    openedAt: at('opened_at').notNull(),
    openUntil: at('open_until'),
    madeAt: at('made_at'),
    checkState: text('check_state').$type<CheckState>().notNull().default('waiting'),
    checkedBy: uuid('checked_by'),
    checkedAt: at('checked_at'),
  },
  (t) => [primaryKey({ columns: [t.communityId, t.id] })],
)
