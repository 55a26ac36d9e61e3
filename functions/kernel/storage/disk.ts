import { createHash, randomBytes } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { link, mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import { signReading, signTerms } from './policy'
import { holdToKey, type Storage, type UploadPolicy, type UploadTerms } from './storage'

export type Placed = 'placed' | 'same' | 'taken' | 'tooLarge'

export interface Disk extends Storage {
  uploadPolicy(terms: UploadTerms): UploadPolicy
  readAddress(key: string, until: Date): string
  /** Writes a stream beside its place first; there it appears whole, at once, and only once. */
  place(key: string, content: Readable, bytesAtMost: number): Promise<{ placed: Placed; bytes: number }>
}

const nothingThere = (error: unknown) => (error as NodeJS.ErrnoException).code === 'ENOENT'
const something = (error: unknown) => (error as NodeJS.ErrnoException).code === 'EEXIST'

/** Files on the local disk, behind our own door. */
export function openDisk(folder: string, url = '/api/storage'): Disk {
  const root = path.resolve(folder)
  const incoming = path.join(root, 'incoming')
  const pathOf = (key: string): string => {
    holdToKey(key)
    return path.join(root, ...key.split('/'))
  }

  const draftPath = async () => {
    await mkdir(incoming, { recursive: true, mode: 0o700 })
    return path.join(incoming, randomBytes(16).toString('hex'))
  }

  return {
    uploadPolicy: (terms) => ({ url, fields: signTerms(terms) }),

    readAddress: (key, until) => `${url}/${key}?${signReading(key, until)}`,

    readFile: (key) =>
      readFile(pathOf(key)).catch((error) => {
        if (nothingThere(error)) return undefined
        throw error
      }),

    async putFile(key, content) {
      const target = pathOf(key)
      const draft = await draftPath()
      try {
        await write(draft, Readable.from([content]), content.length)
        await mkdir(path.dirname(target), { recursive: true, mode: 0o700 })
        await rename(draft, target)
      } finally {
        await rm(draft, { force: true })
      }
    },

    removeFile: (key) => rm(pathOf(key), { force: true }),

    async place(key, content, bytesAtMost) {
      const target = pathOf(key)
      const draft = await draftPath()
      try {
        const written = await write(draft, content, bytesAtMost)
        if (written.bytes > bytesAtMost) return { placed: 'tooLarge', bytes: written.bytes }
        await mkdir(path.dirname(target), { recursive: true, mode: 0o700 })
        try {
          // unlike a rename, a link never replaces what is there
          await link(draft, target)
          return { placed: 'placed', bytes: written.bytes }
        } catch (error) {
          if (!something(error)) throw error
          return { placed: (await isSame(target, written)) ? 'same' : 'taken', bytes: written.bytes }
        }
      } finally {
        await rm(draft, { force: true })
      }
    },
  }
}

interface Written {
  bytes: number
  hash: string
}

/** Reads the stream to its end, so that whoever sends can be told, but keeps no more than was allowed. */
async function write(file: string, content: Readable, bytesAtMost: number): Promise<Written> {
  const handle = await open(file, 'wx', 0o600)
  const hash = createHash('sha256')
  let bytes = 0
  try {
    // a stream that broke before would never be heard of again
    if (content.destroyed) throw content.errored ?? new Error('the stream is gone')
    for await (const chunk of content as AsyncIterable<Buffer>) {
      bytes += chunk.length
      if (bytes > bytesAtMost) continue
      hash.update(chunk)
      await handle.writeFile(chunk)
    }
    // what is answered for survives a power cut
    await handle.datasync()
  } finally {
    await handle.close()
  }
  return { bytes, hash: hash.digest('hex') }
}

async function isSame(file: string, written: Written): Promise<boolean> {
  if ((await stat(file)).size !== written.bytes) return false
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer)
  return hash.digest('hex') === written.hash
}
