import type { Output } from '../../shared/contract'
import { receiptKindWords } from '../../shared/receipt/words'
import { sayNumber } from '../../shared/space/words'
import type { ReceiptRow } from './queries'

/** 收款 3 号, 临时停车, 退款; taken back where it was. */
export const sayReceipt = (r: ReceiptRow): string =>
  `${receiptKindWords[r.kind]}${r.number === null ? '' : ` ${sayNumber(r.number)}`}${r.reversed ? '（已冲正）' : ''}`

export const showReceipt = (r: ReceiptRow): Output<'receipt.list'>['items'][number] => ({
  receiptId: r.id,
  entryId: r.id,
  kind: r.kind,
  who: r.number === null ? (r.who ?? '') : `${sayNumber(r.number)} ${r.who ?? ''}`,
  fen: r.fen,
  by: r.by,
  on: r.on_day,
  at: r.at.toISOString(),
  reversed: r.reversed,
})
