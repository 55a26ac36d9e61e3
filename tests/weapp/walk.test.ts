import { randomUUID } from 'node:crypto'
import type { Browser } from 'playwright-core'
import { hongyun, yanxi, yanxiCompound } from '../../functions/demo/story'
import { launchChromium } from '../browser/chromium'
import { lookInto } from '../browser/lookInto'
import { startApp, type TestApp } from '../kernel/app'
import { ask, tokenOf } from '../kernel/ask'
import { fillClaim, lookAt, openOurApp, pickHome } from './ourApp'
import type { Phone } from './phone'

let app: TestApp
let browser: Browser
let phone: Phone
let worker: string

beforeAll(async () => {
  ;[app, browser] = await Promise.all([startApp({ demo: true }), launchChromium()])
  worker = await tokenOf(app.url, 'communityWorker')
  phone = await openOurApp(app.url, { browser })
})
afterAll(async () => {
  await phone?.close()
  await browser?.close()
  await app?.stop()
})
afterEach(() => phone.check())

const look = (name: string) => lookAt(phone, name)

const claimsOf = async (number: string) =>
  lookInto<{ name: string; state: string }>(
    app,
    `select c.name, c.state from claim c join home h on (h.community_id, h.id) = (c.community_id, c.home_id)
     where h.number = $1 and c.name like '阿%'`,
    [number],
  )

const codesOf = async () =>
  (await ask(app.url, worker, 'place.codes', { communityId: yanxi, compoundId: yanxiCompound })).items

test('somebody signs in by WeChat and finds a door to their home', async () => {
  phone.loginCode('login-walker')
  await phone.see('微信登录')
  await look('start')
  await phone.tap('微信登录')
  await phone.see('认领我的家')
  await look('home-newcomer')
})

test('a home is claimed by choosing it', async () => {
  await phone.tap('认领我的家')
  await phone.see('你住在哪个社区')
  await look('claim-community')
  await pickHome(phone, '盐溪社区', '盐溪桥小区', '9栋', '1单元', '602')
  await fillClaim(phone, '我是业主', '阿林')
  await look('claim-form')
  await phone.tap('交上去')
  await phone.see('交上去了')
  expect(await claimsOf('602')).toEqual([{ name: '阿林', state: 'submitted' }])
  await phone.tap('回首页')
  await phone.see('等核实')
  await look('home-waits')
})

test('a home is claimed by scanning the code at the entrance', async () => {
  await phone.tap('我的')
  await phone.tap('认领我的家')
  const code = (await codesOf()).find(({ name }) => name.includes('7栋') && name.includes('2单元'))
  phone.scanResult(code?.link ?? '')
  await phone.tap('扫楼门口的二维码，省得选')
  await phone.see('哪一户')
  await phone.see('2单元')
  await look('claim-scanned')
  await pickHome(phone, '301')
  await fillClaim(phone, '我是租户', '阿林')
  await phone.tap('交上去')
  await phone.see('交上去了')
  expect(await claimsOf('301')).toEqual([{ name: '阿林', state: 'submitted' }])
  await phone.tap('回首页')
})

test('a claim made without signal outlives the app, and is sent exactly once', async () => {
  await phone.tap('我的')
  await phone.tap('认领我的家')
  await pickHome(phone, '盐溪社区', '盐溪桥小区', '8栋', '2单元', '502')
  await fillClaim(phone, '我是租户', '阿离')
  await phone.offline(true)
  await phone.tap('交上去')
  await phone.see('先记下了')
  await look('claim-offline')

  await phone.reopen()
  await phone.see('1 条待传')
  await look('home-offline')
  await phone.tap('1 条待传')
  await phone.see('认领 盐溪桥小区 8栋2单元502')
  await look('queue')
  expect(await claimsOf('502')).toEqual([])

  const before = phone.requests.length
  await phone.offline(false)
  await phone.see('都发出去了')
  const sent = phone.requests
    .slice(before)
    .filter(({ method, url }) => method === 'POST' && /claims/.test(url))
  expect(sent.map(({ status }) => status)).toEqual([200])
  expect(await claimsOf('502')).toEqual([{ name: '阿离', state: 'submitted' }])
  await phone.reopen()
  await phone.see('等核实')
  await phone.notSee('待传')
  expect(await claimsOf('502')).toHaveLength(1)
})

test('the phone number that WeChat vouches for binds the home that the roll has it for', async () => {
  const homes = await ask(app.url, worker, 'home.list', { communityId: yanxi, find: '6栋1单元502' })
  const home = homes.items[0]!
  const from = '2026-01-01'
  const tie = { id: randomUUID(), kind: 'owner' as const, name: '阿林', phone: '13900001234', from, to: null }
  await ask(app.url, worker, 'home.addTie', { communityId: yanxi, homeId: home.homeId, ...tie })

  await phone.tap('我的')
  await phone.tap('用微信绑定手机号')
  await phone.see('还没有绑定')
  phone.phoneCode('phone-13900001234')
  await phone.tap('用微信绑定手机号')
  await phone.see(/名册上有你/)
  await phone.see('139****1234')
  await phone.seeTitle('阿林')
  await look('me-bound')
  await phone.tap('首页')
  await phone.see('有事找谁')
  await phone.see('盐溪第一网格员')
  await phone.seeTitle('6栋1单元502')
  await look('home-owner')
  await phone.tap('6栋1单元502')
  await phone.see('这一户的人')
  await look('my-home')
  await phone.back()
})

test('messages tell what has become of a claim, and what is public can be seen', async () => {
  const claims = await ask(app.url, worker, 'claim.list', { communityId: yanxi, state: 'submitted' })
  const { claimId } = claims.items.find(({ label }) => label === '7栋2单元301')!
  const reason = '这一户登记的不是你，请带证件到社区来一趟'
  await ask(app.url, worker, 'claim.decide', { communityId: yanxi, claimId, decision: 'reject', reason })
  await phone.tap('消息')
  await phone.see('今天')
  await phone.see('7栋2单元301')
  await look('inbox')
  await phone.tap('公开')
  await phone.see('盐溪桥小区')
  await look('open')
})

test('large type is chosen in 我的 and holds after the app was closed', async () => {
  const size = () =>
    phone
      .find('我的家')
      .first()
      .evaluate((it) => Number.parseFloat(getComputedStyle(it).fontSize))
  await phone.tap('我的')
  await phone.see('字的大小')
  const before = await size()
  await phone.tap('大字')
  await phone.screen.wait({ selector: '.large' })
  await look('me-large')
  expect(await size()).toBeGreaterThan(before * 1.2)
  await phone.reopen()
  await phone.see('有事找谁')
  expect(await size()).toBeGreaterThan(before * 1.2)
  await look('home-large')
})

test('the link on a wall opens the mini-program where it leads', async () => {
  const link = (await codesOf())[0]?.link ?? ''
  const { storage } = await phone.state()
  await phone.close()
  const query = { q: encodeURIComponent(link) }
  phone = await openOurApp(app.url, { browser, storage, entry: 'dwelling/scan', query })
  await phone.see('在这里吹哨')
  await phone.see('我住这里')
  await look('scan')
})

test('the desk of a community worker works on the phone too', async () => {
  const query = { communityId: hongyun }
  const storage = { 'shaodao.token': JSON.stringify(await tokenOf(app.url, 'secondWorker')) }
  for (const [entry, words] of [
    ['home/index', '等你核实'],
    ['desk/roll', '表格长这样'],
    ['desk/homes', '1栋1单元101'],
    ['desk/places', '弘运小区'],
    ['desk/roles', '弘运第一网格员'],
    ['desk/grant', '授予什么身份'],
    ['desk/record', '受理'],
    ['desk/claims', '4栋3单元502'],
  ] as const) {
    await phone.close()
    phone = await openOurApp(app.url, { browser, storage, entry, query, theme: 'dark' })
    await phone.see(words)
    await look(entry.replace('/', '-'))
    await phone.check()
  }
  await phone.tap('4栋3单元502')
  await phone.see('刚搬来，合同签了一年')
  await look('desk-claim')
})
