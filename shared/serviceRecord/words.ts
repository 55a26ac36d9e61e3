import type { RefusalWords } from '../kernel/refusal'
import { type Remark, readDays, type ServiceRecordState } from './states'

export const recordStateWords: Record<ServiceRecordState, string> = {
  drawn: '还没给本人看',
  shown: '等本人看',
  sent: '已送单位',
}
/** Without office there is no unit to send it to: the community keeps it. */
export const sayRecordState = (state: ServiceRecordState, unit: string | null): string =>
  state === 'sent' && unit === null ? '社区存档了' : recordStateWords[state]
export const remarkWords: Record<Remark, string> = {
  excellent: '积极主动',
  good: '认真负责',
  fair: '参加较少',
  little: '没有参加',
}

export const serviceRecordRefusals = {
  year_ahead: { status: 422, says: '这一年还没到，不能出记录' },
  record_moved: { status: 409, says: '现在的状态是“{state}”，请刷新再看' },
  year_not_over: {
    status: 409,
    says: '这一年还没过完，给本人看过，数字就不再变；确实要现在给看，就再点一次',
  },
  remark_missing: { status: 409, says: '请先写社区的评价，再给本人看' },
  record_unread: { status: 409, says: `本人还没有看；看过，或者过了 ${readDays} 天，就可以送` },
  records_none: { status: 409, says: '这一年还没有社区送来记录' },
} as const satisfies Record<string, RefusalWords>
