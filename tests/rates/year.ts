import { createHash, randomUUID } from 'node:crypto'
import { Client } from 'pg'
import { demoId } from '../../functions/demo/stage'
import { hongyun, hongyunCompound } from '../../functions/demo/story'
import { turnClocks } from '../../functions/whistle/tick/turnClocks'
import type { Category, Urgency } from '../../shared/whistle/categories'
import type { Party } from '../../shared/whistle/states'
import type { TestApi } from '../kernel/api'
import { signInAll } from '../kernel/signIn'

const hour = 3_600_000
const at = { communityId: hongyun }

export type Year = Awaited<ReturnType<typeof openYear>>

/** 弘运 over some months: whoever is needed is signed in, and steps are taken in the order of time, with the scheduler between. */
export async function openYear(api: TestApi, begins: Date) {
  api.now = begins
  const tokens = await signInAll(
    api,
    'partyMember',
    'entranceLead',
    'secondWorker',
    'property',
    'department',
    'committeeDirector',
  )
  // the same sessions hold for the whole year
  await api.owner(`update session set expires_at = '2040-01-01'`)
  const parties: { who: keyof typeof tokens; party: Party }[] = [
    { who: 'property', party: { kind: 'organisation', partyId: demoId('弘运物业公司') } },
    { who: 'department', party: { kind: 'organisation', partyId: demoId('城管中队') } },
    { who: 'committeeDirector', party: { kind: 'committee', partyId: hongyunCompound } },
  ]
  const tree = await api.get(tokens.secondWorker, 'place.tree', at)
  const buildings = tree.compounds.flatMap((c) => c.buildings.map((b) => b.buildingId))

  const steps: { at: number; does: () => Promise<unknown> }[] = []
  /** Puts down what is to happen so many hours after a moment. */
  const later = (from: Date, hours: number, does: () => Promise<unknown>) =>
    steps.push({ at: Math.floor((from.getTime() + hours * hour) / 1000) * 1000, does })

  return {
    tokens,
    parties,
    buildings,
    later,
    worker: tokens.secondWorker,
    resident: tokens.partyMember,
    /** Lives all that was put down up to a moment; the scheduler comes once a day. */
    async liveUntil(end: Date) {
      const scheduler = new Client({ connectionString: api.database.urls.tick })
      await scheduler.connect()
      for (let t = api.now.getTime(); t < end.getTime(); t += 24 * hour)
        steps.push({ at: t, does: () => turnClocks(scheduler, new Date(t)) })
      steps.sort((a, b) => a.at - b.at)
      while (steps[0] && steps[0].at <= end.getTime()) {
        const step = steps.shift()!
        api.now = new Date(step.at)
        await step.does()
      }
      await scheduler.end()
      api.now = end
    },
  }
}

/** The same number for the same word, between 0 and 1. */
export const chance = (word: string): number =>
  createHash('sha256').update(word).digest().readUInt32BE(0) / 2 ** 32
export const pick = <T>(word: string, of: readonly T[]): T => of[Math.floor(chance(word) * of.length)]!

const kinds: Category[] = ['water', 'lift', 'facility', 'sanitation', 'parking', 'noise']
const urgencies: Urgency[] = ['ordinary', 'ordinary', 'danger', 'complex']

/** One whistle from beginning to end, the n-th: every way in which one may go comes up among some dozens of them. */
export function putDownWhistle(api: TestApi, year: Year, n: number, from: Date): void {
  const { later, tokens, worker, resident } = year
  const luck = (what: string) => chance(`${n} ${what}`)
  const whistleId = randomUUID()
  const one = { ...at, whistleId }
  const phoned = luck('phoned') < 0.5
  const category = pick(`${n} kind`, kinds)
  const urgency = pick(`${n} urgency`, urgencies)
  let spent = 0
  const then = (hours: number, does: () => Promise<unknown>) => {
    spent += hours
    later(from, spent, does)
  }
  later(from, 0, () => {
    const buildingId = luck('spot') < 0.7 ? pick(`${n} building`, year.buildings) : undefined
    const spot = { compoundId: hongyunCompound, ...(buildingId && { buildingId }), category, urgency }
    const words = `第 ${n} 件：${randomUUID()}`
    return phoned
      ? api.get(worker, 'whistle.intake', { ...at, ...spot, id: whistleId, words, source: 'phone' })
      : api.get(resident, 'whistle.submit', { ...at, ...spot, id: whistleId, words, anonymous: false })
  })
  if (luck('untouched') < 0.05) return
  if (luck('asked') < 0.15) {
    then(luck('t1') * 4, () => api.get(worker, 'whistle.askBack', { ...one, words: '哪一栋？' }))
    if (luck('silent') < 0.3) return
    then(luck('t2') * 90, () =>
      api.get(phoned ? worker : resident, 'whistle.answer', { ...one, words: '三栋' }),
    )
  }
  if (luck('withdrawn') < 0.06 && !phoned) {
    then(luck('t3') * 5, () => api.get(resident, 'whistle.withdraw', one))
    return
  }
  if (luck('merged') < 0.06) {
    then(luck('t3') * 5, async () => {
      const [other] = await api.owner<{ id: string }>(
        `select id from whistle where community_id = $1 and state in ('accepted', 'dispatched', 'responded') and id <> $2 limit 1`,
        [hongyun, whistleId],
      )
      return other && api.get(worker, 'whistle.merge', { ...one, intoId: other.id })
    })
    return
  }
  if (luck('rejected') < 0.06) {
    then(luck('t3') * 5, () => api.get(worker, 'whistle.reject', { ...one, reason: '不在小区里' }))
    return
  }
  const corrected = luck('corrected') < 0.2 ? { category: pick(`${n} other`, kinds), urgency } : {}
  then(luck('t4') * 6, () => api.get(worker, 'whistle.accept', { ...one, ...corrected }))
  const send = (again: string, to = again, hours = 5) => {
    const { who, party } = pick(`${n} party ${to}`, year.parties)
    // now and then it lies there until its time is over
    then(luck(`t5 ${again}`) * (luck(`slow ${again}`) < 0.2 ? 120 : hours), () =>
      api.get(worker, 'whistle.dispatch', { ...one, id: randomUUID(), lead: party }),
    )
    return tokens[who]
  }
  if (luck('unsent') < 0.05) return
  let last = 'first'
  let desk = send(last)
  if (luck('disputed') < 0.2) {
    const first = desk
    then(luck('t6') * 3, () => api.get(first, 'whistle.dispute', { ...one, reason: '不归我们管' }))
    const decision = luck('upheld') < 0.7 ? 'uphold' : 'refuse'
    then(luck('t7') * 3, () =>
      api.get(worker, 'whistle.decideDispute', { ...one, decision, reason: '看过现场' }),
    )
    if (decision === 'uphold') {
      if (luck('left') < 0.4) return
      last = 'second'
      desk = send(last)
    }
  }
  if (luck('nobody') < 0.1) {
    // sent again to whoever does not come, or to somebody else
    if (luck('pressed') < 0.3) return
    const pressed = send('again', luck('same') < 0.6 ? last : 'again', 60)
    then(luck('t15') * 2, () => api.get(pressed, 'whistle.respond', one))
    return
  }
  const arrives = desk
  then(luck('t8') ** 2 * 40, () => api.get(arrives, 'whistle.respond', one))
  if (luck('handed') < 0.1) {
    desk = send('third')
    const third = desk
    then(luck('t9') * 12, () => api.get(third, 'whistle.respond', one))
  }
  const resolve = (again: string) => {
    then(luck(`t10 ${again}`) ** 2 * 300, () => api.get(desk, 'whistle.resolve', { ...one, words: '修好了' }))
  }
  if (luck('extended') < 0.2)
    then(luck('t14') * 250, () =>
      api.get(luck('asks') < 0.5 ? desk : worker, 'whistle.extend', {
        ...one,
        resolveBy: new Date(api.now.getTime() + 40 * 24 * hour).toISOString(),
        reason: '等配件',
      }),
    )
  if (luck('stuck') < 0.08) return
  resolve('first')
  for (const round of ['first', 'second', 'third']) {
    if (luck(`silent ${round}`) < 0.25) return
    const outcome = pick(`${n} outcome ${round}`, ['solved', 'solved', 'solved', 'half', 'not'] as const)
    const stars =
      outcome === 'solved' || luck(`stars ${round}`) < 0.5
        ? 1 + Math.floor(luck(`s ${round}`) * 5)
        : undefined
    then(luck(`t11 ${round}`) * 150, () =>
      api.get(phoned ? worker : resident, 'whistle.followUp', { ...one, outcome, ...(stars && { stars }) }),
    )
    if (outcome === 'solved') {
      // opened again by whoever reported it, within the week after it was closed
      if (phoned || luck(`again ${round}`) > 0.2) return
      then(30 + luck(`t12 ${round}`) * 120, () =>
        api.get(resident, 'whistle.reopen', { ...one, reason: '又坏了' }),
      )
    }
    if (luck(`unsolved ${round}`) < 0.2) return
    then(1 + luck(`t13 ${round}`) * 30, () => api.get(desk, 'whistle.respond', one))
    resolve(round)
  }
}
