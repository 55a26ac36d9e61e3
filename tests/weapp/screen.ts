import type { Locator, Page } from 'playwright-core'
import { callRuntime, type Host } from './host'
import type { Wanted } from './protocol'

const ACTION_MS = 2000
const LONG_PRESS_MS = 500

const isSelector = (target: string) => /^[.#[]|^wx-/.test(target)

export function wantedText(text: string | RegExp): Wanted {
  return typeof text === 'string' ? { text } : { pattern: text.source }
}

/** The hand and the eye: finds things on the screen, touches them, waits for them. */
export class Screen {
  /** How often a finger has come down. */
  taps = 0

  constructor(
    readonly page: Page,
    readonly host: Host,
  ) {}

  find(target: string): Locator {
    if (isSelector(target)) return this.page.locator('.ph-top, .ph-overlay').locator(target)
    return this.page.getByText(target).filter({ visible: true })
  }

  /** Without a time, waits only while the app has something under way. */
  async wait(wanted: Wanted, ms?: number) {
    const result = await this.host.untilError(callRuntime(this.page, 'probe', wanted, ms ?? null))
    if (result === 'yes') return
    const what = wanted.selector ?? wanted.title ?? wanted.pattern ?? wanted.text
    const seen = wanted.gone ? 'was always there' : 'never came'
    const why = result === 'quiet' ? 'and the app has nothing under way any more' : 'in time'
    const text = await callRuntime(this.page, 'text')
    throw new Error(`"${what}" ${seen} ${why}. The screen says:\n${text.trim()}`)
  }

  async tap(target: string | Locator) {
    const element = await this.#locate(target)
    this.taps += 1
    await this.host.untilError(element.tap({ timeout: ACTION_MS }))
  }

  async longPress(target: string | Locator) {
    const element = await this.#locate(target)
    this.taps += 1
    await element.scrollIntoViewIfNeeded({ timeout: ACTION_MS })
    const box = await element.boundingBox()
    if (!box) throw new Error('there is nothing to press')
    const touchPoints = [{ x: box.x + box.width / 2, y: box.y + box.height / 2 }]
    const session = await this.page.context().newCDPSession(this.page)
    await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints })
    await this.page.waitForTimeout(LONG_PRESS_MS)
    await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
    await session.detach()
  }

  async type(target: string | Locator, text: string) {
    const element = await this.#locate(target)
    const inside = element.locator('input, textarea')
    this.taps += 1
    const field = (await inside.count()) > 0 ? inside.first() : element
    await this.host.untilError(field.tap({ timeout: ACTION_MS }))
    await field.selectText({ timeout: ACTION_MS })
    const typed = text.replace(/\n$/, '')
    if (typed) await this.page.keyboard.insertText(typed)
    else await this.page.keyboard.press('Backspace')
    if (text.endsWith('\n')) await this.page.keyboard.press('Enter')
  }

  async answerModal(answer: 'confirm' | 'cancel', text?: string) {
    const button = `.ph-modal-${answer}`
    await this.wait({ selector: button })
    if (text !== undefined) await this.page.locator('.ph-modal-input').last().fill(text)
    await this.tap(this.page.locator(button).last())
  }

  async #locate(target: string | Locator): Promise<Locator> {
    if (typeof target !== 'string') {
      await this.host.untilError(target.first().waitFor({ timeout: ACTION_MS }))
      return target.first()
    }
    if (isSelector(target)) {
      await this.wait({ selector: target })
      return this.find(target).filter({ visible: true }).first()
    }
    await this.wait({ text: target, tappable: true })
    const layers = await this.#tappableLayers()
    const ways = [
      (layer: Locator) => layer.getByText(target, { exact: true }),
      (layer: Locator) => layer.locator(`[aria-label=${JSON.stringify(target)}]`),
      (layer: Locator) => layer.getByText(target),
    ]
    for (const way of ways) {
      for (const layer of layers) {
        const found = way(layer).filter({ visible: true })
        if ((await found.count()) > 0) return found.first()
      }
    }
    throw new Error(`"${target}" is on the screen, but not in one piece that could be tapped`)
  }

  /** A dialogue takes every touch; without one, the page comes before the bars. */
  async #tappableLayers(): Promise<Locator[]> {
    const cover = this.page.locator('.ph-overlay:not(.ph-pass)')
    if ((await cover.count()) > 0) return [cover]
    return ['.ph-top', '#ph-tabbar', '#ph-nav'].map((selector) => this.page.locator(selector))
  }
}
