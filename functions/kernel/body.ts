import type { IncomingMessage } from 'node:http'
import { Refused } from './refused'

/** Larger than any form of ours; files go to storage, not through the door. */
export const bodyBytesAtMost = 256 * 1024

const utf8 = new TextDecoder('utf-8', { fatal: true })

/** The JSON object of a request. Nothing sent counts as an empty one. */
export async function readBody(req: IncomingMessage): Promise<Record<string, unknown>> {
  const bytes = await readAll(req)
  if (bytes.length === 0) return {}
  const type = (req.headers['content-type'] ?? '').split(';')[0]!.trim().toLowerCase()
  if (type !== 'application/json') throw new Refused('wrong_type')
  let body: unknown
  try {
    body = JSON.parse(utf8.decode(bytes))
  } catch {
    throw new Refused('broken_json')
  }
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw new Refused('broken_json')
  return body as Record<string, unknown>
}

function readAll(req: IncomingMessage): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let bytes = Number(req.headers['content-length'] ?? 0)
    if (bytes > bodyBytesAtMost) return reject(new Refused('too_large'))
    bytes = 0
    req.on('data', (chunk: Buffer) => {
      bytes += chunk.length
      if (bytes > bodyBytesAtMost) reject(new Refused('too_large'))
      else chunks.push(chunk)
    })
    req.once('end', () => resolve(Buffer.concat(chunks)))
    req.once('error', reject)
  })
}
