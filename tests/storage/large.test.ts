import fs from 'node:fs'
import http from 'node:http'
import path from 'node:path'
import { Readable } from 'node:stream'
import v8 from 'node:v8'
import vm from 'node:vm'
import { type FilesDoor, openFilesDoor } from './door'

let door: FilesDoor
beforeAll(async () => {
  door = await openFilesDoor()
})
afterAll(() => door.close())

// what is merely not swept up yet is not held
v8.setFlagsFromString('--expose-gc')
const sweep = vm.runInNewContext('gc') as () => void
function memoryHeld(): number {
  sweep()
  const { arrayBuffers, heapUsed } = process.memoryUsage()
  return arrayBuffers + heapUsed
}

const megabyte = 1024 * 1024
const key = 'c/0190f5a0-0000-7000-8000-000000000001/photos/1/original'

test.each([
  ['of 40 MB that tells its length', 40, true, 413],
  ['of 20 MB that does not', 20, false, 413],
  // the sender is cut off: nobody has to listen to all of it
  ['of 40 MB that does not', 40, false, 0],
])('a photo %s is refused without filling memory or disk', async (_, megabytes, tells, status) => {
  const { fields } = door.disk.uploadPolicy({
    key,
    contentTypes: ['image/jpeg'],
    bytesAtMost: 10 * megabyte,
    until: new Date(door.now.getTime() + 60_000),
  })
  const before = memoryHeld()
  let held = 0
  let kept = 0
  const answer = await pour(fields, megabytes, tells, () => {
    held = memoryHeld() - before
    const incoming = path.join(door.folder, 'incoming')
    const drafts = fs.existsSync(incoming) ? fs.readdirSync(incoming) : []
    kept = Math.max(0, ...drafts.map((draft) => fs.statSync(path.join(incoming, draft)).size))
  })
  expect(answer).toBe(status)
  await door.handled
  expect(held).toBeLessThan(5 * megabyte)
  expect(kept).toBeLessThanOrEqual(10 * megabyte)
  expect(await door.disk.readFile(key)).toBeUndefined()
  expect(door.faults).toEqual([])
})

/** A form whose file is poured out piece by piece; the status that it is answered with, or 0 if it is cut off. */
async function pour(fields: Record<string, string>, megabytes: number, tells: boolean, look: () => void) {
  const part = (head: string, value = '') => Buffer.from(`--b\r\n${head}\r\n\r\n${value}`)
  const head = Buffer.concat([
    ...Object.entries(fields).map(([name, value]) =>
      part(`content-disposition: form-data; name="${name}"`, `${value}\r\n`),
    ),
    part('content-disposition: form-data; name="file"; filename="a.jpg"\r\ncontent-type: image/jpeg'),
  ])
  const end = Buffer.from('\r\n--b--\r\n')
  const piece = Buffer.alloc(megabyte / 16, 'x')
  const pieces = megabytes * 16
  const length = head.length + pieces * piece.length + end.length
  const headers = {
    'content-type': 'multipart/form-data; boundary=b',
    ...(tells ? { 'content-length': length } : { 'transfer-encoding': 'chunked' }),
  }
  const request = http.request({ port: door.port, path: '/api/storage', method: 'POST', headers })
  let answered = false
  const answer = new Promise<number>((resolve) => {
    request.once('response', (res) => resolve(res.resume().statusCode ?? 0)).on('error', () => resolve(0))
  }).finally(() => {
    answered = true
  })
  function* body() {
    yield head
    for (let n = 0; n < pieces && !answered; n++) yield piece
    look()
    yield end
  }
  Readable.from(body()).pipe(request)
  return answer
}
