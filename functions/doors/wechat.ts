import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { sameSecret } from '../kernel/secrets'
import { settings } from '../kernel/settings'

export const config = { maxDuration: 10 }

/** The platform's message callback: proves that it is ours by echoing what the platform signed. */
export default async function wechatDoor(req: IncomingMessage, res: ServerResponse): Promise<void> {
  const query = new URL(req.url ?? '/', 'http://door').searchParams
  const part = (name: string) => query.get(name) ?? ''
  const token = settings().wechat.callbackToken
  const wanted = createHash('sha1')
    .update([token, part('timestamp'), part('nonce')].sort().join(''))
    .digest('hex')
  if (token === '' || !sameSecret(part('signature'), wanted)) {
    res.statusCode = 403
    res.end()
    return
  }
  res.setHeader('content-type', 'text/plain; charset=utf-8')
  res.end(req.method === 'GET' ? part('echostr') : 'success')
}
