import { randomUUID } from 'node:crypto'
import { demoPhone } from '../../functions/demo/cast'
import { hongyun, yanxi } from '../../functions/demo/story'
import { startWechatStandIn, type WechatStandIn } from '../../functions/local/wechatStandIn'
import type { ErrorBody } from '../../shared/kernel/refusal'
import { openApi, type TestApi } from '../kernel/api'
import { tablesHolding } from '../kernel/search'
import { recorded, signIn } from '../kernel/signIn'

let api: TestApi
let wechat: WechatStandIn
let worker: string
beforeAll(async () => {
  wechat = await startWechatStandIn({
    appId: process.env.WECHAT_APPID!,
    secret: process.env.WECHAT_SECRET!,
    now: () => api.now,
  })
  process.env.WECHAT_API = wechat.url
  api = await openApi({ demo: true, now: new Date() })
  worker = await signIn(api, 'communityWorker')
})
afterAll(async () => {
  await wechat.stop()
  await api.close()
})

let visitors = 0
/** Somebody who comes for the first time. */
const visitor = () =>
  api.get(undefined, 'session.wechat', { code: `login-visitor-${++visitors}`, device: '手机' })
let issue = 0
const codeFor = (phone: string) => `phone-${phone}.${api.now.getTime() - ++issue}`
const bind = (token: string, phone: string) => api.ask(token, 'me.phone', { code: codeFor(phone) })
const homeCalled = async (label: string) =>
  (await api.get(worker, 'home.list', { communityId: yanxi, find: label })).items.find(
    (h) => h.label === label,
  )!

/** A line of the roll with somebody's number on it. */
async function putOnRoll(
  label: string,
  phone: string | null,
  days: { from?: string; to?: string | null } = {},
  kind: 'owner' | 'tenant' = 'owner',
) {
  const { homeId } = await homeCalled(label)
  const tie = { communityId: yanxi, homeId, id: randomUUID(), kind, name: `${label}的人`, phone }
  await api.get(worker, 'home.addTie', { ...tie, from: '2026-01-01', to: null, ...days })
  return { homeId, tieId: tie.id }
}

describe('a number that the platform vouches for', () => {
  test('binds every home whose roll carries it, at once', async () => {
    const one = await putOnRoll('8栋1单元301', '13711110001')
    const two = await putOnRoll('8栋1单元302', '13711110001', {}, 'tenant')
    const { token, personId } = await visitor()
    const answer = await api.get(token, 'me.phone', { code: codeFor('13711110001') })
    expect(answer.phone).toBe('137****0001')
    expect(answer.bound.sort()).toEqual(['8栋1单元301', '8栋1单元302'])
    const me = await api.get(token, 'me.get', {})
    expect(me.roles.map((r) => `${r.roleName} ${r.scopeName}`).sort()).toEqual([
      '业主 8栋1单元301',
      '租户 8栋1单元302',
    ])
    expect(me).toMatchObject({ phone: '137****0001', name: expect.stringMatching(/^8栋1单元30[12]的人$/) })
    await api.get(token, 'home.get', { communityId: yanxi, homeId: one.homeId })
    for (const { tieId } of [one, two]) expect(await recorded(api, tieId)).toEqual(['tie.added', 'tie.bound'])
    expect(await recorded(api, personId)).toEqual(['me.phoneBound'])
  })

  test('binds no home whose line is over, and one whose line runs on until today', async () => {
    const today = new Date(api.now.getTime() + 8 * 3_600_000).toISOString().slice(0, 10)
    const yesterday = new Date(api.now.getTime() - 16 * 3_600_000).toISOString().slice(0, 10)
    await putOnRoll('8栋1单元401', '13711110002', { to: yesterday }, 'tenant')
    await putOnRoll('8栋1单元402', '13711110002', { to: today }, 'tenant')
    const { token } = await visitor()
    expect((await api.get(token, 'me.phone', { code: codeFor('13711110002') })).bound).toEqual([
      '8栋1单元402',
    ])
  })

  test('twice on one home binds one line of it', async () => {
    const { homeId } = await putOnRoll('8栋1单元501', '13711110003')
    await putOnRoll('8栋1单元501', '13711110003')
    const { token } = await visitor()
    expect((await api.get(token, 'me.phone', { code: codeFor('13711110003') })).bound).toEqual([
      '8栋1单元501',
    ])
    const { ties } = await api.get(token, 'home.get', { communityId: yanxi, homeId })
    expect(ties.filter((t) => t.bound)).toHaveLength(1)
  })

  test('bound again by its own person changes nothing', async () => {
    const { token, personId } = await visitor()
    await putOnRoll('8栋1单元502', '13711110004')
    await api.get(token, 'me.phone', { code: codeFor('13711110004') })
    const me = await api.get(token, 'me.get', {})
    expect((await api.get(token, 'me.phone', { code: codeFor('13711110004') })).bound).toEqual([])
    expect(await api.get(token, 'me.get', {})).toEqual(me)
    expect(await recorded(api, personId)).toEqual(['me.phoneBound', 'me.phoneBound'])
  })

  test('of another account is refused, and neither account changes', async () => {
    const first = await visitor()
    const second = await visitor()
    await bind(first.token, '13711110005')
    await bind(second.token, '13711110006')
    const { status, body } = await bind(second.token, '13711110005')
    expect([status, (body as ErrorBody).code]).toEqual([409, 'phone_of_another'])
    expect((await api.get(second.token, 'me.get', {})).phone).toBe('137****0006')
    expect((await api.get(first.token, 'me.get', {})).phone).toBe('137****0005')
    expect((await bind(second.token, demoPhone('owner'))).status).toBe(409)
    expect(await recorded(api, second.personId)).toEqual(['me.phoneBound'])
  })

  test('asked for by two accounts at once is given to one', async () => {
    for (let round = 0; round < 20; round++) {
      const phone = `1372222${String(round).padStart(4, '0')}`
      const { tieId } = await putOnRoll('7栋1单元101', phone, {}, 'tenant')
      const two = [await visitor(), await visitor()]
      const answers = await Promise.all(two.map((v) => bind(v.token, phone)))
      expect(answers.map((a) => a.status).sort()).toEqual([200, 409])
      expect(await recorded(api, tieId)).toEqual(['tie.added', 'tie.bound'])
    }
    expect(api.faults).toEqual([])
  })

  test('that bound a home while a claim on it waited leaves nothing to bind when the claim is accepted', async () => {
    const { homeId, tieId } = await putOnRoll('8栋2单元502', '13711110013')
    await putOnRoll('8栋2单元502', null)
    const { token } = await visitor()
    const claim = { communityId: yanxi, id: randomUUID(), homeId, kind: 'owner' as const }
    await api.get(token, 'claim.submit', { ...claim, name: '8栋2单元502的人' })
    await bind(token, '13711110013')
    await api.get(worker, 'claim.decide', { communityId: yanxi, claimId: claim.id, decision: 'accept' })
    const { ties } = await api.get(worker, 'home.get', { communityId: yanxi, homeId })
    expect(ties.filter((t) => t.bound).map((t) => t.tieId)).toEqual([tieId])
    expect(await recorded(api, tieId)).toEqual(['tie.added', 'tie.bound'])
  })

  test('bound in the moment in which a claim on the home is accepted binds one line', async () => {
    for (let round = 0; round < 20; round++) {
      const phone = `1375555${String(round).padStart(4, '0')}`
      const label = `5栋1单元${1 + (round % 7)}0${1 + (Math.floor(round / 7) % 2)}`
      const { homeId } = await putOnRoll(label, phone)
      const { token, personId } = await visitor()
      const claim = { communityId: yanxi, id: randomUUID(), homeId, kind: 'owner' as const }
      await api.get(token, 'claim.submit', { ...claim, name: `${label}的人` })
      const answers = await Promise.all([
        bind(token, phone),
        api.ask(worker, 'claim.decide', { communityId: yanxi, claimId: claim.id, decision: 'accept' }),
      ])
      expect(answers.map((a) => a.status)).toEqual([200, 200])
      const { ties } = await api.get(worker, 'home.get', { communityId: yanxi, homeId })
      expect(ties.filter((t) => t.personId === personId)).toHaveLength(1)
    }
    expect(api.faults).toEqual([])
  })

  test('is nowhere in the database in clear, nor in the record', async () => {
    const { token } = await visitor()
    await putOnRoll('7栋1单元102', '13788889999')
    await bind(token, '13788889999')
    expect(await tablesHolding(api, ['13788889999', '8889999'])).toEqual([])
  })
})

describe('a number that somebody merely types', () => {
  test('binds nothing: no endpoint takes one from the person themselves', async () => {
    await putOnRoll('7栋1单元201', '13711110007')
    const { token } = await visitor()
    for (const code of [
      '13711110007',
      '+8613711110007',
      'login-x',
      'phone-123',
      `phone-13711110007.${api.now.getTime() - 300_001}`,
    ])
      expect((await api.ask(token, 'me.phone', { code })).status).not.toBe(200)
    for (const body of [
      { phone: '13711110007' },
      { code: 'x', phone: '13711110007' },
      { largeType: 'on', phone: '13711110007' },
    ])
      for (const path of ['/api/me', '/api/me/phone'])
        expect((await api.send('POST', path, { token, body: JSON.stringify(body) })).status).toBe(422)
    const me = await api.get(token, 'me.get', {})
    expect([me.phone, me.roles]).toEqual([null, []])
  })

  test('into a home by a worker waits for its person to be vouched for', async () => {
    const { homeId, tieId } = await putOnRoll('7栋1单元202', '13711110008')
    const tieNow = async () =>
      (await api.get(worker, 'home.get', { communityId: yanxi, homeId })).ties.find((t) => t.tieId === tieId)!
    expect((await tieNow()).bound).toBe(false)
    const { token } = await visitor()
    await bind(token, '13711110008')
    expect((await tieNow()).bound).toBe(true)
  })
})

describe('a code', () => {
  test('spent, expired or made up is refused, and nothing is bound', async () => {
    const { token, personId } = await visitor()
    const spent = codeFor('13711110009')
    await api.get((await visitor()).token, 'me.phone', { code: spent })
    for (const code of [spent, `phone-13711110010.${api.now.getTime() - 300_001}`, 'x'])
      expect(await api.refusal(token, 'me.phone', { code })).toBe('phone_code_spent')
    expect((await api.get(token, 'me.get', {})).phone).toBeNull()
    expect(await recorded(api, personId)).toEqual([])
  })

  test('for a number abroad binds nothing', async () => {
    const { token } = await visitor()
    expect((await api.ask(token, 'me.phone', { code: 'phone-2125550100' })).status).toBe(424)
    expect((await api.get(token, 'me.get', {})).phone).toBeNull()
  })

  test('is exchanged again when WeChat has forgotten our access token', async () => {
    const { token } = await visitor()
    await wechat.stop()
    wechat = await startWechatStandIn({
      appId: process.env.WECHAT_APPID!,
      secret: process.env.WECHAT_SECRET!,
      now: () => api.now,
    })
    const { settings } = await import('../../functions/kernel/settings')
    settings().wechat.api = wechat.url
    expect((await bind(token, '13711110011')).status).toBe(200)
  })

  test('cannot be exchanged while WeChat is away: told so, nothing written', async () => {
    const { token, personId } = await visitor()
    await wechat.stop()
    expect((await bind(token, '13711110012')).status).toBe(424)
    expect(await recorded(api, personId)).toEqual([])
    expect(api.faults).toEqual([])
  })
})

test('a home bound in one community is no news to another', async () => {
  const { tieId } = await putOnRoll('7栋1单元301', demoPhone('neighbour19'))
  const second = await signIn(api, 'secondWorker')
  const { items } = await api.get(second, 'record.list', { communityId: hongyun, subjectId: tieId })
  expect(items).toEqual([])
  expect(await api.refusal(second, 'record.list', { communityId: yanxi, subjectId: tieId })).toBe('not_found')
})
