import { dayOf, sayDay } from '../../../shared/kernel/time'
import { photosLeft, type Round, stopsLeft, unsentOf } from './round'

const weekdays = ['日', '一', '二', '三', '四', '五', '六']

/** 11月24日 周二; with the year where it is another. */
export function sayDate(day: string, today: string): string {
  const said = day.slice(0, 4) === today.slice(0, 4) ? sayDay(day).slice(5) : sayDay(day)
  return `${said} 周${weekdays[new Date(`${day}T00:00:00Z`).getUTCDay()]}`
}

/** 11月22日 */
export const sayRoundDay = (day: string): string => sayDay(day).slice(5)

const minuteMs = 60_000

/** Since it began, by the phone's clock; one that was put back in between says nothing. */
export function minutesOf(round: Pick<Round, 'startedAt' | 'finish'>): number {
  const until = round.finish ? Date.parse(round.finish.at) : Date.now()
  return Math.max(0, Math.floor((until - Date.parse(round.startedAt)) / minuteMs))
}

/** 21 分钟, 1 小时 5 分钟 */
export function sayMinutes(minutes: number): string {
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  if (hours === 0) return `${rest} 分钟`
  return rest === 0 ? `${hours} 小时` : `${hours} 小时 ${rest} 分钟`
}

export function sayStopsLeft(round: Round): string {
  const left = stopsLeft(round).length
  return left === 0 ? '点都到了，可以结束' : `还有 ${left} 个点`
}

/** What of a round is still only on this phone; undefined when nothing is. */
export function sayWaits(round: Round): string | undefined {
  const [records, photos] = [unsentOf(round), photosLeft(round).length]
  const parts = [records > 0 && `${records} 条记录`, photos > 0 && `${photos} 张照片`].filter(Boolean)
  return parts.length === 0 ? undefined : `${parts.join('、')}待传`
}

export const isToday = (day: string): boolean => day === dayOf(new Date())
