import { type Calendar, calendarOf } from '../../shared/kernel/calendar'
import { dayOf } from '../../shared/kernel/time'
import type { Category, Urgency } from '../../shared/whistle/categories'
import {
  type Clock,
  type Clocks,
  type Due,
  defaultClocks,
  dueAt,
  resumedDue,
} from '../../shared/whistle/clocks'
import type { Connection } from '../kernel/database'
import { type ClockRow, calendarEdits, calendarYears, clocksOf } from './queries'

/** Time as a community counts it: the calendar as published and edited, and how much it gives. */
export interface ClockWorld {
  calendar: Calendar
  clocksFor(category: Category, urgency: Urgency): Clocks
}

export const worldOf = (
  edits: readonly { day: string; works: boolean }[],
  years: readonly { year: number }[],
  own: readonly ClockRow[],
): ClockWorld => ({
  calendar: calendarOf(
    edits,
    years.map((y) => y.year),
  ),
  clocksFor(category, urgency) {
    const row = own.find((c) => c.category === category && c.urgency === urgency)
    if (!row) return defaultClocks(category, urgency)
    return {
      response: { amount: row.response_amount, unit: row.response_unit },
      resolution: { amount: row.resolution_amount, unit: row.resolution_unit },
    }
  },
})

/** Asked in the batch of a verb's load. */
export async function loadWorld(tx: Connection, communityId: string, from: Date): Promise<ClockWorld> {
  return worldOf(
    ...(await Promise.all([
      calendarEdits(tx, [dayOf(from)]),
      calendarYears(tx),
      clocksOf(tx, [communityId]),
    ])),
  )
}

export const earlier = (a: Date, b: Date): Date => new Date(Math.min(a.getTime(), b.getTime()))

/** What the record tells of a clock that stood still, in order: asked back and answered, taken to a meeting and back. */
export interface Pause {
  action: string
  at: Date | string
}

const stops = ['whistle.askedBack', 'whistle.tabled']
export const pauseActions = [...stops, 'whistle.answered', 'whistle.untabled']

/** When a clock runs out that has run since, over every pause from then on. */
export function dueOver(calendar: Calendar, clock: Clock, from: Date, pauses: readonly Pause[]): Due {
  let due = dueAt(calendar, clock, from)
  let pausedAt: Date | undefined
  for (const { action, at } of pauses) {
    const when = new Date(at)
    if (stops.includes(action)) pausedAt = when
    else if (pausedAt && pausedAt >= from) due = resumedDue(calendar, clock, due.at, pausedAt, when)
  }
  return due
}

/** Both deadlines, running from the same moment. */
export function deadlinesFrom(
  world: ClockWorld,
  category: Category,
  urgency: Urgency,
  from: Date,
  pauses: readonly Pause[] = [],
) {
  const { response, resolution } = world.clocksFor(category, urgency)
  const toRespond = dueOver(world.calendar, response, from, pauses)
  const toResolve = dueOver(world.calendar, resolution, from, pauses)
  // what has to be solved is answered first, however a community sets its clocks
  return {
    responseFrom: from,
    responseDueAt: earlier(toRespond.at, toResolve.at),
    resolutionFrom: from,
    resolutionDueAt: toResolve.at,
    provisional: toRespond.provisional || toResolve.provisional,
  }
}

export const showDeadlines = (w: {
  responseDueAt: Date | null
  resolutionDueAt: Date | null
  provisional: boolean
}) => ({
  responseDueAt: w.responseDueAt?.toISOString() ?? null,
  resolutionDueAt: w.resolutionDueAt?.toISOString() ?? null,
  provisional: w.provisional,
})

/** The record carries an instant as whole seconds, which is a number and not a text. */
export const seconds = (at: Date): number => Math.floor(at.getTime() / 1000)
