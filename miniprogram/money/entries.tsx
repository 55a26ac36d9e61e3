import { type AccountKind, accountKinds } from '../../shared/account/chart'
import { sayPeriod } from '../../shared/account/words'
import { go, useParams } from '../kernel/go'
import { useList } from '../kernel/load'
import { useMe } from '../kernel/session'
import { Heading, PlainButton, Quiet } from '../kernel/ui'
import { type Books, BooksScreen } from './parts/books'
import { EntryDetail } from './parts/EntryDetail'
import { EntryLine } from './parts/EntryLine'
import { ListBeside } from './parts/ListBeside'

type Asked = { period: string; accountId: string; name: string; kind: AccountKind }

function Entries({ books }: { books: Books }) {
  const { can } = useMe()
  const { period, accountId, name, kind } = useParams<Asked>()
  const list = useList('entry.list', { ...books, ...(period && { period }), ...(accountId && { accountId }) })
  const title = [period && sayPeriod(period), name].filter(Boolean).join(' ')
  return (
    <ListBeside
      of={list}
      books={books}
      keyOf={(e) => e.entryId}
      choose="左边选一笔，在这里看它怎么记的、凭证在哪。"
      empty={{ says: '还没有账', more: '收了钱、付了钱，每一笔都会列在这里。' }}
      head={
        <>
          {title ? (
            <Heading>{title}</Heading>
          ) : (
            <Quiet>最近的在最前面。记上的不会改，记错了另记一笔冲正。</Quiet>
          )}
          {can('entry.post', books) && accountId === undefined ? (
            <PlainButton onTap={() => go('money/post', { ...books })}>手工记一笔</PlainButton>
          ) : null}
        </>
      }
      line={(e, marks) => <EntryLine entry={e} kind={accountKinds.find((k) => k === kind)} {...marks} />}
      detail={(e) => (
        <EntryDetail key={e.entryId} books={books} entryId={e.entryId} onChanged={list.reload} />
      )}
      open={(e) => go('money/entry', { ...books, entryId: e.entryId })}
    />
  )
}

/** The entries behind a piece of the month, or all there are. */
export default function EntriesPage() {
  return (
    <BooksScreen act="entry.list" title="每一笔账" what="看每一笔账" wide>
      {(books) => <Entries books={books} />}
    </BooksScreen>
  )
}
