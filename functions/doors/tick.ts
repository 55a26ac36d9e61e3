import type { IncomingMessage, ServerResponse } from 'node:http'
import { sameSecret } from '../kernel/secrets'
import { settings } from '../kernel/settings'
import { tick } from '../tick'

export const config = { maxDuration: 60 }

/** Called by a scheduler with the secret; what it does may be done twice without harm. */
export default async function tickDoor(req: IncomingMessage, res: ServerResponse): Promise<void> {
  const given = (req.headers.authorization ?? '').replace(/^Bearer /, '')
  res.setHeader('content-type', 'application/json; charset=utf-8')
  if (!sameSecret(given, settings().tickSecret)) {
    res.statusCode = 401
    res.end(JSON.stringify({ code: 'signed_out', message: '暗号不对' }))
    return
  }
  const done = await tick(settings().tickDatabaseUrl, new Date())
  res.end(JSON.stringify(done))
}
