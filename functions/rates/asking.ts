import type { Grouping, Rate, Side } from '../../shared/rates/definitions'
import { readCursor } from '../kernel/cursor'
import type { Connection } from '../kernel/database'
import { readPeriod } from './period'
import { countOfNumber, countsBy, listBy, type Over, surveysOf } from './queries'

interface Asked {
  fromMonth: string
  toMonth: string
  by: Grouping
  compoundId?: string | undefined
}
interface Number extends Asked {
  rate: Rate
  side: Side
  group?: string | undefined
  after?: string | undefined
}

/** What rates are asked by: where, from when, until when, as of now, in which compound. */
const about = (where: string, asked: Asked, now: Date): unknown[] => {
  const { since, until } = readPeriod(asked)
  return [where, since, until, now, asked.compoundId ?? null]
}

/** The three rates with the survey of the same period; asked at once. */
export async function loadRates(tx: Connection, over: Over, where: string, asked: Asked, now: Date) {
  const of = about(where, asked, now)
  const [counts, [survey]] = await Promise.all([
    countsBy[over][asked.by](tx, of),
    surveysOf[over](tx, [of[0], of[1], of[2], of[4]]),
  ])
  return { counts, survey: survey! }
}

/** The list behind one number; asked at once with how long it is. */
export async function loadNumber(tx: Connection, over: Over, where: string, asked: Number, now: Date) {
  const after = readCursor(asked.after, 'instant', 'id')
  const of = [...about(where, asked, now), asked.rate, asked.group ?? null, asked.side]
  const [rows, [count]] = await Promise.all([
    listBy[over][asked.by](tx, [...of, after?.[0] ?? null, after?.[1] ?? null]),
    countOfNumber[over][asked.by](tx, of),
  ])
  return { rows, total: count!.total }
}
