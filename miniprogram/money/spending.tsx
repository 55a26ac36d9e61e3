import { go, useParams } from '../kernel/go'
import { Empty } from '../kernel/ui'
import { BooksScreen } from './parts/books'
import { SpendingDetail } from './spending/SpendingDetail'

export default function SpendingPage() {
  const { spendingId } = useParams<{ spendingId: string }>()
  return (
    <BooksScreen act="spending.get" title="一笔支出" what="看支出申请">
      {(books) =>
        spendingId === undefined ? (
          <Empty says="没有找到这笔支出" act="看支出申请" onAct={() => go('money/spendings', { ...books })} />
        ) : (
          <SpendingDetail key={spendingId} books={books} spendingId={spendingId} />
        )
      }
    </BooksScreen>
  )
}
