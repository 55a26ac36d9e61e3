import { useState } from 'react'
import { firstOf, nextMonth } from '../../../shared/charge/rules'
import type { Output } from '../../../shared/contract'
import { sayNumber } from '../../../shared/space/words'
import { useAct } from '../../kernel/act'
import { DayField, Says } from '../../kernel/ui'
import { ActSheet } from '../../whistle/parts/acts/ActSheet'
import type { Books } from '../parts/books'
import { thisMonth, today } from '../parts/sums'
import { noTariff, readTariff, TariffFields } from './TariffFields'

type Space = Output<'space.list'>['items'][number]

/** A new price from a day on; whoever rents has been charged for this month already. */
export function TariffSheet(props: {
  books: Books
  of: Space | 'visitors'
  onDone(says: string): void
  onClose(): void
}) {
  const { books, of } = props
  const { run, busy, refusal } = useAct('space.setTariff')
  const [value, setValue] = useState(
    of === 'visitors' ? noTariff : { ...noTariff, unit: of.tariff?.unit ?? 'day' },
  )
  const isLet = of !== 'visitors' && of.state === 'let'
  const [from, setFrom] = useState(isLet ? firstOf(nextMonth(thisMonth())) : today)
  const [tried, setTried] = useState(false)
  const tariff = readTariff(value)
  const save = async () => {
    setTried(true)
    if (tariff === undefined) return
    const spaceIds = of === 'visitors' ? [] : [of.spaceId]
    if (await run({ ...books, spaceIds, ...tariff, from })) props.onDone('价定好了')
  }
  return (
    <ActSheet
      title={of === 'visitors' ? '定临时停车价' : `给 ${sayNumber(of.number)}定价`}
      act="就这样定"
      onAct={() => void save()}
      busy={busy}
      refusal={refusal}
      onClose={props.onClose}
    >
      <TariffFields value={value} onChange={setValue} tried={tried} byDay={of === 'visitors'} />
      <DayField label="从哪天起" value={from} onChange={setFrom} />
      <Says>{isLet ? '这个月已经按原价算了，新价从下个月起。' : '新价从那天起算。'}</Says>
    </ActSheet>
  )
}
