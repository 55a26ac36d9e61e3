import type { IncomingMessage } from 'node:http'
import Busboy, { type BusboyFileStream, type BusboyInstance } from '@fastify/busboy'
import { Refused } from '../refused'
import type { Disk, Placed } from './disk'
import { readTerms } from './policy'

export interface Received {
  key: string
  bytes: number
}

// more than any file that a policy of ours allows, with its form around it
const requestBytesAtMost = 32 * 1024 * 1024

const malformed = () => new Refused('upload_malformed')

/** Takes in one upload: a form with the signed fields first, then the file. Only what the policy allows is kept. */
export async function receiveUpload(req: IncomingMessage, disk: Disk, now: Date): Promise<Received> {
  const form = openForm(req)
  const fields = new Map<string, string>()
  let file: BusboyFileStream | undefined
  let refusal: Refused | undefined
  let bytes = 0

  return new Promise<Received>((resolve, reject) => {
    const breakOff = () => {
      refusal ??= malformed()
      // a draft being written is cleared away first, and then the refusal is told
      if (file) file.destroy(refusal)
      else reject(refusal)
    }
    form.on('field', (name, value, _nameCut, valueCut) => {
      if (valueCut || fields.has(name)) refusal ??= malformed()
      else fields.set(name, value)
    })
    form.on('file', (name, stream, _fileName, _encoding, mimeType) => {
      try {
        if (refusal || name !== 'file') throw refusal ?? malformed()
        const terms = readTerms(fields, now)
        if (!terms.contentTypes.includes(mimeType)) throw new Refused('upload_wrong_type')
        file = stream
        file.on('error', breakOff)
        disk.place(terms.key, stream, terms.bytesAtMost).then(
          ({ placed, bytes }) =>
            placed in refusalOf
              ? reject(new Refused(refusalOf[placed]!))
              : resolve({ key: terms.key, bytes }),
          (fault) => {
            req.unpipe(form)
            req.resume()
            reject(refusal ?? fault)
          },
        )
      } catch (reason) {
        // read to the end all the same: who is still sending would not hear why it was refused
        refusal = reason instanceof Refused ? reason : malformed()
        stream.on('error', breakOff).resume()
      }
    })
    form.on('finish', () => file ?? reject(refusal ?? malformed()))
    form.on('error', breakOff)
    req.on('error', breakOff)
    req.on('aborted', breakOff)
    req.on('data', (chunk: Buffer) => {
      bytes += chunk.length
      if (bytes > requestBytesAtMost) req.destroy()
    })
    req.pipe(form)
  })
}

const refusalOf: Partial<Record<Placed, 'upload_too_large' | 'upload_taken'>> = {
  tooLarge: 'upload_too_large',
  taken: 'upload_taken',
}

function openForm(req: IncomingMessage): BusboyInstance {
  const type = req.headers['content-type'] ?? ''
  if (Number(req.headers['content-length'] ?? 0) > requestBytesAtMost) throw new Refused('upload_too_large')
  if (!/^multipart\/form-data\s*;/i.test(type)) throw malformed()
  try {
    return new Busboy({
      headers: { 'content-type': type },
      limits: { fieldNameSize: 40, fieldSize: 4096, fields: 10, files: 1, parts: 12, headerPairs: 20 },
    })
  } catch {
    throw malformed()
  }
}
