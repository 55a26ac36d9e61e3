import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Output } from '../../../shared/contract'
import { addDays } from '../../../shared/kernel/time'
import { sayPlate } from '../../../shared/lease/plate'
import { sayNumber, sayTariff, spaceKindWords } from '../../../shared/space/words'
import { go } from '../../kernel/go'
import { useLoad } from '../../kernel/load'
import { useMe } from '../../kernel/session'
import { Card, Chip, Faces, Label, PlainButton, Quiet, Row, Says } from '../../kernel/ui'
import { ActFoot, type FootAct } from '../../meeting/parts/ActFoot'
import { sayDayShort } from '../../whistle/parts/words'
import { GiveBack } from '../acts/GiveBack'
import { PaySheet } from '../acts/PaySheet'
import { EndLease, endWords } from '../renting/EndLease'
import { PlateSheet } from '../renting/PlateSheet'
import type { Books } from './books'
import { figures, today } from './sums'

export type Lease = Output<'lease.get'>
type Doing = 'end' | 'plate' | 'deposit' | 'prepaid' | 'giveDeposit'
const firstShown = 6

function Charges({ lease, now }: { lease: Lease; now: Date }) {
  const [all, setAll] = useState(false)
  const { charges } = lease
  const shown = all ? charges : charges.slice(0, firstShown)
  return (
    <Card>
      <Label>到期的费用</Label>
      {charges.length === 0 ? <Quiet>还没有到期的。</Quiet> : null}
      {shown.map((c) => {
        const owed = c.fen - c.loweredFen - c.paidFen
        return (
          <Row
            key={c.chargeId}
            left={`${sayDayShort(c.from, now)}到${sayDayShort(c.to, now)}`}
            quiet={[owed === 0 && '交清了', c.loweredFen > 0 && `减了 ${figures(c.loweredFen)}`]
              .filter(Boolean)
              .join('，')}
            chip={owed > 0 ? <Chip tone="sun">{`欠 ${figures(owed)}`}</Chip> : undefined}
            right={<View className="y-amount">{figures(c.fen)}</View>}
          />
        )
      })}
      {shown.length < charges.length ? (
        <PlainButton onTap={() => setAll(true)}>{`看全部 ${charges.length} 笔`}</PlainButton>
      ) : null}
    </Card>
  )
}

function Receipts({ lease, books, now }: { lease: Lease; books: Books; now: Date }) {
  const { can } = useMe()
  if (lease.receipts.length === 0) return null
  const opens = can('entry.get', books)
  return (
    <Card>
      <Label>交过的</Label>
      {lease.receipts.map((r) => (
        <Row
          key={r.receiptId}
          left={r.says}
          quiet={sayDayShort(r.on, now)}
          right={<View className="y-amount">{figures(r.fen)}</View>}
          {...(opens && {
            label: `${r.says}，${figures(r.fen)} 元，看这笔账`,
            onTap: () => go('money/entry', { ...books, entryId: r.entryId }),
          })}
        />
      ))}
    </Card>
  )
}

const Sums = ({ lease }: { lease: Lease }) => (
  <Card>
    <Row
      left={lease.owedFen > 0 ? '还欠' : '不欠'}
      right={<View className="y-amount">{figures(lease.owedFen)}</View>}
    />
    {lease.prepaidFen > 0 ? (
      <Row
        left="预收着"
        quiet="以后到期的，先从这里扣"
        right={<View className="y-amount">{figures(lease.prepaidFen)}</View>}
      />
    ) : null}
    {lease.depositFen > 0 ? (
      <Row left="押金" right={<View className="y-amount">{figures(lease.depositFen)}</View>} />
    ) : null}
  </Card>
)

/** The same space to the same one, from the day after this lease. */
const onwards = ({ spaceId, number, kind, homeId, who, plate }: Lease, to: string) => ({
  ...{ spaceId, number, kind, from: addDays(to, 1) },
  ...(homeId === null ? { tenant: who } : { homeId, home: who, plate: plate ?? '' }),
})

/** One lease: who has which space since when, what fell due and what was paid. */
export function LeaseDetail({
  books,
  leaseId,
  onChanged,
}: {
  books: Books
  leaseId: string
  onChanged?(): void
}) {
  const { can } = useMe()
  const lease = useLoad('lease.get', { ...books, leaseId })
  const [doing, setDoing] = useState<Doing>()
  const [note, setNote] = useState<string>()
  const done = (says: string) => {
    setDoing(undefined)
    setNote(says)
    lease.reload()
    onChanged?.()
  }
  const close = () => setDoing(undefined)
  const begin = (what: Doing) => () => {
    setNote(undefined)
    setDoing(what)
  }
  return (
    <Faces of={lease} lines={3}>
      {(data) => {
        const now = new Date()
        const isOver = data.to !== null && data.to < today()
        const mayRefund = can('receipt.refund', books)
        const others: FootAct[] = [
          ...(data.mayChange && !isOver ? [{ word: endWords(data), onTap: begin('end') }] : []),
          ...(can('lease.add', books) && data.to !== null && !isOver
            ? [{ word: '接着租', onTap: () => go('money/let', { ...books, ...onwards(data, data.to!) }) }]
            : []),
          ...(data.mayChange && data.plate !== null && !isOver
            ? [{ word: '改车牌', onTap: begin('plate') }]
            : []),
          ...(can('receipt.deposit', books) && !isOver ? [{ word: '收押金', onTap: begin('deposit') }] : []),
          ...(mayRefund && data.prepaidFen > 0 ? [{ word: '退预收', onTap: begin('prepaid') }] : []),
          ...(mayRefund && data.depositFen > 0 ? [{ word: '退押金', onTap: begin('giveDeposit') }] : []),
        ]
        const held = doing === 'prepaid' ? ('prepaid' as const) : ('deposit' as const)
        return (
          <View className="y-page">
            {note ? <Says tone="pine">{note}</Says> : null}
            <View className="y-stack">
              <View className="y-title" ariaRole="heading">
                {`${spaceKindWords[data.kind]} ${sayNumber(data.number)}`}
              </View>
              <View>{[data.who, data.plate && sayPlate(data.plate)].filter(Boolean).join('，')}</View>
              <Quiet>
                {`从 ${sayDayShort(data.from, now)} 起${data.to ? `，到 ${sayDayShort(data.to, now)}` : '，一直租着'}`}
              </Quiet>
              {data.agreed ? (
                <Quiet>{`另外说好的价：${sayTariff(data.agreed.unit, data.agreed.fen)}`}</Quiet>
              ) : null}
            </View>
            <Sums lease={data} />
            <Charges lease={data} now={now} />
            <Receipts lease={data} books={books} now={now} />
            <ActFoot
              {...(can('receipt.take', books) && {
                main: { word: '收款', onTap: () => go('money/take', { ...books, leaseId }) },
              })}
              others={others}
            />
            {doing === 'end' ? <EndLease books={books} lease={data} onDone={done} onClose={close} /> : null}
            {doing === 'plate' ? (
              <PlateSheet books={books} lease={data} onDone={done} onClose={close} />
            ) : null}
            {doing === 'deposit' ? (
              <PaySheet
                name="receipt.deposit"
                books={books}
                with={{ leaseId }}
                title="收押金"
                act="收下押金"
                asks={{ sum: { label: '多少元' }, way: '怎么收的', day: '哪一天' }}
                onDone={() => done('押金收下了')}
                onClose={close}
              />
            ) : null}
            {doing === 'prepaid' || doing === 'giveDeposit' ? (
              <GiveBack
                books={books}
                of={{ leaseId }}
                held={held}
                fen={held === 'prepaid' ? data.prepaidFen : data.depositFen}
                onDone={done}
                onClose={close}
              />
            ) : null}
          </View>
        )
      }}
    </Faces>
  )
}
