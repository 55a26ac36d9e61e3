import type { Output } from '../../shared/contract'
import { type Calendar, calendarOf } from '../../shared/kernel/calendar'
import { dayOf } from '../../shared/kernel/time'
import type { WorkHours } from '../../shared/service/fields'
import { type Counted, countMinutes, longMinutes, type Span } from '../../shared/service/hours'
import type { Connection } from '../kernel/database'
import { calendarEdits, calendarYears } from '../whistle/queries'
import { lockService, type ServiceRow, serviceById } from './queries'

/** The working calendar as the clocks use it, asked in the batch of a verb's load. */
export async function loadCalendar(tx: Connection, from: Date): Promise<Calendar> {
  const [edits, years] = await Promise.all([calendarEdits(tx, [dayOf(from)]), calendarYears(tx)])
  return calendarOf(
    edits,
    years.map((y) => y.year),
  )
}

export const isLong = (span: Span): boolean => span.to.getTime() - span.from.getTime() > longMinutes * 60_000

export const countFor = (
  span: Span,
  work: WorkHours | null,
  others: readonly { in_at: Date | string; out_at: Date | string }[],
  calendar: Calendar,
): Counted =>
  countMinutes(
    span,
    others.map((o) => ({ from: new Date(o.in_at), to: new Date(o.out_at) })),
    work ?? { kind: 'none' },
    calendar,
  )
export const countedValues = (c: Counted): number[] => [c.whole, c.atWork, c.twice, c.counted]

/** What counts already, or would count if it were confirmed now. */
export function minutesOf(s: ServiceRow, calendar: Calendar): Counted | null {
  if (s.counted !== null) return { whole: s.whole!, atWork: s.at_work!, twice: s.twice!, counted: s.counted }
  if (s.out_at === null || s.state === 'refused' || s.state === 'corrected') return null
  return countFor({ from: s.in_at, to: s.out_at }, s.work, s.others ?? [], calendar)
}

export const showService =
  (calendar: Calendar) =>
  (s: ServiceRow): Output<'service.list'>['items'][number] => ({
    communityId: s.community_id,
    serviceId: s.id,
    checkinId: s.checkin_id,
    name: s.name ?? '已注销',
    taskId: s.task_id,
    task: s.task,
    state: s.state,
    inAt: s.in_at.toISOString(),
    inWay: s.in_way,
    outAt: s.out_at?.toISOString() ?? null,
    outWay: s.out_way,
    minutes: minutesOf(s, calendar),
    long: s.out_at !== null && isLong({ from: s.in_at, to: s.out_at }),
    provisional: !calendar.knows(dayOf(s.in_at)),
    correctsId: s.corrects_id,
    correctedById: s.corrected_by,
  })

export async function holdService(
  tx: Connection,
  { communityId, serviceId }: { communityId: string; serviceId: string },
): Promise<ServiceRow | undefined> {
  const key = [communityId, serviceId]
  const [, [row]] = await Promise.all([lockService(tx, key), serviceById(tx, key)])
  return row
}
