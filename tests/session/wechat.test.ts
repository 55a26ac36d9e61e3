import { startWechatStandIn, type WechatStandIn } from '../../functions/local/wechatStandIn'
import { openApi, type TestApi } from '../kernel/api'
import { tablesHolding } from '../kernel/search'
import { recorded } from '../kernel/signIn'

let api: TestApi
let wechat: WechatStandIn
beforeAll(async () => {
  wechat = await startWechatStandIn({
    appId: process.env.WECHAT_APPID!,
    secret: process.env.WECHAT_SECRET!,
    now: () => api.now,
  })
  process.env.WECHAT_API = wechat.url
  api = await openApi({ now: new Date('2026-11-21T02:00:00Z') })
})
afterAll(async () => {
  await wechat.stop()
  await api.close()
})

const enter = (code: string) => api.ask(undefined, 'session.wechat', { code, device: 'iPhone' })
const enterAs = async (code: string) => api.get(undefined, 'session.wechat', { code, device: 'iPhone' })
const people = async () => (await api.owner<{ n: number }>('select count(*)::int as n from person'))[0]!.n

describe('logging in with WeChat', () => {
  test('makes the person at their first visit and finds them at the next', async () => {
    const first = await enterAs(`login-anna.${api.now.getTime()}`)
    const again = await enterAs(`login-anna.${api.now.getTime() - 1}`)
    const other = await enterAs('login-berta')
    expect(again.personId).toBe(first.personId)
    expect(other.personId).not.toBe(first.personId)
    expect(again.token).not.toBe(first.token)
    const me = await api.get(first.token, 'me.get', {})
    expect(me).toMatchObject({ personId: first.personId, name: null, phone: null, roles: [], claims: [] })
    expect(await recorded(api, me.sessionId)).toEqual(['session.opened'])
  })

  test('keeps the openid only encrypted', async () => {
    await enterAs('login-clear-openid-9f')
    expect(await tablesHolding(api, ['clear-openid'])).toEqual([])
  })

  test('with a code that was used already is refused, and opens nothing', async () => {
    await enterAs('login-carl')
    const before = await people()
    const { status, body } = await enter('login-carl')
    expect([status, body]).toEqual([
      409,
      expect.objectContaining({ code: 'wechat_code_spent', message: '登录凭证已失效，请再点一次登录' }),
    ])
    expect(await people()).toBe(before)
  })

  test('with a code older than five minutes is refused', async () => {
    const issued = api.now.getTime()
    api.now = new Date(issued + 5 * 60_000)
    expect((await enter(`login-dora.${issued}`)).status).toBe(200)
    api.now = new Date(issued + 5 * 60_000 + 1)
    expect((await enter(`login-emil.${issued}`)).status).toBe(409)
  })

  test('with a code that WeChat never gave out is refused', async () => {
    for (const code of ['x', 'phone-13800000000', 'login-', "'; drop table person"])
      expect([code, (await enter(code)).status]).toEqual([code, 409])
  })

  test('for the first time from two phones at once makes one person', async () => {
    for (let round = 0; round < 20; round++) {
      const entered = await Promise.all(
        [1, 2, 3].map((n) => enterAs(`login-twice${round}.${api.now.getTime() - n}`)),
      )
      expect(new Set(entered.map((e) => e.personId)).size).toBe(1)
    }
  })

  test('with one code from two phones at once lets one in', async () => {
    for (let round = 0; round < 20; round++) {
      const answers = await Promise.all([1, 2].map(() => enter(`login-same${round}`)))
      expect(answers.map((a) => a.status).sort()).toEqual([200, 409])
    }
  })

  test('more than 120 times in ten minutes from one address is slowed down, until the ten minutes are over', async () => {
    api.now = new Date(api.now.getTime() + 3_600_000)
    const statuses = new Map<number, number>()
    for (let n = 0; n < 130; n++) {
      const { status } = await enter('login-not.1')
      statuses.set(status, (statuses.get(status) ?? 0) + 1)
    }
    expect(Object.fromEntries(statuses)).toEqual({ 409: 120, 429: 10 })
    api.now = new Date(api.now.getTime() + 11 * 60_000)
    expect((await enter('login-not.1')).status).toBe(409)
  })
})

describe('when WeChat cannot be reached', () => {
  test('logging in says so, and to come back later; nothing is written', async () => {
    const before = await people()
    await wechat.stop()
    const { status, body } = await enter('login-franz')
    expect([status, body]).toEqual([
      424,
      expect.objectContaining({ code: 'wechat_unreachable', message: '暂时连不上微信，请过一会儿再试' }),
    ])
    expect(await people()).toBe(before)
    expect(api.faults).toEqual([])
  })
})
