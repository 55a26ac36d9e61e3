import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { ErrorBody } from '../../shared/kernel/refusal'
import { type Clock, tellFaultToLog } from '../kernel/handle'
import { Refused } from '../kernel/refused'
import { ourDisk } from '../kernel/storage'
import type { Disk } from '../kernel/storage/disk'
import { receiveUpload } from '../kernel/storage/receive'

export const config = { maxDuration: 60 }

/** Where the phone posts a file, when files are on our own disk. The signed policy is the permission. */
export function takeUploads(disk: () => Disk, clock: Clock = () => new Date(), tellFault = tellFaultToLog) {
  return async (req: IncomingMessage, res: ServerResponse): Promise<void> => {
    const requestId = randomBytes(8).toString('hex')
    try {
      if (req.method !== 'POST') throw new Refused('wrong_method')
      send(res, 200, await receiveUpload(req, disk(), clock()), requestId)
    } catch (error) {
      if (error instanceof Refused) return send(res, error.status, error.body(requestId), requestId)
      tellFault(requestId, 'storage', error)
      const body: ErrorBody = { code: 'fault', message: '系统出了点问题，已经记下，请稍后再试', requestId }
      send(res, 500, body, requestId)
    }
  }
}

function send(res: ServerResponse, status: number, body: unknown, requestId: string): void {
  if (res.destroyed) return
  const text = JSON.stringify(body)
  res.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(text),
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'x-request-id': requestId,
  })
  res.end(text)
}

export default takeUploads(ourDisk)
