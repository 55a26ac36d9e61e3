import { Client } from 'pg'
import type { TestApp } from '../kernel/app'

/** Looks into the database behind the app. */
export async function lookInto<Row>(app: TestApp, sql: string, values: unknown[] = []): Promise<Row[]> {
  const owner = new Client({ connectionString: app.database.urls.owner })
  await owner.connect()
  try {
    return (await owner.query(sql, values)).rows as Row[]
  } finally {
    await owner.end()
  }
}
