import { existsSync } from 'node:fs'
import path from 'node:path'
import { openPhone, type Phone, type PhoneOptions } from './phone'

const DIST = path.resolve(__dirname, '../../dist/weapp')

/** The address that the build has for the backend; the phone is told who answers for it. */
export const NAMED_BACKEND = process.env.SHAODAO_API ?? 'http://127.0.0.1:4680'

/** The built package, which `npm test` makes before it comes here. */
export function ourPackage(): string {
  if (!existsSync(path.join(DIST, 'app.json')))
    throw new Error(
      'dist/weapp is not built: run `npm run build:weapp`, or `npm test`, which builds it first',
    )
  return DIST
}

/** A phone with our mini-program on it, whose backend is the server under test. */
export const openOurApp = (url: string, options: PhoneOptions, dist = ourPackage()): Promise<Phone> =>
  openPhone(dist, { ...options, servers: { [NAMED_BACKEND]: url } })

/** What the phone keeps of somebody who has signed in before. */
export const signedIn = (token: string) => ({ 'shaodao.token': JSON.stringify(token) })

/** The page is what WeChat's own compiler would render, and there is a picture of it. */
export async function lookAt(phone: Phone, name: string) {
  const { same, official, screen } = await phone.crossCheck()
  expect(screen).toEqual(official)
  expect(same).toBe(true)
  await phone.screenshot(name)
}

export const field = (label: string) => `[aria-label="${label}"]`

/** From the open question about the community, or from below it, to the form of one home. */
export async function pickHome(phone: Phone, ...picks: string[]) {
  for (const pick of picks) await phone.tap(pick)
  await phone.see('怎么称呼你')
}

export async function fillClaim(phone: Phone, kind: '我是业主' | '我是租户', name: string) {
  await phone.tap(kind)
  await phone.type(field('怎么称呼你'), name)
}
