import type { RefusalWords } from '../kernel/refusal'
import type { CancelReason, LeaveReason, TakenBy, TakingState, TaskKind, TaskState } from './states'

export const taskKindWords: Record<TaskKind, string> = { post: '设岗', once: '一次性任务', care: '包户' }
export const taskStateWords: Record<TaskState, string> = {
  open: '正在招人',
  over: '结束了',
  cancelled: '取消了',
}
export const takenByWords: Record<TakenBy, string> = { first: '先到先得', choice: '由社区选人' }
export const takingStateWords: Record<TakingState, string> = {
  asked: '等社区选',
  taken: '已认领',
  declined: '这次没选上',
  left: '退出了',
  ended: '结束了',
}
export const leaveReasonWords: Record<LeaveReason, string> = {
  ill: '身体不舒服',
  work: '工作走不开',
  family: '家里有事',
  moved: '搬走了',
  other: '其他原因',
}
export const cancelReasonWords: Record<CancelReason, string> = {
  weather: '天气不好',
  fewPeople: '人不够',
  notNeeded: '不需要了',
  postponed: '改到以后',
}

export const taskRefusals = {
  task_when: { status: 422, says: '一次性任务要有开始和结束时间，结束要晚于开始' },
  task_past: { status: 422, says: '时间已经过去了，请重新选' },
  task_full: { status: 409, says: '名额满了，看看别的任务吧' },
  task_over: { status: 409, says: '这个任务已经结束，看看别的吧' },
  task_ahead: { status: 409, says: '还没到时间，开始前 1 小时可以签到' },
  taken_already: { status: 409, says: '你已经认领过了' },
  taking_over: { status: 409, says: '这次认领已经结束，请刷新再看' },
  leave_too_late: { status: 409, says: '离开始不到 {hours} 小时，请打电话告诉社区' },
  task_elsewhere: { status: 422, says: '这个任务不在本社区，请重新选' },
} as const satisfies Record<string, RefusalWords>
