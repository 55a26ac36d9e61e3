import { go, useParams } from '../kernel/go'
import { Empty } from '../kernel/ui'
import { BooksScreen } from './parts/books'
import { LeaseDetail } from './parts/LeaseDetail'

export default function LeasePage() {
  const { leaseId } = useParams<{ leaseId: string }>()
  return (
    <BooksScreen act="lease.get" title="一份租用" what="看租用">
      {(books) =>
        leaseId === undefined ? (
          <Empty says="没有找到这份租用" act="看停车位" onAct={() => go('money/spaces', { ...books })} />
        ) : (
          <LeaseDetail key={leaseId} books={books} leaseId={leaseId} />
        )
      }
    </BooksScreen>
  )
}
