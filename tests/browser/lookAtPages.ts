import type { Browser } from 'playwright-core'
import { startApp, type TestApp } from '../kernel/app'
import { launchChromium } from './chromium'
import { everyPage, type PageToSee, type Reader, readers } from './everyPage'
import { Person, type ScreenName } from './person'

/** Every page of the app as one screen shows it, in ordinary and in large type, light and dark. */
export function lookAtPages(screen: ScreenName) {
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

  test('every page of the app is looked at', () => {
    expect([...new Set(pages.map(({ page }) => page))].sort()).toEqual(pagesOfTheApp().sort())
  })

  // a worker opens some forty pages, each in four ways
  const patienceMs = 180_000
  const people: (Reader | 'stranger')[] = ['stranger', ...(Object.keys(readers) as Reader[])]
  test.each(people)(
    'what %s opens is whole, legible and large enough to hit',
    async (reader) => {
      const person = await Person.open(browser, app.url, screen)
      const mine = pages.filter(({ as }) => as === reader)
      const faults: Record<string, string[]> = {}
      if (reader !== 'stranger') await person.signInAs(readers[reader][0], readers[reader][1])
      for (const one of mine) Object.assign(faults, await look(person, one, screen))
      await person.close()
      expect(faults).toEqual({})
      expect(person.wrongs).toEqual([])
    },
    patienceMs,
  )
}

async function look(person: Person, one: PageToSee, screen: ScreenName) {
  const { page } = person
  const query = new URLSearchParams(one.params).toString()
  await person.openAfresh(query ? `${one.page}?${query}` : one.page)
  await person.see(one.shows)
  await one.opens?.(person)
  await person.settle()
  const name = [one.page.replace('/', '-').replace('-index', ''), one.called, screen]
    .filter(Boolean)
    .join('-')
  const faults: Record<string, string[]> = {}
  for (const type of ['', '-large']) {
    if (type) await page.evaluate(enlargeType)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      const found = await person.findFaults()
      if (found.length > 0) faults[`${name}${type} ${colorScheme}`] = found
      if (colorScheme === 'light') await person.screenshot(name + type)
      else if (!type) await person.screenshot(`${name}-dark`)
    }
  }
  await page.emulateMedia({ colorScheme: 'light' })
  return faults
}

/** As the setting in 我的 does it, which walkHome proves; without opening every page once more. */
function enlargeType() {
  const shown = [...document.querySelectorAll('.k-screen')].filter((it) => it.checkVisibility())
  const size = () => shown.map((it) => Number.parseFloat(getComputedStyle(it).fontSize))[0] ?? 0
  const before = size()
  for (const it of [...shown, document.body]) it.classList.add('large')
  if (size() < before * 1.2) throw new Error('the type did not become larger')
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
