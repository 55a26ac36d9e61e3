import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Output } from '../../shared/contract'
import { sayYuan } from '../../shared/kernel/money'
import { PickLine } from '../desk/parts/PickLine'
import { useAct } from '../kernel/act'
import { useLoad } from '../kernel/load'
import { useMe } from '../kernel/session'
import { Card, Heading, Label, PlainButton, Quiet, Row, Says } from '../kernel/ui'
import { readYuan, typeYuan } from '../kernel/yuan'
import { ActSheet } from '../whistle/parts/acts/ActSheet'
import { type Books, BooksFaces, BooksScreen } from './parts/books'
import { SumField } from './parts/fields'
import { figures, thisMonth } from './parts/sums'

type Item = Output<'account.forecast'>['items'][number]
const yearsBack = 4

/** What was expected, and how far it is from that: money still to come, or still to be spent. */
function sayExpected({ kind, expectedFen, actualFen }: Item): string {
  if (expectedFen === null) return '没有定预算'
  const left = expectedFen - actualFen
  const [under, over] = kind === 'income' ? ['还差', '多收了'] : ['还可以花', '超了']
  return `预算 ${figures(expectedFen)}，${left >= 0 ? under : over} ${figures(left)}`
}

/** Expected and actual, one bar over the other; no bare percentages. */
function ItemCard({ item, onSet }: { item: Item; onSet?: () => void }) {
  const { expectedFen, actualFen, kind } = item
  const isIn = kind === 'income'
  const says = `${isIn ? '收到' : '花了'} ${figures(actualFen)}`
  // came without ever falling due this year: visitors, and what was owed from before
  const besides = actualFen - item.collectedFen
  return (
    <Card>
      <View className="y-headline">
        <Heading>{item.name}</Heading>
        <View className={`y-sum${isIn ? '' : ' y-sum-out'}`}>{says}</View>
      </View>
      {expectedFen === null ? null : (
        <View className="y-fill" ariaRole="img" ariaLabel={`${says} 元`}>
          <View
            className={`y-fill-done${isIn ? '' : ' is-out'}`}
            style={{ width: `${Math.max(0, (actualFen / Math.max(expectedFen, actualFen, 1)) * 100)}%` }}
          />
        </View>
      )}
      <Quiet className="k-num">{sayExpected(item)}</Quiet>
      {item.charges > 0 ? (
        <Quiet>
          {`今年到期 ${item.charges} 笔，${item.paid} 笔收齐；应收 ${figures(item.dueFen)}，收了 ${figures(item.collectedFen)}${besides > 0 ? `；另外 ${figures(besides)} 是临时收的，或补以前欠的` : ''}。`}
        </Quiet>
      ) : null}
      {onSet ? <PlainButton onTap={onSet}>{expectedFen === null ? '定预算' : '改预算'}</PlainButton> : null}
    </Card>
  )
}

function SetSheet(props: {
  books: Books
  year: string
  item: Item
  onDone(says: string): void
  onClose(): void
}) {
  const { books, year, item } = props
  const { run, busy, refusal } = useAct('account.setForecast')
  const [typed, setTyped] = useState(item.expectedFen ? typeYuan(item.expectedFen) : '')
  const [tried, setTried] = useState(false)
  const fen = typed.trim() === '0' ? 0 : readYuan(typed)
  const save = async () => {
    setTried(true)
    if (fen === undefined) return
    if (await run({ ...books, year, accountId: item.accountId, fen }))
      props.onDone(`${item.name}的预算定好了`)
  }
  return (
    <ActSheet
      title={`${year}年 ${item.name}`}
      act="就这样定"
      onAct={() => void save()}
      busy={busy}
      refusal={refusal}
      onClose={props.onClose}
    >
      <SumField label="一年多少元" value={typed} onInput={setTyped} tried={tried && fen === undefined} />
    </ActSheet>
  )
}

/** Of what fell due in the year, how much is collected: 83 件中 71 件, and in money. */
function Collected({ items }: { items: readonly Item[] }) {
  const sum = (of: (item: Item) => number) => items.reduce((total, item) => total + of(item), 0)
  const [charges, paid, due, got] = [
    sum((i) => i.charges),
    sum((i) => i.paid),
    sum((i) => i.dueFen),
    sum((i) => i.collectedFen),
  ]
  if (charges === 0) return null
  return (
    <Card>
      <Heading>收上来多少</Heading>
      <View>{`到期 ${charges} 笔中 ${paid} 笔收齐`}</View>
      <View className="y-fill" ariaRole="img" ariaLabel={`应收 ${sayYuan(due)}，收到 ${sayYuan(got)}`}>
        <View className="y-fill-done" style={{ width: `${due > 0 ? (got / due) * 100 : 0}%` }} />
      </View>
      <View className="y-ends">
        <Quiet className="k-num">{`收到 ${figures(got)}`}</Quiet>
        <Quiet className="k-num">{`应收 ${figures(due)}`}</Quiet>
      </View>
    </Card>
  )
}

function Forecast({ books, name }: { books: Books; name?: string }) {
  const { can } = useMe()
  const now = Number(thisMonth().slice(0, 4))
  const [year, setYear] = useState(String(now))
  const forecast = useLoad('account.forecast', { ...books, year })
  const [setting, setSetting] = useState<Item>()
  const [note, setNote] = useState<string>()
  const maySet = can('account.setForecast', books)
  const years = Array.from({ length: yearsBack + 2 }, (_, i) => String(now + 1 - i))
  return (
    <>
      {name ? <Quiet>{name}</Quiet> : null}
      <PickLine
        label="哪一年"
        options={years.map((value) => ({ value, label: `${value}年` }))}
        value={year}
        without={`${year}年`}
        onChange={setYear}
      />
      {note ? <Says tone="pine">{note}</Says> : null}
      <BooksFaces
        of={forecast}
        books={books}
        lines={3}
        isEmpty={({ items }) => items.length === 0}
        empty={{ says: '这一年还没有预算', more: '定了预算，收到多少、花了多少，和说好的比一比。' }}
      >
        {({ items }) => {
          const group = (kind: Item['kind']) =>
            items.filter((i) => i.kind === kind && (maySet || i.expectedFen !== null || i.actualFen !== 0))
          const isBare = (i: Item) => i.expectedFen === null && i.actualFen === 0 && i.charges === 0
          const cards = (kind: Item['kind']) => {
            const bare = group(kind).filter(isBare)
            return (
              <>
                <View className="y-cards">
                  {group(kind)
                    .filter((i) => !isBare(i))
                    .map((item) => (
                      <ItemCard
                        key={item.accountId}
                        item={item}
                        {...(maySet && { onSet: () => setSetting(item) })}
                      />
                    ))}
                </View>
                {bare.length > 0 ? (
                  <Card>
                    {bare.map((item) => (
                      <Row
                        key={item.accountId}
                        left={item.name}
                        right="没有定预算"
                        label={`${item.name}，没有定预算，定预算`}
                        onTap={() => setSetting(item)}
                      />
                    ))}
                  </Card>
                ) : null}
              </>
            )
          }
          return (
            <>
              <Collected items={items} />
              <Label>收入</Label>
              {cards('income')}
              <Label>支出</Label>
              {cards('expense')}
            </>
          )
        }}
      </BooksFaces>
      {setting ? (
        <SetSheet
          books={books}
          year={year}
          item={setting}
          onClose={() => setSetting(undefined)}
          onDone={(says) => {
            setSetting(undefined)
            setNote(says)
            forecast.reload()
          }}
        />
      ) : null}
    </>
  )
}

/** What was expected of a year, against what came and went. */
export default function ForecastPage() {
  return (
    <BooksScreen act="account.forecast" title="预算和实际" what="看预算" wide>
      {(books, name) => <Forecast books={books} name={name} />}
    </BooksScreen>
  )
}
