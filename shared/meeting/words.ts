import { codeSeconds } from '../kernel/minuteCode'
import type { RefusalWords } from '../kernel/refusal'
import { sayDay, sayWhen } from '../kernel/time'
import { circleAtMost, earliestMinutes, itemsAtMost } from './limits'
import type { CircleKind, MeetingAction, MeetingKind, MeetingState, PresentAs } from './states'

export const kindWords: Record<MeetingKind, string> = {
  threeParty: '三方工作例会',
  workingGroup: '党的工作小组例会',
  enlargedBranch: '党支部扩大会议',
  building: '楼宇会',
  courtyard: '坝坝会',
  residents: '居民大会',
  owners: '业主大会',
  committee: '业委会会议',
  partyMembers: '在职党员联席会议',
  partyBuilding: '党建联席会',
  other: '其他会议',
}

export const stateWords: Record<MeetingState, string> = {
  planned: '已排定',
  noticed: '已通知',
  underWay: '正在开',
  held: '开过了',
  notHeld: '没有开',
}

export const actionWords: Record<MeetingAction, string> = {
  plan: '排一次会议',
  change: '改会议安排',
  addItem: '加议题',
  changeItem: '改议题',
  dropItem: '去掉议题',
  orderItems: '排议题顺序',
  notice: '发会议通知',
  move: '改期',
  callOff: '不开了',
  begin: '开会',
  signIn: '签到',
  signInFor: '代为签到',
  undoSignIn: '撤掉一个签到',
  end: '散会',
}

export const circleWords: Record<CircleKind, string> = {
  compound: '全小区',
  building: '一栋楼',
  entrance: '一个单元',
  community: '社区居委会',
  committee: '业委会',
  branch: '小区党支部',
  organisation: '单位',
  person: '指定的人',
}

export const presentAsWords: Record<PresentAs, string> = {
  owner: '业主',
  tenant: '租户',
  family: '家人',
  member: '成员',
  guest: '列席',
}

interface Stands {
  state: MeetingState
  startsAt: Date
  endsAt: Date
  /** Why it was not held. */
  reason: string | null
}

/** Where it stands, in one plain sentence. */
export function sayMeeting({ state, startsAt, endsAt, reason }: Stands, now: Date): string {
  const when = sayWhen(startsAt, now)
  if (state === 'planned')
    return startsAt > now ? `${when} 开，还没有发通知` : `原定 ${when}，还没有记下开没开`
  if (state === 'noticed') {
    if (startsAt > now) return `${when} 开`
    return endsAt > now ? `${when} 开始，可以签到了` : `原定 ${when}，还没有记下开没开`
  }
  if (state === 'underWay') return `正在开，${when} 开始的`
  return state === 'held' ? `${when} 开过了` : `没有开${reason === null ? '' : `：${reason}`}`
}

/** What kind of day it is for a meeting. */
export interface DayMark {
  works: boolean
  /** 春节, 国庆节; a Saturday has none. */
  holiday: string | null
  /** The State Council has not published that year yet. */
  provisional: boolean
}

/** Beside a date: 放假（春节）, 休息日; nothing beside an ordinary one. */
export function sayMark({ works, holiday, provisional }: DayMark): string | null {
  if (!works) return holiday === null ? '休息日' : `放假（${holiday}）`
  return provisional ? '放假安排还没有公布' : null
}

/** 11月3日（原定）改到 11月4日 14:00：国庆节. */
export const sayMove = (from: Date, to: Date, reason: string, now: Date): string =>
  `原定 ${sayWhen(from, now)}，改到 ${sayWhen(to, now)}：${reason}`

export const sayNoticeBy = (day: string): string => `最晚 ${sayDay(day)} 发通知`

/** 参加：9栋、业委会. */
export const sayCircle = (names: readonly string[]): string => `参加：${names.join('、')}`

export const meetingRefusals = {
  not_keeper: { status: 403, says: '只有社区、召集人、主持人和记录人能这样办，请找他们' },
  convene_elsewhere: { status: 403, says: '你只能召集自己负责的楼栋或小区，请改参加范围，或请社区来排' },
  meeting_moved: { status: 409, says: '会议现在是“{state}”，不能这样办了，请刷新再看' },
  meeting_past: { status: 422, says: '会议时间要在现在以后，请重新选时间' },
  meeting_far: { status: 422, says: '最多排到一年以后，请选近一些的日子' },
  circle_missing: { status: 422, says: '请选谁来参加' },
  circle_elsewhere: { status: 422, says: '参加范围里有一处不在这个小区，请重新选' },
  circle_long: { status: 422, says: `参加范围最多 ${circleAtMost} 处，请合并一些` },
  person_elsewhere: { status: 422, says: '主持人、记录人要从名单里选，请重新选' },
  chair_records: { status: 422, says: '主持人和记录人要是两个人，签字才算数' },
  chair_missing: { status: 409, says: '还没有定主持人和记录人，请先定下来' },
  notice_short: { status: 409, says: '这次会议要提前 {days} 天通知，请改期，或去掉业主表决的议题' },
  notice_first: { status: 409, says: '有业主表决的议题，要先发通知才能开' },
  begin_early: { status: 409, says: `还没到时间，开始前 ${earliestMinutes} 分钟可以开` },
  move_needed: { status: 422, says: '改期要换一个时间' },
  date_planned: { status: 409, says: '这一天的例会已经排好了，请打开它' },
  date_unfit: { status: 422, says: '这一天不是这个例会的日子，请重新选' },
  series_ended: { status: 409, says: '这个例会已经停了，请重新设一个' },
  item_elsewhere: { status: 422, says: '这个议题不是这次会议的，请刷新再看' },
  items_many: { status: 422, says: `一次会议最多 ${itemsAtMost} 个议题` },
  order_unfit: { status: 409, says: '议题已经变了，请刷新再排' },
  whistle_elsewhere: { status: 422, says: '有一件哨不在这个小区，请去掉它再试' },
  whistle_waits: { status: 409, says: '这个议题还连着提交上来的哨，请先把哨退回去办' },
  not_invited: { status: 403, says: '这次会议没有请你参加，不能签到；要参加请找召集人' },
  signed_in_already: { status: 409, says: '已经签到了，不用再签' },
  home_signed_in: { status: 409, says: '这一户已经签到了' },
  code_old: { status: 409, says: `签到码每 ${codeSeconds} 秒换一次，请看记录人屏幕上现在的码` },
  sign_in_closed: { status: 409, says: `开始前 ${earliestMinutes} 分钟才能签到，散会后请找记录人` },
  minutes_out: { status: 409, says: '纪要已经请大家核对，到会的人不能再改' },
  home_unknown: { status: 422, says: '这一户不在参加范围里，请核对房号' },
  who_missing: { status: 422, says: '请选一户，或写上来的人是谁' },
} as const satisfies Record<string, RefusalWords>
