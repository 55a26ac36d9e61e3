import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core'
import { launchChromium } from '../browser/chromium'
import { bootPage, callRuntime, Host } from './host'
import { renderOfficially } from './official'
import { packApp } from './pack'
import type { BootOptions, Device, Json, PackedApp, Place, RuntimeApi, ScreenNode } from './protocol'
import { Screen, wantedText } from './screen'

export interface PhoneOptions {
  /** What the storage holds when the mini-program starts. */
  storage?: Record<string, Json>
  /** The page to enter by; without it, the first page. */
  entry?: string
  query?: Record<string, string>
  /** A browser to share; without it the phone starts one and ends it. */
  browser?: Browser
  viewport?: { width: number; height: number }
  theme?: Device['theme']
  fontSizeSetting?: number
  /** Which origin answers for one that the build names, such as that of the backend. */
  servers?: Record<string, string>
  /** WeChat's consent to the privacy guideline has not been given yet. */
  privacyNeeded?: boolean
  /** Messages that are no errors in this scenario. */
  tolerate?: RegExp[]
}

export interface CrossCheck {
  same: boolean
  /** What WeChat's own compiled template makes of the page's data. */
  official: ScreenNode | undefined
  screen: ScreenNode | null
}

const SCREENSHOTS = path.resolve(__dirname, '../../artefacts/weapp')
const IPHONE = { width: 375, height: 667 }

const packs = new Map<string, PackedApp>()

/** Takes a built mini-program into a phone and opens it. */
export async function openPhone(dist: string, options: PhoneOptions = {}): Promise<Phone> {
  const folder = path.resolve(dist)
  const packed = packs.get(folder) ?? packApp(folder)
  packs.set(folder, packed)
  const browser = options.browser ?? (await launchChromium())
  const context = await browser.newContext({
    viewport: options.viewport ?? IPHONE,
    deviceScaleFactor: 2,
    isMobile: true,
    hasTouch: true,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    colorScheme: options.theme ?? 'light',
  })
  const phone = new Phone(folder, packed, context, options)
  try {
    await redirectImages(context, options.servers ?? {})
    await phone.start()
  } catch (error) {
    await phone.close()
    throw error
  }
  return phone
}

async function redirectImages(context: BrowserContext, servers: Record<string, string>) {
  for (const [named, real] of Object.entries(servers)) {
    // fetched from outside the page, which a browser does not let ask this machine for a picture
    await context.route(`${named}/**`, async (route) =>
      route.fulfill({ response: await route.fetch({ url: route.request().url().replace(named, real) }) }),
    )
  }
}

/** A phone with one mini-program on it, and the person who holds it. */
export class Phone {
  readonly #dist: string
  readonly #packed: PackedApp
  readonly #context: BrowserContext
  readonly #options: PhoneOptions
  readonly #host: Host
  #screen: Screen | undefined
  #openedAt = 0

  constructor(dist: string, packed: PackedApp, context: BrowserContext, options: PhoneOptions) {
    this.#dist = dist
    this.#packed = packed
    this.#context = context
    this.#options = options
    this.#host = new Host(options.tolerate ?? [], options.servers ?? {})
  }

  start(storage = this.#options.storage ?? {}) {
    const { entry, query = {} } = this.#options
    return this.#boot({ entry, query, storage, files: {}, packages: [] })
  }

  /** Ends the app as the phone does, without a word to it, and opens it at its first page with what it had stored. */
  async reopen() {
    const { storage, packages } = await this.state()
    const files = await this.#call('savedFiles')
    this.#host.network.cutAll()
    await this.page.close()
    await this.#boot({ query: {}, storage, files, packages })
  }

  async #boot(kept: Pick<BootOptions, 'entry' | 'query' | 'storage' | 'files' | 'packages'>) {
    const { theme = 'light', fontSizeSetting = 16, privacyNeeded = false } = this.#options
    this.#openedAt = performance.now()
    const page = await bootPage(this.#context, this.#host, this.#dist, this.#packed, {
      ...kept,
      device: { theme, fontSizeSetting },
      offline: this.#host.network.isOffline,
      privacyNeeded,
    })
    this.#screen = new Screen(page, this.#host)
  }

  /** What the person has spent since the app was opened. */
  get spent() {
    return { taps: this.screen.taps, ms: performance.now() - this.#openedAt }
  }

  async close() {
    this.#host.network.cutAll()
    await this.#context.close()
    if (!this.#options.browser) await this.#context.browser()?.close()
  }

  /** The browser's page, for what this class does not offer. */
  get page(): Page {
    return this.screen.page
  }

  get screen(): Screen {
    if (!this.#screen) throw new Error('the mini-program is not running')
    return this.#screen
  }

  /** What went wrong inside: script errors, console.error, calls of `wx` that this harness lacks. */
  get errors() {
    return this.#host.errors
  }

  /** Everything that was reported, in order. */
  get log() {
    return this.#host.log
  }

  get requests() {
    return this.#host.network.requests
  }

  /** Throws if the mini-program has reported any error. */
  async check() {
    await this.#call('state')
    if (this.errors.length) throw this.#host.asError()
  }

  // --- the person's hand and eye

  /** Elements of the shown page, by selector; a text is looked for on the whole screen. */
  find(target: string): Locator {
    return this.screen.find(target)
  }
  /** A selector begins with `.`, `#`, `[` or `wx-`; anything else is a text, the whole one before a part of one. */
  tap(target: string | Locator) {
    return this.screen.tap(target)
  }
  longPress(target: string | Locator) {
    return this.screen.longPress(target)
  }
  /** Replaces what a field holds; a line break at the end is the keyboard's 完成. */
  type(target: string | Locator, text: string) {
    return this.screen.type(target, text)
  }
  /** Waits until the text is on the screen: while the app is busy, or for as long as it is told to. */
  see(text: string | RegExp, ms?: number) {
    return this.screen.wait(wantedText(text), ms)
  }
  notSee(text: string | RegExp, ms?: number) {
    return this.screen.wait({ ...wantedText(text), gone: true }, ms)
  }
  seeTitle(title: string, ms?: number) {
    return this.screen.wait({ title }, ms)
  }
  text(): Promise<string> {
    return this.#call('text')
  }
  modal(answer: 'confirm' | 'cancel', text?: string) {
    return this.screen.answerModal(answer, text)
  }
  /** The arrow in the navigation bar. */
  back() {
    return this.screen.tap(this.page.locator('#ph-back'))
  }
  pullDown() {
    return this.#call('pullDown')
  }
  scrollTo(place: 'top' | 'bottom') {
    return this.#call('scrollTo', place)
  }
  /** What 转发 in the corner would send. */
  share() {
    return this.#call('callPage', 'onShareAppMessage', { from: 'menu' })
  }
  /** Another app comes to the front. */
  background() {
    return this.#call('background')
  }
  foreground() {
    return this.#call('foreground')
  }
  /** For eyes only, and so only if they are wanted: PICTURES=on. */
  async screenshot(name: string) {
    if (process.env.PICTURES !== 'on') return
    mkdirSync(SCREENSHOTS, { recursive: true })
    await this.page.screenshot({ path: path.join(SCREENSHOTS, `${name}.png`) })
  }

  // --- what the phone answers

  async offline(offline: boolean) {
    this.#host.network.setOffline(offline)
    await this.#context.setOffline(offline)
    await this.#call('setOffline', offline)
  }
  async theme(theme: Device['theme']) {
    await this.page.emulateMedia({ colorScheme: theme })
    await this.#call('setTheme', theme)
  }
  /** What is chosen on the next `<picker>`; without it the picker is cancelled. */
  answerPicker(value: Json) {
    this.#host.pickerAnswers.push(value)
  }
  /** What the next wx.chooseImage, chooseMedia or chooseMessageFile finds. */
  pickFiles(paths: string[]) {
    this.#host.files.push(...paths)
  }
  scanResult(text: string) {
    this.#host.scans.push(text)
  }
  /** What `<button open-type="getPhoneNumber">` yields; null is a refusal. */
  phoneCode(code: string | null) {
    this.#host.wxPhoneCode = code
  }
  /** What wx.login yields. */
  loginCode(code: string) {
    this.#host.wxLoginCode = code
  }
  /** Where wx.getLocation finds the phone; null is a refusal. */
  set location(place: Place | null) {
    this.#host.place = place
  }
  /** The answer to wx.requestSubscribeMessage. */
  subscribing(answer: 'accept' | 'reject') {
    this.#host.subscribing = answer
  }

  // --- what can be looked up

  state() {
    return this.#call('state')
  }
  /** The shown page's data, as its template gets it. */
  data() {
    return this.#call('data')
  }
  /** The options of each call of a `wx` function that acts on the phone, such as makePhoneCall. */
  asked(name: string): unknown[] {
    const entries = this.log.filter((entry) => entry.kind === 'asked').map((entry) => entry.data as Asked)
    return entries.filter((asked) => asked.name === name).map((asked) => asked.options)
  }
  get toasts(): string[] {
    return this.log.filter((entry) => entry.kind === 'toast').map((entry) => String(entry.data))
  }
  /** Compares the screen with what WeChat's own compiler renders from the same data. */
  async crossCheck(): Promise<CrossCheck> {
    const { pages } = await this.state()
    // both at one moment: the app may be about to draw
    const both = 'Promise.all([window.__phone.screenTree(), window.__phone.data()])'
    const [screen, data] = (await this.page.evaluate(both)) as [ScreenNode | null, Json]
    const official = renderOfficially(this.#dist, pages.at(-1) ?? '', data)
    return { same: isDeepStrictEqual(screen, official), official, screen }
  }

  #call<N extends keyof RuntimeApi>(name: N, ...args: Parameters<RuntimeApi[N]>) {
    return callRuntime(this.page, name, ...args)
  }
}

interface Asked {
  name: string
  options: unknown
}
