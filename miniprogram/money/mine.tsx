import { View } from '@tarojs/components'
import type { Output } from '../../shared/contract'
import { sayYuan } from '../../shared/kernel/money'
import { sayNumber, spaceKindWords } from '../../shared/space/words'
import { go } from '../kernel/go'
import { useLoad } from '../kernel/load'
import { Card, Chip, Faces, Label, Quiet, Row, Screen } from '../kernel/ui'
import { sayDayShort } from '../whistle/parts/words'
import { figures } from './parts/sums'
import './parts/money.scss'

type Mine = Output<'charge.mine'>
type Charge = Mine['items'][number]

function ChargeRow({ charge, several }: { charge: Charge; several: boolean }) {
  const owed = charge.fen - charge.loweredFen - charge.paidFen
  const now = new Date()
  return (
    <Row
      left={charge.says}
      quiet={[
        several && charge.compound,
        `${sayDayShort(charge.dueOn, now)}到期`,
        owed === 0 && '交清了',
        charge.loweredFen > 0 && `减了 ${figures(charge.loweredFen)}`,
      ]
        .filter(Boolean)
        .join('，')}
      {...(owed > 0
        ? { chip: <Chip tone="vermilion">{`要交 ${figures(owed)}`}</Chip> }
        : { right: <View className="y-amount">{figures(charge.fen)}</View> })}
    />
  )
}

/** Money that is held pays what it was given for, and nothing else. */
function sayPrepaid({ kind, number, fen }: Mine['prepaid'][number]): string {
  const of = kind === null || number === null ? '住户费用' : `${sayNumber(number)}${spaceKindWords[kind]}`
  return `${of}预交着 ${sayYuan(fen)}，到期先从里面扣，只抵这一项`
}

/** What my homes owe and have paid. */
export default function MinePage() {
  const mine = useLoad('charge.mine', {})
  return (
    <Screen title="我家的费用">
      <Faces
        of={mine}
        lines={3}
        isEmpty={({ items, receipts }) => items.length === 0 && receipts.length === 0}
        empty={{ says: '没有要交的', more: '租了车位，或小区收住户费用，到期的、交过的都在这里。' }}
      >
        {({ items, receipts, owedFen, prepaid }) => {
          const several = new Set(items.map((i) => i.compoundId)).size > 1
          const leases = new Map(items.flatMap((i) => (i.leaseId ? [[i.leaseId, i] as const] : [])))
          return (
            <View className="y-page">
              <Card>
                <Quiet>{owedFen > 0 ? '还要交' : '都交清了'}</Quiet>
                <View className="y-big">{sayYuan(owedFen)}</View>
                {prepaid.map((p) => (
                  <Quiet key={`${p.kind} ${p.number}`}>{sayPrepaid(p)}</Quiet>
                ))}
                {owedFen > 0 ? (
                  <Quiet>到小区管账的人那里交，现金、转账、微信都行。交了这里马上能看到。</Quiet>
                ) : null}
              </Card>
              {items.length > 0 ? (
                <Card>
                  <Label>到期的</Label>
                  {items.map((c) => (
                    <ChargeRow key={c.chargeId} charge={c} several={several} />
                  ))}
                </Card>
              ) : null}
              {receipts.length > 0 ? (
                <Card>
                  <Label>交过的</Label>
                  {receipts.map((r) => (
                    <Row
                      key={r.receiptId}
                      left={r.says}
                      quiet={sayDayShort(r.on, new Date())}
                      right={<View className="y-amount">{figures(r.fen)}</View>}
                    />
                  ))}
                </Card>
              ) : null}
              {[...leases.values()].map(({ leaseId, communityId, compoundId, says }) => (
                <Card
                  key={leaseId}
                  label="看租用的车位，打开"
                  onTap={() => go('money/lease', { communityId, compoundId, leaseId: leaseId ?? '' })}
                >
                  <Row left="看租用的车位" quiet={says.replace(/ \d{4}年.*$/, '')} opens />
                </Card>
              ))}
            </View>
          )
        }}
      </Faces>
    </Screen>
  )
}
