import { randomUUID } from 'node:crypto'
import type { EndpointName, Input } from '../../shared/contract'
import type { ErrorBody } from '../../shared/kernel/refusal'
import { type At, type MeetingHouse, openMeetingHouse } from './house'

let house: MeetingHouse
beforeAll(async () => {
  house = await openMeetingHouse()
})
beforeEach(() => house.anew())
afterAll(() => {
  expect(house.api.faults).toEqual([])
  return house.api.close()
})

const rounds = [...Array(Number(process.env.RACES ?? 6)).keys()]
type Runner = () => Promise<{ status: number; body: unknown }>
const ask =
  <N extends EndpointName>(who: keyof MeetingHouse['tokens'], name: N, input: Input<N>): Runner =>
  () =>
    house.api.ask(house.tokens[who], name, input)
const codeOf = ({ status, body }: Awaited<ReturnType<Runner>>) =>
  status === 200 ? 'done' : (body as ErrorBody).code
/** Both set off at once, each first in every other round. */
async function race(round: number, a: Runner, b: Runner) {
  if (round % 2) return Promise.all([a(), b()])
  const [second, first] = await Promise.all([b(), a()])
  return [first, second] as const
}
const codes = async (round: number, a: Runner, b: Runner) => (await race(round, a, b)).map(codeOf).sort()
const count = async (at: At, action: string) =>
  (await house.lines(at.meetingId)).filter((line) => line === action).length

test('two recorders on one item: one is written, the other sees whose words stand there, and can choose', async () => {
  const at = await house.bring('underWay')
  for (const round of rounds) {
    const itemId = randomUUID()
    await house.write(at, { itemId })
    const writes = (who: 'worker' | 'colleague') =>
      ask(who, 'minutes.write', {
        ...at,
        itemId,
        revision: 1,
        place: 1,
        title: '楼梯扶手',
        words: `${who} 写的`,
      })
    const answers = await race(round, writes('worker'), writes('colleague'))
    const lost = answers.findIndex(({ status }) => status !== 200)
    const [winner, loser] =
      lost === 0 ? (['colleague', 'worker'] as const) : (['worker', 'colleague'] as const)
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(answers[lost]?.body).toMatchObject({
      code: 'item_changed',
      about: { who: winner, revision: 2, words: `${winner} 写的` },
    })
    const entry = () => house.one('select words, revision from minutes_entry where item_id = $1', [itemId])
    expect(await entry()).toEqual({ words: `${winner} 写的`, revision: 2 })
    // having seen the other's words, theirs are written over knowingly
    await house.write(at, { itemId, revision: 2, words: '两边合起来' }, house.tokens[loser])
    expect(await entry()).toEqual({ words: '两边合起来', revision: 3 })
  }
})

test('the same new item from two phones is one', async () => {
  const at = await house.bring('underWay')
  for (const round of rounds) {
    const said = { ...at, itemId: randomUUID(), revision: 0, place: 1, title: '事', words: '同样的话' }
    const both = await codes(
      round,
      ask('worker', 'minutes.write', said),
      ask('colleague', 'minutes.write', said),
    )
    expect(both).toEqual(['done', 'done'])
  }
  expect(await count(at, 'minutes.written')).toBe(rounds.length)
})

test('recorder and chair sign at once: both signatures stand, and with the second they are signed', async () => {
  for (const round of rounds.slice(0, 3)) {
    const at = await house.bringMinutes('open')
    house.later(48)
    const answers = await race(
      round,
      ask('worker', 'minutes.sign', at),
      ask('buildingLead', 'minutes.sign', at),
    )
    expect(answers.map(({ body }) => (body as { state: string }).state).sort()).toEqual(['open', 'signed'])
  }
})

test('one signature given twice at once stands once', async () => {
  const at = await house.bringMinutes('open')
  house.later(48)
  const sign = ask('worker', 'minutes.sign', at)
  expect(await codes(0, sign, sign)).toEqual(['done', 'signed_already'])
  expect(await count(at, 'minutes.signed')).toBe(1)
})

test('published twice at once they are published once', async () => {
  for (const round of rounds.slice(0, 3)) {
    const at = await house.bringMinutes('signed')
    expect(
      await codes(round, ask('worker', 'minutes.publish', at), ask('colleague', 'minutes.publish', at)),
    ).toEqual(['done', 'minutes_frozen'])
    expect(await count(at, 'minutes.published')).toBe(1)
  }
})

test('two meetings published at once have two numbers, one after the other', async () => {
  const [a, b] = [await house.bringMinutes('signed'), await house.bringMinutes('signed')]
  const both = await race(0, ask('worker', 'minutes.publish', a), ask('worker', 'minutes.publish', b))
  const numbers = both.map(({ body }) => Number(/第(\d+)号/.exec((body as { number: string }).number)?.[1]))
  expect(Math.abs(numbers[0]! - numbers[1]!)).toBe(1)
})

test('a write and the publishing at once: what is published holds it whole, or it is refused', async () => {
  for (const round of rounds.slice(0, 3)) {
    const at = await house.bringMinutes('signed')
    const write = ask('colleague', 'minutes.write', {
      ...at,
      itemId: randomUUID(),
      revision: 0,
      place: 9,
      title: '后来的',
      words: '后来的话',
    })
    const [, written] = await race(round, ask('worker', 'minutes.publish', at), write)
    expect(codeOf(written)).toMatch(/^(signed_once|minutes_moved|minutes_frozen)$/)
    expect((await house.api.get(house.tokens.worker, 'minutes.export', at)).text).not.toContain('后来的话')
  }
})

test('signed in twice at once is there once, and so is a home that the recorder writes down meanwhile', async () => {
  for (const round of rounds) {
    const at = await house.bring('underWay')
    const signs = () => ask('owner', 'meeting.signIn', { ...at, id: randomUUID(), code: house.code(at) })
    expect(await codes(round, signs(), signs())).toEqual(['done', 'signed_in_already'])
    const { home201 } = house.homes
    const writes = () =>
      ask('worker', 'meeting.signInFor', {
        ...at,
        id: randomUUID(),
        homeId: house.places.home2.id,
        as: 'family',
      })
    expect(await codes(round, writes(), writes())).toEqual(['done', 'home_signed_in'])
    const again = ask('worker', 'meeting.signInFor', {
      ...at,
      id: randomUUID(),
      homeId: home201.id,
      as: 'family',
    })
    await race(
      round,
      again,
      ask('renter', 'meeting.signIn', { ...at, id: randomUUID(), code: house.code(at) }),
    )
    expect(await house.api.get(house.tokens.worker, 'meeting.presence', at)).toMatchObject({
      people: 3,
      homes: { present: 4, of: 5 },
    })
    house.anew()
  }
})

test('begun by two phones at once it begins once', async () => {
  for (const round of rounds.slice(0, 3)) {
    const at = await house.bring('noticed')
    house.later(24 * 4)
    const begins = (who: 'worker' | 'buildingLead') => ask(who, 'meeting.begin', at)
    expect(await codes(round, begins('worker'), begins('buildingLead'))).toEqual(['done', 'done'])
    expect(await count(at, 'meeting.begun')).toBe(1)
    house.anew()
  }
})

describe('pledges', () => {
  const call = async (targetFen: number) => {
    house.anew()
    const at = await house.bring('underWay')
    const resolution = await house.resolve(at, { pledge: { targetFen, until: '2026-12-05' } })
    await house.api.owner('update resolution set published = true where id = $1', [resolution.resolutionId])
    return resolution
  }
  type Call = Awaited<ReturnType<typeof call>>
  const gives = (who: 'owner' | 'resident', of: Call, fen: number, id = randomUUID()) =>
    ask(who, 'pledge.give', {
      ...of,
      id,
      homeId: who === 'owner' ? house.homes.home201.id : house.places.home1.id,
      fen,
    })
  const sum = (of: Call) =>
    house.one(
      `select c.pledged_fen::int as says, c.homes, (select coalesce(sum(fen), 0)::int from pledge p
         where p.resolution_id = c.resolution_id and withdrawn_at is null) as adds from pledge_call c where c.resolution_id = $1`,
      [of.resolutionId],
    )

  test('two homes at once never give more than is needed', async () => {
    for (const round of rounds) {
      const of = await call(1500)
      expect(await codes(round, gives('owner', of, 1000), gives('resident', of, 1000))).toEqual([
        'done',
        'pledge_over',
      ])
      expect(await sum(of)).toEqual({ says: 1000, adds: 1000, homes: 1 })
    }
  })

  test('one word at a time of one home', async () => {
    const of = await call(9000)
    for (const round of rounds) {
      const id = randomUUID()
      expect(await codes(round, gives('owner', of, 500, id), gives('owner', of, 700))).toEqual([
        'done',
        'pledge_twice',
      ])
      const [{ id: stands } = { id }] = await house.api.owner<{ id: string }>(
        'select id from pledge where resolution_id = $1 and withdrawn_at is null',
        [of.resolutionId],
      )
      await house.api.get(house.tokens.owner, 'pledge.withdraw', { ...of, pledgeId: stands })
    }
    expect(await sum(of)).toEqual({ says: 0, adds: 0, homes: 0 })
  })

  test('a word that is taken back while another is given: the sum is that of the words that stand', async () => {
    for (const round of rounds) {
      const of = await call(1000)
      const pledgeId = randomUUID()
      await gives('owner', of, 600, pledgeId)()
      const back = ask('owner', 'pledge.withdraw', { ...of, pledgeId })
      const [, given] = await race(round, back, gives('resident', of, 600))
      const stands = codeOf(given) === 'done' ? 600 : 0
      expect(['done', 'pledge_over']).toContain(codeOf(given))
      expect(await sum(of)).toEqual({ says: stands, adds: stands, homes: stands / 600 })
      expect(codeOf(await back())).toBe('pledge_withdrawn')
    }
  })

  test('a word given while it is said to be done counts before, or not at all', async () => {
    for (const round of rounds) {
      const of = await call(1000)
      const finish = ask('worker', 'resolution.finish', { ...of, id: randomUUID(), words: '装好了' })
      const [done, given] = await race(round, finish, gives('owner', of, 400))
      expect(codeOf(done)).toBe('done')
      expect(['done', 'pledge_closed']).toContain(codeOf(given))
      const stands = codeOf(given) === 'done' ? 400 : 0
      expect(await sum(of)).toMatchObject({ says: stands, adds: stands })
    }
  })
})
