import { query } from '../kernel/database'
import { open } from '../kernel/verb'

const newestMigration = query<{ name: string }>('house.migration', 'select max(name) as name from migration')

export const answerHealth = open('house.health', async ({ database }) => {
  try {
    const [row] = await database.lend((tx) => newestMigration(tx))
    return { database: 'up', migration: row!.name }
  } catch {
    return { database: 'down', migration: null }
  }
})
