import { View } from '@tarojs/components'
import { useState } from 'react'
import { type MoneyKind, moneyKinds } from '../../../shared/account/fields'
import { moneyWords } from '../../../shared/account/words'
import type { Output } from '../../../shared/contract'
import { sayYuan } from '../../../shared/kernel/money'
import { inTurn, layOver } from '../../../shared/receipt/rules'
import { sayNumber } from '../../../shared/space/words'
import { go } from '../../kernel/go'
import { useMake } from '../../kernel/make'
import { Card, DayField, Heading, MainButton, PlainButton, Quiet, Refused, Says } from '../../kernel/ui'
import { readYuan, typeYuan } from '../../kernel/yuan'
import type { Books } from '../parts/books'
import { SumField } from '../parts/fields'
import { today } from '../parts/sums'
import type { Payer } from './Payers'
import { owedOf, type Taken } from './Taking'
import './ways.scss'

type Due = Output<'receipt.due'>

const titleOf = (taken: Taken): string =>
  taken.what === 'one' ? taken.charge.says : taken.what === 'all' ? '全部一起收' : '预收'

/** More than what was chosen: it goes to what else is due, and only then is it kept for what comes. */
function sayRest({ items }: Due, taken: Taken, fen: number): string {
  const chosen = taken.what === 'one' ? taken.charge.chargeId : undefined
  const open = items.map((c) => ({ chargeId: c.chargeId, says: c.says, owedFen: owedOf(c) }))
  const { parts, left } = layOver(fen, inTurn(open, chosen === undefined ? undefined : [chosen], true))
  const others = chosen === undefined ? [] : parts.filter((p) => p.chargeId !== chosen)
  const kept = `${sayYuan(left)}留作预收，以后到期先从这里扣。`
  if (others.length === 0) return parts.length > 0 ? `多的 ${kept}` : kept
  const names = others.map((p) => open.find((c) => c.chargeId === p.chargeId)!.says)
  const other = names.length > 2 ? `别的 ${names.length} 笔欠费` : names.map((name) => `“${name}”`).join('、')
  const sum = sayYuan(others.reduce((total, p) => total + p.fen, 0))
  return `多的 ${sum}先交${other}${left > 0 ? `，再多的 ${kept}` : '。'}`
}

/** The third tap: how it is paid, and that is all. Another sum or another day is one tap further. */
export function PayWay(props: {
  books: Books
  of: Payer
  due: Due
  taken: Taken
  onBack(): void
  onAnother(): void
}) {
  const { books, of, due, taken } = props
  const owed = taken.what === 'one' ? owedOf(taken.charge) : taken.what === 'all' ? due.owedFen : 0
  const { make, busy, refusal, outcome, answer } = useMake('receipt.take')
  const [typed, setTyped] = useState(owed > 0 ? typeYuan(owed) : '')
  const [changing, setChanging] = useState(taken.what === 'ahead')
  const [on, setOn] = useState(today)
  const [tried, setTried] = useState(false)
  const [by, setBy] = useState<MoneyKind>()
  const fen = readYuan(typed)
  // a charge says which space it is of
  const whose =
    taken.what === 'one' || due.number === null
      ? `${due.who}，${titleOf(taken)}`
      : `${sayNumber(due.number)}，${due.who}，${titleOf(taken)}`
  const over = (fen ?? 0) - owed
  const take = (way: MoneyKind) => {
    setTried(true)
    if (fen === undefined) return
    setBy(way)
    void make(
      {
        ...books,
        of,
        fen,
        by: way,
        on,
        ...(taken.what === 'one' && { chargeIds: [taken.charge.chargeId] }),
        ...(over > 0 && { prepay: true }),
      },
      `收款 ${due.number ? `${sayNumber(due.number)} ` : ''}${sayYuan(fen)}`,
    )
  }
  if (outcome && fen !== undefined)
    return (
      <>
        <Card>
          <Heading>{outcome === 'made' ? '收好了' : '先存在手机里'}</Heading>
          <View className="y-big">{sayYuan(fen)}</View>
          <View>{[whose, by && moneyWords[by]].filter(Boolean).join('，')}</View>
          {answer ? (
            <>
              <Quiet>{`第 ${answer.number} 号账`}</Quiet>
              {answer.owedFen > 0 ? <View>{`还欠 ${sayYuan(answer.owedFen)}`}</View> : <View>都交清了</View>}
              {answer.prepaidFen > 0 ? (
                <View>{`预收着 ${sayYuan(answer.prepaidFen)}，以后到期先从这里扣`}</View>
              ) : null}
            </>
          ) : (
            <Quiet>没有信号，有信号时自动记上，不会记两次。</Quiet>
          )}
        </Card>
        <MainButton onTap={props.onAnother}>再收一笔</MainButton>
        {answer ? (
          <PlainButton onTap={() => go('money/entry', { ...books, entryId: answer.entryId })}>
            看这笔账
          </PlainButton>
        ) : null}
      </>
    )
  return (
    <>
      <Card>
        <Quiet>{whose}</Quiet>
        {changing ? (
          <SumField
            label="收多少元"
            value={typed}
            onInput={setTyped}
            tried={tried}
            hint={owed > 0 ? `这里欠 ${sayYuan(owed)}` : '收下的先存着，以后到期从这里扣'}
          />
        ) : (
          <View className="y-big">{sayYuan(owed)}</View>
        )}
        {changing && fen !== undefined && owed > 0 && fen < owed ? (
          <Says>{`先收一部分，还欠 ${sayYuan(owed - fen)}。`}</Says>
        ) : null}
        {fen !== undefined && over > 0 ? <Says tone="sun">{sayRest(due, taken, fen)}</Says> : null}
        {changing ? <DayField label="哪一天收的" value={on} onChange={setOn} /> : null}
      </Card>
      <Refused by={refusal} />
      <View className="y-ways">
        {moneyKinds.map((way) => (
          <MainButton
            key={way}
            busy={busy && by === way}
            disabled={busy}
            label={`${moneyWords[way]}收 ${fen === undefined ? '' : sayYuan(fen)}`.trim()}
            onTap={() => take(way)}
          >
            {moneyWords[way]}
          </MainButton>
        ))}
      </View>
      <View className="d-acts is-small">
        {changing ? null : <PlainButton onTap={() => setChanging(true)}>收少一点或多一点</PlainButton>}
        <PlainButton onTap={props.onBack}>回到费用</PlainButton>
      </View>
    </>
  )
}
