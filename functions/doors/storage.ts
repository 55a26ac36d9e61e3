import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { ErrorBody } from '../../shared/kernel/refusal'
import { type Clock, tellFaultToLog } from '../kernel/handle'
import { Refused } from '../kernel/refused'
import { ourDisk } from '../kernel/storage'
import type { Disk } from '../kernel/storage/disk'
import { readReading } from '../kernel/storage/policy'
import { receiveUpload } from '../kernel/storage/receive'

export const config = { maxDuration: 60 }

const address = '/api/storage'

/** Where the phone posts and reads files, when they are on our own disk. What was signed is the permission. */
export function handleFiles(disk: () => Disk, clock: Clock = () => new Date(), tellFault = tellFaultToLog) {
  return async (req: IncomingMessage, res: ServerResponse): Promise<void> => {
    const requestId = randomBytes(8).toString('hex')
    const tell = (status: number, body: unknown) =>
      send(res, status, requestId, Buffer.from(JSON.stringify(body)), {
        'content-type': 'application/json; charset=utf-8',
        'cache-control': 'no-store',
      })
    try {
      const [path = '', query = ''] = (req.url ?? '').split('?', 2)
      const key = path.slice(address.length + 1)
      if (req.method === 'POST' && key === '') tell(200, await receiveUpload(req, disk(), clock()))
      else if (req.method === 'GET' && key !== '') await give(key, new URLSearchParams(query))
      else throw new Refused('wrong_method')
    } catch (error) {
      if (error instanceof Refused) return tell(error.status, error.body(requestId))
      tellFault(requestId, 'storage', error)
      const body: ErrorBody = { code: 'fault', message: '系统出了点问题，已经记下，请稍后再试', requestId }
      tell(500, body)
    }

    async function give(key: string, query: URLSearchParams): Promise<void> {
      const now = clock()
      const until = readReading(key, query, now)
      const file = await disk().readFile(key)
      if (!file) throw new Refused('not_found')
      send(res, 200, requestId, file, {
        ...typeOf(key),
        'cache-control': `private, max-age=${Math.floor((until.getTime() - now.getTime()) / 1000)}`,
      })
    }
  }
}

/** Pictures that we made are shown; whatever else somebody uploaded is at most saved. */
const typeOf = (key: string): Record<string, string> =>
  key.endsWith('.jpg')
    ? { 'content-type': 'image/jpeg', 'content-disposition': 'inline' }
    : { 'content-type': 'application/octet-stream', 'content-disposition': 'attachment' }

function send(
  res: ServerResponse,
  status: number,
  requestId: string,
  content: Buffer,
  headers: Record<string, string>,
): void {
  if (res.destroyed) return
  res.writeHead(status, {
    ...headers,
    'content-length': content.length,
    'x-content-type-options': 'nosniff',
    'x-request-id': requestId,
  })
  res.end(content)
}

export default handleFiles(ourDisk)
