import { View } from '@tarojs/components'
import { ages } from '../../shared/charge/rules'
import { ageWords } from '../../shared/charge/words'
import type { Output } from '../../shared/contract'
import { sayYuan } from '../../shared/kernel/money'
import { sayPlate } from '../../shared/lease/plate'
import { sayNumber } from '../../shared/space/words'
import { useFew } from '../kernel/few'
import { go } from '../kernel/go'
import { useLoad } from '../kernel/load'
import { useMe } from '../kernel/session'
import { Card, type Column, Quiet, Row, Table, useWide } from '../kernel/ui'
import { sayDayShort } from '../whistle/parts/words'
import { type Books, BooksFaces, BooksScreen } from './parts/books'
import { figures } from './parts/sums'

type Arrears = Output<'charge.arrears'>
type Owing = Arrears['items'][number]

const nameOf = (o: Owing): string => (o.number === null ? o.who : `${sayNumber(o.number)} ${o.who}`)
const columns: readonly Column<Owing>[] = [
  { key: 'number', title: '位置', render: (o) => o.number ?? '住户费用', sort: (o) => o.number ?? '' },
  { key: 'who', title: '谁', render: (o) => o.who, sort: (o) => o.who },
  {
    key: 'plate',
    title: '车牌',
    render: (o) => (o.plate ? sayPlate(o.plate) : ''),
    sort: (o) => o.plate ?? '',
  },
  {
    key: 'since',
    title: '从哪天欠起',
    render: (o) => sayDayShort(o.since, new Date()),
    sort: (o) => o.since,
  },
  ...ages.map((age) => ({
    key: age,
    title: ageWords[age],
    render: (o: Owing) => (o[age] > 0 ? figures(o[age]) : ''),
    sort: (o: Owing) => o[age],
    isSum: true,
  })),
  {
    key: 'owed',
    title: '一共欠（元）',
    render: (o) => figures(o.owedFen),
    sort: (o) => o.owedFen,
    isSum: true,
  },
]

/** By how long it is due: a number and a part of a bar each. */
const Ages = ({ totals }: { totals: Arrears['totals'] }) => (
  <View className="y-ages">
    {ages.map((age) => (
      <Card key={age}>
        <Quiet>{ageWords[age]}</Quiet>
        <View className="y-sum">{figures(totals[age])}</View>
      </Card>
    ))}
  </View>
)

function ArrearsOf({ books, name }: { books: Books; name?: string }) {
  const wide = useWide()
  const { can } = useMe()
  const arrears = useLoad('charge.arrears', books)
  const few = useFew(arrears.data?.items ?? [])
  const open = (o: Owing) =>
    can('receipt.take', books)
      ? go('money/take', {
          ...books,
          ...(o.leaseId ? { leaseId: o.leaseId } : { homeId: o.homeId ?? undefined }),
        })
      : o.leaseId && go('money/lease', { ...books, leaseId: o.leaseId })
  return (
    <BooksFaces
      of={arrears}
      books={books}
      lines={3}
      isEmpty={({ totalFen }) => totalFen === 0}
      empty={{ says: '都交齐了', more: '到期没交的，会按欠了多久列在这里。' }}
    >
      {({ totals, totalFen, homes, items }) => (
        <>
          {name ? <Quiet>{name}</Quiet> : null}
          <Card>
            <Quiet>到期还没收上来，一共</Quiet>
            <View className="y-big">{sayYuan(totalFen)}</View>
            <Quiet>{`${homes} 户`}</Quiet>
          </Card>
          <Ages totals={totals} />
          {items.length === 0 ? (
            <Quiet>谁家欠多少，只有管账和监督的人看得到，大家看到的是合起来的数。</Quiet>
          ) : wide ? (
            <Table
              columns={columns}
              rows={items}
              rowKey={(o) => o.leaseId ?? o.homeId ?? ''}
              onOpen={open}
              find={(o) => `${o.number ?? ''} ${o.who} ${o.plate ?? ''}`}
              label="没交的"
              atOnce={20}
            />
          ) : (
            <Card>
              {few.shown.map((o) => (
                <Row
                  key={o.leaseId ?? o.homeId}
                  left={nameOf(o)}
                  quiet={`从 ${sayDayShort(o.since, new Date())} 欠起`}
                  right={<View className="y-amount">{figures(o.owedFen)}</View>}
                  label={`${nameOf(o)}，欠 ${sayYuan(o.owedFen)}，打开`}
                  onTap={() => open(o)}
                />
              ))}
              {few.more}
            </Card>
          )}
        </>
      )}
    </BooksFaces>
  )
}

/** Who has not paid, by how long it is due: by name to those who keep the books, in total to every owner. */
export default function ArrearsPage() {
  return (
    <BooksScreen act="charge.arrears" title="还没交的" what="看欠费" wide>
      {(books, name) => <ArrearsOf books={books} name={name} />}
    </BooksScreen>
  )
}
