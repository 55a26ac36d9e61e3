import { useState } from 'react'
import type { Output } from '../../../shared/contract'
import { sayYuan } from '../../../shared/kernel/money'
import { PickLine } from '../../desk/parts/PickLine'
import { useCreate } from '../../desk/parts/useCreate'
import { Says } from '../../kernel/ui'
import { readYuan } from '../../kernel/yuan'
import { ActSheet } from '../../whistle/parts/acts/ActSheet'
import { WordsField } from '../../whistle/parts/acts/WordsField'
import type { Books } from '../parts/books'
import { SumField } from '../parts/fields'
import { figures } from '../parts/sums'
import { owedOf } from './Taking'

type Charge = Output<'receipt.due'>['items'][number]

/** Less than it came to, with a reason: a mistake, a hardship. */
export function LowerSheet(props: {
  books: Books
  charges: readonly Charge[]
  onDone(says: string): void
  onClose(): void
}) {
  const { books, charges } = props
  const { create, busy, refusal } = useCreate('charge.lower')
  const [chargeId, setCharge] = useState(charges.length === 1 ? charges[0]?.chargeId : undefined)
  const [typed, setTyped] = useState('')
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const byFen = readYuan(typed)
  const charge = charges.find((c) => c.chargeId === chargeId)
  const save = async () => {
    setTried(true)
    if (chargeId === undefined || byFen === undefined || reason.trim() === '') return
    if (await create({ ...books, chargeId, byFen, reason: reason.trim() }))
      props.onDone(`减了 ${sayYuan(byFen)}`)
  }
  return (
    <ActSheet
      title="减免一笔"
      act={byFen ? `减 ${sayYuan(byFen)}` : '减免'}
      onAct={() => void save()}
      busy={busy}
      refusal={refusal}
      onClose={props.onClose}
    >
      <PickLine
        label="减哪一笔"
        options={charges.map((c) => ({ value: c.chargeId, label: c.says, hint: `欠 ${figures(owedOf(c))}` }))}
        value={chargeId}
        without="选一笔"
        error={tried && chargeId === undefined ? '请选一笔' : undefined}
        onChange={setCharge}
      />
      <SumField
        label="减多少元"
        value={typed}
        onInput={setTyped}
        tried={tried}
        hint={charge ? `这一笔一共 ${sayYuan(charge.fen)}` : undefined}
      />
      <WordsField
        label="为什么减"
        value={reason}
        onInput={setReason}
        max={200}
        phrases={['算错了。', '家里困难，业委会同意减。']}
        missing={tried && reason.trim() === '' ? '请写一句为什么' : undefined}
        refusal={refusal}
      />
      <Says>减免会留在记录里，业主看得到减了多少，看不到是谁家。</Says>
    </ActSheet>
  )
}
