import type { Output } from '../../../shared/contract'
import { sayArea } from '../../../shared/kernel/area'
import { addDays, dayOf } from '../../../shared/kernel/time'
import { earliestMinutes } from '../../../shared/meeting/limits'
import { sayMark } from '../../../shared/meeting/words'
import type { Tone } from '../../kernel/ui'
import { beside, sayDayShort } from '../../whistle/parts/words'

export type Meeting = Output<'meeting.get'>
export type Face = Output<'meeting.list'>['items'][number]
export type Item = Meeting['items'][number]
export type Presence = Meeting['presence']

const weekdays = ['日', '一', '二', '三', '四', '五', '六'] as const
const inChina = 8 * 3_600_000

/** 19:00, in China. */
export const sayClock = (at: Date): string => new Date(at.getTime() + inChina).toISOString().slice(11, 16)

export const sayWeekday = (day: string): string => `周${weekdays[new Date(`${day}T00:00:00Z`).getUTCDay()]}`

/** 11月23日 周一; with the year where it is another. */
export const sayDate = (day: string, now: Date): string => `${sayDayShort(day, now)} ${sayWeekday(day)}`

/** 11月23日 周一 19:00. */
export const sayMoment = (instant: string, now: Date): string => {
  const at = new Date(instant)
  return `${sayDate(dayOf(at), now)} ${sayClock(at)}`
}

/** 今天, 明天, 后天: what is so near that one packs one's bag. */
export function saySoon(instant: string, now: Date): string | undefined {
  const day = dayOf(new Date(instant))
  return ['今天', '明天', '后天'].find((_, i) => day === addDays(dayOf(now), i))
}

export type Phase = 'before' | 'during' | 'after'

/** From an hour before people come in and sign; a meeting that is over, or was never held, is read. */
export function phaseOf({ state, startsAt }: Pick<Meeting, 'state' | 'startsAt'>, now: Date): Phase {
  if (state === 'held' || state === 'notHeld') return 'after'
  const opens = Date.parse(startsAt) - earliestMinutes * 60_000
  return state === 'underWay' || now.getTime() >= opens ? 'during' : 'before'
}

export const toneOf = (state: Face['state']): Tone =>
  state === 'held' ? 'pine' : state === 'notHeld' || state === 'planned' ? 'quiet' : 'sun'

/** 9栋门口 · 放假（国庆节）. */
export const sayPlace = ({ spot, mark }: Pick<Face, 'spot' | 'mark'>): string => beside(spot, sayMark(mark))

const parts = (n: number): string => String(n).replace(/\B(?=(\d{3})+$)/g, ',')

/** 1,234.50 平方米. */
export function sayMetres(centiares: number): string {
  const [whole = '', rest = ''] = sayArea(centiares).split('.')
  return `${parts(Number(whole))}.${rest} 平方米`
}

/** 42 户中到了 28 户; by heads where no homes are invited. */
export const sayHere = ({ people, homes }: Presence): string =>
  homes.of > 0 ? `${homes.of} 户中到了 ${homes.present} 户` : `到了 ${people} 人`
