import { pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { at, communityId, id } from './columns'

export const wait = pgTable(
  'wait',
  {
    communityId: communityId(),
    compoundId: uuid('compound_id').notNull(),
    id: id(),
    homeId: uuid('home_id').notNull(),
    plate: text('plate'),
    at: at('at').notNull(),
    endedAt: at('ended_at'),
    reason: text('reason'),
    toldAt: at('told_at'),
  },
  (t) => [primaryKey({ columns: [t.communityId, t.compoundId, t.id] })],
)
