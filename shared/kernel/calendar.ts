// only the years that a clock can reach: the library whole would bring the lunar calendar to the phone,
// and its own isWorkday() reads the weekday in the machine's zone. A newer year is one more line here.
import of2025 from 'chinese-days/dist/years/2025.json'
import of2026 from 'chinese-days/dist/years/2026.json'

/** The working calendar of China; a day is written `2026-11-21`. */
export interface Calendar {
  works(day: string): boolean
  /** 春节, 国庆节: by which name a day off is known; a Saturday has none. */
  holiday(day: string): string | null
  /** Whether the State Council's notice (部分节假日安排) for the day's year is in; plain weeks until then. */
  knows(day: string): boolean
}

const tables = { 2025: of2025, 2026: of2026 }
// the tables say `Spring Festival,春节,4`
const free = new Map(
  Object.values(tables).flatMap((t) =>
    Object.entries(t.holidays).map(([day, says]) => [day, String(says).split(',')[1] ?? null] as const),
  ),
)
const madeUp = new Set(Object.values(tables).flatMap((t) => Object.keys(t.workdays)))

const isWeekday = (day: string): boolean => new Date(`${day}T00:00:00Z`).getUTCDay() % 6 !== 0

/** What was put in by hand wins over the library's tables; a published year is known as well. */
export function calendarOf(
  edits: readonly { day: string; works: boolean }[],
  publishedYears: readonly number[],
): Calendar {
  const edited = new Map(edits.map((e) => [e.day, e.works]))
  const known = new Set([...Object.keys(tables), ...publishedYears.map(String)])
  return {
    works: (day) => edited.get(day) ?? (madeUp.has(day) || (isWeekday(day) && !free.has(day))),
    holiday: (day) => (edited.get(day) === true ? null : (free.get(day) ?? null)),
    knows: (day) => known.has(day.slice(0, 4)),
  }
}
