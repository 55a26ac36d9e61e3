import { go, useParams } from '../kernel/go'
import { Empty } from '../kernel/ui'
import { BooksScreen } from './parts/books'
import { EntryDetail } from './parts/EntryDetail'

export default function EntryPage() {
  const { entryId } = useParams<{ entryId: string }>()
  return (
    <BooksScreen act="entry.get" title="一笔账" what="看每一笔账">
      {(books) =>
        entryId === undefined ? (
          <Empty says="没有找到这一笔" act="看每一笔账" onAct={() => go('money/entries', { ...books })} />
        ) : (
          <EntryDetail key={entryId} books={books} entryId={entryId} />
        )
      }
    </BooksScreen>
  )
}
