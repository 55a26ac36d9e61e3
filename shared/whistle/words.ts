import type { RefusalWords } from '../kernel/refusal'
import { daysToReopen, photosAtMost, setDaysAtMost } from './limits'
import type {
  BoardTab,
  DispatchState,
  Outcome,
  PartyKind,
  Source,
  WhistleAction,
  WhistleState,
} from './states'

export const stateWords: Record<WhistleState, string> = {
  submitted: '等社区受理',
  needsInfo: '等你补充',
  accepted: '已受理',
  dispatched: '已派单',
  responded: '已到场',
  resolved: '等你评价',
  followedUp: '已回访',
  closed: '已结束',
  reopened: '重新在办',
  rejected: '没有受理',
  merged: '并到另一件',
  withdrawn: '已撤回',
  tabled: '提交楼宇会',
}

export const actionWords: Record<WhistleAction, string> = {
  submit: '吹哨',
  join: '我也遇到',
  askBack: '问清楚',
  answer: '补充说明',
  accept: '受理',
  reject: '不受理',
  merge: '并入另一件',
  withdraw: '撤回',
  dispatch: '派单',
  dispute: '不该派给我们',
  decideDispute: '答复退单',
  respond: '报到',
  extend: '延期',
  resolve: '办结',
  followUp: '回访',
  reopen: '又坏了，重新办',
  close: '结束',
  table: '提交会议',
  untable: '从会议退回来办',
}

export const tabWords: Record<BoardTab, string> = {
  toAccept: '待受理',
  nearDue: '快超时',
  overdue: '已超时',
  disputed: '退单',
  toFollowUp: '待回访',
  open: '在办',
  all: '全部',
}

export const sourceWords: Record<Source, string> = {
  resident: '居民',
  patrol: '网格员巡查',
  property: '物业上报',
  partyMember: '党员反映',
  phone: '电话登记',
  counter: '窗口登记',
  box: '意见箱',
}

export const outcomeWords: Record<Outcome, string> = { solved: '修好了', half: '修了一半', not: '没修好' }

export const partyKindWords: Record<PartyKind, string> = {
  organisation: '单位',
  committee: '业委会',
  branch: '小区党支部',
}

export const dispatchStateWords: Record<DispatchState, string> = {
  current: '在办',
  disputed: '已提出退单',
  upheld: '已退回',
  replaced: '已改派',
  done: '已办结',
}

export const whistleRefusals = {
  nothing_said: { status: 422, says: '请拍一张照片，或者写几个字' },
  only_signs: { status: 422, says: '请用文字说明哪里怎么了，只有表情看不明白' },
  too_many_photos: { status: 422, says: `最多 ${photosAtMost} 张照片，请挑最清楚的几张` },
  photo_unknown: { status: 422, says: '有一张照片没有传好，请删掉它或重新拍' },
  place_elsewhere: { status: 422, says: '选的楼栋或单元不在这个小区，请重新选' },
  pin_elsewhere: { status: 422, says: '地图上的位置不对，请重新选，或者直接选楼栋' },
  whistles_a_day: { status: 429, says: '一天最多吹 {most} 次哨，请明天再来；急事请打社区电话' },
  quota_wrong: { status: 422, says: '同样的事不能比一天总共的还多' },
  alike_a_day: { status: 429, says: '同样的事一天最多吹 {most} 次，请看看“我的哨”里的进展' },
  whistle_moved: { status: 409, says: '这件事现在是“{state}”，不能这样办了，请刷新再看' },
  moved_by: { status: 409, says: '{who}刚刚办过了，现在是“{state}”' },
  joined_already: { status: 409, says: '你已经在这件事里了，有进展会告诉你' },
  others_joined: { status: 409, says: '还有 {others} 位邻居也遇到，这件事会继续办，不能撤回' },
  reason_needed: { status: 422, says: '请写明理由，对方会看到' },
  merge_itself: { status: 422, says: '不能并入它自己，请选另一件' },
  merge_elsewhere: { status: 422, says: '要并入的那件事在另一个小区，请选同一个小区的一件' },
  merge_ended: { status: 409, says: '要并入的那件事已经结束，请另选一件在办的' },
  party_elsewhere: { status: 422, says: '这一方不负责这个小区，请另选一方' },
  party_twice: { status: 422, says: '同一方不能选两次' },
  due_past: { status: 422, says: '时限要在现在以后' },
  due_reversed: { status: 422, says: '办结时限要在到场时限以后' },
  due_not_later: { status: 422, says: '新的时限要比原来的晚' },
  due_too_far: { status: 422, says: `时限最多定到 ${setDaysAtMost} 天以后，请选近一些的日子` },
  extended_already: { status: 409, says: '已经延过一次，还要延请社区来办' },
  disputed_already: { status: 409, says: '已经提出退单，请等社区答复' },
  not_disputed: { status: 409, says: '没有等着答复的退单' },
  evidence_needed: { status: 422, says: '请拍一张修好后的照片，或写明做了什么' },
  handler_follows_up: { status: 403, says: '办这件事的人不能自己回访，请换一位同事或由居民来评价' },
  stars_needed: { status: 422, says: '请点几颗星，说说满不满意' },
  reopen_late: { status: 409, says: `结束已经超过 ${daysToReopen} 天，请重新吹一次哨` },
  follow_up_first: { status: 409, says: '请先回访，居民说修好了再结束' },
  caller_missing: { status: 404, says: '没有留下电话' },
  not_yours_to_take: { status: 409, says: '{who}已经接了这件事' },
  colleague_unknown: { status: 422, says: '对方不是这张桌上的人，请另选一位' },
  surveyed_already: { status: 409, says: '你已经回答过了，谢谢' },
  not_asked: { status: 404, says: '没有要你回答的问题' },
  dispute_first: { status: 409, says: '有退单还没有答复，请先答复再提交会议' },
  meeting_elsewhere: { status: 422, says: '这次会议不是这个小区的，请另选一次会议' },
  meeting_over: { status: 409, says: '这次会议已经开过或不开了，请另选一次会议' },
  resolution_elsewhere: { status: 422, says: '这条决议不是议这件事的会议作出的，请重新选' },
  clock_wrong: { status: 422, says: '时限要是 1 以上的整数，也不能太长' },
} as const satisfies Record<string, RefusalWords>
