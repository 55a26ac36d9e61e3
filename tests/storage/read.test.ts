import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import http from 'node:http'
import path from 'node:path'
import { sign } from '../../functions/kernel/secrets'
import type { Disk } from '../../functions/kernel/storage/disk'
import type { ErrorBody } from '../../shared/kernel/refusal'
import { type FilesDoor, openFilesDoor } from './door'

const communityId = '0190f5a0-0000-7000-8000-000000000001'
let door: FilesDoor
let disk: Disk
let start: Date
let inAMinute: Date
beforeAll(async () => {
  door = await openFilesDoor()
  disk = door.disk
  start = door.now
  inAMinute = new Date(start.getTime() + 60_000)
})
afterAll(() => door.close())
beforeEach(() => {
  door.now = start
})
afterEach(() => expect(door.faults).toEqual([]))

const content = Buffer.from('a picture')
const keyOf = (name = 'thumb.jpg') => `c/${communityId}/photos/${randomUUID()}/${name}`
async function put(name?: string) {
  const key = keyOf(name)
  await disk.putFile(key, content, 'image/jpeg')
  return key
}

/** Sends the address as it is: fetch would tidy it up. */
const get = (address: string, method = 'GET') =>
  new Promise<{ status: number; headers: http.IncomingHttpHeaders; body: Buffer }>((resolve, reject) => {
    const request = http.request({ port: door.port, path: address, method }, async (answer) => {
      const chunks: Buffer[] = []
      for await (const chunk of answer) chunks.push(chunk as Buffer)
      resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(chunks) })
    })
    request.once('error', reject).end()
  })
const refusal = async (address: string, method?: string) => {
  const { status, body } = await get(address, method)
  const { code, message } = JSON.parse(body.toString()) as ErrorBody
  expect(message).toMatch(/[一-鿿]/)
  return [status, code]
}

describe('an address of a file', () => {
  test('shows it to whoever has it, until its time is over', async () => {
    const address = disk.readAddress(await put(), inAMinute)
    const { status, headers, body } = await get(address)
    expect([status, body]).toEqual([200, content])
    expect(headers).toMatchObject({
      'content-type': 'image/jpeg',
      'content-length': String(content.length),
      'content-disposition': 'inline',
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, max-age=60',
    })
    door.now = new Date(inAMinute.getTime() - 1)
    expect((await get(address)).headers['cache-control']).toBe('private, max-age=0')
    door.now = inAMinute
    expect(await refusal(address)).toEqual([403, 'address_expired'])
  })

  test('is the same whenever it is made until the same time', async () => {
    const key = await put()
    expect(disk.readAddress(key, inAMinute)).toBe(disk.readAddress(key, new Date(inAMinute)))
  })

  test('of something that is not ours to show is at most saved, never shown', async () => {
    for (const name of ['original', 'page.html', 'drawing.svg']) {
      const { headers } = await get(disk.readAddress(await put(name), inAMinute))
      expect([headers['content-type'], headers['content-disposition']]).toEqual([
        'application/octet-stream',
        'attachment',
      ])
    }
  })

  test('where nothing lies finds nothing', async () => {
    const key = await put()
    expect(await refusal(disk.readAddress(keyOf(), inAMinute))).toEqual([404, 'not_found'])
    await disk.removeFile(key)
    expect(await refusal(disk.readAddress(key, inAMinute))).toEqual([404, 'not_found'])
  })

  const reach = (key: string, change: (query: URLSearchParams) => void) => {
    const [place, query] = disk.readAddress(key, inAMinute).split('?') as [string, string]
    const changed = new URLSearchParams(query)
    change(changed)
    return `${place}?${changed}`
  }
  test.each<[string, (key: string, other: string) => string]>([
    ['without a signature', (key) => reach(key, (q) => q.delete('signature'))],
    ['without its time', (key) => reach(key, (q) => q.delete('until'))],
    ['without either', (key) => `/api/storage/${key}`],
    ['that was made to last longer', (key) => reach(key, (q) => q.set('until', '9999999999999'))],
    ['whose time is no number', (key) => reach(key, (q) => q.set('until', 'NaN'))],
    ['whose signature is cut', (key) => reach(key, (q) => q.set('signature', q.get('signature')!.slice(1)))],
    ['of another file', (key, other) => disk.readAddress(other, inAMinute).replace(other, key)],
    [
      'signed for another purpose',
      (key) => reach(key, (q) => q.set('signature', sign('upload', `${key} ${inAMinute.getTime()}`))),
    ],
    ['of the folder above', (key) => disk.readAddress(key, inAMinute).replace('thumb.jpg', '')],
    ['that climbs', (key) => disk.readAddress(key, inAMinute).replace('thumb.jpg', '../../../secrets.json')],
    ['that climbs in disguise', (key) => disk.readAddress(key, inAMinute).replace('thumb.jpg', '%2e%2e/x')],
  ])('%s is refused', async (_, address) => {
    expect(await refusal(address(await put(), await put()))).toEqual([403, 'address_unsigned'])
  })

  test('is only read', async () => {
    const address = disk.readAddress(await put(), inAMinute)
    for (const method of ['POST', 'PUT', 'DELETE'])
      expect(await refusal(address, method)).toEqual([405, 'wrong_method'])
    expect(await refusal('/api/storage')).toEqual([405, 'wrong_method'])
    expect(await refusal('/api/storage/')).toEqual([405, 'wrong_method'])
  })

  test('is made for a key under its community alone', () => {
    expect(() => disk.readAddress('secrets.json', inAMinute)).toThrow('under its community')
    expect(() => disk.readAddress(`c/${communityId}/../x`, inAMinute)).toThrow('under its community')
  })
})

describe('a file that is put', () => {
  test('takes the place of what was there, whole, and leaves nothing beside it', async () => {
    const key = await put()
    const other = Buffer.alloc(300_000, 'x')
    await Promise.all([disk.putFile(key, other, 'image/jpeg'), disk.putFile(key, other, 'image/jpeg')])
    expect((await disk.readFile(key))?.equals(other)).toBe(true)
    expect(fs.readdirSync(path.join(door.folder, 'incoming'))).toEqual([])
  })
})
