import type { CheckinState } from '../../../shared/checkin/states'
import { checkinStateWords } from '../../../shared/checkin/words'
import type { Output } from '../../../shared/contract'
import { dayOf } from '../../../shared/kernel/time'
import type { ServiceState, SignWay } from '../../../shared/service/states'
import { sayMinutes, signWayWords } from '../../../shared/service/words'
import type { SlipStand } from '../../../shared/slip/states'
import type { Tone } from '../../kernel/ui'
import { sayClock, sayDate } from '../../meeting/parts/words'

export type Checkin = Output<'checkin.get'>
export type Mine = Output<'checkin.mine'>
export type Listed = Output<'checkin.list'>['items'][number]
export type Profile = Checkin['profile']
export type Task = Output<'task.get'>
export type TaskFace = Output<'task.list'>['items'][number]
export type Service = Output<'service.list'>['items'][number]
export type ServiceRecord = Output<'serviceRecord.get'>

const checkinTones: Record<CheckinState, Tone> = {
  presented: 'sun',
  returned: 'vermilion',
  accepted: 'sun',
  confirmed: 'pine',
  transferred: 'quiet',
  ended: 'quiet',
  withdrawn: 'quiet',
}
export const toneOfCheckin = (state: CheckinState): Tone => checkinTones[state]
/** To the community's worker: what was presented waits for them, what they returned waits for the member. */
export const toneToWorker = (state: CheckinState): Tone =>
  state === 'presented' ? 'vermilion' : state === 'returned' ? 'sun' : checkinTones[state]

/** A member without office has no unit to wait for. */
export const sayCheckin = ({ state, kind }: Pick<Listed, 'state' | 'kind'>): string =>
  state === 'accepted' && kind === 'noOffice' ? '已登记' : checkinStateWords[state]

const standTones: Record<SlipStand, Tone> = {
  waiting: 'sun',
  expired: 'vermilion',
  presented: 'sun',
  returned: 'sun',
  accepted: 'vermilion',
  confirmed: 'pine',
  ended: 'quiet',
  voided: 'quiet',
}
export const toneOfStand = (stand: SlipStand): Tone => standTones[stand]

const serviceTones: Record<ServiceState, Tone> = {
  in: 'sun',
  out: 'sun',
  confirmed: 'pine',
  refused: 'quiet',
  corrected: 'quiet',
}
export const toneOfService = (state: ServiceState): Tone => serviceTones[state]

/** 11月28日 周六 09:00–11:00; with both days where it goes over midnight. */
export function saySpanOf(from: string, to: string | null, now: Date): string {
  const [a, day] = [new Date(from), dayOf(new Date(from))]
  const begins = `${sayDate(day, now)} ${sayClock(a)}`
  if (to === null) return `${begins} 起`
  const b = new Date(to)
  return dayOf(b) === day
    ? `${begins}–${sayClock(b)}`
    : `${begins} 到 ${sayDate(dayOf(b), now)} ${sayClock(b)}`
}

/** When a task is: a one-off's hours, or that it is standing. */
export const sayTaskWhen = (
  { kind, startsAt, endsAt }: Pick<Task, 'kind' | 'startsAt' | 'endsAt'>,
  now: Date,
): string =>
  startsAt === null
    ? kind === 'care'
      ? '长期，到自己包的几户走走'
      : '长期，什么时候有空什么时候来'
    : saySpanOf(startsAt, endsAt, now)

export const sayPlaces = ({ taken, places }: Pick<Task, 'taken' | 'places'>): string =>
  taken >= places ? `${places} 个名额满了` : `要 ${places} 人，还差 ${places - taken} 人`

type Counted = NonNullable<Service['minutes']>

/** What was cut out of a service and why; nothing where all of it counts. */
export function sayCut({ atWork, twice }: Counted): string[] {
  return [
    atWork > 0 ? `${sayMinutes(atWork)}是本人上班时间，不算` : '',
    twice > 0 ? `${sayMinutes(twice)}和另一次服务重叠，不重复算` : '',
  ].filter(Boolean)
}

/** What counts, said so that 0 is no riddle. */
export const sayCounted = ({ counted, whole }: Counted): string =>
  counted === whole ? `算 ${sayMinutes(counted)}` : `共 ${sayMinutes(whole)}，算 ${sayMinutes(counted)}`

const showed = (way: SignWay): string => (way === 'worker' ? '社区代记' : `凭${signWayWords[way]}`)
/** How it was shown that somebody was there: 凭签到码; 来时凭签到码，走时社区代记. */
export const sayWays = ({ inWay, outWay }: Pick<Service, 'inWay' | 'outWay'>): string =>
  outWay === null || outWay === inWay ? showed(inWay) : `来时${showed(inWay)}，走时${showed(outWay)}`

/** The year that records are written of: from December on this one, before that the last. */
export const recordYear = (now: Date): string => {
  const day = dayOf(now)
  return day.slice(5, 7) === '12' ? day.slice(0, 4) : String(Number(day.slice(0, 4)) - 1)
}
export const yearOf = (now: Date): string => dayOf(now).slice(0, 4)
