import { calendarOf } from '../../shared/kernel/calendar'
import { addDays, dayOf } from '../../shared/kernel/time'
import { daysOf } from '../../shared/patrol/rhythm'
import type { Caller } from '../../shared/role/caller'
import type { Connection } from '../kernel/database'
import { readPeriod } from '../rates/period'
import { calendarEdits, calendarYears } from '../whistle/queries'
import { sees } from './plans'
import { plansOf, walkersOf } from './queries'
import { daysOfSpan, daysOfWindow, roundsBetween, walkedBetween } from './walked'

interface Asked {
  communityId: string
  fromMonth: string
  toMonth: string
  gridId?: string | undefined
}

export const lastDayOf = (month: string): string => daysOf(month).at(-1)!

/** Calendar, asked with what needs it. */
export async function loadCalendar(tx: Connection, from: string) {
  const [edits, years] = await Promise.all([calendarEdits(tx, [from]), calendarYears(tx)])
  return calendarOf(
    edits,
    years.map((y) => y.year),
  )
}

/** Plans and rounds of some months, asked at once. */
export async function loadPeriod(tx: Connection, asked: Asked) {
  const { months, since, until } = readPeriod(asked)
  const [first, last] = daysOfSpan(since, until)
  const from = addDays(first, -daysOfWindow)
  const [plans, rounds, walkers, calendar] = await Promise.all([
    plansOf(tx, [asked.communityId, asked.gridId ?? null]),
    roundsBetween(tx, [asked.communityId, from, last]),
    walkersOf(tx, [asked.communityId]),
    loadCalendar(tx, from),
  ])
  return { months, first, last, plans, rounds, walkers, calendar }
}
export type Period = Awaited<ReturnType<typeof loadPeriod>>

/** What of it the caller may see: every due with its rounds, and the rounds of the days themselves. */
export function walkedIn(period: Period, caller: Caller, now: Date) {
  const { first, last, calendar, rounds, walkers } = period
  const plans = period.plans.filter((plan) => sees(caller, plan))
  const planOf = new Map(plans.map((plan) => [plan.id, plan]))
  const ours = rounds.filter((r) => planOf.has(r.plan_id))
  return {
    plans,
    planOf,
    walkers,
    nameOf: new Map(walkers.map((w) => [w.person_id, w.name])),
    walked: walkedBetween(plans, ours, [first, last], dayOf(now), calendar),
    rounds: ours.filter((r) => r.day >= first),
  }
}
export type WalkedPeriod = ReturnType<typeof walkedIn>
