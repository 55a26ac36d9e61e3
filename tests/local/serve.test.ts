import fs from 'node:fs'
import http, { type IncomingMessage, type ServerResponse } from 'node:http'
import path from 'node:path'
import zlib from 'node:zlib'
import { type Serving, serve } from '../../functions/local/serve'
import { makeTestFolder } from '../kernel/server'

let serving: Serving

const echo = (name: string) => async (req: IncomingMessage, res: ServerResponse) => {
  if (req.url?.endsWith('/broken')) throw new Error('planted')
  res.end(`${name} ${req.method} ${req.url}`)
}

/** Sends the path as it is: fetch would tidy it up. */
const get = (address: string, headers: Record<string, string> = {}, method = 'GET') =>
  new Promise<{ status: number; headers: http.IncomingHttpHeaders; body: Buffer }>((resolve, reject) => {
    const request = http.request({ port: serving.port, path: address, headers, method }, async (answer) => {
      const chunks: Buffer[] = []
      for await (const chunk of answer) chunks.push(chunk as Buffer)
      resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(chunks) })
    })
    request.once('error', reject).end()
  })

const script = 'console.log("哨到");'.repeat(100)

beforeAll(async () => {
  const folder = makeTestFolder()
  const pages = path.join(folder, 'h5')
  fs.mkdirSync(path.join(pages, 'js'), { recursive: true })
  fs.writeFileSync(path.join(pages, 'index.html'), '<h1>哨到</h1>')
  fs.writeFileSync(path.join(pages, 'js', 'app.0a1b2c3d.js'), script)
  fs.writeFileSync(path.join(pages, '.hidden'), 'no')
  fs.writeFileSync(path.join(folder, 'secrets.json'), 'no')
  const doors = { api: echo('api'), tick: echo('tick'), wechat: echo('wechat'), storage: echo('storage') }
  serving = await serve({ doors, pages, port: 0, host: '127.0.0.1' })
})
afterAll(() => serving.stop())

test.each([
  ['/api/health', 'api GET /api/health'],
  ['/api/tick', 'tick GET /api/tick'],
  ['/api/tick?again=1', 'tick GET /api/tick?again=1'],
  ['/api/wechat?signature=x', 'wechat GET /api/wechat?signature=x'],
  ['/api/storage', 'storage GET /api/storage'],
  ['/api/storage/c/a/thumb.jpg?until=1', 'storage GET /api/storage/c/a/thumb.jpg?until=1'],
  ['/api/storages', 'api GET /api/storages'],
  ['/api', 'api GET /api'],
  ['/api/tickle', 'api GET /api/tickle'],
])('%s goes to its door', async (address, said) => {
  expect((await get(address)).body.toString()).toBe(said)
})

test('the first page is asked for anew each time, a hashed file never again', async () => {
  const page = await get('/')
  expect([page.status, page.headers['content-type'], page.headers['cache-control']]).toEqual([
    200,
    'text/html; charset=utf-8',
    'no-cache',
  ])
  expect((await get('/', { 'if-none-match': String(page.headers.etag) })).status).toBe(304)
  const hashed = await get('/js/app.0a1b2c3d.js')
  expect(hashed.headers['cache-control']).toBe('public, max-age=31536000, immutable')
})

test('text is packed as the browser can unpack it', async () => {
  const plain = await get('/js/app.0a1b2c3d.js')
  const brotli = await get('/js/app.0a1b2c3d.js', { 'accept-encoding': 'gzip, br' })
  const gzip = await get('/js/app.0a1b2c3d.js', { 'accept-encoding': 'gzip' })
  expect(plain.body.toString()).toBe(script)
  expect(zlib.brotliDecompressSync(brotli.body).toString()).toBe(script)
  expect(zlib.gunzipSync(gzip.body).toString()).toBe(script)
  expect(brotli.body.length).toBeLessThan(plain.body.length)
})

test.each([
  '/../secrets.json',
  '/%2e%2e/secrets.json',
  '/js/../../secrets.json',
  '//secrets.json',
  '/.hidden',
  '/js',
  '/%00',
])('%s shows nothing', async (address) => {
  expect((await get(address)).status).toBe(404)
})

test('pages are only read', async () => {
  expect((await get('/', {}, 'POST')).status).toBe(405)
  const head = await get('/', {}, 'HEAD')
  expect([head.status, head.body.length, head.headers['content-length']]).toEqual([200, 0, '15'])
})

test('a code on a wall opens the page that scans, with the code as it was printed', async () => {
  const answer = await get('/q/Ab3%2F?from=wall')
  expect([answer.status, answer.headers.location]).toEqual([302, '/#/dwelling/scan?code=Ab3%2F'])
})

test('a door that throws is a fault without a stack trace', async () => {
  const log = jest.spyOn(console, 'error').mockImplementation(() => {})
  const answer = await get('/api/broken')
  log.mockRestore()
  expect(answer.status).toBe(500)
  expect(JSON.parse(answer.body.toString())).toMatchObject({ code: 'fault' })
})
