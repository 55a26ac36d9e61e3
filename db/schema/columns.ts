import { customType, date, timestamp, uuid } from 'drizzle-orm/pg-core'

/** The tenant key: first column of every key. */
export const communityId = () => uuid('community_id').notNull()
export const id = () => uuid('id').notNull()
export const at = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' })
/** A business date in China, as text. */
export const day = (name: string) => date(name, { mode: 'string' })
export const bytes = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => 'bytea' })
