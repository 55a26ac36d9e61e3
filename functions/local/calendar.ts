import { parseArgs } from 'node:util'
import { publishCalendar } from '../../db/bootstrap'
import { addDays, dayOf, isDay } from '../../shared/kernel/time'

const usage = `npm run calendar -- --year 2027 --off 2027-01-01 --off 2027-02-05/2027-02-11 --works 2027-02-14 …
Puts the State Council's notice of a year in: days off, and weekends that are worked. What was put in for that year before goes.
DATABASE_OWNER_URL is the server's; deadlines that were counted provisionally are counted anew with the next tick.`

/** A day, or the first and last of several. */
function daysOf(span: string): string[] | undefined {
  const [first = '', last = first, ...more] = span.split('/')
  if (!isDay(first) || !isDay(last) || last < first || more.length > 0) return undefined
  const days: string[] = []
  for (let day = first; day <= last; day = addDays(day, 1)) days.push(day)
  return days
}

/** The days of a notice as they are kept; undefined where one of them is none, or not of that year, or named as both. */
export function readNotice(
  year: string,
  off: readonly string[],
  works: readonly string[],
): { day: string; works: boolean }[] | undefined {
  if (!/^20\d\d$/.test(year)) return undefined
  const read = (spans: readonly string[], isWorked: boolean) =>
    spans.map((span) => daysOf(span)?.map((day) => ({ day, works: isWorked })))
  const spans = [...read(off, false), ...read(works, true)]
  const days = spans.flatMap((span) => span ?? [])
  const isWhole =
    !spans.includes(undefined) &&
    days.every(({ day }) => day.startsWith(`${year}-`)) &&
    new Set(days.map(({ day }) => day)).size === days.length
  return isWhole && off.length > 0 ? days : undefined
}

export async function publish(
  args: readonly string[],
  ownerUrl: string | undefined,
  now: Date,
): Promise<boolean> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      year: { type: 'string' },
      off: { type: 'string', multiple: true },
      works: { type: 'string', multiple: true },
    },
  })
  const { year = '', off = [], works = [] } = values
  const days = readNotice(year, off, works)
  if (!ownerUrl || !days) {
    console.error(usage)
    return false
  }
  await publishCalendar(ownerUrl, { year: Number(year), days, on: dayOf(now) })
  console.log(`${year}: ${days.length} days are in.`)
  return true
}

if (process.argv[1]?.endsWith('calendar.cjs'))
  void publish(process.argv.slice(2), process.env.DATABASE_OWNER_URL, new Date()).then((isDone) => {
    process.exitCode = isDone ? 0 : 1
  })
