import { View } from '@tarojs/components'
import { useState } from 'react'
import { sayPeriod } from '../../shared/account/words'
import type { Output } from '../../shared/contract'
import { sayYuan } from '../../shared/kernel/money'
import { sayShare } from '../../shared/split/words'
import { useCreate } from '../desk/parts/useCreate'
import { useLoad } from '../kernel/load'
import { useMe } from '../kernel/session'
import { Card, Chip, Heading, Label, MainButton, PlainButton, Quiet, Refused, Row, Says } from '../kernel/ui'
import { PaySheet } from './acts/PaySheet'
import { type Books, BooksFaces, BooksScreen } from './parts/books'
import { figures, sayMonth } from './parts/sums'
import { Decided } from './renting/Ground'
import { SetSplit } from './sharing/SetSplit'

type Splits = Output<'split.list'>
type Rule = Splits['rules'][number]
type Month = Splits['months'][number]

/** Whose is how much, as a bar of two and in words. */
const RuleCard = ({ rule, books }: { rule: Rule; books: Books }) => (
  <Card>
    <Heading>{rule.name}</Heading>
    <View
      className="y-bar"
      ariaRole="img"
      ariaLabel={`业主 ${sayShare(rule.ownersBp)}，物业 ${sayShare(rule.managerBp)}`}
    >
      {rule.ownersBp > 0 ? (
        <View className="y-piece y-in-0" style={{ flexGrow: String(rule.ownersBp) }} />
      ) : null}
      {rule.managerBp > 0 ? (
        <View className="y-piece y-out-1" style={{ flexGrow: String(rule.managerBp) }} />
      ) : null}
    </View>
    <View className="y-ends">
      <View>{`业主 ${sayShare(rule.ownersBp)}`}</View>
      <View>{`物业 ${sayShare(rule.managerBp)}`}</View>
    </View>
    <Quiet>{`从 ${sayPeriod(rule.from)} 起`}</Quiet>
    <Decided of={rule.decision} books={books} />
  </Card>
)

function MonthCard(props: { month: Month; maySettle: boolean; busy: boolean; onSettle(): void }) {
  const { month, items, open } = props.month
  return (
    <Card>
      <View className="y-headline">
        <Heading>{sayMonth(month)}</Heading>
        <Chip tone={open ? 'sun' : 'pine'}>
          {items.length === 0 ? '还没有分' : open ? '又有变动' : '分好了'}
        </Chip>
      </View>
      {items.map((s) => (
        <Row
          key={s.accountId}
          left={s.name}
          quiet={`收入 ${figures(s.incomeFen)}${s.repaidFen > 0 ? `，业主这一份里还了垫资 ${figures(s.repaidFen)}` : ''}`}
          right={
            <View>
              <View className="y-amount">{`业主 ${figures(s.ownersFen)}`}</View>
              <View className="y-amount is-out">{`物业 ${figures(s.managerFen)}`}</View>
            </View>
          }
        />
      ))}
      {open && props.maySettle ? (
        <PlainButton busy={props.busy} onTap={props.onSettle}>
          {items.length > 0 ? '又有变动，再分一次' : `给${sayMonth(month)}分成`}
        </PlainButton>
      ) : null}
    </Card>
  )
}

function SplitsOf({ books, name }: { books: Books; name?: string }) {
  const { can } = useMe()
  const splits = useLoad('split.list', books)
  const settle = useCreate('split.settle')
  const [settling, setSettling] = useState<string>()
  const [doing, setDoing] = useState<'set' | 'pay'>()
  const [note, setNote] = useState<string>()
  const close = () => setDoing(undefined)
  const done = (says: string) => {
    close()
    setNote(says)
    splits.reload()
  }
  const settleMonth = async (month: string) => {
    setSettling(month)
    if (await settle.create({ ...books, month })) done(`${sayPeriod(month)}分好了`)
  }
  return (
    <BooksFaces of={splits} books={books} lines={3}>
      {({ rules, months, divides, managerOwedFen }) => (
        <>
          {name ? <Quiet>{name}</Quiet> : null}
          {note ? <Says tone="pine">{note}</Says> : null}
          <Label>怎么分，是大家定的</Label>
          {rules.length === 0 ? <Quiet>还没有定怎么分，收益都是业主的。</Quiet> : null}
          <View className="y-cards">
            {rules.map((rule) => (
              <RuleCard key={rule.splitId} rule={rule} books={books} />
            ))}
          </View>
          {can('split.set', books) ? (
            <PlainButton onTap={() => setDoing('set')}>定一项怎么分</PlainButton>
          ) : null}
          {managerOwedFen > 0 ? (
            <Card>
              <Row
                left="应付物业，还没付"
                right={<View className="y-amount is-out">{figures(managerOwedFen)}</View>}
              />
              {can('split.pay', books) ? (
                <MainButton onTap={() => setDoing('pay')}>付物业分成</MainButton>
              ) : null}
            </Card>
          ) : null}
          {divides ? <Label>每个月</Label> : null}
          <Refused by={settle.refusal} />
          {divides && months.length === 0 ? <Quiet>还没有要分的月份。</Quiet> : null}
          {(divides ? months : []).map((m) => (
            <MonthCard
              key={m.month}
              month={m}
              maySettle={can('split.settle', books)}
              busy={settle.busy && settling === m.month}
              onSettle={() => void settleMonth(m.month)}
            />
          ))}
          {doing === 'set' ? <SetSplit books={books} onDone={done} onClose={close} /> : null}
          {doing === 'pay' ? (
            <PaySheet
              name="split.pay"
              books={books}
              with={{}}
              title="付物业分成"
              act="付"
              asks={{
                sum: { label: '付多少元', fen: managerOwedFen, hint: `应付 ${sayYuan(managerOwedFen)}` },
                way: '怎么付的',
                day: '哪一天',
                photos: { label: '收据', must: true },
              }}
              onDone={({ managerOwedFen: left }) =>
                done(left > 0 ? `付了，还有 ${sayYuan(left)} 没付` : '都付清了')
              }
              onClose={close}
            />
          ) : null}
        </>
      )}
    </BooksFaces>
  )
}

/** Whose is how much of each source, and by which decision; what came of it month by month. */
export default function SplitsPage() {
  return (
    <BooksScreen act="split.list" title="收益分成" what="看收益分成">
      {(books, name) => <SplitsOf books={books} name={name} />}
    </BooksScreen>
  )
}
