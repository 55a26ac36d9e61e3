import { randomUUID } from 'node:crypto'
import type { Database } from '../../functions/kernel/database'
import { tick } from '../../functions/tick'
import type { Input } from '../../shared/contract'
import type { ErrorBody } from '../../shared/kernel/refusal'
import type { TestApi } from '../kernel/api'
import { type Name, openWhistleHouse, type WhistleHouse } from './house'
import { codeOf, copies, inTens, race, races, tally, told, won } from './racing'

let house: WhistleHouse
let api: TestApi
let tokens: WhistleHouse['tokens']
let breaks: (() => boolean) | undefined

/** What was done is done, but whoever asked does not hear of it. */
const losing = (database: Database): Database => ({
  ...database,
  async lend(work) {
    const answer = await database.lend(work)
    if (breaks?.()) throw new Error('the line broke')
    return answer
  },
})

beforeAll(async () => {
  house = await openWhistleHouse({ now: new Date('2026-11-20T01:00:00Z'), wrap: losing })
  ;({ api, tokens } = house)
})
afterAll(() => api.close())

test('two workers accept one whistle: one wins, the other is told who', async () => {
  const whistles = await copies(api, await house.bring('submitted'))
  const outcomes = await race(
    (i) => api.ask(tokens.worker, 'whistle.accept', whistles[i]!),
    (i) => api.ask(tokens.colleague, 'whistle.accept', whistles[i]!),
  )
  const heard = outcomes.map(([worker, colleague]) => {
    const [winner, loser] = won(worker) ? ['worker', colleague] : ['colleague', worker]
    const { code, about } = loser.body as ErrorBody
    return won(loser) ? 'both won' : `${code}: ${about?.who === winner ? 'the winner' : about?.who}`
  })
  expect(new Set(heard)).toEqual(new Set(['moved_by: the winner']))
  // each of them won some, so they did race
  expect(new Set(outcomes.map(([worker]) => won(worker)))).toEqual(new Set([true, false]))
  expect(await tally(api, `w.state || ': ' || ${told}`, whistles)).toEqual({
    'accepted: whistle.accepted': races,
  })
})

test('a reporter withdraws while it is being dispatched: it is withdrawn or dispatched, never both', async () => {
  const whistles = await copies(api, await house.bring('accepted'))
  const send = (i: number) => ({ ...whistles[i]!, id: randomUUID(), lead: house.parties.property })
  const outcomes = await race(
    (i) => api.ask(tokens.resident, 'whistle.withdraw', whistles[i]!),
    (i) => api.ask(tokens.worker, 'whistle.dispatch', send(i)),
  )
  expect(outcomes.filter(([withdraw, dispatch]) => won(withdraw) === won(dispatch))).toEqual([])
  const refused = new Set(outcomes.map(([withdraw, dispatch]) => codeOf(won(withdraw) ? dispatch : withdraw)))
  // a worker may know who was faster, a neighbour only that somebody was
  expect(refused).toEqual(new Set(['moved_by', 'whistle_moved']))
  const withdrawn = outcomes.filter(([withdraw]) => won(withdraw)).length
  const sent = `(select count(*) from dispatch d where d.whistle_id = w.id)`
  expect(await tally(api, `${sent} || ' sent: ' || ${told}`, whistles)).toEqual({
    '0 sent: whistle.withdrawn': withdrawn,
    '1 sent: whistle.dispatched': races - withdrawn,
  })
})

test('a neighbour joins while it is merged: they are on both, or told that it has moved', async () => {
  const from = await copies(api, await house.bring('submitted'))
  const into = await copies(api, await house.submit({}, tokens.committee))
  const outcomes = await race(
    (i) => api.ask(tokens.neighbour, 'whistle.join', { ...from[i]!, anonymous: false }),
    (i) => api.ask(tokens.worker, 'whistle.merge', { ...from[i]!, intoId: into[i]!.whistleId }),
  )
  expect(outcomes.filter(([, merge]) => !won(merge))).toEqual([])
  const refused = outcomes.filter(([join]) => !won(join)).map(([join]) => codeOf(join))
  expect(new Set(refused)).toEqual(new Set(['whistle_moved']))
  const joined = races - refused.length
  expect(joined).toBeGreaterThan(0)
  const counts = `w.state || ': counts ' || joined || ', has '
    || (select count(*) from whistle_reporter r where r.whistle_id = w.id and not r.first)`
  expect(await tally(api, counts, from)).toEqual({
    'merged: counts 0, has 0': races - joined,
    'merged: counts 1, has 1': joined,
  })
  expect(await tally(api, counts, into)).toEqual({
    'submitted: counts 1, has 1': races - joined,
    'submitted: counts 2, has 2': joined,
  })
})

test('two whistles are merged into each other: one of them stays', async () => {
  const [these, those] = [
    await copies(api, await house.bring('submitted')),
    await copies(api, await house.bring('submitted')),
  ]
  const outcomes = await race(
    (i) => api.ask(tokens.worker, 'whistle.merge', { ...these[i]!, intoId: those[i]!.whistleId }),
    (i) => api.ask(tokens.colleague, 'whistle.merge', { ...those[i]!, intoId: these[i]!.whistleId }),
  )
  expect(outcomes.filter(([a, b]) => won(a) === won(b))).toEqual([])
  expect(new Set(outcomes.map(([a, b]) => codeOf(won(a) ? b : a)))).toEqual(new Set(['merge_ended']))
  expect(await tally(api, 'w.state', [...these, ...those])).toEqual({ merged: races, submitted: races })
})

test('one at the desk disputes while another turns up: whoever comes disputes no longer', async () => {
  const whistles = await copies(api, await house.bring('dispatched'))
  const outcomes = await race(
    (i) => api.ask(tokens.property, 'whistle.dispute', { ...whistles[i]!, reason: '不归我们' }),
    (i) => api.ask(tokens.secondHand, 'whistle.respond', whistles[i]!),
  )
  expect(outcomes.filter(([, respond]) => !won(respond))).toEqual([])
  const late = outcomes.filter(([dispute]) => !won(dispute)).map(([dispute]) => codeOf(dispute))
  expect(new Set(late)).toEqual(new Set(['whistle_moved']))
  const stands = `w.state || ' ' || (select d.state from dispatch d where d.whistle_id = w.id) || ': ' || ${told}`
  expect(await tally(api, stands, whistles)).toEqual({
    'responded current: whistle.disputed, whistle.responded': races - late.length,
    'responded current: whistle.responded': late.length,
  })
})

describe('one report', () => {
  test('sent twice at once is one whistle with one answer', async () => {
    const sent: Input<'whistle.submit'>[] = []
    const outcomes: [string, string][] = []
    for (let day = 0; day < races / 10; day++) {
      const today = Array.from({ length: 10 }, () => house.report())
      sent.push(...today)
      const send = async (i: number) =>
        JSON.stringify(await api.ask(tokens.neighbour, 'whistle.submit', today[i]!))
      outcomes.push(...(await inTens(10, (i) => Promise.all([send(i), send(i)]))))
      house.later(24)
    }
    expect(outcomes.filter(([a, b]) => a !== b || !a.includes('"status":200'))).toEqual([])
    const at = sent.map(({ communityId, id }) => ({ communityId, whistleId: id }))
    const stands = `(select count(*) from whistle_reporter r where r.whistle_id = w.id) || ' of ' || ${told}`
    expect(await tally(api, stands, at)).toEqual({ '1 of whistle.submitted': races })
  })

  test('kept with forty-nine others on phones, sent in any order with half the answers lost: fifty whistles, each photo once', async () => {
    const writers: Name[] = ['resident', 'neighbour', 'committee', 'branch', 'stranger']
    const kept: { token: string; report: Input<'whistle.submit'> }[] = []
    for (const writer of writers) {
      const photos = await house.photos(writer, 20)
      for (let n = 0; n < 10; n++)
        kept.push({
          token: tokens[writer],
          report: house.report({ photoIds: photos.slice(2 * n, 2 * n + 1 + (n % 2)) }),
        })
    }
    const send = async ({ token, report }: (typeof kept)[number]) =>
      won(await api.ask(token, 'whistle.submit', report))
    const count = async () => (await api.owner<{ n: number }>('select count(*)::int as n from whistle'))[0]!.n
    const before = await count()

    breaks = () => Math.random() < 0.5
    let waiting = kept
    let tries = 0
    while (waiting.length > 0) {
      waiting = [...waiting].sort(() => Math.random() - 0.5)
      tries += waiting.length
      const heard = await inTens(waiting.length, (i) => send(waiting[i]!))
      waiting = waiting.filter((_, i) => !heard[i])
    }
    breaks = undefined
    expect(tries).toBeGreaterThan(60)
    expect(new Set(api.faults.splice(0).map(String))).toEqual(new Set(['Error: the line broke']))
    // and all of them once more, a day later
    house.later(24)
    expect(await inTens(kept.length, (i) => send(kept[i]!))).toEqual(kept.map(() => true))

    expect((await count()) - before).toBe(50)
    const sent = kept.map(({ report }) => report).sort((a, b) => (a.id < b.id ? -1 : 1))
    const stands = await api.owner(
      `select w.id, (select array_agg(photo_id order by place) from whistle_photo p where p.whistle_id = w.id) as photos,
         ${told} as lines, (select count(*)::int from whistle_reporter r where r.whistle_id = w.id) as reporters
       from whistle w where w.id = any ($1) order by w.id`,
      [sent.map(({ id }) => id)],
    )
    expect(stands).toEqual(
      sent.map(({ id, photoIds }) => ({ id, photos: photoIds, lines: 'whistle.submitted', reporters: 1 })),
    )
  })
})

describe('two machines that tick at once', () => {
  const twice = (at: Date) =>
    Promise.all([tick(api.database.urls.tick, at), tick(api.database.urls.tick, at)])

  test('remind of each whistle once and raise it once', async () => {
    const at = await house.bring('dispatched')
    const whistles = await copies(api, at)
    const { response_due_at: due } = await house.row(at)
    await twice(new Date((api.now.getTime() + due.getTime()) / 2))
    expect(await tally(api, told, whistles)).toEqual({ 'whistle.reminded responseHalf': races })
    await twice(due)
    await twice(new Date(due.getTime() + 2 * 3_600_000))
    expect(await tally(api, told, whistles)).toEqual({
      'whistle.reminded responseHalf, whistle.reminded responseDue, whistle.raised': races,
    })
  })

  test('close each once, or leave it to its reporter, who otherwise hears that it is closed', async () => {
    const whistles = await copies(api, await house.bring('resolved'))
    house.later(24 * 7)
    const ticking = twice(api.now)
    const outcomes = await inTens(races, (i) =>
      api.ask(tokens.resident, 'whistle.followUp', { ...whistles[i]!, outcome: 'solved', stars: 5 }),
    )
    await ticking
    // what somebody held at that moment waits for the next tick
    await twice(api.now)
    const late = outcomes.filter((o) => !won(o))
    expect(late.filter((o) => codeOf(o) !== 'whistle_moved')).toEqual([])
    const followed = races - late.length
    expect(await tally(api, `w.state || ' ' || w.outcome || ': ' || ${told}`, whistles)).toEqual({
      ...(late.length > 0 && { 'closed unanswered: whistle.closed': late.length }),
      ...(followed > 0 && { 'followedUp solved: whistle.followedUp': followed }),
    })
  })
})

test('none of it was a fault', () => {
  expect(api.faults).toEqual([])
})
