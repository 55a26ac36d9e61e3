import type { IncomingMessage } from 'node:http'
import { Refused } from './refused'

/** Larger than any form of ours; files go to storage, not through the door. */
export const bodyBytesAtMost = 256 * 1024

/** The JSON object of a request. Nothing sent counts as an empty one. */
export async function readBody(req: IncomingMessage): Promise<Record<string, unknown>> {
  const declared = Number(req.headers['content-length'] ?? 0)
  if (declared > bodyBytesAtMost) throw new Refused('too_large')
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of req as AsyncIterable<Buffer>) {
    bytes += chunk.length
    if (bytes > bodyBytesAtMost) throw new Refused('too_large')
    chunks.push(chunk)
  }
  if (bytes === 0) return {}
  const type = (req.headers['content-type'] ?? '').split(';')[0]!.trim().toLowerCase()
  if (type !== 'application/json') throw new Refused('wrong_type')
  let body: unknown
  try {
    body = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks)))
  } catch {
    throw new Refused('broken_json')
  }
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw new Refused('broken_json')
  return body as Record<string, unknown>
}
