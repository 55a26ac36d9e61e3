import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import type { Output } from '../../../shared/contract'
import { sayPlate } from '../../../shared/lease/plate'
import { sayNumber, sayTariff, spaceKindWords, spaceStateWords } from '../../../shared/space/words'
import { useAct } from '../../kernel/act'
import { go } from '../../kernel/go'
import { Card, Heading, MainButton, PlainButton, Quiet, Refused, Row, Says, Sheet } from '../../kernel/ui'
import { sayDayShort } from '../../whistle/parts/words'
import type { Books } from '../parts/books'
import { figures } from '../parts/sums'

type Space = Output<'space.list'>['items'][number]

/** One space: its price, who has it for those who may know, and what may be done with it. */
export function SpaceSheet(props: {
  books: Books
  space: Space
  mayChange: boolean
  mayLet: boolean
  isBeside: boolean
  onPrice(): void
  onDone(says: string): void
  onClose(): void
  children?: ReactNode
}) {
  const { books, space, mayChange, mayLet, isBeside } = props
  const { spaceId, number, kind, state, tariff, later, lease } = space
  const end = useAct('space.end')
  const [ending, setEnding] = useState(false)
  const now = new Date()
  const giveUp = async () => {
    if (await end.run({ ...books, spaceId })) props.onDone(`${sayNumber(number)}停用了`)
  }
  const openLease = () => {
    if (lease) go('money/lease', { ...books, leaseId: lease.leaseId })
  }
  const inside = (
    <>
      <View className="y-stack">
        <View>{tariff ? sayTariff(tariff.unit, tariff.fen) : '还没有定价'}</View>
        {later ? (
          <Quiet>{`从 ${sayDayShort(later.from, now)} 起，${sayTariff(later.unit, later.fen)}`}</Quiet>
        ) : null}
      </View>
      {lease && !isBeside ? (
        <Row
          left={lease.who}
          quiet={[lease.plate && sayPlate(lease.plate), lease.to && `租到 ${sayDayShort(lease.to, now)}`]
            .filter(Boolean)
            .join('，')}
          right={
            <View className="y-amount">{lease.owedFen > 0 ? `欠 ${figures(lease.owedFen)}` : '不欠'}</View>
          }
          label={`${lease.who}的租用，打开`}
          onTap={openLease}
        />
      ) : null}
      {lease && mayLet && !isBeside ? (
        <MainButton onTap={() => go('money/take', { ...books, leaseId: lease.leaseId })}>收款</MainButton>
      ) : null}
      {state === 'free' && mayLet ? (
        <MainButton onTap={() => go('money/let', { ...books, spaceId, number, kind })}>租出去</MainButton>
      ) : null}
      {state === 'free' && !mayLet ? <Quiet>空着。想租，去排队登记。</Quiet> : null}
      {mayChange && state !== 'ended' ? (
        <View className="d-acts">
          <PlainButton onTap={props.onPrice}>定价</PlainButton>
          {state === 'free' ? <PlainButton onTap={() => setEnding(true)}>停用</PlainButton> : null}
        </View>
      ) : null}
      {ending ? (
        <>
          <Says tone="sun">停用以后不能再租，编号不再用。</Says>
          <Refused by={end.refusal} />
          <PlainButton busy={end.busy} onTap={() => void giveUp()}>
            确定停用
          </PlainButton>
        </>
      ) : null}
      {props.children}
    </>
  )
  const title = `${spaceKindWords[kind]} ${sayNumber(number)} · ${spaceStateWords[state]}`
  return isBeside ? (
    <Card>
      <Heading>{title}</Heading>
      {inside}
    </Card>
  ) : (
    <Sheet open title={title} onClose={props.onClose}>
      {inside}
    </Sheet>
  )
}
