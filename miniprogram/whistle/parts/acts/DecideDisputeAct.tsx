import { useState } from 'react'
import { useAct } from '../../../kernel/act'
import { Choice, Says } from '../../../kernel/ui'
import { leadOf } from '../words'
import { type ActProps, ActSheet, keyOf } from './ActSheet'
import { WordsField } from './WordsField'

type Decision = 'uphold' | 'refuse'

/** The party says that it is not theirs; the community decides. */
export function DecideDisputeAct({ whistle, onClose, onDone }: ActProps) {
  const { run, busy, refusal } = useAct('whistle.decideDispute')
  const [decision, setDecision] = useState<Decision>()
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const lead = leadOf(whistle)?.name ?? '对方'
  const why = whistle.steps.filter((s) => /disputed?$/i.test(s.action)).pop()?.words
  const needsReason = decision === 'refuse' && reason.trim() === ''
  const decide = async () => {
    setTried(true)
    if (decision === undefined || needsReason) return
    const said = reason.trim()
    if (!(await run({ ...keyOf(whistle), decision, ...(said !== '' && { reason: said }) }))) return
    onDone(decision === 'uphold' ? '同意退单，请另派一方' : `还是由${lead}办，理由已经告诉他们`)
  }
  return (
    <ActSheet
      title="答复退单"
      act="答复"
      onAct={() => void decide()}
      busy={busy}
      refusal={refusal}
      onClose={onClose}
    >
      <Says tone="sun">{`${lead}说：${why ?? '不该派给我们'}`}</Says>
      <Choice
        label="怎么答复"
        options={[
          { value: 'uphold', label: '同意，另派一方', hint: '回到待派单，可以马上派给别人' },
          { value: 'refuse', label: `不同意，还是${lead}办`, hint: '要写明理由' },
        ]}
        value={decision}
        onChange={(value: Decision) => setDecision(value)}
        error={tried && decision === undefined ? '请选一个' : undefined}
      />
      <WordsField
        label={decision === 'refuse' ? '理由（对方会看到）' : '理由（可以不写）'}
        value={reason}
        onInput={setReason}
        phrases={decision === 'refuse' ? ['合同里写明由你们负责。', '请先到现场看，再一起商量。'] : []}
        missing={tried && needsReason ? '请写明理由，对方会看到' : undefined}
        refusal={refusal}
      />
    </ActSheet>
  )
}
