import { randomUUID } from 'node:crypto'
import { demoId } from '../../functions/demo/stage'
import { hongyun, hongyunCompound } from '../../functions/demo/story'
import type { Output } from '../../shared/contract'
import { monthOf } from '../../shared/rates/words'
import { openApi, type TestApi } from '../kernel/api'
import { signInAll } from '../kernel/signIn'

export const hour = 3_600_000
export const day = 24 * hour

/** 弘运 in a month in which nothing else has happened, and whistles brought as far as a test wants. */
export async function openRatesHouse() {
  const api = await openApi({ demo: true, now: new Date('2027-03-01T02:00:00Z') })
  const tokens = await signInAll(
    api,
    'partyMember',
    'secondWorker',
    'communityWorker',
    'property',
    'department',
    'committeeDirector',
    'gridWorker',
    'subdistrictOfficer',
    'tenant',
    'liaison',
  )
  await api.owner(`update session set expires_at = '2040-01-01'`)
  const pass = (hours: number) => {
    api.now = new Date(api.now.getTime() + hours * hour)
  }
  const property = { kind: 'organisation', partyId: demoId('弘运物业公司') } as const
  const report = async (words: string = randomUUID()) => {
    const whistleId = randomUUID()
    await api.get(tokens.secondWorker, 'whistle.intake', {
      communityId: hongyun,
      id: whistleId,
      compoundId: hongyunCompound,
      category: 'lift',
      urgency: 'danger',
      source: 'counter',
      words,
    })
    return { communityId: hongyun, whistleId }
  }
  type One = { communityId: string; whistleId: string }
  const send = async (one: One, lead: typeof property = property) => {
    await api.get(tokens.secondWorker, 'whistle.accept', one)
    await api.get(tokens.secondWorker, 'whistle.dispatch', { ...one, id: randomUUID(), lead })
    return one
  }
  const fix = async (one: One) => {
    await api.get(tokens.property, 'whistle.respond', one)
    await api.get(tokens.property, 'whistle.resolve', { ...one, words: '换了门机' })
    return one
  }
  const followUp = (one: One, outcome: 'solved' | 'half' | 'not', stars?: number) =>
    api.get(tokens.secondWorker, 'whistle.followUp', { ...one, outcome, ...(stars && { stars }) })
  /** The rates of the month of the moment. */
  const rates = (token = tokens.secondWorker, more: object = {}): Promise<Output<'rates.get'>> =>
    api.get(token, 'rates.get', {
      communityId: hongyun,
      fromMonth: monthOf(api.now),
      toMonth: monthOf(api.now),
      by: 'month',
      ...more,
    })
  return { api, tokens, pass, property, report, send, fix, followUp, rates }
}
export type RatesHouse = Awaited<ReturnType<typeof openRatesHouse>>
export type { TestApi }
