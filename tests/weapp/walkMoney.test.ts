import type { Browser } from 'playwright-core'
import { yanxi, yanxiCompound } from '../../functions/demo/ids'
import { launchChromium } from '../browser/chromium'
import { startApp, type TestApp } from '../kernel/app'
import { ask, tokenOf } from '../kernel/ask'
import { lookAt, openOurApp, signedIn } from './ourApp'
import type { Phone } from './phone'

const books = { communityId: yanxi, compoundId: yanxiCompound }
const patienceMs = 180_000
let app: TestApp
let browser: Browser
let tokens: { owner: string; keeper: string }
const phones: Phone[] = []

beforeAll(async () => {
  ;[app, browser] = await Promise.all([startApp({ demo: true }), launchChromium()])
  tokens = { owner: await tokenOf(app.url, 'owner'), keeper: await tokenOf(app.url, 'bookkeeper') }
}, patienceMs)
afterAll(async () => {
  for (const phone of phones) await phone.close()
  await browser?.close()
  await app?.stop()
})
afterEach(async () => {
  for (const phone of phones) await phone.check()
})

async function open(token: string, entry: string) {
  const phone = await openOurApp(app.url, { browser, storage: signedIn(token), entry, query: books })
  phones.push(phone)
  return phone
}
const receipts = async () => (await ask(app.url, tokens.keeper, 'receipt.list', books)).items

test('a receipt is taken in three taps, and once', async () => {
  const before = await receipts()
  const phone = await open(tokens.keeper, 'money/take')
  await phone.see('等着收')
  await lookAt(phone, 'money-take')
  const tapped = phone.screen.taps
  await phone.tap('[aria-label$="欠 1,220.00 元，收"]')
  await phone.see('收哪一笔')
  await lookAt(phone, 'money-charges')
  await phone.tap('[aria-label*="月，收 1"]')
  await lookAt(phone, 'money-third-tap')
  await phone.tap('[aria-label^="微信收"]')
  await phone.see('收好了')
  expect(phone.screen.taps - tapped).toBe(3)
  await lookAt(phone, 'money-taken')
  const [last, next] = await receipts()
  expect(next?.receiptId).toBe(before[0]?.receiptId)
  expect(last).toMatchObject({ kind: 'taken', by: 'wechat', reversed: false })
})

test('an owner reads the month, and follows a piece of it down to its entry', async () => {
  const phone = await open(tokens.owner, 'money/month')
  await phone.see('从哪来')
  await phone.see('到哪去')
  await lookAt(phone, 'money-month')
  await phone.tap('[aria-label^="绿化，支"]')
  await phone.see('凭证待遮挡')
  await phone.tap('[aria-label^="支出："]')
  await phone.see('怎么记的')
  await lookAt(phone, 'money-entry')
})
