import { randomUUID } from 'node:crypto'
import type { Browser } from 'playwright-core'
import { yanxi, yanxiCompound } from '../../functions/demo/ids'
import { demoId } from '../../functions/demo/stage'
import { codeAt } from '../../shared/kernel/minuteCode'
import { signInHead, signInTail } from '../../shared/meeting/signInLink'
import { launchChromium } from '../browser/chromium'
import { lookInto } from '../browser/lookInto'
import { startApp, type TestApp } from '../kernel/app'
import { ask, tokenOf } from '../kernel/ask'
import { field, lookAt, openOurApp, signedIn } from './ourApp'
import type { Phone } from './phone'

let app: TestApp
let browser: Browser
let tokens: { owner: string; worker: string }
const meetingId = randomUUID()
const key = { communityId: yanxi, meetingId }
const phones: Phone[] = []

beforeAll(async () => {
  ;[app, browser] = await Promise.all([startApp({ demo: true }), launchChromium()])
  tokens = { owner: await tokenOf(app.url, 'owner'), worker: await tokenOf(app.url, 'communityWorker') }
  const [home] = await lookInto<{ building_id: string }>(
    app,
    `select h.building_id from home_tie t join home h on (h.community_id, h.id) = (t.community_id, t.home_id)
     where t.person_id = $1 order by h.id limit 1`,
    [demoId('owner')],
  )
  await ask(app.url, tokens.worker, 'meeting.plan', {
    communityId: yanxi,
    compoundId: yanxiCompound,
    id: meetingId,
    kind: 'building',
    title: '9栋楼宇会',
    startsAt: new Date(Date.now() + 20 * 60_000).toISOString(),
    minutes: 60,
    spot: '9栋门口',
    circle: [{ kind: 'building', ofId: home?.building_id ?? '' }],
    chairId: demoId('buildingLead'),
    recorderId: demoId('communityWorker'),
  })
  for (const title of ['加装楼梯扶手', '楼道照明'])
    await ask(app.url, tokens.worker, 'meeting.addItem', { ...key, id: randomUUID(), title })
})
afterAll(async () => {
  for (const phone of phones) await phone.close()
  await browser?.close()
  await app?.stop()
})
afterEach(async () => {
  for (const phone of phones) await phone.check()
})

async function open(token: string, entry: string, query: Record<string, string> = key) {
  const phone = await openOurApp(app.url, { browser, storage: signedIn(token), entry, query })
  phones.push(phone)
  return phone
}
const written = async () =>
  (await ask(app.url, tokens.worker, 'minutes.get', key)).entries.map((e) => e.words)

test('a meeting goes into the calendar of the phone itself', async () => {
  const later = randomUUID()
  await ask(app.url, tokens.worker, 'meeting.plan', {
    communityId: yanxi,
    compoundId: yanxiCompound,
    id: later,
    kind: 'building',
    title: '小区大会',
    startsAt: new Date(Date.now() + 5 * 86_400_000).toISOString(),
    minutes: 60,
    spot: '小区广场',
    circle: [{ kind: 'compound', ofId: yanxiCompound }],
  })
  const phone = await open(tokens.owner, 'meeting/one', { communityId: yanxi, meetingId: later })
  await phone.tap('加入手机日历')
  await phone.see('已经加进手机日历')
  await lookAt(phone, 'meeting-before')
  expect(phone.asked('addPhoneCalendar')).toMatchObject([
    { title: '小区大会', location: '小区广场', alarm: true, alarmOffset: 3600 },
  ])
})

describe('a recorder in a courtyard without signal', () => {
  let phone: Phone
  const words = '老人下楼没处抓，冬天更危险'

  test('shows a code that neighbours can sign in with', async () => {
    phone = await open(tokens.worker, 'meeting/one')
    await phone.tap('给大家看签到码')
    await phone.see('请在手机上输入这 6 位数字')
    await lookAt(phone, 'meeting-code')
    await phone.offline(true)
    const { signIn } = await ask(app.url, tokens.worker, 'meeting.get', key)
    const said = ((await phone.find('.m-code').textContent()) ?? '').replace(/\D/g, '')
    const now = Date.now()
    const fitting = [now, now - 60_000].map((at) => codeAt(signIn?.secret ?? '', new Date(at)).code)
    expect(fitting).toContain(said)
    const neighbour = await open(tokens.owner, 'meeting/one')
    neighbour.scanResult(signInHead(signIn?.host ?? '') + signInTail({ ...key, code: said }))
    await neighbour.tap('扫屏幕上的码')
    await neighbour.see('你已经签到了，请坐。')
    expect(phone.asked('setKeepScreenOn')).toMatchObject([{ keepScreenOn: true }])
  })

  test('begins and writes, and all of it stays on the phone', async () => {
    await phone.back()
    await phone.tap('开会')
    await phone.tap('现在开始')
    await phone.see('没有信号，先记在手机里：已经开始')
    await phone.tap('记纪要')
    await phone.tap('加装楼梯扶手')
    await phone.type(field('说了什么'), words)
    await phone.see('没有信号，2 条存在这台手机里')
    await lookAt(phone, 'minutes-offline')
  })

  test('finds it again after the app was closed', async () => {
    await phone.reopen()
    await phone.see('纪要还没传完')
    await lookAt(phone, 'home-minutes-wait')
    await phone.tap('纪要还没传完')
    await phone.see(words)
  })

  test('sends it once the signal is back, after the word that it began', async () => {
    const before = phone.requests.length
    await phone.offline(false)
    await phone.see('写的都传上去了', 10_000)
    const sent = phone.requests.slice(before).filter(({ method }) => method === 'POST')
    expect(sent.map(({ url }) => /beginning|entries/.exec(url)?.[0])).toEqual(['beginning', 'entries'])
    expect(sent.map(({ status }) => status)).toEqual([200, 200])
    expect(await written()).toEqual([words])
    await phone.reopen()
    await phone.notSee('纪要还没传完')
  })
})
