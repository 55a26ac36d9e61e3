import { mkdirSync } from 'node:fs'
import path from 'node:path'
import type { Browser, BrowserContext, Locator, Page, Request } from 'playwright-core'

import { findFaults } from './findFaults'

const SCREENSHOTS = path.resolve(__dirname, '../../artefacts/h5')
const PATIENCE_MS = 10_000

/** What somebody holds or sits at. */
export const screens = {
  phone: { viewport: { width: 375, height: 812 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true },
  wide: { viewport: { width: 1280, height: 800 } },
} as const
export type ScreenName = keyof typeof screens

/** Somebody with a browser of their own, who finds things by the words on them. */
export class Person {
  /** What went wrong that nobody had planned: errors of scripts, requests that failed or were refused. */
  readonly wrongs: string[] = []
  #planned: RegExp[] = []
  #opened = 0
  #isLeaving = false
  readonly #underWay = new Set<Request>()
  #whenDone: (() => void)[] = []

  private constructor(
    readonly context: BrowserContext,
    readonly page: Page,
    readonly url: string,
    private readonly isTouch: boolean,
  ) {}

  static async open(browser: Browser, url: string, screen: ScreenName = 'phone'): Promise<Person> {
    const context = await browser.newContext({
      ...screens[screen],
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
    })
    const page = await context.newPage()
    page.setDefaultTimeout(PATIENCE_MS)
    const person = new Person(context, page, url, screen === 'phone')
    page.on('pageerror', (error) => person.#complain(`script: ${error.message}`))
    page.on('console', (message) => {
      if (message.type() === 'error') person.#complain(`console: ${message.text()}`)
    })
    page.on('request', (request) => person.#underWay.add(request))
    page.on('requestfinished', (request) => person.#end(request))
    page.on('requestfailed', (request) => {
      person.#end(request)
      const why = request.failure()?.errorText
      // what a page had just begun to ask when it was left
      if (!person.#isLeaving || why !== 'net::ERR_ABORTED')
        person.#complain(`request: ${request.url()} ${why}`)
    })
    page.on('response', (response) => {
      if (response.status() >= 400) person.#complain(`answer: ${response.status()} ${response.url()}`)
    })
    return person
  }

  /** From here on, these are what the walk itself brings about. */
  plan(...wrongs: RegExp[]) {
    this.#planned.push(...wrongs)
  }

  #complain(wrong: string) {
    if (!this.#planned.some((pattern) => pattern.test(wrong))) this.wrongs.push(wrong)
  }

  #end(request: Request) {
    this.#underWay.delete(request)
    if (this.#underWay.size === 0) for (const wake of this.#whenDone.splice(0)) wake()
  }

  async openPage(address = '') {
    await this.page.goto(`${this.url}/${address && `#/${address}`}`)
  }

  /** As somebody does who follows a link: nothing of the app is open before. */
  async openAfresh(address: string) {
    await this.settle()
    this.#isLeaving = true
    await this.page.goto(`${this.url}/?${++this.#opened}#/${address}`)
    this.#isLeaving = false
  }

  /** Until everything asked for has come, and nothing moves. */
  async settle() {
    if (this.#underWay.size > 0) await new Promise<void>((wake) => this.#whenDone.push(wake))
    await this.page.getByLabel('正在打开').filter({ visible: true }).first().waitFor({ state: 'hidden' })
    // while one page slides over another, both can be seen
    await this.page.waitForFunction(() => {
      const shown = [...document.querySelectorAll('.taro_page')].filter((it) => it.checkVisibility())
      const moving = document.getAnimations().filter((it) => it.effect?.getTiming().iterations !== Infinity)
      return shown.length <= 1 && moving.every(({ playState }) => playState === 'finished')
    })
  }

  findFaults(): Promise<string[]> {
    return this.page.evaluate(findFaults)
  }

  /** Chooses one of the demo's people on the first page. */
  async signInAs(title: string, where = '') {
    await this.openPage()
    await this.see('选一个身份看看')
    await this.tap(`以${title}的身份登录，${where}`)
    await this.notSee('选一个身份看看')
  }

  words(words: string | RegExp): Locator {
    return this.page.getByText(words).filter({ visible: true }).first()
  }

  async see(words: string | RegExp): Promise<void> {
    try {
      await this.words(words).waitFor()
    } catch {
      const says = await this.page.locator('body').ariaSnapshot()
      throw new Error(`"${words}" never came. The screen says:\n${says.trim()}`)
    }
  }

  notSee(words: string | RegExp): Promise<void> {
    return this.words(words).waitFor({ state: 'hidden' })
  }

  /** Something that can be tapped, by the name that a screen reader tells; the whole name before a part of one. */
  thing(name: string): Locator {
    const roles = ['button', 'link', 'radio', 'tab', 'switch'] as const
    const ways = [true, false].flatMap((exact) =>
      roles.map((role) => this.page.getByRole(role, { name, exact })),
    )
    return ways.reduce((one, other) => one.or(other))
  }

  async tap(name: string | Locator) {
    if (typeof name !== 'string') return this.#press(name)
    await this.settle()
    const all = this.thing(name)
    await all.first().waitFor()
    const exact = await all.evaluateAll(
      (found, wanted) =>
        found.findIndex((it) => (it.getAttribute('aria-label') ?? it.textContent ?? '').trim() === wanted),
      name,
    )
    await this.#press(all.nth(Math.max(exact, 0)))
  }

  #press(what: Locator) {
    return this.isTouch ? what.tap() : what.click()
  }

  /** The browser build's tab bar has no roles, only words. */
  tab(word: string) {
    return this.#press(this.page.locator('a.weui-tabbar__item').filter({ hasText: word }))
  }

  fill(label: string, text: string) {
    return this.page.getByLabel(label, { exact: true }).filter({ visible: true }).fill(text)
  }

  /** For eyes only, and so only if they are wanted: PICTURES=on. */
  async screenshot(name: string) {
    if (process.env.PICTURES !== 'on') return
    mkdirSync(SCREENSHOTS, { recursive: true })
    await this.page.screenshot({
      path: path.join(SCREENSHOTS, `${name}.png`),
      scale: 'css',
      animations: 'disabled',
    })
  }

  close() {
    return this.context.close()
  }
}
