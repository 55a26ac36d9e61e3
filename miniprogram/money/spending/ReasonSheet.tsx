import { useState } from 'react'
import { useAct } from '../../kernel/act'
import { Says } from '../../kernel/ui'
import { ActSheet } from '../../whistle/parts/acts/ActSheet'
import { WordsField } from '../../whistle/parts/acts/WordsField'
import type { Books } from '../parts/books'
import type { Spending } from './standing'

/** Not approved, with a reason; or taken back by whoever asked. */
export function ReasonSheet(props: {
  act: 'decline' | 'withdraw'
  books: Books
  spending: Spending
  onDone(says: string): void
  onClose(): void
}) {
  const key = { ...props.books, spendingId: props.spending.spendingId }
  const decline = useAct('spending.decline')
  const withdraw = useAct('spending.withdraw')
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const said = reason.trim()
  if (props.act === 'withdraw')
    return (
      <ActSheet
        title="撤回申请"
        act="撤回"
        onAct={() => void withdraw.run(key).then((answer) => answer && props.onDone('撤回了'))}
        busy={withdraw.busy}
        refusal={withdraw.refusal}
        onClose={props.onClose}
      >
        <Says tone="sun">撤回以后，要花这笔钱得重新申请、重新批准。</Says>
      </ActSheet>
    )
  const send = async () => {
    setTried(true)
    if (said !== '' && (await decline.run({ ...key, reason: said }))) props.onDone('没有批准，原因大家看得到')
  }
  return (
    <ActSheet
      title="不批准"
      act="不批准"
      onAct={() => void send()}
      busy={decline.busy}
      refusal={decline.refusal}
      onClose={props.onClose}
    >
      <WordsField
        label="为什么不批"
        value={reason}
        onInput={setReason}
        max={200}
        phrases={['价钱高了，再比两家。', '先不急着办。']}
        missing={tried && said === '' ? '请写一句为什么' : undefined}
        refusal={decline.refusal}
      />
    </ActSheet>
  )
}
