import net from 'node:net'
import { demoId } from '../../functions/demo/stage'
import { contract, type EndpointName, endpointNames } from '../../shared/contract'
import { fillPath, pathParameters } from '../../shared/kernel/endpoint'
import type { ErrorBody } from '../../shared/kernel/refusal'
import { refusals } from '../../shared/refusals'
import { openApi, type TestApi } from '../kernel/api'
import { sampleInput, type Things, thingsOf } from '../kernel/samples'
import { signIn } from '../kernel/signIn'

let api: TestApi
let tokens: string[]
let things: Things
let written: string

const rowsWritten = async () =>
  JSON.stringify(
    await api.owner(
      `select (select count(*) from record) as record, (select count(*) from claim) as claims, (select count(*) from home_tie) as ties,
     (select count(*) from home) as homes, (select count(*) from building) as buildings, (select count(*) from compound) as compounds,
     (select count(*) from role_grant) as grants, (select count(*) from engagement) as engagements, (select count(*) from roll) as rolls,
     (select count(*) from photo) as photos, (select count(*) from whistle) as whistles, (select count(*) from whistle_reporter) as reporters,
     (select count(*) from whistle_caller) as callers, (select count(*) from dispatch) as dispatches, (select count(*) from whistle_note) as notes,
     (select count(*) from whistle_photo) as pictures, (select count(*) from whistle_clock) as clocks, (select count(*) from inbox) as inbox,
     (select count(*) from incident) as incidents, (select count(*) from incident_answer) as answers,
     (select count(answer) from whistle_survey) as surveyed, (select count(*) from rates_export) as exports,
     (select count(*) from patrol_plan) as plans, (select count(*) from patrol_version) as versions, (select count(*) from patrol_round) as rounds,
     (select count(*) from round_tick) as ticks, (select count(*) from finding) as findings, (select count(*) from finding_look) as looks,
     (select count(*) from series) as series, (select count(*) from meeting) as meetings, (select count(*) from meeting_circle) as invited,
     (select count(*) from meeting_item) as items, (select count(*) from meeting_attendance) as present, (select count(*) from minutes_entry) as entries,
     (select count(*) from minutes_amendment) as amendments, (select count(*) from minutes_objection) as objections,
     (select count(*) from resolution) as resolutions, (select count(*) from resolution_progress) as progress, (select count(*) from pledge) as pledges`,
    ),
  )

beforeAll(async () => {
  process.env.WECHAT_API = 'http://127.0.0.1:9'
  api = await openApi({ demo: true, now: new Date() })
  tokens = []
  for (const key of ['communityWorker', 'subdistrictOfficer', 'owner', 'gridWorker'])
    tokens.push(await signIn(api, key))
  things = await thingsOf(api, '盐溪社区')
  written = await rowsWritten()
})
afterAll(async () => {
  expect(await rowsWritten()).toBe(written)
  await api.close()
})

/** Refused as such: a known code, its status, a sentence; never a fault. */
function expectRefused({ status, body }: { status: number; body: unknown }, ...codes: string[]) {
  const { code, message, requestId } = body as ErrorBody
  expect(codes.length === 0 || codes.includes(code) ? code : `${code} instead of ${codes.join(' or ')}`).toBe(
    code,
  )
  expect(status).toBe(refusals[code as keyof typeof refusals]?.status)
  expect(message).toMatch(/[一-鿿]/)
  expect(requestId).toMatch(/^[0-9a-f-]{16,36}$/)
  expect(api.faults).toEqual([])
}

const hostile: unknown[] = [
  null,
  true,
  0,
  -1,
  1.5,
  1e308,
  '',
  ' ',
  'x'.repeat(100_000),
  'a\u0000b',
  '\ud800',
  '😀'.repeat(3000),
  [],
  [null],
  {},
  { a: { b: [] } },
  "'; drop table home; --",
  '../../etc/passwd',
  '00000000-0000-0000-0000-000000000000',
  'not-an-id',
  '2026-02-30',
  '9999-99-99',
  '%00',
]

/** Lists that go on. */
const continued = endpointNames.filter(
  (name) => 'after' in (contract[name].input as unknown as { shape: object }).shape,
)
const inPath = (name: EndpointName, key: string) => pathParameters(contract[name].path).includes(key)

const send = (token: string, name: EndpointName, input: Record<string, unknown>) => {
  const { method, path } = contract[name]
  const { path: filled, rest } = fillPath(path, input)
  if (method === 'POST') return api.send('POST', filled, { token, body: JSON.stringify(rest) })
  const query = new URLSearchParams(
    Object.entries(rest).map(([k, v]) => [k, typeof v === 'string' ? v : JSON.stringify(v)]),
  )
  return api.send('GET', `${filled}?${query}`, { token })
}

// a hostile value in one field at a time, all others as they should be: whoever gets further than the parser is told by the verb
describe.each(
  endpointNames.filter(
    (n) => !['session.demo', 'session.persons', 'house.health', 'house.openapi'].includes(n),
  ),
)('%s', (name) => {
  test('answers every hostile value in any field with a refusal, and never with a fault', async () => {
    const good = sampleInput(name, things)
    const shape = Object.keys((contract[name].input as unknown as { shape: object }).shape)
    for (const key of shape) {
      for (const raw of hostile) {
        // in an address everything is text
        const value = contract[name].method === 'GET' && typeof raw !== 'string' ? JSON.stringify(raw) : raw
        // an address cannot carry half a character at all
        if (inPath(name, key) && (typeof value !== 'string' || value === '' || value === '\ud800')) continue
        if (contract[name].method === 'GET' && value === '\ud800') continue
        // nor anything as long as that: the server itself turns such an address away
        if (String(value).length > 5000 && (contract[name].method === 'GET' || inPath(name, key))) continue
        if (contract[name].input.safeParse({ ...good, [key]: value }).success) continue
        expectRefused(await send(tokens[0]!, name, { ...good, [key]: value }), 'invalid', 'unknown_endpoint')
      }
    }
  })

  test('takes no instant of a year that is none to Postgres', () => {
    const good = sampleInput(name, things)
    const takes = (key: string, value: string) =>
      contract[name].input.safeParse({ ...good, [key]: value }).success
    for (const key of Object.keys((contract[name].input as unknown as { shape: object }).shape))
      if (takes(key, '2026-11-21T08:00:00Z') && !takes(key, '一句话'))
        expect([key, takes(key, '0000-01-01T00:00:00Z')]).toEqual([key, false])
  })

  test('takes no key that it does not know', async () => {
    expectRefused(await send(tokens[0]!, name, { ...sampleInput(name, things), planted: 'x' }), 'invalid')
  })
})

describe('the door', () => {
  const path = '/api/me'
  const token = () => tokens[0]!
  test('knows no unknown endpoint', async () => {
    expectRefused(await api.send('GET', '/api/nothing', {}), 'unknown_endpoint')
    expectRefused(await api.send('GET', '/api/c/%E0%A4%A/places', { token: token() }), 'unknown_endpoint')
  })
  test('knows no other method', async () => {
    for (const method of ['PUT', 'DELETE', 'PATCH'])
      expectRefused(await api.send(method, path, { token: token(), body: '{}' }), 'wrong_method')
  })
  test('takes JSON alone', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data', ''])
      expectRefused(
        await api.send('POST', path, {
          token: token(),
          body: '{"largeType":"on"}',
          headers: { 'content-type': type },
        }),
        'wrong_type',
      )
  })
  test('takes no broken JSON, and nothing but an object', async () => {
    for (const body of ['{', '{"a":', '[]', '1', '"x"', 'null', '{"largeType":"on"}}', '\u0000'])
      expectRefused(await api.send('POST', path, { token: token(), body }), 'broken_json')
    expectRefused(
      await api.send('POST', path, { token: token(), body: Buffer.from([0x7b, 0xff, 0xfe, 0x7d]) }),
      'broken_json',
    )
  })
  test('takes no body over the limit, whether its length is told or not', async () => {
    expectRefused(
      await api.send('POST', path, { token: token(), body: `{"largeType":"${'x'.repeat(300_000)}"}` }),
      'too_large',
    )
    const answer = await chunked(api.url, path, token(), 300_000)
    expect(answer).toMatch(/^HTTP\/1\.1 413/)
  })
  test('opens to no token that is expired, ended, foreign or none', async () => {
    for (const bad of ['', 'short', 'x'.repeat(43), 'a b', `${token()}x`])
      expectRefused(await api.send('GET', path, { token: bad }), 'signed_out')
    const now = api.now
    api.now = new Date(now.getTime() + 31 * 86_400_000)
    expectRefused(await api.send('GET', path, { token: token() }), 'signed_out')
    api.now = now
  })
  test('names each field that is wrong, in Chinese', async () => {
    const { body } = await send(token(), 'place.addCompound', {
      communityId: things.communityId,
      id: 'x',
      name: '',
      management: 'x',
      from: 'x',
    })
    const { fields } = body as ErrorBody
    expect(Object.keys(fields!).sort()).toEqual(['from', 'id', 'management', 'name'])
    for (const says of Object.values(fields!)) expect(says).toMatch(/[一-鿿]/)
  })
  test('goes on from no continuation that it did not hand out', async () => {
    const continuation = (text: string) => Buffer.from(text).toString('base64url')
    for (const bad of [
      'x',
      continuation('{}'),
      continuation('[1]'),
      continuation('["a\\u0000"]'),
      continuation('["a","b","c","d","e"]'),
      continuation('["x","y"]'),
    ]) {
      for (const name of continued)
        expectRefused(await send(token(), name, { ...sampleInput(name, things), after: bad }), 'invalid')
    }
    // of words, this could be one; of instants it is of a year that Postgres does not know
    const after = continuation('["0000-01-01T00:00:00Z","019438e9-4800-7000-8000-000000000000"]')
    for (const name of continued) {
      const { status } = await send(token(), name, { ...sampleInput(name, things), after })
      expect([name, status < 500]).toEqual([name, true])
    }
  })
})

/** A body whose length nobody tells. */
function chunked(url: string, path: string, token: string, bytes: number): Promise<string> {
  const { hostname, port } = new URL(url)
  return new Promise((resolve, reject) => {
    const socket = net.connect(Number(port), hostname)
    let answer = ''
    socket.on('data', (d) => {
      answer += d
      socket.destroy()
      resolve(answer)
    })
    socket.on('error', (e) => (answer ? resolve(answer) : reject(e)))
    socket.write(
      `POST ${path} HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${token}\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n`,
    )
    socket.write(`${bytes.toString(16)}\r\n${'x'.repeat(bytes)}\r\n0\r\n\r\n`)
  })
}

test('a demo person unknown to the house cannot be', async () => {
  expect(await api.refusal(undefined, 'session.demo', { personId: demoId('nobody'), device: '测试' })).toBe(
    'not_found',
  )
  expect(
    await api.refusal(undefined, 'session.demo', { personId: demoId('neighbour1'), device: '测试' }),
  ).toBe('not_found')
})
