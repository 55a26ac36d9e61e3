import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Piece } from '../../shared/account/money'
import { sayPeriod } from '../../shared/account/words'
import { lastMonthOf } from '../../shared/advance/rules'
import type { Output } from '../../shared/contract'
import { go, useParams } from '../kernel/go'
import { useLoad } from '../kernel/load'
import { useMe } from '../kernel/session'
import { Card, Heading, MainButton, PlainButton, Quiet, Row } from '../kernel/ui'
import '../meeting/parts/meeting.scss'
import { AdvanceBar } from './parts/AdvanceBar'
import { type Books, BooksFaces, BooksScreen } from './parts/books'
import { type Door, Doors } from './parts/Doors'
import { KeepSheet } from './parts/KeepSheet'
import { MonthPick } from './parts/MonthPick'
import { OnBooks } from './parts/OnBooks'
import { Pieces, Turned } from './parts/Pieces'
import { figures, sayMonth, thisMonth } from './parts/sums'

type Money = Output<'account.month'>

const doors: readonly Door[] = [
  { for: 'entry.list', page: 'money/entries', name: '每一笔账', says: '一笔一笔，带凭证' },
  { for: 'statement.list', page: 'money/statements', name: '收支公示', says: '公布了就不再改' },
  { for: 'space.list', page: 'money/spaces', name: '停车位和广告位', says: '空着的、有人用的' },
  { for: 'spending.list', page: 'money/spendings', name: '支出申请', says: '谁申请，谁批准' },
  { for: 'account.forecast', page: 'money/forecast', name: '预算和实际', says: '说好的，收到的' },
  { for: 'split.list', page: 'money/splits', name: '收益分成', says: '业主几成，物业几成' },
  { for: 'fund.list', page: 'money/funds', name: '认款的账', says: '大家凑的钱怎么花' },
  { for: 'apportion.list', page: 'money/apportions', name: '费用分摊', says: '每家摊多少' },
  { for: 'charge.fees', page: 'money/fees', name: '住户收费', says: '每户每月交什么' },
  { for: 'account.list', page: 'money/books', name: '科目和余额', says: '账本的每一格' },
]

/** What is still owed to the property company, with the month in which it ends. */
function Advances({ books, money }: { books: Books; money: Money }) {
  const list = useLoad('advance.list', money.advance.totalFen > 0 ? books : null)
  if (money.advance.totalFen === 0) return null
  const ends = list.data?.items
    .filter((a) => a.owedFen > 0)
    .map(lastMonthOf)
    .sort()
    .pop()
  return (
    <Card
      onTap={() => go('money/advances', { ...books })}
      label={`还物业垫资，还欠 ${figures(money.advance.owedFen)} 元，打开`}
    >
      <Row left={<Heading>还物业垫资</Heading>} right={ends ? `还到 ${sayPeriod(ends)}` : undefined} opens />
      <AdvanceBar {...money.advance} />
    </Card>
  )
}

/** What is not in these sums, and why. */
function Beside({ books, money }: { books: Books; money: Money }) {
  const { arrearsFen, gaps, late } = money
  return (
    <>
      {arrearsFen > 0 ? (
        <Card
          onTap={() => go('money/arrears', { ...books })}
          label={`到期还没收上来 ${figures(arrearsFen)} 元，打开`}
        >
          <Row
            left={<Heading>到期还没收上来</Heading>}
            quiet="没有算进上面的收入里"
            right={<View className="y-amount">{figures(arrearsFen)}</View>}
            opens
          />
        </Card>
      ) : null}
      {gaps.count > 0 ? (
        <Card
          onTap={() => go('money/spendings', { ...books, tab: 'gaps' })}
          label={`${gaps.count} 笔付了 ${figures(gaps.fen)} 元，还缺凭证，打开`}
        >
          <Row
            left={<Heading>{`${gaps.count} 笔付了，还缺凭证`}</Heading>}
            quiet="没有凭证不入账，没有算在里面"
            right={<View className="y-amount">{figures(gaps.fen)}</View>}
            opens
          />
        </Card>
      ) : null}
      {late > 0 ? <Quiet>{`其中 ${late} 笔是以前月份的，那时已经公布，记在这个月。`}</Quiet> : null}
    </>
  )
}

function Month({ books, name }: { books: Books; name?: string }) {
  const { can } = useMe()
  const asked = useParams<{ month: string }>()
  const [month, setMonth] = useState(asked.month ?? thisMonth())
  const [keeping, setKeeping] = useState(false)
  const money = useLoad('account.month', { ...books, month })
  return (
    <BooksFaces of={money} books={books} lines={4}>
      {(data) => {
        const open = (piece: Piece) =>
          go('money/entries', {
            ...books,
            period: month,
            accountId: piece.accountId,
            name: piece.name,
            kind: piece.kind,
          })
        const isNow = month === thisMonth()
        const mayAsk = can('statement.ask', books)
        const { statementId } = data
        return (
          <>
            {name ? <Quiet>{name}</Quiet> : null}
            <MonthPick months={data.months} month={month} onChange={setMonth} />
            <OnBooks says={isNow ? '现在账上' : `${sayMonth(month)}底账上`} before="月初" sums={data} />
            {data.closed ? (
              <Quiet>这个月已经公布封账，数字不会再变。</Quiet>
            ) : (
              <Quiet>这个月还没有公布，来一笔变一笔。</Quiet>
            )}
            <View className="y-cards">
              <Pieces way="in" fen={data.sourcesFen} pieces={data.sources} onOpen={open} />
              <Pieces way="out" fen={data.usesFen} pieces={data.uses} onOpen={open} />
            </View>
            <Turned pieces={data.turned} onOpen={open} />
            <Advances books={books} money={data} />
            <Beside books={books} money={data} />
            <Doors books={books} name={name} doors={doors} />
            {mayAsk && statementId === null ? (
              <Quiet>{`${sayMonth(month)}还没有公布，公布以后可以一行一行问。`}</Quiet>
            ) : null}
            <View className="m-foot y-foot">
              {mayAsk && statementId !== null ? (
                <PlainButton onTap={() => go('money/statement', { ...books, statementId })}>
                  我要问这笔账
                </PlainButton>
              ) : null}
              <MainButton onTap={() => setKeeping(true)}>下载账本</MainButton>
            </View>
            {keeping ? (
              <KeepSheet
                books={books}
                period={month}
                statementId={statementId}
                onClose={() => setKeeping(false)}
              />
            ) : null}
          </>
        )
      }}
    </BooksFaces>
  )
}

/** This month's money: what is there, where it came from, where it went. */
export default function MonthPage() {
  return (
    <BooksScreen act="account.month" title="公共收益" what="看公共收益" wide>
      {(books, name) => <Month books={books} name={name} />}
    </BooksScreen>
  )
}
