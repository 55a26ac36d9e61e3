import { createHash } from 'node:crypto'
import { demoId } from '../../functions/demo/stage'
import { openApi, type TestApi } from '../kernel/api'
import { tablesHolding } from '../kernel/search'
import { recorded, signIn } from '../kernel/signIn'

let api: TestApi
beforeAll(async () => {
  api = await openApi({ demo: true, now: new Date() })
})
afterAll(() => api.close())

const enter = (key: string, device: string) =>
  api.get(undefined, 'session.demo', { personId: demoId(key), device })

describe('a session', () => {
  test('of a demo person is opened with a token, and its opening is on the record', async () => {
    const { token, expiresAt, personId } = await enter('owner', '小米 14')
    expect(personId).toBe(demoId('owner'))
    expect(Date.parse(expiresAt) - api.now.getTime()).toBe(30 * 86_400_000)
    const { sessionId } = await api.get(token, 'me.get', {})
    expect(await recorded(api, sessionId)).toEqual(['session.opened'])
  })

  test('has a token of its own, opaque, of which the database keeps only the hash', async () => {
    const tokens = await Promise.all([1, 2, 3].map(async () => (await enter('owner', '手机')).token))
    expect(new Set(tokens).size).toBe(3)
    for (const token of tokens) {
      expect(token).toMatch(/^[\w-]{43}$/)
      const hash = createHash('sha256').update(token).digest()
      expect(await api.owner('select 1 from session where token_hash = $1', [hash])).toHaveLength(1)
    }
    expect(await tablesHolding(api, tokens)).toEqual([])
  })

  test('is listed to its person, newest first, with the one in use marked', async () => {
    const first = (await enter('supervisor', '旧手机')).token
    api.now = new Date(api.now.getTime() + 60_000)
    const second = (await enter('supervisor', '新手机')).token
    const { items } = await api.get(first, 'session.list', {})
    expect(items.map((s) => [s.device, s.current])).toEqual([
      ['新手机', false],
      ['旧手机', true],
    ])
    expect((await api.get(second, 'session.list', {})).items.map((s) => s.current)).toEqual([true, false])
  })

  test('is listed to nobody else, not even to those who govern', async () => {
    const { token } = await enter('owner', '只有我看得到')
    for (const key of ['tenant', 'communityWorker', 'districtOfficer']) {
      const { items } = await api.get(await signIn(api, key), 'session.list', {})
      expect(items.map((s) => s.device)).not.toContain('只有我看得到')
    }
    expect((await api.get(token, 'session.list', {})).items[0]!.device).toBe('只有我看得到')
  })

  test('ended by its person is refused at the very next request, others of theirs go on', async () => {
    const first = (await enter('liaison', '一')).token
    const second = (await enter('liaison', '二')).token
    const { sessionId } = await api.get(first, 'me.get', {})
    expect(await api.get(second, 'session.end', { sessionId })).toEqual({ ended: true })
    expect(await api.refusal(first, 'me.get', {})).toBe('signed_out')
    expect((await api.ask(first, 'place.directory', { level: 'community' })).status).toBe(401)
    expect((await api.get(second, 'session.list', {})).items.map((s) => s.device)).toEqual(['二'])
    expect(await recorded(api, sessionId)).toEqual(['session.opened', 'session.ended'])
  })

  test('ended already is not found, and leaves no second line', async () => {
    const first = (await enter('liaison', '三')).token
    const second = (await enter('liaison', '四')).token
    const { sessionId } = await api.get(first, 'me.get', {})
    await api.get(second, 'session.end', { sessionId })
    expect(await api.refusal(second, 'session.end', { sessionId })).toBe('not_found')
    expect(await recorded(api, sessionId)).toEqual(['session.opened', 'session.ended'])
  })

  test('of somebody else is not there to end, not even for those who govern', async () => {
    const owner = await signIn(api, 'owner')
    const { sessionId } = await api.get(owner, 'me.get', {})
    for (const key of ['tenant', 'communityWorker', 'districtOfficer'])
      expect(await api.refusal(await signIn(api, key), 'session.end', { sessionId })).toBe('not_found')
    expect((await api.get(owner, 'me.get', {})).sessionId).toBe(sessionId)
  })

  test('ended from two phones at once is ended once', async () => {
    for (let round = 0; round < 20; round++) {
      const { token } = await enter('department', `${round}`)
      const { sessionId } = await api.get(token, 'me.get', {})
      const others = await Promise.all([enter('department', 'a'), enter('department', 'b')])
      const answers = await Promise.all(others.map((o) => api.ask(o.token, 'session.end', { sessionId })))
      expect(answers.map((a) => a.status).sort()).toEqual([200, 404])
      expect(await recorded(api, sessionId)).toEqual(['session.opened', 'session.ended'])
    }
  })

  test('is over to the millisecond when its time is', async () => {
    const start = api.now
    const { token, expiresAt } = await enter('owner', '手机')
    api.now = new Date(Date.parse(expiresAt) - 1)
    await api.get(token, 'me.get', {})
    api.now = new Date(expiresAt)
    expect(await api.refusal(token, 'me.get', {})).toBe('signed_out')
    api.now = start
  })
})

describe('demo persons', () => {
  test('are told by title and place, in the order of the cast, without names or numbers', async () => {
    const { persons } = await api.get(undefined, 'session.persons', {})
    expect(persons).toHaveLength(22)
    expect(persons[0]).toEqual({
      personId: demoId('owner'),
      title: '居民 · 业主',
      where: '盐溪桥小区 9栋1单元701',
    })
    expect(JSON.stringify(persons)).not.toMatch(/1\d{10}/)
  })
  test('alone can be: somebody who lives here but is not offered cannot', async () => {
    expect(
      await api.refusal(undefined, 'session.demo', { personId: demoId('neighbour3'), device: 'x' }),
    ).toBe('not_found')
  })
})
