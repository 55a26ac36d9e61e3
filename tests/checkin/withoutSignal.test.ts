import { randomUUID } from 'node:crypto'
import { codeAt } from '../../shared/kernel/minuteCode'
import { type CheckinHouse, openCheckinHouse } from './house'

let house: CheckinHouse
let member: string
let post: { communityId: string; taskId: string }
let secret: string
beforeAll(async () => {
  house = await openCheckinHouse()
  member = house.tokens.member
  await house.checkIn(member, '党员甲')
  post = { communityId: house.ids.here, taskId: randomUUID() }
  await house.api.get(house.tokens.worker, 'task.add', {
    ...{ communityId: post.communityId, id: post.taskId, kind: 'post', title: '楼道守望' },
    ...{ skills: [], times: [], places: 2, by: 'first' },
  })
  await house.api.get(member, 'task.take', { ...post, id: randomUUID() })
  secret = (await house.api.get(house.tokens.worker, 'task.get', post)).code!.secret
})
afterAll(() => house.api.close())

const minute = 60_000
const minutesAgo = (n: number): Date => new Date(house.api.now.getTime() - n * minute)
const off = (at: Date, byMs: number): string => new Date(at.getTime() + byMs).toISOString()
/** Done so many minutes ago by a phone whose clock is so far off, and sent now. */
const kept = (ago: number, byMs = 0) => ({
  way: 'code' as const,
  code: codeAt(secret, minutesAgo(ago)).code,
  at: off(minutesAgo(ago), byMs),
  sentAt: off(house.api.now, byMs),
})

test('what was made without signal counts at its moment, by the server’s clock, and comes once', async () => {
  const { api } = house
  const id = randomUUID()
  const skew = 7 * 60 * minute
  const sent = { ...post, id, ...kept(120, skew) }
  const signedIn = await api.get(member, 'service.signIn', sent)
  expect(signedIn.inAt).toBe(minutesAgo(120).toISOString())
  const key = { communityId: post.communityId, serviceId: id }
  const out = await api.get(member, 'service.signOut', { ...key, ...kept(5, skew) })
  expect([out.state, out.outAt]).toEqual(['out', minutesAgo(5).toISOString()])

  // the answers were lost on the way: both are sent again, later
  const before = await house.count()
  house.later(1)
  const again = { ...sent, sentAt: off(house.api.now, skew) }
  expect(await api.get(member, 'service.signIn', again)).toEqual(signedIn)
  expect((await api.get(member, 'service.signOut', { ...key, ...kept(65, skew) })).outAt).toBe(out.outAt)
  expect(await house.count()).toBe(before)
})

test.each([
  [
    'with the code of another minute',
    () => ({ ...kept(90), code: codeAt(secret, minutesAgo(40)).code }),
    'sign_code_old',
  ],
  ['that lay on the phone for more than a day', () => kept(24 * 60 + 1), 'sign_too_late'],
])('a sign-in %s is refused, and nothing is written', async (_, how, code) => {
  const before = await house.count()
  expect(await house.api.refusal(member, 'service.signIn', { ...post, id: randomUUID(), ...how() })).toBe(
    code,
  )
  expect(await house.count()).toBe(before)
})

test('a phone cannot sign in ahead of now', async () => {
  const { api } = house
  const ahead = { ...kept(-30), code: codeAt(secret, api.now).code, sentAt: api.now.toISOString() }
  const { inAt } = await api.get(member, 'service.signIn', { ...post, id: randomUUID(), ...ahead })
  expect(inAt).toBe(api.now.toISOString())
})
