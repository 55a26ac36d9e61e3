import type { Browser } from 'playwright-core'
import { startApp, type TestApp } from '../kernel/app'
import { launchChromium } from './chromium'
import { Person, type ScreenName } from './person'

/** The app with the demo in it and a browser, for one file of walks; whoever comes in leaves without anything having gone wrong. */
export function walkers() {
  let app: TestApp
  let browser: Browser
  const people: Person[] = []

  beforeAll(async () => {
    ;[app, browser] = await Promise.all([startApp({ demo: true }), launchChromium()])
  })
  afterAll(async () => {
    await browser?.close()
    await app?.stop()
  })
  afterEach(() => {
    for (const person of people) expect(person.wrongs).toEqual([])
  })

  /** Somebody who is nobody here yet. */
  async function open(screen: ScreenName = 'phone'): Promise<Person> {
    const person = await Person.open(browser, app.url, screen)
    people.push(person)
    return person
  }
  async function enter(title: string, where: string, screen: ScreenName = 'phone'): Promise<Person> {
    const person = await open(screen)
    await person.signInAs(title, where)
    return person
  }
  return { open, enter, app: () => app }
}
