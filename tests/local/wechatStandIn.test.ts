import { startWechatStandIn, type WechatStandIn } from '../../functions/local/wechatStandIn'

const appId = 'wx-test'
const secret = 'secret'
let now = new Date('2026-11-21T08:00:00Z')
let wechat: WechatStandIn

beforeAll(async () => {
  wechat = await startWechatStandIn({ appId, secret, now: () => now })
})
afterAll(() => wechat.stop())

const ask = async (path: string, body?: object) => {
  const options = body && { method: 'POST', body: JSON.stringify(body) }
  return (await (await fetch(wechat.url + path, options)).json()) as Record<string, unknown>
}
const logIn = (code: string, word = secret) =>
  ask(`/sns/jscode2session?appid=${appId}&secret=${word}&js_code=${code}&grant_type=authorization_code`)
const getToken = async () =>
  (await ask('/cgi-bin/stable_token', { grant_type: 'client_credential', appid: appId, secret })).access_token
const askPhone = (token: unknown, code: string) =>
  ask(`/wxa/business/getuserphonenumber?access_token=${token}`, { code })

test('a login code gives its openid once', async () => {
  expect(await logIn('login-resident')).toMatchObject({ openid: 'resident', unionid: 'union-resident' })
  expect(await logIn('login-resident')).toMatchObject({ errcode: 40163 })
})

test('a code is good for five minutes after its issue', async () => {
  const issued = now.getTime()
  now = new Date(issued + 5 * 60_000)
  expect(await logIn(`login-late.${issued}`)).toMatchObject({ openid: 'late' })
  expect(await logIn(`login-late.${issued - 1}`)).toMatchObject({ errcode: 40029 })
})

test('a code of another kind or none, a wrong secret and an unknown call are refused', async () => {
  expect(await logIn('phone-13800001111')).toMatchObject({ errcode: 40029 })
  expect(await logIn('')).toMatchObject({ errcode: 40029 })
  expect(await logIn('login-somebody', 'guessed')).toMatchObject({ errcode: 40125 })
  expect(await ask('/cgi-bin/token')).toMatchObject({ errcode: -1 })
})

test('a phone code gives its number once, to whoever has a live token', async () => {
  const token = await getToken()
  expect(await askPhone(token, 'phone-13800001111')).toMatchObject({
    errcode: 0,
    phone_info: { purePhoneNumber: '13800001111', countryCode: '86', watermark: { appid: appId } },
  })
  expect(await askPhone(token, 'phone-13800001111')).toMatchObject({ errcode: 40163 })
  expect(await askPhone('guessed', 'phone-13800002222')).toMatchObject({ errcode: 40001 })
  now = new Date(now.getTime() + 2 * 60 * 60_000)
  expect(await askPhone(token, 'phone-13800002222')).toMatchObject({ errcode: 42001 })
})
