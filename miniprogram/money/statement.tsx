import { go, useParams } from '../kernel/go'
import { Empty } from '../kernel/ui'
import { BooksScreen } from './parts/books'
import { StatementText } from './reading/StatementText'

export default function StatementPage() {
  const { statementId } = useParams<{ statementId: string }>()
  return (
    <BooksScreen act="statement.get" title="收支公示" what="看收支公示" forAll>
      {(books) =>
        statementId === undefined ? (
          <Empty
            says="没有找到这份公示"
            act="看收支公示"
            onAct={() => go('money/statements', { ...books })}
          />
        ) : (
          <StatementText key={statementId} books={books} statementId={statementId} />
        )
      }
    </BooksScreen>
  )
}
