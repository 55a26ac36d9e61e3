import type { RefusalWords } from '../kernel/refusal'
import type { Category } from '../whistle/categories'
import type {
  DueState,
  FindingOutcome,
  FindingState,
  LookOutcome,
  PatrolNumber,
  PlanKind,
  TickWay,
} from './states'

export const planKindWords: Record<PlanKind, string> = { grid: '网格巡查', property: '物业日常巡查' }

export const tickWayWords: Record<TickWay, string> = { scan: '扫码', position: '定位', hand: '手动' }

/** Reasons that are one tap away. */
export const handReasons = ['码看不清了', '码不见了', '没有信号，定位不了', '手机扫不了'] as const

export const findingOutcomeWords: Record<FindingOutcome, string> = {
  fixed: '当场处理好了',
  whistled: '吹哨，请人来办',
  watched: '先看着，下次再看',
}
export const lookOutcomeWords: Record<LookOutcome, string> = {
  still: '还在，继续看',
  gone: '没有了',
  fixed: '处理好了',
  whistled: '吹哨，请人来办',
}
export const findingStateWords: Record<FindingState, string> = {
  watched: '继续看',
  fixed: '处理好了',
  whistled: '已吹哨',
  gone: '没有了',
}

/** What is found most often stands first; the others behind «更多». */
export const commonCategories = ['sanitation', 'facility', 'safety'] as const satisfies readonly Category[]

export const dueStateWords: Record<DueState, string> = {
  walked: '走完了',
  partly: '有漏的点',
  missed: '没有走',
  ahead: '还没到',
}

export const numberWords: Record<PatrolNumber, string> = {
  due: '应走',
  walked: '走完',
  partly: '走了一部分',
  missed: '没有走',
  missedCheckpoints: '漏的点',
  rounds: '巡查次数',
  findings: '发现',
  fixed: '当场处理',
  whistled: '吹哨',
  watched: '继续看',
}

/** What each number counts, to be read beside it. */
export const numberDefinitions: Record<PatrolNumber, string> = {
  due: '这段时间里按安排应该走的次数，时间还没到的也算。',
  walked: '应走的里面，每个巡查点都到了的次数。几个人分着走的合在一起算，晚些传上来的也算。',
  partly: '应走的里面，走了但有点没有到的次数。',
  missed: '应走的里面，过了时间还没有人走的次数。',
  missedCheckpoints: '走了一部分的那些次里，没有到的巡查点一共有几个。',
  rounds: '一共走了几次，不在安排里的也算。',
  findings: '巡查时记下的问题。',
  fixed: '发现的时候当场就处理好的，有前后照片。',
  whistled: '发现的时候就吹了哨的。',
  watched: '发现的时候先看着的，后来怎样写在每一件里。',
}

export const patrolRefusals = {
  plan_nowhere: { status: 422, says: '请选一个网格；物业的巡查请选小区和物业公司' },
  not_your_compound: { status: 403, says: '这里的巡查不由你安排：网格的由社区来定，物业的由物业公司自己定' },
  no_checkpoint: { status: 422, says: '请至少加一个巡查点' },
  checkpoint_twice: { status: 422, says: '“{name}”加了两次，请删掉一个，或换个名字' },
  checkpoint_elsewhere: { status: 422, says: '“{name}”不在这次巡查的范围里，请重新选楼栋' },
  walker_elsewhere: { status: 422, says: '选的人不负责这里，请重新选' },
  plan_in_past: { status: 422, says: '最早从今天开始，请重新选日期' },
  change_in_past: { status: 422, says: '改动最早从明天开始，走过的不能改，请重新选日期' },
  not_your_round: { status: 403, says: '这一次是别人走的，请让本人来交' },
  not_your_plan: { status: 403, says: '这里不由你来走，需要的话请联系社区' },
  checkpoint_of_other: { status: 422, says: '有一个点不是这次巡查的，请更新巡查安排后再试' },
  code_of_other: { status: 422, says: '扫的码不是“{name}”的，请看看门上的名字再扫' },
  reason_for_hand: { status: 422, says: '手动打卡，请写一句为什么' },
  position_missing: { status: 422, says: '没有拿到位置，请扫码，或手动打卡' },
  before_start: { status: 422, says: '有一条记录比开始还早，请看看手机的时间对不对' },
  finish_before_start: { status: 422, says: '结束比开始还早，请看看手机的时间对不对' },
  more_than_finished: { status: 409, says: '这一次已经结束，不能再加；要补充请再走一次' },
  finding_nowhere: { status: 422, says: '请选一个巡查点，或者选小区' },
  both_photos: { status: 422, says: '处理好的，请拍处理前和处理后的照片各一张' },
  finding_elsewhere: { status: 422, says: '这个问题不是这里发现的，请更新后再看' },
  finding_over: { status: 409, says: '这个问题已经是“{state}”，不用再吹哨了' },
} as const satisfies Record<string, RefusalWords>
