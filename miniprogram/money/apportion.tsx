import { go, useParams } from '../kernel/go'
import { Empty } from '../kernel/ui'
import { BooksScreen } from './parts/books'
import { SharesOf } from './sharing/SharesOf'

export default function ApportionPage() {
  const { apportionmentId } = useParams<{ apportionmentId: string }>()
  return (
    <BooksScreen act="apportion.get" title="一次分摊" what="看费用分摊">
      {(books) =>
        apportionmentId === undefined ? (
          <Empty
            says="没有找到这次分摊"
            act="看费用分摊"
            onAct={() => go('money/apportions', { ...books })}
          />
        ) : (
          <SharesOf key={apportionmentId} books={books} apportionmentId={apportionmentId} />
        )
      }
    </BooksScreen>
  )
}
