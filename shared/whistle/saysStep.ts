import { sayWhen } from '../kernel/time'
import { recordActions } from '../record/actions'
import { daysToAnswer } from './limits'
import { outcomes } from './states'
import { outcomeWords } from './words'

/** One line of the record about a whistle, as far as the reader may know it. */
export interface StepTold {
  action: string
  /** References, states and counts of the line: `by` says whose side acted. */
  after: Record<string, unknown> | null
  /** The reader did it. */
  mine: boolean
  /** The party that acted, or to which it was sent. */
  party: string | null
  /** Who it was: known to the community alone, and of its own side and the parties alone. */
  actor: string | null
  /** Steps alike in a row that are told as one. */
  times: number
}

type Tell = (by: string, step: StepTold, now: Date) => string

const outcomeIn = ({ after }: StepTold): string => {
  const outcome = outcomes.find((o) => o === after?.outcome)
  return outcome === undefined ? '评价了' : outcomeWords[outcome]
}
const starsIn = ({ after }: StepTold): string =>
  typeof after?.stars === 'number' ? `，${after.stars} 颗星` : ''
/** The record carries an instant as whole seconds. */
const whenIn = (seconds: unknown, now: Date): string | undefined =>
  typeof seconds === 'number' ? sayWhen(new Date(seconds * 1000), now) : undefined

export const remindedOf: Record<string, string> = {
  responseHalf: '到场的时间过了一半',
  responseDue: '到了到场的时限',
  resolutionHalf: '办好的时间过了一半',
  resolutionDue: '到了办好的时限',
  tabledOver: '会议开过了，还没有退回来办',
}
export const raisedFor: Record<string, string> = {
  response: '没有按时到场',
  resolution: '没有按时办好',
  reopened: '居民第二次说又坏了',
}
export const surveyed: Record<string, string> = { well: '还好', broken: '又坏了', unsure: '说不清' }
const word = (words: Record<string, string>, key: unknown): string =>
  typeof key === 'string' && words[key] !== undefined ? `：${words[key]}` : ''

const sourceIn = ({ after, mine }: StepTold): string | undefined =>
  mine ? undefined : { patrol: '网格员', property: '物业', partyMember: '党员' }[String(after?.source)]

const tells: Record<string, Tell> = {
  'whistle.submitted': (by, { after }) => (after?.by === 'community' ? `${by}替居民登记` : `${by}吹了哨`),
  'whistle.joined': (by, { after, mine }) => {
    if (after?.by === 'community') return `${by}把另一件并了进来`
    return mine ? `${by}也遇到了` : `${by}遇到`
  },
  'whistle.askedBack': (by) => `${by}想问清楚`,
  'whistle.answered': (by) => `${by}补充了说明`,
  'whistle.accepted': (by) => `${by}受理`,
  'whistle.rejected': (by) => `${by}没有受理`,
  'whistle.merged': (by) => `${by}并到了另一件`,
  'whistle.withdrawn': (by) => `${by}撤回了`,
  'whistle.dispatched': (by, { party, after }) =>
    `${by}派给${party ?? '办理单位'}${Number(after?.co) > 0 ? `，${after?.co} 方协办` : ''}`,
  'whistle.taken': (by, { after }) => (after?.taken === false ? `${by}放回桌上，等人接` : `${by}有人接下了`),
  'whistle.handedOn': (by) => `${by}转给了同事`,
  'whistle.reported': (by) => `${by}报告了进展`,
  'whistle.disputed': (by) => `${by}提出退单`,
  'whistle.disputeUpheld': (by) => `${by}同意退单`,
  'whistle.disputeRefused': (by) => `${by}没有同意退单`,
  'whistle.responded': (by) => `${by}到了现场`,
  'whistle.extended': (by, { after }, now) => {
    const until = whenIn(after?.resolutionDue, now)
    return until === undefined ? `${by}延长了时限` : `${by}延到 ${until}`
  },
  'whistle.resolved': (by) => `${by}办好了`,
  'whistle.followedUp': (by, step) =>
    `${by}${step.after?.by === 'community' ? '回访' : '说'}：${outcomeIn(step)}${starsIn(step)}`,
  'whistle.reopened': (by) => `${by}说又坏了，重新办`,
  'whistle.closed': (by, { after }) => {
    if (after?.by !== 'clock') return `${by}结束了这件事`
    return `${by}自动结束${after.outcome === 'unanswered' ? `：${daysToAnswer} 天没有等到评价` : ''}`
  },
  'whistle.reminded': (by, { after }) => `${by}提醒${word(remindedOf, after?.kind)}`,
  'whistle.raised': (by, { after }) => `${by}上报街道${word(raisedFor, after?.for)}`,
  'whistle.rescheduled': (by) => `${by}按公布的放假安排重新算了时限`,
  'whistle.surveyAsked': (by) => `${by}问一句：现在还好吗？`,
  'whistle.surveyed': (by, { after }) => `${by}回答${word(surveyed, after?.answer)}`,
  'whistle.tabled': (by) => `${by}提交会议商量，时限先停着`,
  'whistle.untabled': (by, { after }) =>
    typeof after?.resolutionId === 'string' ? `${by}按会议决议接着办` : `${by}从会议退回来接着办`,
  'whistle.joinedIncident': (by) => `${by}把它和同样的事放在一起办`,
  'whistle.leftIncident': (by) => `${by}把它拿出来单独办`,
  'whistle.incidentAnswered': (by) => `${by}统一答复`,
}

/** Whose side it was; a name only beside the community and the parties. */
function sayBy(step: StepTold): string {
  const { action, after, mine, party, actor, times } = step
  // what the clock does may lie in the step of somebody
  if (after?.by === 'clock') return '系统'
  if (mine) return '你'
  const named = (side: string) => (actor === null ? side : `${side} ${actor}`)
  if (after?.by === 'community') return named('社区')
  if (after?.by === 'party') return named(party ?? '办理单位')
  if (action === 'whistle.joined') return `又有 ${times} 位邻居`
  return sourceIn(step) ?? '居民'
}

/** What happened, in one sentence that begins with who it was. */
export function sayStep(step: StepTold, now: Date): { by: string; says: string } {
  const by = sayBy(step)
  const known = (recordActions as Record<string, string>)[step.action] ?? step.action
  return { by, says: tells[step.action]?.(by, step, now) ?? `${by}${known}` }
}
