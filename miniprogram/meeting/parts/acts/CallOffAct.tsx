import { useState } from 'react'
import { useAct } from '../../../kernel/act'
import { Says } from '../../../kernel/ui'
import { ActSheet } from '../../../whistle/parts/acts/ActSheet'
import { WordsField } from '../../../whistle/parts/acts/WordsField'
import { type ActProps, keyOf } from './MeetingSheet'

const phrases = ['到的人太少。', '没有要商量的事。', '事情已经办好了，不用再议。']

/** Not held; that it was not, and why, stays on the record. */
export function CallOffAct({ meeting, onClose, onDone }: ActProps) {
  const { run, busy, refusal } = useAct('meeting.callOff')
  const [reason, setReason] = useState('')
  const [missing, setMissing] = useState(false)
  const waiting = meeting.items.flatMap((i) => i.whistles.filter((w) => w.tabled)).length
  const callOff = async () => {
    const said = reason.trim()
    if (said === '') return setMissing(true)
    if (await run({ ...keyOf(meeting), reason: said })) onDone('记下了：这次没有开')
  }
  return (
    <ActSheet
      title="这次不开了"
      act="不开了，告诉大家"
      tone="vermilion"
      onAct={() => void callOff()}
      busy={busy}
      refusal={refusal}
      onClose={onClose}
    >
      <Says>这次会议会留在记录上，写明没有开和为什么。只是换个日子，请用“改期”。</Says>
      {waiting > 0 ? <Says tone="sun">{`有 ${waiting} 件哨在等这次会，不开了会退回去接着办。`}</Says> : null}
      <WordsField
        label="为什么不开（大家会看到）"
        value={reason}
        onInput={(typed) => {
          setReason(typed)
          setMissing(false)
        }}
        phrases={phrases}
        missing={missing ? '请写明为什么不开' : undefined}
        refusal={refusal}
      />
    </ActSheet>
  )
}
