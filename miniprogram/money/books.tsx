import { View } from '@tarojs/components'
import { useState } from 'react'
import { type AccountKind, accountKinds } from '../../shared/account/chart'
import { accountKindWords, sayPeriod } from '../../shared/account/words'
import type { Output } from '../../shared/contract'
import { sayYuan } from '../../shared/kernel/money'
import { useLoad } from '../kernel/load'
import { Refusal } from '../kernel/refused'
import { useMe } from '../kernel/session'
import { Card, Faces, Heading, PlainButton, Quiet, Row, Says, Sheet, Split, useWide } from '../kernel/ui'
import { sayDayShort } from '../whistle/parts/words'
import { AccountDetail } from './keeping/AccountDetail'
import { AddAccount } from './keeping/AddAccount'
import { OpenBooks } from './keeping/OpenBooks'
import { OpeningSheet } from './keeping/OpeningSheet'
import { TermsSheet } from './keeping/TermsSheet'
import { type Books, BooksScreen, NoBooks } from './parts/books'
import { KeepSheet } from './parts/KeepSheet'
import { sayBalance, thisMonth } from './parts/sums'

type Chart = Output<'account.list'>
type Account = Chart['items'][number]

function Group(props: {
  kind: AccountKind
  items: readonly Account[]
  openId?: string
  onOpen(account: Account): void
}) {
  const items = props.items.filter((a) => a.kind === props.kind)
  if (items.length === 0) return null
  return (
    <Card>
      <Heading>{accountKindWords[props.kind]}</Heading>
      {items.map((a) => (
        <Row
          key={a.accountId}
          left={a.name}
          quiet={a.code}
          right={<View className="y-amount">{sayBalance(a.balanceFen)}</View>}
          label={`${a.name}，${sayBalance(a.balanceFen)}，打开`}
          onTap={() => props.onOpen(a)}
        />
      ))}
    </Card>
  )
}

const Terms = ({ chart, onSet }: { chart: Chart; onSet?: () => void }) => (
  <Card>
    <Row left="从哪天开的账" right={sayDayShort(chart.from, new Date())} />
    <Row left="公布封账到" right={chart.closedThrough ? sayPeriod(chart.closedThrough) : '还没有公布过'} />
    <Row left="超过多少要有决议" right={sayYuan(chart.spendLimitFen)} />
    <Row left="提问几天内答复" right={`${chart.answerDays} 天`} />
    {onSet ? <PlainButton onTap={onSet}>改这两样</PlainButton> : null}
  </Card>
)

type Doing = 'terms' | 'add' | 'keep' | 'opening'

function Chart({ books, name }: { books: Books; name?: string }) {
  const wide = useWide()
  const { can } = useMe()
  const chart = useLoad('account.list', books)
  const [openId, setOpenId] = useState<string>()
  const [doing, setDoing] = useState<Doing>()
  const [note, setNote] = useState<string>()
  const close = () => setDoing(undefined)
  const done = (says: string) => {
    close()
    setNote(says)
    chart.reload()
  }
  if (chart.data === undefined && chart.error instanceof Refusal && chart.error.status === 404)
    return can('account.open', books) ? (
      <OpenBooks books={books} name={name} onDone={chart.reload} />
    ) : (
      <NoBooks books={books} />
    )
  return (
    <Faces of={chart} lines={4}>
      {(data) => {
        const detail = openId ? <AccountDetail key={openId} books={books} accountId={openId} /> : null
        const list = (
          <>
            {name ? <Quiet>{name}</Quiet> : null}
            {note ? <Says tone="pine">{note}</Says> : null}
            <Terms chart={data} {...(can('account.setTerms', books) && { onSet: () => setDoing('terms') })} />
            {accountKinds.map((kind) => (
              <Group
                key={kind}
                kind={kind}
                items={data.items}
                openId={openId}
                onOpen={(a) => setOpenId(a.accountId)}
              />
            ))}
            <View className="d-acts is-small">
              {can('account.add', books) ? (
                <PlainButton onTap={() => setDoing('add')}>加一个科目</PlainButton>
              ) : null}
              {data.closedThrough === null && can('account.mendOpening', books) ? (
                <PlainButton onTap={() => setDoing('opening')}>更正开账那天的钱</PlainButton>
              ) : null}
              <PlainButton onTap={() => setDoing('keep')}>导出账本</PlainButton>
            </View>
          </>
        )
        return (
          <>
            {wide ? (
              <Split
                list={list}
                detail={
                  detail ?? (
                    <Card>
                      <Quiet>左边选一个科目，在这里一个月一个月看。</Quiet>
                    </Card>
                  )
                }
              />
            ) : (
              <>
                {list}
                <Sheet open={detail !== null} title="一个科目" onClose={() => setOpenId(undefined)}>
                  {detail}
                </Sheet>
              </>
            )}
            {doing === 'terms' ? (
              <TermsSheet books={books} chart={data} onDone={done} onClose={close} />
            ) : null}
            {doing === 'opening' ? <OpeningSheet books={books} onDone={done} onClose={close} /> : null}
            {doing === 'add' ? <AddAccount books={books} onDone={done} onClose={close} /> : null}
            {doing === 'keep' ? (
              <KeepSheet books={books} period={thisMonth()} statementId={null} onClose={close} />
            ) : null}
          </>
        )
      }}
    </Faces>
  )
}

/** Every account with its balance; where there are no books yet, the way to open them. */
export default function BooksPage() {
  return (
    <BooksScreen act="account.list" title="科目和余额" what="看科目和余额" wide>
      {(books, name) => <Chart books={books} name={name} />}
    </BooksScreen>
  )
}
