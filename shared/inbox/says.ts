import { isDay, sayDay, sayWhen } from '../kernel/time'
import { type RevealPurpose, revealPurposeWords } from '../person/contract'
import { recordActions } from '../record/actions'
import type { Side } from '../whistle/says'
import { outcomes } from '../whistle/states'
import { outcomeWords } from '../whistle/words'
import { booksSay } from './booksSays'
import { checkinSays } from './checkinSays'

/** What a line tells of, as far as its reader may know it. */
export interface Told {
  action: string
  after: Record<string, unknown> | null
  /** What it is about: a home, a role, a whistle's first words. */
  subject: string
  side: Side
  /** To whom the work was sent. */
  lead: string | null
  /** The reader's desk takes part beside the lead. */
  helps: boolean
  /** When the meeting is that it tells of. */
  startsAt: Date | null
}
type Tell = (told: Told, now: Date) => string

const purposeIn = ({ after }: Told): string => {
  const purpose = after?.purpose
  return typeof purpose === 'string' && purpose in revealPurposeWords
    ? `，为了${revealPurposeWords[purpose as RevealPurpose]}`
    : ''
}
const outcomeIn = ({ after }: Told): string => {
  const outcome = outcomes.find((o) => o === after?.outcome)
  return outcome === undefined
    ? '评价了'
    : `${after?.by === 'community' ? '回访：' : '说'}${outcomeWords[outcome]}`
}
const oneOf = (words: Record<string, string>, key: unknown, otherwise: string): string =>
  (typeof key === 'string' ? words[key] : undefined) ?? otherwise

const dayIn = (day: unknown, before: string, behind: string): string =>
  typeof day === 'string' && isDay(day) ? `${before}${sayDay(day)}${behind}` : ''

const reminds: Record<string, string> = {
  responseHalf: '提醒：到场的时间过了一半',
  responseDue: '提醒：到了到场的时限',
  resolutionHalf: '提醒：办好的时间过了一半',
  resolutionDue: '提醒：到了办好的时限',
  tabledOver: '提醒：会议开过了，请把它退回来办',
}
const raises: Record<string, string> = {
  response: '没有按时到场，上报街道',
  resolution: '没有按时办好，上报街道',
  reopened: '居民第二次说又坏了，上报街道',
}

const whenOf = (startsAt: Date | null, now: Date): string =>
  startsAt === null ? '' : `，${sayWhen(startsAt, now)}`

/** To whom it is told; who did it stands in front. */
const toMe: Record<string, Tell> = {
  'person.revealed': (told) => `看了你的完整手机号${purposeIn(told)}`,
  'role.granted': ({ subject }) => `给了你一个身份：${subject}`,
  'role.revoked': ({ subject }) => `收回了你的身份：${subject}`,
  'claim.accepted': ({ subject }) => `核实通过，${subject} 是你的家了`,
  'claim.rejected': ({ subject }) => `没有通过你对 ${subject} 的认领，理由在“我的”里`,
  'tie.bound': ({ subject }) => `名册上有你，${subject} 已经对上了`,
  'tie.added': ({ subject }) => `把你登记到了 ${subject}`,
  'tie.ended': ({ subject }) => `结束了你在 ${subject} 的登记`,
  'tie.represents': ({ subject }) => `请你做 ${subject} 的表决代表`,

  'patrol.added': ({ subject, after }) => `安排你走 ${subject}${dayIn(after?.from, '，从', '开始')}`,
  'patrol.changed': ({ subject, after }) => `改了 ${subject} 的安排${dayIn(after?.from, '，从', '起')}`,
  'patrol.missed': ({ subject, after }) => `还没有收到 ${subject}${dayIn(after?.day, ' ', '')} 的巡查`,

  'whistle.submitted': ({ after }) => (after?.by === 'community' ? '替居民登记了一件事' : '吹了哨'),
  'whistle.askedBack': () => '想问清楚一件事',
  'whistle.answered': () => '补充了说明',
  'whistle.accepted': () => '受理了',
  'whistle.rejected': () => '没有受理，理由写在经过里',
  'whistle.merged': () => '并到了另一件，一起办',
  'whistle.withdrawn': () => '撤回了',
  'whistle.dispatched': ({ side, lead, helps }) => {
    if (side === 'party') return '派给了你们'
    if (helps) return '请你们协办'
    return side === 'others' ? `改派给了${lead ?? '别的单位'}，不用你们办了` : `派给了${lead ?? '办理单位'}`
  },
  'whistle.disputed': () => '提出退单，理由写在经过里',
  'whistle.disputeUpheld': () => '同意退单，不用你们办了',
  'whistle.disputeRefused': () => '没有同意退单，请你们接着办',
  'whistle.responded': () => '到了现场',
  'whistle.extended': ({ after }, now) =>
    typeof after?.resolutionDue === 'number'
      ? `延到 ${sayWhen(new Date(after.resolutionDue * 1000), now)}，理由写在经过里`
      : '延长了时限',
  'whistle.resolved': () => '办好了',
  'whistle.followedUp': (told) => outcomeIn(told),
  'whistle.reopened': () => '说又坏了，要重新办',
  'whistle.closed': ({ after }) => {
    if (after?.outcome === 'unanswered') return '没有等到评价，结束了'
    return after?.by === 'clock' ? '自动结束了' : '结束了'
  },
  'whistle.handedOn': () => '转给了你',
  'whistle.reported': () => '报告了进展',
  'whistle.reminded': ({ after }) => oneOf(reminds, after?.kind, '提醒：快到时限'),
  'whistle.raised': ({ after }) => oneOf(raises, after?.for, '上报街道'),
  'whistle.revealed': () => '看了你的完整手机号，为了联系办事',
  'whistle.surveyAsked': () => '想问一句：现在还好吗？',
  'whistle.tabled': () => '提交会议商量，时限先停着',
  'whistle.untabled': ({ after }) =>
    typeof after?.resolutionId === 'string' ? '会议有了决议，接着办' : '从会议退回来接着办',
  'whistle.joinedIncident': () => '把它和同样的事放在一起办',
  'whistle.leftIncident': () => '把它拿出来单独办',
  'whistle.incidentAnswered': () => '统一答复了',

  'meeting.noticed': ({ startsAt }, now) => `请你参加${whenOf(startsAt, now)}`,
  'meeting.moved': ({ startsAt }, now) => `改期了${whenOf(startsAt, now)}`,
  'meeting.calledOff': () => '不开了，原因写在会议里',
  'meeting.reminded': ({ startsAt }, now) => `提醒：要开会了${whenOf(startsAt, now)}`,
  'meeting.unsettled': () => '提醒：请记下这次会议开没开',
  'minutes.opened': () => '纪要写好了，请你核对，有出入可以提修改意见',
  'minutes.amended': () => '对纪要提了修改意见',
  'minutes.amendmentAnswered': ({ after }) =>
    after?.decision === 'taken' ? '照你的意见改了纪要' : '答复了你对纪要的意见',
  'minutes.signed': ({ after }) => (after?.as === 'chair' ? '主持人在纪要上签了字' : '记录人在纪要上签了字'),
  'minutes.redrafted': () => '把纪要退回再改',
  'minutes.published': () => '公布了纪要',
  'minutes.corrected': () => '给纪要加了更正说明',
  'minutes.objected': () => '对纪要提了异议，请答复',
  'minutes.objectionAnswered': () => '答复了你的异议',
  'resolution.decided': () => '会议定了，请你们办',
  'resolution.progressed': () => '报告了进展',
  'resolution.done': ({ after }) => `办完了${after?.pledges === undefined ? '' : '，认款到此为止'}`,
  'resolution.dropped': ({ after }) =>
    `不办了，原因写在决议里${after?.pledges === undefined ? '' : '；认过的款作罢'}`,
  'resolution.reminded': () => '提醒：快到期了',
  'resolution.overdue': () => '提醒：已经超期，请尽快办',
  ...checkinSays,
}

export const sayLine = (told: Told, now: Date): string =>
  toMe[told.action]?.(told, now) ??
  booksSay[told.action]?.(told.after) ??
  (recordActions as Record<string, string>)[told.action] ??
  told.action
