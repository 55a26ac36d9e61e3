import { sayPlate } from '../../shared/lease/plate'
import { type SpaceKind, spaceKinds } from '../../shared/space/kinds'
import { sayNumber, spaceKindWords } from '../../shared/space/words'
import { useFind } from '../desk/parts/useFind'
import { go, useParams } from '../kernel/go'
import { useList } from '../kernel/load'
import { TextField } from '../kernel/ui'
import { sayDayShort } from '../whistle/parts/words'
import { BooksLine } from './parts/BooksLine'
import { type Books, BooksScreen } from './parts/books'
import { LeaseDetail } from './parts/LeaseDetail'
import { ListBeside } from './parts/ListBeside'
import { figures } from './parts/sums'

function Leases({ books }: { books: Books }) {
  const asked = useParams<{ kind: SpaceKind }>()
  const kind = spaceKinds.find((k) => k === asked.kind)
  const { typed, type, find } = useFind()
  const list = useList('lease.list', { ...books, ...(kind && { kind }), ...(find && { find }) })
  const now = new Date()
  return (
    <ListBeside
      of={list}
      books={books}
      keyOf={(l) => l.leaseId}
      scope={find ?? ''}
      choose="左边选一份，在这里看到期的和交过的。"
      empty={
        find
          ? { says: `没有找到“${find}”`, more: '可以写车牌、车位号或房号的一部分。' }
          : { says: '还没有租出去的', more: '在停车位里选一个空着的，租出去。' }
      }
      head={
        <TextField label="找一份" value={typed} onInput={type} max={20} placeholder="车牌、车位号或房号" />
      }
      line={(l, marks) => (
        <BooksLine
          {...marks}
          id={l.leaseId}
          title={`${spaceKindWords[l.kind]} ${sayNumber(l.number)}`}
          under={[
            [l.who, l.plate && sayPlate(l.plate)].filter(Boolean).join('，'),
            l.to && `租到 ${sayDayShort(l.to, now)}`,
          ]}
          stand={l.owedFen > 0 ? { tone: 'sun', says: `欠 ${figures(l.owedFen)}` } : undefined}
        />
      )}
      detail={(l) => (
        <LeaseDetail key={l.leaseId} books={books} leaseId={l.leaseId} onChanged={list.reload} />
      )}
      open={(l) => go('money/lease', { ...books, leaseId: l.leaseId })}
    />
  )
}

export default function LeasesPage() {
  return (
    <BooksScreen act="lease.list" title="租用名单" what="看租用名单" wide>
      {(books) => <Leases books={books} />}
    </BooksScreen>
  )
}
