import { methodWords } from '../../shared/apportion/words'
import { sayYuan } from '../../shared/kernel/money'
import { go } from '../kernel/go'
import { useList } from '../kernel/load'
import { useMe } from '../kernel/session'
import { PlainButton, Quiet } from '../kernel/ui'
import { beside, sayAt } from '../whistle/parts/words'
import { BooksLine } from './parts/BooksLine'
import { type Books, BooksScreen } from './parts/books'
import { ListBeside } from './parts/ListBeside'
import { figures } from './parts/sums'
import { SharesOf } from './sharing/SharesOf'

function Apportions({ books, name }: { books: Books; name?: string }) {
  const { can } = useMe()
  const list = useList('apportion.list', books)
  const now = new Date()
  return (
    <ListBeside
      of={list}
      books={books}
      keyOf={(a) => a.apportionmentId}
      choose="左边选一次，在这里看每家摊多少。"
      empty={{
        says: '还没有分摊过',
        more: '加装电梯、扶手这些，每家摊多少，算好了放在这里，合起来一分不差。',
      }}
      head={
        <>
          {name ? <Quiet>{name}</Quiet> : null}
          {can('apportion.add', books) ? (
            <PlainButton onTap={() => go('money/share', { ...books })}>算一次分摊</PlainButton>
          ) : null}
        </>
      }
      line={(a, marks) => (
        <BooksLine
          {...marks}
          id={a.apportionmentId}
          title={a.name}
          under={[
            beside(methodWords[a.method], `${a.homes} 户`, sayAt(a.at, now)),
            a.mineFen > 0 && `我家 ${sayYuan(a.mineFen)}`,
          ]}
          sum={figures(a.totalFen)}
        />
      )}
      detail={(a) => <SharesOf key={a.apportionmentId} books={books} apportionmentId={a.apportionmentId} />}
      open={(a) => go('money/apportion', { ...books, apportionmentId: a.apportionmentId })}
    />
  )
}

/** Who bears how much of an elevator or a railing. */
export default function ApportionsPage() {
  return (
    <BooksScreen act="apportion.list" title="费用分摊" what="看费用分摊" wide>
      {(books, name) => <Apportions books={books} name={name} />}
    </BooksScreen>
  )
}
