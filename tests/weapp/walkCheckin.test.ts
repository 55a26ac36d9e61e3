import { randomUUID } from 'node:crypto'
import type { Browser } from 'playwright-core'
import { hongyun } from '../../functions/demo/ids'
import { demoId } from '../../functions/demo/stage'
import { signText } from '../../miniprogram/checkin/parts/signText'
import { codeAt } from '../../shared/kernel/minuteCode'
import { launchChromium } from '../browser/chromium'
import { startApp, type TestApp } from '../kernel/app'
import { ask, tokenOf } from '../kernel/ask'
import { field, lookAt, openOurApp, signedIn } from './ourApp'
import type { Phone } from './phone'

let app: TestApp
let browser: Browser
let tokens: { owner: string; member: string; worker: string; liaison: string }
const phones: Phone[] = []
const post = { communityId: hongyun, taskId: demoId(`${hongyun} 楼道守望`) }
const year = String(new Date().getFullYear())

beforeAll(async () => {
  ;[app, browser] = await Promise.all([startApp({ demo: true }), launchChromium()])
  tokens = {
    owner: await tokenOf(app.url, 'owner'),
    member: await tokenOf(app.url, 'partyMember'),
    worker: await tokenOf(app.url, 'secondWorker'),
    liaison: await tokenOf(app.url, 'liaison'),
  }
})
afterAll(async () => {
  for (const phone of phones) await phone.close()
  await browser?.close()
  await app?.stop()
})
afterEach(async () => {
  for (const phone of phones) await phone.check()
})

async function open(token: string, entry?: string, query: Record<string, string> = {}) {
  const phone = await openOurApp(app.url, { browser, storage: signedIn(token), entry, query })
  phones.push(phone)
  return phone
}

test('a slip of paper is scanned, and presented where the member lives', async () => {
  const name = '9栋1单元701业主'
  const { number } = await ask(app.url, tokens.liaison, 'slip.issue', {
    unitId: demoId('江畔水务公司'),
    id: randomUUID(),
    name,
  })
  const phone = await open(tokens.owner, 'checkin/mine')
  await phone.see('党员身份是敏感个人信息')
  await lookAt(phone, 'checkin-consent')
  await phone.tap('我看过了，同意')
  await phone.see('好了，下一步填报到单')
  await phone.tap('填报到单')
  phone.scanResult(`https://shaodao.example/q/S${number}`)
  await phone.tap('扫单子上的二维码')
  await phone.type(field('你的姓名，和单子上写的一样'), name)
  await phone.tap('下一步')
  await phone.see('会做什么')
  await phone.tap('水电')
  await lookAt(phone, 'checkin-presenting')
  await phone.tap('交给盐溪社区')
  await phone.see('报到单交给盐溪社区了，等社区受理')
  await lookAt(phone, 'checkin-waits')
})

describe('a member on the stairs without signal', () => {
  let phone: Phone
  const codeNow = async () => {
    const { code } = await ask(app.url, tokens.worker, 'task.get', post)
    return codeAt(code?.secret ?? '', new Date()).code
  }
  const services = () => ask(app.url, tokens.member, 'service.mine', { year })

  test('signs in by scanning the worker’s screen, and it stays on the phone', async () => {
    phone = await open(tokens.member, 'checkin/task', post)
    await phone.see('楼道守望岗')
    await lookAt(phone, 'checkin-task')
    const code = await codeNow()
    await phone.offline(true)
    await phone.tap('签到')
    phone.scanResult(signText(post.taskId, code))
    await phone.tap('扫码签到')
    await phone.see('没有信号，签到先存在手机里，连上后自动发出')
    await lookAt(phone, 'checkin-signed-offline')
    expect((await services()).now).toBeNull()
  })

  test('finds it again after the app was closed, and signs out', async () => {
    await phone.reopen()
    await phone.see('正在服务：楼道守望岗')
    await lookAt(phone, 'home-serving')
    await phone.tap('正在服务：楼道守望岗')
    await phone.tap('签退')
    await phone.type(field('社区屏幕上的 6 位数字'), await codeNow())
    await phone.tap('用数字签退')
    await phone.see('没有信号，签退先存在手机里，连上后自动发出')
  })

  test('both are sent once, in their order, when the signal is back', async () => {
    const before = (await services()).waiting
    const sentBefore = phone.requests.length
    await phone.offline(false)
    await phone.notSee('待传', 10_000)
    const sent = phone.requests.slice(sentBefore).filter(({ method }) => method === 'POST')
    expect(
      sent.map(({ url, status }) => [/services(\/.*)?$/.exec(url)?.[0].endsWith('/out'), status]),
    ).toEqual([
      [false, 200],
      [true, 200],
    ])
    expect((await services()).waiting).toBe(before + 1)
  })

  test('a home is looked in on by two taps, also without signal', async () => {
    const homes = await open(tokens.member, 'checkin/homes')
    await homes.see('记一次走访')
    await lookAt(homes, 'checkin-homes')
    await homes.offline(true)
    await homes.tap('记一次走访')
    // a home beside it may have been told of in the same words
    await homes.tap(homes.find('.k-sheet').getByText('都好'))
    await homes.see('现在没有信号，已存在手机里，连上后自动发出')
    await homes.offline(false)
    await homes.notSee('待传', 10_000)
    const today = (await ask(app.url, tokens.member, 'care.mine', {})).items.filter((h) => h.visits > 0)
    expect(today.length).toBeGreaterThan(2)
  })
})
