import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Output } from '../../../shared/contract'
import { sayYuan } from '../../../shared/kernel/money'
import { sayPlate } from '../../../shared/lease/plate'
import { sayNumber } from '../../../shared/space/words'
import { useLoad } from '../../kernel/load'
import { useMe } from '../../kernel/session'
import { Card, Heading, PlainButton, Quiet, Row, Says } from '../../kernel/ui'
import { sayDayShort } from '../../whistle/parts/words'
import { GiveBack } from '../acts/GiveBack'
import { type Books, BooksFaces } from '../parts/books'
import { figures } from '../parts/sums'
import { CarrySheet } from './CarrySheet'
import { Earlier } from './Earlier'
import { LowerSheet } from './LowerSheet'
import type { Payer } from './Payers'
import { PayWay } from './PayWay'

type Due = Output<'receipt.due'>
type Charge = Due['items'][number]

export const owedOf = ({ fen, loweredFen, paidFen }: Charge): number => fen - loweredFen - paidFen

/** What is taken: all that is due, one charge of it, or money for what is to come. */
export type Taken = { what: 'all' } | { what: 'one'; charge: Charge } | { what: 'ahead' }

const Who = ({ due }: { due: Due }) => (
  <View className="y-stack">
    <Heading>{due.number === null ? due.who : `${sayNumber(due.number)} ${due.who}`}</Heading>
    {due.plate ? <View>{sayPlate(due.plate)}</View> : null}
    {due.prepaidFen > 0 ? <Quiet>{`预收着 ${sayYuan(due.prepaidFen)}`}</Quiet> : null}
  </View>
)

function Charges(props: { due: Due; onTake(taken: Taken): void; onLower?(charge: Charge): void }) {
  const { due, onTake } = props
  const now = new Date()
  if (due.items.length === 0)
    return (
      <Card>
        <Row left="都交清了" quiet="要先收以后的，记作预收" />
        <PlainButton onTap={() => onTake({ what: 'ahead' })}>收一笔预收</PlainButton>
      </Card>
    )
  return (
    <Card>
      <View className="y-headline">
        <Heading>收哪一笔</Heading>
        <Quiet>旧的在前面</Quiet>
      </View>
      {due.items.length > 1 ? (
        <Row
          left="全部一起收"
          quiet={`${due.items.length} 笔`}
          right={<View className="y-amount">{figures(due.owedFen)}</View>}
          label={`全部一起收，${sayYuan(due.owedFen)}`}
          onTap={() => onTake({ what: 'all' })}
        />
      ) : null}
      {due.items.map((charge) => (
        <Row
          key={charge.chargeId}
          left={charge.says}
          quiet={
            charge.paidFen > 0
              ? `一共 ${figures(charge.fen)}，交过 ${figures(charge.paidFen)}`
              : `${sayDayShort(charge.dueOn, now)}到期`
          }
          right={<View className="y-amount">{figures(owedOf(charge))}</View>}
          label={`${charge.says}，收 ${sayYuan(owedOf(charge))}`}
          onTap={() => onTake({ what: 'one', charge })}
        />
      ))}
    </Card>
  )
}

/** The second tap: which charge; the third is how it is paid. */
export function Taking({ books, of, onAnother }: { books: Books; of: Payer; onAnother(): void }) {
  const { can } = useMe()
  const due = useLoad('receipt.due', { ...books, ...of })
  const [taken, setTaken] = useState<Taken>()
  const [doing, setDoing] = useState<'lower' | 'giveBack' | 'carry'>()
  const [looksBack, setLooksBack] = useState(false)
  const [note, setNote] = useState<string>()
  const close = () => setDoing(undefined)
  const done = (says: string) => {
    close()
    setNote(says)
    due.reload()
  }
  return (
    <BooksFaces of={due} books={books} lines={3}>
      {(data) =>
        taken ? (
          <PayWay
            books={books}
            of={of}
            due={data}
            taken={taken}
            onBack={() => setTaken(undefined)}
            onAnother={onAnother}
          />
        ) : (
          <>
            {note ? <Says tone="pine">{note}</Says> : null}
            <Who due={data} />
            <Charges due={data} onTake={setTaken} />
            <View className="d-acts is-small">
              {data.items.length > 0 && can('charge.lower', books) ? (
                <PlainButton onTap={() => setDoing('lower')}>减免一笔</PlainButton>
              ) : null}
              {data.prepaidFen > 0 && can('receipt.refund', books) ? (
                <PlainButton onTap={() => setDoing('giveBack')}>退预收</PlainButton>
              ) : null}
              {data.mayCarry ? (
                <PlainButton onTap={() => setDoing('carry')}>补记开账前收的</PlainButton>
              ) : null}
              {looksBack ? null : <PlainButton onTap={() => setLooksBack(true)}>看以前的费用</PlainButton>}
              <PlainButton onTap={onAnother}>换一个人收</PlainButton>
            </View>
            {looksBack ? <Earlier books={books} of={of} /> : null}
            {doing === 'lower' ? (
              <LowerSheet books={books} charges={data.items} onClose={close} onDone={done} />
            ) : null}
            {doing === 'giveBack' ? (
              <GiveBack
                books={books}
                of={of}
                held="prepaid"
                fen={data.prepaidFen}
                onClose={close}
                onDone={done}
              />
            ) : null}
            {doing === 'carry' ? <CarrySheet books={books} of={of} onClose={close} onDone={done} /> : null}
          </>
        )
      }
    </BooksFaces>
  )
}
