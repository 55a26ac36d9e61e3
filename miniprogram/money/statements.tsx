import { View } from '@tarojs/components'
import { sayPeriod } from '../../shared/account/words'
import { sayYuan } from '../../shared/kernel/money'
import { go } from '../kernel/go'
import { useList, useLoad } from '../kernel/load'
import { useMe } from '../kernel/session'
import { Card, Heading, Quiet, Row } from '../kernel/ui'
import { sayAt } from '../whistle/parts/words'
import { BooksLine } from './parts/BooksLine'
import { type Books, BooksScreen } from './parts/books'
import { ListBeside } from './parts/ListBeside'
import { sayIn, sayOut, thisMonth } from './parts/sums'
import { StatementText } from './reading/StatementText'

/** Which month is to be published next, for whoever keeps the books. */
function Next({ books }: { books: Books }) {
  const { can } = useMe()
  const preview = useLoad(
    'statement.preview',
    can('statement.preview', books) ? { ...books, period: thisMonth() } : null,
  )
  const { data } = preview
  if (data === undefined) return null
  return (
    <Card
      onTap={() => go('money/publish', { ...books, period: data.next })}
      label={`下一份要公布的是${sayPeriod(data.next)}，看草稿`}
    >
      <Row
        left={<Heading>{`下一份：${sayPeriod(data.next)}`}</Heading>}
        quiet="看草稿，过完这个月就能公布"
        opens
      />
    </Card>
  )
}

function Statements({ books, name }: { books: Books; name?: string }) {
  const list = useList('statement.list', books)
  const now = new Date()
  return (
    <ListBeside
      of={list}
      books={books}
      keyOf={(s) => s.statementId}
      choose="左边选一份，在这里看。"
      empty={{ says: '还没有公布过', more: '每个月过完，收了多少、花了多少，公布在这里，公布了就不再改。' }}
      head={
        <>
          {name ? <Quiet>{name}</Quiet> : null}
          <Next books={books} />
        </>
      }
      line={(s, marks) => (
        <BooksLine
          {...marks}
          id={s.statementId}
          title={`${sayPeriod(s.period)}收支`}
          under={[
            `收 ${sayIn(s.sourcesFen)}，支 ${sayOut(s.usesFen)}`,
            `余 ${sayYuan(s.closingFen)}`,
            `${sayAt(s.publishedAt, now)} 公布`,
          ]}
          stand={s.questions > 0 ? { tone: 'quiet', says: `${s.questions} 条提问` } : undefined}
        />
      )}
      detail={(s) => (
        <View key={s.statementId} className="y-page">
          <StatementText books={books} statementId={s.statementId} />
        </View>
      )}
      open={(s) => go('money/statement', { ...books, statementId: s.statementId })}
    />
  )
}

/** What was published, the last first. */
export default function StatementsPage() {
  return (
    <BooksScreen act="statement.list" title="收支公示" what="看收支公示" wide forAll>
      {(books, name) => <Statements books={books} name={name} />}
    </BooksScreen>
  )
}
