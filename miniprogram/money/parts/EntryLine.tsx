import type { AccountKind } from '../../../shared/account/chart'
import type { Output } from '../../../shared/contract'
import { voucherStateWords } from '../../../shared/entry/words'
import { beside, sayDayShort } from '../../whistle/parts/words'
import { BooksLine, type Marks, type Stand } from './BooksLine'
import { cameOf, figures, signed } from './sums'

export type EntryFace = Output<'entry.list'>['items'][number]

/** What is to be said of it beside its sum: taken back, or its paper not covered yet. */
export function standOf(entry: Pick<EntryFace, 'reversedBy' | 'reverses' | 'voucher'>): Stand | undefined {
  if (entry.reversedBy !== null) return { tone: 'quiet', says: '冲正了' }
  if (entry.reverses !== null) return { tone: 'quiet', says: '冲正' }
  if (entry.voucher === 'waiting') return { tone: 'sun', says: voucherStateWords.waiting }
  return entry.voucher === 'masked' ? { tone: 'pine', says: '有凭证' } : undefined
}

/** The sign is that of money; of one account, whose `kind` it is, that of what it did there. */
export function EntryLine({ entry, kind, ...marks }: { entry: EntryFace; kind?: AccountKind } & Marks) {
  const { movedFen, moneyFen } = entry
  const came = kind === undefined || movedFen === null ? moneyFen : cameOf(kind, movedFen)
  return (
    <BooksLine
      {...marks}
      id={entry.entryId}
      title={entry.says}
      under={[
        beside(sayDayShort(entry.occurredOn, new Date()), `第 ${entry.number} 号`),
        moneyFen === null && '没有动钱',
      ]}
      stand={standOf(entry)}
      sum={came ? signed(came) : figures(entry.totalFen)}
      isOut={came !== null && came < 0}
    />
  )
}
