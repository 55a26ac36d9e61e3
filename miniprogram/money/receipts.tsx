import { moneyWords } from '../../shared/account/words'
import { receiptKindWords } from '../../shared/receipt/words'
import { go, useParams } from '../kernel/go'
import { useList } from '../kernel/load'
import { useMe } from '../kernel/session'
import { MainButton } from '../kernel/ui'
import { beside, sayAt } from '../whistle/parts/words'
import { BooksLine } from './parts/BooksLine'
import { type Books, BooksScreen } from './parts/books'
import { EntryDetail } from './parts/EntryDetail'
import { ListBeside } from './parts/ListBeside'
import { sayIn, sayOut } from './parts/sums'

function Receipts({ books }: { books: Books }) {
  const { can } = useMe()
  const { leaseId, homeId } = useParams<{ leaseId: string; homeId: string }>()
  const list = useList('receipt.list', { ...books, ...(leaseId && { leaseId }), ...(homeId && { homeId }) })
  const now = new Date()
  return (
    <ListBeside
      of={list}
      books={books}
      keyOf={(r) => r.receiptId}
      choose="左边选一笔，在这里看它怎么记的。"
      empty={{ says: '还没有收过款', more: '收了款会列在这里，最近的在最前面。' }}
      head={
        can('receipt.take', books) ? (
          <MainButton onTap={() => go('money/take', { ...books })}>收款</MainButton>
        ) : null
      }
      line={(r, marks) => (
        <BooksLine
          {...marks}
          id={r.receiptId}
          title={beside(receiptKindWords[r.kind], r.who)}
          under={[beside(sayAt(r.at, now), moneyWords[r.by])]}
          stand={r.reversed ? { tone: 'quiet', says: '冲正了' } : undefined}
          sum={r.kind === 'refund' ? sayOut(r.fen) : sayIn(r.fen)}
          isOut={r.kind === 'refund'}
        />
      )}
      detail={(r) => (
        <EntryDetail key={r.entryId} books={books} entryId={r.entryId} onChanged={list.reload} />
      )}
      open={(r) => go('money/entry', { ...books, entryId: r.entryId })}
    />
  )
}

/** What came in, the last first; a mistake is taken back from here. */
export default function ReceiptsPage() {
  return (
    <BooksScreen act="receipt.list" title="收款记录" what="看收款记录" wide>
      {(books) => <Receipts books={books} />}
    </BooksScreen>
  )
}
