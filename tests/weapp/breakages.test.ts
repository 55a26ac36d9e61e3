import { rmSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { launchChromium } from '../browser/chromium'
import { startApp, type TestApp } from '../kernel/app'
import { tokenOf } from '../kernel/ask'
import { breakagesOf, plant } from './breakages'
import { fillClaim, NAMED_BACKEND, openOurApp, ourPackage, pickHome, signedIn } from './ourApp'

let app: TestApp
let browser: Browser
let lead: string

beforeAll(async () => {
  ;[app, browser] = await Promise.all([startApp({ demo: true }), launchChromium()])
  lead = await tokenOf(app.url, 'communityWorker')
})
afterAll(async () => {
  await browser?.close()
  await app?.stop()
})

let walks = 0

/** From the login to a claimed home and a bound number, then one look at the desk. */
async function walkShortly(dist: string) {
  const walker = ++walks
  const phone = await openOurApp(app.url, { browser }, dist)
  try {
    phone.loginCode(`login-short-${walker}`)
    await phone.tap('微信登录')
    await phone.tap('认领我的家')
    await pickHome(phone, '盐溪社区', '盐溪桥小区', '9栋', '1单元', '602')
    await fillClaim(phone, '我是业主', `阿短${walker}`)
    await phone.tap('交上去')
    await phone.see('交上去了')
    await phone.tap('回首页')
    await phone.see('等核实')
    await phone.tap('我的')
    phone.phoneCode(`phone-1380000${1000 + walker}`)
    await phone.tap('用微信绑定手机号')
    await phone.see('绑好了')
    await phone.check()
    await phone.start(signedIn(lead))
    await phone.tap('等你核实')
    await phone.tap(`阿短${walker}`)
    await phone.see('没有写')
    const { official, screen } = await phone.crossCheck()
    expect(screen).toEqual(official)
    await phone.check()
  } finally {
    await phone.close()
  }
}

test('the package as it was built walks', () => walkShortly(ourPackage()))

const targets = {
  first: 'start/index',
  later: 'dwelling/claim',
  className: 'k-page',
  wxFunction: 'login',
  backend: NAMED_BACKEND.replace(/^\w+:\/\//, ''),
}

test.each(breakagesOf(targets).map((breakage) => [breakage.name, breakage] as const))(
  'the walk stumbles over %s',
  async (_name, breakage) => {
    const broken = plant(ourPackage(), breakage)
    try {
      await expect(walkShortly(broken)).rejects.toThrow()
    } finally {
      rmSync(broken, { recursive: true })
    }
  },
)
