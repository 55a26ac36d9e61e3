import { useState } from 'react'
import { sayPeriod } from '../../../shared/account/words'
import { monthOf } from '../../../shared/charge/rules'
import { wholeBp } from '../../../shared/split/rules'
import { sayShare } from '../../../shared/split/words'
import { PickLine } from '../../desk/parts/PickLine'
import { useCreate } from '../../desk/parts/useCreate'
import { useLoad } from '../../kernel/load'
import { DayField, TextField } from '../../kernel/ui'
import { ActSheet } from '../../whistle/parts/acts/ActSheet'
import type { Books } from '../parts/books'
import { DecisionField, noDecision, readDecision } from '../parts/fields'
import { readPercent, today } from '../parts/sums'

/** The owners' part is typed, the rest is the company's: together always all of it. */
export function SetSplit(props: { books: Books; onDone(says: string): void; onClose(): void }) {
  const { books } = props
  const accounts = useLoad('account.list', books)
  const { create, busy, refusal } = useCreate('split.set')
  const [accountId, setAccount] = useState<string>()
  const [percent, setPercent] = useState('')
  const [from, setFrom] = useState(today)
  const [typed, setTyped] = useState(noDecision)
  const [tried, setTried] = useState(false)
  const ownersBp = readPercent(percent)
  const decision = readDecision(typed)
  const save = async () => {
    setTried(true)
    if (!accountId || ownersBp === undefined || !decision) return
    const made = await create({
      ...books,
      accountId,
      ownersBp,
      managerBp: wholeBp - ownersBp,
      from: monthOf(from),
      decision,
    })
    if (made) props.onDone('定好了，业主都看得到')
  }
  return (
    <ActSheet
      title="定一项怎么分"
      act="就这样定"
      onAct={() => void save()}
      busy={busy}
      refusal={refusal}
      onClose={props.onClose}
    >
      <PickLine
        label="哪一项收益"
        options={(accounts.data?.items ?? [])
          .filter((a) => a.kind === 'income')
          .map((a) => ({ value: a.accountId, label: a.name }))}
        value={accountId}
        without="选一项"
        error={tried && !accountId ? '请选一项' : undefined}
        onChange={setAccount}
      />
      <TextField
        label="业主占百分之几"
        type="digit"
        max={6}
        value={percent}
        onInput={setPercent}
        hint={
          ownersBp === undefined
            ? '剩下的是物业的'
            : `业主 ${sayShare(ownersBp)}，物业 ${sayShare(wholeBp - ownersBp)}`
        }
        error={tried && ownersBp === undefined ? '请写 0 到 100，最多两位小数' : undefined}
      />
      <DayField
        label="从哪个月起"
        value={from}
        onChange={setFrom}
        hint={`从 ${sayPeriod(monthOf(from))} 起；这个月定错了的，再定一次，以这次为准`}
      />
      <DecisionField books={books} value={typed} onChange={setTyped} tried={tried} />
    </ActSheet>
  )
}
