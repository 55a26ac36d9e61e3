import { View } from '@tarojs/components'
import { go } from '../kernel/go'
import { useLoad } from '../kernel/load'
import { Card, Heading, Quiet, Row } from '../kernel/ui'
import { type Books, BooksFaces, BooksScreen } from './parts/books'
import { figures } from './parts/sums'
import { FundBar } from './sharing/FundBar'

function Funds({ books, name }: { books: Books; name?: string }) {
  const funds = useLoad('fund.list', books)
  return (
    <BooksFaces
      of={funds}
      books={books}
      lines={2}
      isEmpty={({ items }) => items.length === 0}
      empty={{
        says: '没有大家认的款',
        more: '会上定了大家凑钱办的事，收到多少、花在哪、退多少，都写在这里。',
      }}
    >
      {({ items }) => (
        <>
          {name ? <Quiet>{name}</Quiet> : null}
          {items.map((f) => (
            <Card
              key={f.resolutionId}
              label={`${f.words}，收到 ${figures(f.receivedFen)} 元，打开`}
              onTap={() => go('money/fund', { ...books, resolutionId: f.resolutionId })}
            >
              <Row left={<Heading>{f.words}</Heading>} opens />
              <FundBar fund={f} />
            </Card>
          ))}
          <View>
            <Quiet>这些钱单独记，只能用在说好的那件事上。</Quiet>
          </View>
        </>
      )}
    </BooksFaces>
  )
}

/** What residents pledged at meetings, once it is paid: apart, and for its one purpose. */
export default function FundsPage() {
  return (
    <BooksScreen act="fund.list" title="认款的账" what="看认款的账">
      {(books, name) => <Funds books={books} name={name} />}
    </BooksScreen>
  )
}
