import type { Browser } from 'playwright-core'
import { startApp, type TestApp } from '../kernel/app'
import { launchChromium } from './chromium'
import { everyPage, type PageToSee, type Reader, readers } from './everyPage'
import { Person, type ScreenName, screens } from './person'

type Looker = Reader | 'stranger'

/** Every page that these people open, on the phone and wide, in ordinary and in large type, light and dark. */
export function lookAtPages(people: Looker[]) {
  let app: TestApp
  let browser: Browser
  let pages: PageToSee[]

  beforeAll(async () => {
    ;[app, browser] = await Promise.all([startApp({ demo: true }), launchChromium()])
    pages = await everyPage(app)
  })
  afterAll(async () => {
    await browser?.close()
    await app?.stop()
  })

  test('every page of the app is looked at by somebody', () => {
    expect([...new Set(pages.map(({ page }) => page))].sort()).toEqual(pagesOfTheApp().sort())
  })

  // a worker opens some sixty pages, each in eight ways
  const patienceMs = 300_000
  test.each(people)(
    'what %s opens is whole, legible and large enough to hit',
    async (reader) => {
      const person = await Person.open(browser, app.url)
      const mine = pages.filter(({ as }) => as === reader)
      const faults: Record<string, string[]> = {}
      if (reader !== 'stranger') await person.signInAs(readers[reader][0], readers[reader][1])
      for (const one of mine) Object.assign(faults, await look(person, one))
      await person.close()
      expect(mine.length).toBeGreaterThan(0)
      expect(faults).toEqual({})
      expect(person.wrongs).toEqual([])
    },
    patienceMs,
  )
}

/** Opened on the phone; made wide, it lays itself out anew, and what had been opened on it is opened again. */
async function look(person: Person, one: PageToSee) {
  const faults: Record<string, string[]> = {}
  for (const screen of ['phone', 'wide'] as const) {
    await person.page.setViewportSize(screens[screen].viewport)
    if (screen === 'phone' || one.opens) await open(person, one)
    await person.settle()
    Object.assign(faults, await lookAt(person, one, screen))
  }
  return faults
}

async function open(person: Person, one: PageToSee) {
  const query = new URLSearchParams(one.params).toString()
  await person.openAfresh(query ? `${one.page}?${query}` : one.page)
  await person.see(one.shows)
  await one.opens?.(person)
}

async function lookAt(person: Person, one: PageToSee, screen: ScreenName) {
  const { page } = person
  const name = [one.page.replace('/', '-').replace('-index', ''), one.called, screen]
    .filter(Boolean)
    .join('-')
  const faults: Record<string, string[]> = {}
  for (const type of ['', '-large']) {
    await page.evaluate(setType, type === '-large')
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      const found = await person.findFaults()
      if (found.length > 0) faults[`${name}${type} ${colorScheme}`] = found
      if (colorScheme === 'light') await person.screenshot(name + type)
      else if (!type) await person.screenshot(`${name}-dark`)
    }
  }
  await page.emulateMedia({ colorScheme: 'light' })
  await page.evaluate(setType, false)
  return faults
}

/** As the setting in 我的 does it, which walkHome proves; without opening every page once more. */
function setType(isLarge: boolean) {
  const shown = [...document.querySelectorAll('.k-screen')].filter((it) => it.checkVisibility())
  const size = () => shown.map((it) => Number.parseFloat(getComputedStyle(it).fontSize))[0] ?? 0
  const before = size()
  for (const it of [...shown, document.body]) it.classList.toggle('large', isLarge)
  if (isLarge && size() < before * 1.2) throw new Error('the type did not become larger')
}

function pagesOfTheApp(): string[] {
  Object.assign(globalThis, { defineAppConfig: (config: unknown) => config })
  const { default: config } = jest.requireActual<{
    default: { pages: string[]; subPackages: { root: string; pages: string[] }[] }
  }>('../../miniprogram/app.config')
  return [
    ...config.pages,
    ...config.subPackages.flatMap(({ root, pages }) => pages.map((name) => `${root}/${name}`)),
  ]
}
