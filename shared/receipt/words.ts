import type { RefusalWords } from '../kernel/refusal'
import type { ReceiptKind } from './kinds'

export const receiptKindWords: Record<ReceiptKind, string> = {
  taken: '收款',
  visitor: '临时停车',
  deposit: '收押金',
  refund: '退款',
}

export const receiptRefusals = {
  payer_missing: { status: 422, says: '请选一份租用，或一户，只选一样' },
  payer_elsewhere: { status: 422, says: '这一户或这份租用不在这个小区，请重新选' },
  receipt_over: { status: 409, says: '只欠 {owed}，收多了；要留作预收请选“多的留作预收”' },
  refund_over: { status: 409, says: '手上只有 {held}，退不了这么多' },
} as const satisfies Record<string, RefusalWords>
