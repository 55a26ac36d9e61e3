import { rmSync, writeFileSync } from 'node:fs'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import type { Browser } from 'playwright-core'
import { launchChromium } from '../browser/chromium'
import { openPhone, type Phone, type PhoneOptions } from './phone'
import { writeSample } from './sample'

// The address in the build; the phone is told who answers for it.
const NAMED = 'http://127.0.0.1:1'
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAoAAAAKCAYAAACNMs+9AAAAFUlEQVR42mNk+M9Qz0AEYBxVSF+FABJADveWkH6oAAAAAElFTkSuQmCC',
  'base64',
)

let browser: Browser
let server: http.Server
let sample: string
let phone: Phone
let received: Buffer

beforeAll(async () => {
  browser = await launchChromium()
  server = http.createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    received = Buffer.concat(chunks)
    const { pathname, searchParams } = new URL(request.url ?? '/', NAMED)
    if (pathname === '/text') response.end('一段文字')
    else if (pathname === '/upload') response.end(`收了${received.includes(PNG)}`)
    else response.end(JSON.stringify({ said: `你好${searchParams.get('name')}` }))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  sample = writeSample(NAMED)
})

afterAll(async () => {
  await browser.close()
  server.close()
  rmSync(sample, { recursive: true })
})

afterEach(() => phone.close())

async function open(options: PhoneOptions = {}) {
  const real = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  phone = await openPhone(sample, { browser, servers: { [NAMED]: real }, ...options })
  return phone
}

test('a script sees the language and wx, and nothing of the browser', async () => {
  await open()
  await phone.tap('隐藏')
  await phone.see('undefined,undefined,undefined,undefined,undefined,refused')
  await phone.check()
})

test('wx.request is real HTTP, to this machine only', async () => {
  await open()
  await phone.tap('请求')
  await phone.see('你好槐树')
  expect(phone.requests).toMatchObject([{ method: 'GET', status: 200 }])
  await phone.tap('外网')
  await phone.see('request:fail url not in domain list')
  await phone.tap('下载')
  await phone.see('一段文字')
})

test('without signal requests fail, and the app is told', async () => {
  await open()
  await phone.offline(true)
  await phone.see('网络none')
  await phone.tap('请求')
  await phone.see('request:fail')
  await phone.reopen()
  await phone.tap('网络')
  await phone.see('none')
  await phone.offline(false)
  await phone.see('网络wifi')
  await phone.tap('请求')
  await phone.see('你好槐树')
})

test('a chosen photo is shown and uploaded; what was saved outlives the app, the rest does not', async () => {
  await open()
  const file = path.join(sample, 'photo.png')
  writeFileSync(file, PNG)
  phone.pickFiles([file])
  await phone.tap('照片')
  await phone.see('收了true')
  expect(received.toString()).toContain('照')
  await phone.find('.photo img[src^="blob:"]').waitFor()
  await phone.tap('文件')
  await phone.see('在,在')
  await phone.reopen()
  await phone.tap('文件')
  await phone.see('在,没了')
  await phone.tap('照片')
  await phone.see('chooseImage:fail cancel')
})

test('an upload tells how far it is, and can be ended', async () => {
  await open()
  await phone.tap('上传')
  await phone.see('50:3,100:6')
  await phone.tap('不传了')
  await phone.see('uploadFile:fail abort')
})

test('the storage is seeded and survives a cold start', async () => {
  await open({ storage: { count: 4 } })
  await phone.tap('存')
  await phone.see('5')
  await phone.reopen()
  await phone.tap('存')
  await phone.see('6')
  expect((await phone.state()).storage).toEqual({ count: 6 })
})

test('what is typed reaches the app, as long as the field allows', async () => {
  await open()
  await phone.type('.field', '一二三四五六七八')
  await phone.see('写了一二三四五六')
  await phone.notSee('六七')
  await phone.type('.field', '换')
  await phone.see('写了换')
  await phone.type('.field', '')
  await phone.notSee('写了换')
})

test('dialogues and sheets are answered by touch', async () => {
  await open()
  await phone.tap('询问')
  await phone.modal('confirm', '理由')
  await phone.see('true,理由')
  await phone.tap('询问')
  await phone.modal('cancel')
  await phone.see('false,')
  await phone.tap('菜单')
  await phone.tap('乙')
  await phone.see('1')
  await phone.tap('提示')
  await phone.see('已提交')
  await phone.notSee('已提交')
  expect(phone.toasts).toEqual(['已提交'])
})

test('the phone gives codes, places, scans and random bytes, or refuses', async () => {
  await open()
  await phone.tap('手机号')
  await phone.see('getPhoneNumber:fail user deny')
  phone.phoneCode('phone-1')
  await phone.tap('手机号')
  await phone.see('phone-1')
  await phone.tap('扫码')
  await phone.see('scanCode:fail cancel')
  phone.scanResult('https://example.com/q/1')
  await phone.tap('扫码')
  await phone.see('https://example.com/q/1')
  await phone.tap('位置')
  await phone.see('getLocation:fail auth deny')
  phone.location = { latitude: 30.25, longitude: 120.1 }
  await phone.tap('位置')
  await phone.see('30.25')
  await phone.tap('地图')
  await phone.see('chooseLocation:fail the api need to be declared')
  await phone.tap('随机')
  await phone.see('16')
  await phone.tap('电话')
  await phone.tap('画布')
  await phone.see('100在')
  expect(phone.asked('makePhoneCall')).toEqual([{ phoneNumber: '12345' }])
  await phone.check()
})

test('personal data waits for consent to the privacy guideline', async () => {
  await open({ privacyNeeded: true })
  await phone.tap('隐私')
  await phone.tap('拒绝')
  await phone.see('setClipboardData:fail privacy permission is not authorized')
  await phone.tap('隐私')
  await phone.tap('同意')
  await phone.see('setClipboardData:ok')
})

test('a dialogue that comes up under the finger is not answered by the same touch', async () => {
  await open()
  await phone.page.addStyleTag({ content: '.ph-modal-cancel { position: fixed; inset: 0 }' })
  await phone.tap('询问')
  await phone.see('删除')
  await phone.modal('cancel')
  await phone.see('false,')
})

test('a page of a subpackage opens without signal only where that was fetched before', async () => {
  await open()
  await phone.offline(true)
  await phone.tap('我的')
  await phone.tap('远处的页')
  await phone.see('navigateTo:fail loadSubpackage')
  await phone.offline(false)
  await phone.tap('远处的页')
  await phone.see('远处7')
  await phone.offline(true)
  await phone.reopen()
  await phone.tap('我的')
  await phone.tap('远处的页')
  await phone.see('远处7')
  await phone.check()
})

test('tabs stay alive, pages stack, and an opened page talks to its opener', async () => {
  await open()
  await phone.tap('我的')
  await phone.seeTitle('我')
  await phone.tap('数到0')
  await phone.see('数到1')
  await phone.pullDown()
  await phone.see('拉了1')
  expect(await phone.share()).toEqual({ title: '来看', path: '/home/index' })
  await phone.tap('远处的页')
  await phone.see('远处7')
  await phone.see('setTabBarBadge:fail not TabBar page')
  expect(await phone.state()).toMatchObject({ pages: ['me/index', 'far/away'], query: { id: '7' } })
  await phone.back()
  await phone.see('收到')
  await phone.tap('首页')
  await phone.see('第2次')
  await phone.tap('我的')
  await phone.see('数到1')
  await phone.check()
})

test('the bars follow the theme', async () => {
  await open({ theme: 'dark' })
  const colour = () => phone.page.evaluate('document.getElementById("ph-nav").style.background')
  expect(await colour()).toBe('rgb(17, 17, 17)')
  await phone.theme('light')
  expect(await colour()).toBe('rgb(255, 255, 255)')
})

test("the screen is what WeChat's own compiler renders from the same data", async () => {
  await open()
  await phone.tap('存')
  const { same, official, screen } = await phone.crossCheck()
  expect(screen).toEqual(official)
  expect(same).toBe(true)
  await phone.page.evaluate('document.querySelector(".shows").textContent = "别的"')
  expect((await phone.crossCheck()).same).toBe(false)
})

test('waiting ends with the app: it lasts while something is under way, and stops at an error', async () => {
  await open()
  await phone.tap('慢慢')
  await phone.see('终于')
  await expect(phone.see('从来没有')).rejects.toThrow('nothing under way')
  const from = Date.now()
  // the error may come while the finger is still down
  const afterwards = phone.tap('抛错').then(() => phone.see('从来没有', 5000))
  await expect(afterwards).rejects.toThrow('坏了')
  expect(Date.now() - from).toBeLessThan(1000)
  await expect(phone.check()).rejects.toThrow('坏了')
})

test('a function of wx that this phone lacks fails loudly', async () => {
  await open()
  const afterwards = phone.tap('缺少').then(() => phone.see('not implemented'))
  await expect(afterwards).rejects.toThrow('wx.startBeaconDiscovery')
  expect(phone.errors).toHaveLength(1)
})
