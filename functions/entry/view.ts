import { growsOn } from '../../shared/account/chart'
import type { Output } from '../../shared/contract'
import { entryKindWords } from '../../shared/entry/words'
import { sayNumber } from '../../shared/space/words'
import { picturesOf } from '../media/keep'
import type { aboutEntry, EntryRow, LineRow, vouchersOf } from './queries'

type Face = Omit<Output<'entry.list'>['items'][number], 'movedFen'>
type Voucher = Output<'entry.get'>['vouchers'][number]
type VoucherRow = Awaited<ReturnType<typeof vouchersOf>>[number]

/** 收停车费, 从预交的里扣停车费, 支出：换楼道灯. */
function sayEntry({ kind, named, memo }: EntryRow): string {
  if (named !== null && kind === 'received') return `收${named}`
  if (named !== null && kind === 'applied') return `从预交的里扣${named}`
  return memo === null ? entryKindWords[kind] : `${entryKindWords[kind]}：${memo}`
}

/** 3 号 9栋1单元701 渝A12345. */
export const sayAbout = ({ number, who, plate }: Awaited<ReturnType<typeof aboutEntry>>[number]): string =>
  [number && sayNumber(number), who, plate].filter(Boolean).join(' ')

export const showEntry = (e: EntryRow): Face => ({
  entryId: e.id,
  number: e.number,
  kind: e.kind,
  says: sayEntry(e),
  occurredOn: e.occurred_on,
  recordedAt: e.recorded_at.toISOString(),
  month: e.period,
  totalFen: e.total_fen,
  moneyFen: e.money_fen,
  voucher: e.vouchers === 0 ? 'none' : e.unmasked > 0 ? 'waiting' : 'masked',
  reverses: e.reverses,
  reversedBy: e.reversed_by,
})

export const showLine = (l: LineRow) => ({
  accountId: l.account_id,
  code: l.code,
  name: l.name,
  kind: l.kind,
  side: l.side,
  fen: l.fen,
})

/** Debits less credits, as it reads on the side on which the account grows. */
export const asItGrows = (kind: keyof typeof growsOn, moved: number): number =>
  growsOn[kind] === 'debit' ? moved : -moved + 0

export const showVoucher = async (v: VoucherRow, now: Date): Promise<Voucher> => ({
  photoId: v.photo_id,
  state: v.masked ? 'masked' : 'waiting',
  masked: v.masked_key === null ? null : await picturesOf(v.masked_key, now),
  paper: v.paper_key === null ? null : await picturesOf(v.paper_key, now),
})
