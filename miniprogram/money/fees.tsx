import { View } from '@tarojs/components'
import { useState } from 'react'
import { sayPeriod } from '../../shared/account/words'
import { monthOf } from '../../shared/charge/rules'
import { basisWords } from '../../shared/charge/words'
import type { Output } from '../../shared/contract'
import { sayYuan } from '../../shared/kernel/money'
import { homeKindWords } from '../../shared/place/modes'
import { useAct } from '../kernel/act'
import { useLoad } from '../kernel/load'
import { useMe } from '../kernel/session'
import { Card, Chip, DayField, Heading, PlainButton, Quiet, Says } from '../kernel/ui'
import { ActSheet } from '../whistle/parts/acts/ActSheet'
import { sayDayShort } from '../whistle/parts/words'
import { type Books, BooksFaces, BooksScreen } from './parts/books'
import { today } from './parts/sums'
import { AddFee } from './renting/AddFee'
import { Decided } from './renting/Ground'

type Fee = Output<'charge.fees'>['items'][number]

function EndFee(props: { books: Books; fee: Fee; onDone(says: string): void; onClose(): void }) {
  const { books, fee } = props
  const { run, busy, refusal } = useAct('charge.endFee')
  const [on, setOn] = useState(today)
  const to = monthOf(on)
  const end = async () => {
    if (await run({ ...books, feeId: fee.feeId, to })) props.onDone(`${fee.name}收到${sayPeriod(to)}为止`)
  }
  return (
    <ActSheet
      title={`停收${fee.name}`}
      act="就到这个月"
      onAct={() => void end()}
      busy={busy}
      refusal={refusal}
      onClose={props.onClose}
    >
      <DayField label="收到哪个月为止" value={on} onChange={setOn} hint={`收到 ${sayPeriod(to)}`} />
      <Says>已经到期的照样要交。</Says>
    </ActSheet>
  )
}

function FeeCard({ fee, books, onEnd }: { fee: Fee; books: Books; onEnd?: () => void }) {
  const now = new Date()
  return (
    <Card>
      <View className="y-headline">
        <Heading>{fee.name}</Heading>
        {fee.to ? <Chip tone="quiet">{`到 ${sayDayShort(fee.to, now)}`}</Chip> : null}
      </View>
      <View>
        {fee.basis === 'home' ? `每户每月 ${sayYuan(fee.fen)}` : `每平方米每月 ${sayYuan(fee.fen)}`}
      </View>
      <Quiet>
        {`${basisWords[fee.basis]}收，${fee.homeKinds.map((k) => homeKindWords[k]).join('、')}共 ${fee.homes} 户，一个月一共 ${sayYuan(fee.monthFen)}`}
      </Quiet>
      <Quiet>{`从 ${sayDayShort(fee.from, now)} 起`}</Quiet>
      <Decided of={fee.decision} books={books} />
      {onEnd ? <PlainButton onTap={onEnd}>停收</PlainButton> : null}
    </Card>
  )
}

function Fees({ books, name }: { books: Books; name?: string }) {
  const { can } = useMe()
  const fees = useLoad('charge.fees', books)
  const [doing, setDoing] = useState<'add' | Fee>()
  const [note, setNote] = useState<string>()
  const close = () => setDoing(undefined)
  const done = (says: string) => {
    close()
    setNote(says)
    fees.reload()
  }
  const mayEnd = can('charge.endFee', books)
  return (
    <BooksFaces of={fees} books={books} lines={2}>
      {({ items }) => (
        <>
          {name ? <Quiet>{name}</Quiet> : null}
          {note ? <Says tone="pine">{note}</Says> : null}
          {items.length === 0 ? <Quiet>没有向住户收的费用。要收什么、收多少，由业主共同决定。</Quiet> : null}
          {items.map((fee) => (
            <FeeCard
              key={fee.feeId}
              fee={fee}
              books={books}
              {...(mayEnd && fee.to === null && { onEnd: () => setDoing(fee) })}
            />
          ))}
          {can('charge.addFee', books) ? (
            <PlainButton onTap={() => setDoing('add')}>加一项收费</PlainButton>
          ) : null}
          {doing === 'add' ? <AddFee books={books} onDone={done} onClose={close} /> : null}
          {typeof doing === 'object' ? (
            <EndFee books={books} fee={doing} onDone={done} onClose={close} />
          ) : null}
        </>
      )}
    </BooksFaces>
  )
}

/** What homes are charged each month, and by which decision. */
export default function FeesPage() {
  return (
    <BooksScreen act="charge.fees" title="住户收费" what="看住户收费">
      {(books, name) => <Fees books={books} name={name} />}
    </BooksScreen>
  )
}
