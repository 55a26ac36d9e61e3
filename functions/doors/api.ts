import type { IncomingMessage, ServerResponse } from 'node:http'
import { type Database, openDatabase } from '../kernel/database'
import { handleApi } from '../kernel/handle'
import { settings } from '../kernel/settings'
import { verbs } from '../verbs'

/** Read by the platform: the longest that one request may take, in seconds. */
export const config = { maxDuration: 60 }

let handler: ((req: IncomingMessage, res: ServerResponse) => Promise<void>) | undefined
let database: Database | undefined

export default function api(req: IncomingMessage, res: ServerResponse): Promise<void> {
  database ??= openDatabase(settings().databaseUrl)
  handler ??= handleApi({ verbs, database })
  return handler(req, res)
}

/** A server that stops lets its connections go; the platform just freezes them. */
export async function closeApi(): Promise<void> {
  await database?.close()
  database = undefined
  handler = undefined
}
