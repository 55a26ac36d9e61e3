import dayjs from 'dayjs'
import utc from 'dayjs/plugin/utc'

dayjs.extend(utc)

// China keeps one offset all year; the machine's own zone must never matter.
const offsetMinutes = 8 * 60
const dayPattern = /^(\d{4})-(\d{2})-(\d{2})$/

const shanghai = (at: Date) => dayjs.utc(at).utcOffset(offsetMinutes)

/** The calendar day in China of an instant. */
export const dayOf = (at: Date): string =>
  new Date(at.getTime() + offsetMinutes * 60_000).toISOString().slice(0, 10)

export function isDay(text: string): boolean {
  const m = dayPattern.exec(text)
  if (!m) return false
  const at = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().slice(0, 10) === text && Number(m[1]) >= 1900
}

/** Midnight in China at which a day begins. */
export const startOfDay = (day: string): Date => new Date(`${day}T00:00:00+08:00`)

/** The first day of the year that it is in China. */
export const newYearOf = (now: Date): string => `${dayOf(now).slice(0, 4)}-01-01`

export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)

/** How people say when: 今天 17:00, 昨天 08:12, 11月3日 09:30, 2025年11月3日. */
export function sayWhen(at: Date, now: Date): string {
  const t = shanghai(at)
  const clock = t.format('HH:mm')
  const day = dayOf(at)
  const today = dayOf(now)
  if (day === today) return `今天 ${clock}`
  if (day === addDays(today, -1)) return `昨天 ${clock}`
  if (day === addDays(today, 1)) return `明天 ${clock}`
  if (day.slice(0, 4) === today.slice(0, 4)) return `${t.month() + 1}月${t.date()}日 ${clock}`
  return sayDay(day)
}

export function sayDay(day: string): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${year}年${month}月${date}日`
}

/** 周五. */
export const sayWeekday = (day: string): string =>
  `周${'日一二三四五六'[new Date(`${day}T00:00:00Z`).getUTCDay()]}`

/** 2026年11月10日 19:30: the moment itself, whenever it is read. */
export const sayMoment = (at: Date): string => `${sayDay(dayOf(at))} ${shanghai(at).format('HH:mm')}`
