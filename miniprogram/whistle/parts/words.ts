import type { Output } from '../../../shared/contract'
import { addDays, dayOf, sayDay, sayWhen } from '../../../shared/kernel/time'
import { daysToAnswer, daysToClose } from '../../../shared/whistle/limits'
import type { WhistleState } from '../../../shared/whistle/states'
import { stateWords } from '../../../shared/whistle/words'
import type { Tone } from '../../kernel/ui'
import { sayWaited } from '../../kernel/waited'

export type Whistle = Output<'whistle.get'>
export type Photo = Whistle['photos'][number]
export type Step = Whistle['steps'][number]
export type Dispatch = Whistle['dispatches'][number]

/** What the state is called to whom it does not ask anything. */
const toOthers: Partial<Record<WhistleState, string>> = {
  needsInfo: '等居民补充',
  resolved: '办好了，等评价',
}

export const sayState = (state: WhistleState, asksMe: boolean): string =>
  (asksMe ? undefined : toOthers[state]) ?? stateWords[state]

const ended: readonly WhistleState[] = ['rejected', 'merged', 'withdrawn']
const well: readonly WhistleState[] = ['resolved', 'followedUp', 'closed']

export const toneOf = (state: WhistleState, waitsForMe: boolean): Tone => {
  if (waitsForMe) return 'vermilion'
  if (well.includes(state)) return 'pine'
  return ended.includes(state) ? 'quiet' : 'sun'
}

export const sayJoined = (joined: number): string | undefined =>
  joined > 0 ? `${joined} 位邻居也遇到` : undefined

/** Words beside each other, those that are there: 9栋 · 安全隐患 · 12 位邻居也遇到; no line begins with a dot. */
export const beside = (...words: (string | undefined | null | false)[]): string =>
  words.filter(Boolean).join('\u00a0· ')

/** Up to here the first clock runs, then the second. */
const beforeResponse: readonly WhistleState[] = ['submitted', 'accepted', 'dispatched']
const atWork: readonly WhistleState[] = ['responded', 'reopened']

type Clocked = Pick<Whistle, 'state' | 'responseDueAt' | 'resolutionDueAt'>

/** The deadline that runs now. */
export const dueNow = ({ state, responseDueAt, resolutionDueAt }: Clocked): string | null => {
  if (beforeResponse.includes(state)) return responseDueAt
  return atWork.includes(state) ? resolutionDueAt : null
}

export const isLate = (whistle: Clocked, now: Date): boolean => {
  const due = dueNow(whistle)
  return due !== null && Date.parse(due) < now.getTime()
}

const until = (due: string, does: string, now: Date): string => {
  const late = Date.parse(due) < now.getTime() ? `（晚了 ${sayWaited(due, now)}）` : ''
  return `${sayWhen(new Date(due), now)} 前${does}${late}`
}

/** Both deadlines as people say them; none once it is done. */
export function sayDeadlines(whistle: Whistle, now: Date): string | undefined {
  const { state, responseDueAt, resolutionDueAt, provisional } = whistle
  const arrives = beforeResponse.includes(state)
  if (!arrives && !atWork.includes(state)) return undefined
  const both = [
    arrives && responseDueAt ? until(responseDueAt, '到现场', now) : '',
    resolutionDueAt ? until(resolutionDueAt, '办好', now) : '',
  ]
  const told = both.filter(Boolean).join('，')
  return provisional ? `${told}。明年的放假安排还没公布，公布后时限会跟着调整` : told
}

export const leadOf = (whistle: Whistle): Dispatch | undefined =>
  whistle.dispatches.find((d) => d.lead && (d.state === 'current' || d.state === 'disputed'))

export interface Waiting {
  says: string
  quiet: string
}

/** What comes next and does not depend on the clock alone: the last, dashed line of the timeline. */
export function waitingOf(whistle: Whistle, now: Date): Waiting | undefined {
  const { state, steps, mine } = whistle
  const last = steps[steps.length - 1]?.at ?? whistle.submittedAt
  const waited = `已经等了 ${sayWaited(last, now)}`
  const lead = leadOf(whistle)?.name ?? '承办方'
  switch (state) {
    case 'submitted':
      return { says: '等社区受理', quiet: waited }
    case 'needsInfo':
      return { says: mine ? '等你补充说明' : '等居民补充说明', quiet: '补充以后接着办，时限先停着' }
    case 'accepted':
      return { says: '等社区派单', quiet: waited }
    case 'dispatched':
      return { says: whistle.disputed ? '等社区答复退单' : `等${lead}到现场`, quiet: waited }
    case 'responded':
      return { says: `等${lead}办好`, quiet: waited }
    case 'reopened':
      return { says: `等${lead}再来办`, quiet: waited }
    case 'resolved': {
      // what the clock adds afterwards does not move the day
      const done = steps.filter((s) => /resolve/.test(s.action)).pop()?.at ?? last
      const day = addDays(dayOf(new Date(done)), daysToAnswer)
      return {
        says: mine === 'first' ? '等你说一句：修好了吗？' : '等居民说一句：修好了吗？',
        quiet: `${sayDayShort(day, now)}前没有回答，就按“没有答复”结束`,
      }
    }
    case 'followedUp':
      return { says: '就要结束了', quiet: `${daysToClose} 天后自动结束，又坏了可以重新办` }
    case 'tabled':
      return { says: '等会上商量', quiet: '时限先停着' }
    default:
      return undefined
  }
}

/** 11月23日; with the year where it is another. */
export const sayDayShort = (day: string, now: Date): string =>
  day.slice(0, 4) === dayOf(now).slice(0, 4) ? sayDay(day).slice(5) : sayDay(day)

export const sayAt = (instant: string, now: Date): string => sayWhen(new Date(instant), now)
