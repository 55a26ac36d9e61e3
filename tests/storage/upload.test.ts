import { randomBytes, randomUUID } from 'node:crypto'
import fs from 'node:fs'
import http from 'node:http'
import net, { type AddressInfo } from 'node:net'
import path from 'node:path'
import { handleFiles } from '../../functions/doors/storage'
import { sign } from '../../functions/kernel/secrets'
import { type Disk, openDisk } from '../../functions/kernel/storage/disk'
import type { UploadTerms } from '../../functions/kernel/storage/storage'
import type { ErrorBody } from '../../shared/kernel/refusal'
import { makeTestFolder } from '../kernel/server'

const communityId = '0190f5a0-0000-7000-8000-000000000001'
let now = new Date('2026-11-21T02:00:00Z')
let folder: string
let disk: Disk
let server: http.Server
let port: number
/** The request that came last, until all of its work is done. */
let handled: Promise<void>
const faults: unknown[] = []

beforeAll(async () => {
  folder = makeTestFolder()
  disk = openDisk(folder)
  const door = handleFiles(
    () => disk,
    () => now,
    (_id, _name, error) => faults.push(error),
  )
  server = http.createServer((req, res) => {
    handled = door(req, res)
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  port = (server.address() as AddressInfo).port
})
afterAll(async () => {
  await new Promise((closed) => {
    server.close(closed)
    server.closeAllConnections()
  })
})
afterEach(() => {
  expect(faults).toEqual([])
  // whatever happened, nothing half written stays
  const incoming = path.join(folder, 'incoming')
  expect(fs.existsSync(incoming) ? fs.readdirSync(incoming) : []).toEqual([])
})

const terms = (more: Partial<UploadTerms> = {}): UploadTerms => ({
  key: `c/${communityId}/rolls/${randomUUID()}`,
  contentTypes: ['text/csv', 'application/octet-stream'],
  bytesAtMost: 1000,
  until: new Date(now.getTime() + 60_000),
  ...more,
})
const fieldsOf = (t: UploadTerms) => disk.uploadPolicy(t).fields

interface Sent {
  status: number
  body: Partial<ErrorBody> & { key?: string; bytes?: number }
}
async function post(body: FormData | Buffer, headers: Record<string, string> = {}): Promise<Sent> {
  const res = await fetch(`http://127.0.0.1:${port}/api/storage`, {
    method: 'POST',
    body: body instanceof FormData ? body : new Uint8Array(body),
    headers,
  })
  return { status: res.status, body: (await res.json()) as Sent['body'] }
}
function form(fields: Record<string, string>, file?: Buffer | string, type = 'text/csv'): FormData {
  const made = new FormData()
  for (const [name, value] of Object.entries(fields)) made.append(name, value)
  if (file !== undefined)
    made.append(
      'file',
      new Blob([typeof file === 'string' ? file : new Uint8Array(file)], { type }),
      '名册.csv',
    )
  return made
}
const send = (t: UploadTerms, file: Buffer | string, type?: string) => post(form(fieldsOf(t), file, type))

describe('an upload', () => {
  test('within its policy is kept whole, and is found and removed by its key', async () => {
    const t = terms({ bytesAtMost: 300_000 })
    const content = randomBytes(300_000)
    expect(await send(t, content)).toEqual({ status: 200, body: { key: t.key, bytes: 300_000 } })
    expect((await disk.readFile(t.key))?.equals(content)).toBe(true)
    await disk.removeFile(t.key)
    expect(await disk.readFile(t.key)).toBeUndefined()
    await disk.removeFile(t.key)
  })
  test('sent again is answered the same; another under its key is refused and changes nothing', async () => {
    const t = terms()
    const first = await send(t, '甲')
    expect(first.status).toBe(200)
    expect(await send(t, '甲')).toEqual(first)
    expect(await send(t, '乙')).toMatchObject({ status: 409, body: { code: 'upload_taken' } })
    expect(await send(t, '甲甲')).toMatchObject({ status: 409 })
    expect((await disk.readFile(t.key))?.toString()).toBe('甲')
  })
  test('of two different files at once, one is kept whole', async () => {
    const t = terms({ bytesAtMost: 200_000 })
    const files = [Buffer.alloc(200_000, 'a'), Buffer.alloc(200_000, 'b')]
    const answers = await Promise.all(files.map((f) => send(t, f)))
    expect(answers.map((a) => a.status).sort()).toEqual([200, 409])
    const kept = files[answers.findIndex((a) => a.status === 200)]!
    expect((await disk.readFile(t.key))?.equals(kept)).toBe(true)
  })
  test('as large as allowed is taken, one byte more is not', async () => {
    expect((await send(terms(), 'x'.repeat(1000))).status).toBe(200)
    const t = terms()
    expect(await send(t, 'x'.repeat(1001))).toMatchObject({
      status: 413,
      body: { code: 'upload_too_large', message: '文件比说好的大，请重新选择后再传' },
    })
    expect(await disk.readFile(t.key)).toBeUndefined()
    expect(await send(t, randomBytes(5_000_000))).toMatchObject({ status: 413 })
  })
  test('is refused from the moment its address has expired', async () => {
    const t = terms()
    now = t.until
    expect(await send(t, 'x')).toMatchObject({ status: 403, body: { code: 'upload_expired' } })
    now = new Date(t.until.getTime() - 1)
    expect((await send(t, 'x')).status).toBe(200)
  })
  test('of another type is refused', async () => {
    expect(await send(terms(), '<html>', 'text/html')).toMatchObject({
      status: 415,
      body: { code: 'upload_wrong_type' },
    })
  })
  const other = `c/${communityId}/rolls/${randomUUID()}`
  test.each<[string, (fields: Record<string, string>) => Record<string, string>]>([
    ['no fields', () => ({})],
    ['no signature', ({ key, policy }) => ({ key: key!, policy: policy! })],
    ['a signature that is cut', (f) => ({ ...f, signature: f.signature!.slice(1) })],
    ['a signature of another policy', (f) => ({ ...f, policy: fieldsOf(terms()).policy! })],
    ['a signature for another purpose', (f) => ({ ...f, signature: sign('elsewhere', f.policy!) })],
    ['a policy that was made larger', (f) => ({ ...f, policy: larger(f.policy!) })],
    ['another key', (f) => ({ ...f, key: other })],
    ['a key that climbs', (f) => ({ ...f, key: `c/${communityId}/../../../etc/passwd` })],
  ])('with %s is refused', async (_, change) => {
    const t = terms()
    expect(await post(form(change(fieldsOf(t)), 'x'))).toMatchObject({
      status: 403,
      body: { code: 'upload_unsigned' },
    })
    expect(await disk.readFile(t.key)).toBeUndefined()
  })
  const larger = (policy: string) =>
    Buffer.from(Buffer.from(policy, 'base64url').toString().replace('1000', '9000')).toString('base64url')

  test.each<[string, () => FormData]>([
    ['without a file', () => form(fieldsOf(terms()))],
    ['with its file under another name', () => renamed(fieldsOf(terms()))],
    ['with a field twice', () => twice(fieldsOf(terms()))],
    ['with an endless field', () => form({ ...fieldsOf(terms()), more: 'x'.repeat(5000) }, 'x')],
  ])('%s is refused', async (_, made) => {
    expect(await post(made())).toMatchObject({ status: 400, body: { code: 'upload_malformed' } })
  })
  const renamed = (fields: Record<string, string>) => {
    const made = form(fields)
    made.append('photo', new Blob(['x'], { type: 'text/csv' }), 'x.csv')
    return made
  }
  const twice = (fields: Record<string, string>) => {
    const made = form({ key: fields.key! })
    for (const [name, value] of Object.entries(fields)) made.append(name, value)
    made.append('file', new Blob(['x'], { type: 'text/csv' }), 'x.csv')
    return made
  }
  test('that puts the file before its fields is refused', async () => {
    const made = new FormData()
    made.append('file', new Blob(['x'], { type: 'text/csv' }), 'x.csv')
    for (const [name, value] of Object.entries(fieldsOf(terms()))) made.append(name, value)
    expect(await post(made)).toMatchObject({ status: 403 })
  })
  test.each<[string, Buffer, Record<string, string>]>([
    ['JSON', Buffer.from('{}'), { 'content-type': 'application/json' }],
    ['a form without boundary', Buffer.from('x'), { 'content-type': 'multipart/form-data' }],
    ['a form with an empty boundary', Buffer.from('x'), { 'content-type': 'multipart/form-data; boundary=' }],
    [
      'a form that is none',
      Buffer.from('nothing of it'),
      { 'content-type': 'multipart/form-data; boundary=b' },
    ],
    ['nothing', Buffer.alloc(0), { 'content-type': 'multipart/form-data; boundary=b' }],
  ])('of %s is refused', async (_, body, headers) => {
    expect(await post(body, headers)).toMatchObject({ status: 400, body: { code: 'upload_malformed' } })
  })
  test('that ends in the middle of the file is refused', async () => {
    const t = terms()
    const whole = new Response(form(fieldsOf(t), 'x'.repeat(500)))
    const body = Buffer.from(await whole.arrayBuffer())
    expect(
      await post(body.subarray(0, body.length - 200), { 'content-type': whole.headers.get('content-type')! }),
    ).toMatchObject({ status: 400, body: { code: 'upload_malformed' } })
    expect(await disk.readFile(t.key)).toBeUndefined()
  })
  test('whose sender goes away in the middle leaves nothing', async () => {
    const t = terms()
    const whole = new Response(form(fieldsOf(t), 'x'.repeat(500)))
    const body = Buffer.from(await whole.arrayBuffer())
    const came = new Promise((request) => server.once('request', request))
    const socket = net.connect(port, '127.0.0.1')
    socket.write(
      `POST /api/storage HTTP/1.1\r\nhost: x\r\ncontent-type: ${whole.headers.get('content-type')}\r\ncontent-length: ${body.length}\r\n\r\n`,
    )
    socket.write(body.subarray(0, body.length - 200), () => socket.destroy())
    await came
    await handled
    expect(await disk.readFile(t.key)).toBeUndefined()
  })
  test('by another method is refused', async () => {
    const res = await fetch(`http://127.0.0.1:${port}/api/storage`)
    expect([res.status, ((await res.json()) as ErrorBody).code]).toEqual([405, 'wrong_method'])
  })
})

describe('a key', () => {
  test.each([
    'rolls/1',
    `c/${communityId}`,
    `c/${communityId}/`,
    `c/${communityId}/../x`,
    `c/${communityId}/.hidden`,
    `c/${communityId}/a//b`,
    `c/${communityId}/a\\b`,
    `c/${communityId}/a\0`,
    `/c/${communityId}/a`,
    `c/not-a-community/a`,
    `c/${communityId}/a\n`,
  ])('%j is neither signed nor read', async (key) => {
    expect(() => disk.uploadPolicy(terms({ key }))).toThrow('under its community')
    expect(() => disk.readFile(key)).toThrow('under its community')
  })
})
