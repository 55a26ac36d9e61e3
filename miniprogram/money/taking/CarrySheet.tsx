import { useState } from 'react'
import { sayYuan } from '../../../shared/kernel/money'
import { useCreate } from '../../desk/parts/useCreate'
import { Choice, Says } from '../../kernel/ui'
import { readYuan } from '../../kernel/yuan'
import { ActSheet } from '../../whistle/parts/acts/ActSheet'
import type { Books } from '../parts/books'
import { SumField } from '../parts/fields'
import type { Payer } from './Payers'

type Held = 'deposit' | 'prepaid'
const kinds: { value: Held; label: string }[] = [
  { value: 'deposit', label: '押金' },
  { value: 'prepaid', label: '预收款' },
]

/** What was held of somebody's before the books were opened; no money comes in with it today. */
export function CarrySheet(props: { books: Books; of: Payer; onDone(says: string): void; onClose(): void }) {
  const { create, busy, refusal } = useCreate('receipt.carry')
  const [held, setHeld] = useState<Held>()
  const [typed, setTyped] = useState('')
  const [tried, setTried] = useState(false)
  const fen = readYuan(typed)
  const save = async () => {
    setTried(true)
    if (held === undefined || fen === undefined) return
    if (await create({ ...props.books, of: props.of, held, fen })) props.onDone(`补记了 ${sayYuan(fen)}`)
  }
  return (
    <ActSheet
      title="补记开账前收的"
      act={fen ? `补记 ${sayYuan(fen)}` : '补记'}
      onAct={() => void save()}
      busy={busy}
      refusal={refusal}
      onClose={props.onClose}
    >
      <Says>开账以前就收着的钱，已经算在开账那天的钱里，这里只写明是谁的，今天不收钱。</Says>
      <Choice
        label="是哪一种"
        options={kinds}
        value={held}
        onChange={setHeld}
        error={tried && held === undefined ? '请选一样' : undefined}
      />
      <SumField label="多少元" value={typed} onInput={setTyped} tried={tried} />
    </ActSheet>
  )
}
