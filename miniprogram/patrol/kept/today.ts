import { useEffect } from 'react'
import { dayOf } from '../../../shared/kernel/time'
import { dueFor, versionOn } from '../../../shared/patrol/rhythm'
import { keepDraft, readDraft } from '../../kernel/draft'
import { type Loaded, useLoad } from '../../kernel/load'
import { makeOwn } from '../../kernel/own'
import { Offline } from '../../kernel/refused'
import { useMe } from '../../kernel/session'
import { useStore } from '../../kernel/store'
import { type PlanToday, type Round, type Stop, type Today, useRounds, type VersionToday } from './round'

/** All that was taken along, and by how much the server's clock was ahead of the phone's then. */
interface Taken {
  answer: Today
  aheadMs: number
}

const name = 'patrolToday'
const taken = makeOwn<Taken | undefined>(undefined, () => readDraft<Taken>(name))

/** The day in China, by the phone's clock put right. */
export const todayIs = (): string => dayOf(new Date(Date.now() + (taken.get()?.aheadMs ?? 0)))

/** Which checkpoint a scanned code belongs to, of those taken along. */
export function checkpointHere(
  code: string,
): { communityId: string; planId: string; stop: Stop } | undefined {
  for (const { communityId, planId, versions } of taken.get()?.answer.plans ?? []) {
    const stop = versions.flatMap((v) => v.checkpoints).find((c) => c.code === code)
    if (stop) return { communityId, planId, stop }
  }
  return undefined
}

export interface TodayHere extends Loaded<Today> {
  /** It lies on this phone, so that a round can be walked without signal. */
  isTaken: boolean
}

/** What is walked today and in the two weeks after, taken along as soon as it is known. */
export function useToday(): TodayHere {
  const { can } = useMe()
  const loaded = useLoad('patrol.today', can('patrol.today') ? {} : null)
  const here = useStore(taken)
  const { data } = loaded
  const isNews = data !== undefined && data.at > (here?.answer.at ?? '')
  useEffect(() => {
    if (!isNews) return
    const next = { answer: data, aheadMs: Date.parse(data.at) - Date.now() }
    if (keepDraft(name, next)) taken.set(next)
  }, [isNews, data])
  const answer = isNews ? data : (here?.answer ?? data)
  const isTaken = here !== undefined && here.answer === answer
  if (answer === undefined) return { ...loaded, isTaken }
  // taken along for exactly that: without signal nothing is wrong with it
  const error = isTaken && loaded.error instanceof Offline ? undefined : loaded.error
  return { ...loaded, state: 'ready', data: answer, error, isTaken }
}

export type Due = PlanToday['dues'][number]

/** How one plan stands today, for whoever may walk it. */
export interface Stand {
  plan: PlanToday
  version: VersionToday
  /** What a round of today counts for. */
  due?: Due
  /** The next that will be due. */
  next?: Due
  is: 'underWay' | 'due' | 'waits' | 'walked' | 'free'
  /** The one under way here, or the last that waits to be sent. */
  round?: Round
  /** Begun on another phone and not ended, as far as is known. */
  elsewhere: boolean
  /** Of the last round of today that has arrived. */
  missed?: number
}

function standOf(plan: PlanToday, rounds: readonly Round[], day: string): Omit<Stand, 'version'> {
  const here = rounds.filter((r) => r.planId === plan.planId)
  const due = dueFor(plan.dues, day)
  const next = plan.dues.find((d) => d.from > day)
  const counts = (on: string) => due === undefined || (due.from <= on && on <= due.until)
  const underWay = here.find((r) => r.finish === undefined)
  const waits = here.filter((r) => r.finish !== undefined && counts(r.day)).pop()
  const arrived = plan.rounds.filter((r) => r.finishedAt !== null && counts(r.day)).pop()
  const told = { plan, due, next, missed: arrived?.missedCheckpoints }
  const elsewhere = plan.rounds.some(
    (r) => r.finishedAt === null && !here.some((h) => h.roundId === r.roundId),
  )
  if (underWay) return { ...told, elsewhere, is: 'underWay', round: underWay }
  if (waits) return { ...told, elsewhere, is: 'waits', round: waits }
  if (arrived || due?.state === 'walked') return { ...told, elsewhere, is: 'walked' }
  return { ...told, elsewhere, is: due ? 'due' : 'free' }
}

const order: readonly Stand['is'][] = ['underWay', 'due', 'waits', 'walked', 'free']

/** All plans that the reader may walk today, what is to be done first. */
export function standsOf(
  today: Today,
  rounds: readonly Round[],
  day: string,
  personId: string | undefined,
): Stand[] {
  return today.plans
    .flatMap((plan) => {
      const version = versionOn(plan.versions, day)
      const mayWalk =
        version &&
        (version.walkerIds.length === 0 || (personId !== undefined && version.walkerIds.includes(personId)))
      const stand = standOf(plan, rounds, day)
      return mayWalk || (version && stand.round) ? [{ ...stand, version }] : []
    })
    .sort((a, b) => order.indexOf(a.is) - order.indexOf(b.is))
}

export function useStands(): { today: TodayHere; stands: Stand[]; day: string } {
  const { me } = useMe()
  const today = useToday()
  const rounds = useRounds()
  const day = todayIs()
  const stands = today.data ? standsOf(today.data, rounds, day, me?.personId) : []
  return { today, stands, day }
}
