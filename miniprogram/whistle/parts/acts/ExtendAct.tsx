import { useState } from 'react'
import { setDaysAtMost } from '../../../../shared/whistle/limits'
import { useAct } from '../../../kernel/act'
import { Says } from '../../../kernel/ui'
import { MomentField } from '../MomentField'
import { sayAt } from '../words'
import { type ActProps, ActSheet, keyOf } from './ActSheet'
import { WordsField } from './WordsField'

const dayMs = 86_400_000
const phrases = ['在等配件到货。', '要等专业单位来。', '下雨，天晴才能施工。', '要先征求住户的意见。']

/** A later day, with a reason that the reporter reads. */
export function ExtendAct({ whistle, onClose, onDone }: ActProps) {
  const { run, busy, refusal } = useAct('whistle.extend')
  const now = new Date()
  const due = whistle.resolutionDueAt
  // three days on, from the deadline or from now, if that has passed
  const [resolveBy, setResolveBy] = useState(() =>
    new Date(Math.max(due === null ? 0 : Date.parse(due), now.getTime()) + 3 * dayMs).toISOString(),
  )
  const [reason, setReason] = useState('')
  const [missing, setMissing] = useState(false)
  const extend = async () => {
    if (reason.trim() === '') return setMissing(true)
    if (await run({ ...keyOf(whistle), resolveBy, reason: reason.trim() }))
      onDone(`延到了${sayAt(resolveBy, now)}，居民会看到理由`)
  }
  return (
    <ActSheet
      title="延期"
      act="延期，告诉居民"
      onAct={() => void extend()}
      busy={busy}
      refusal={refusal}
      onClose={onClose}
    >
      <Says>
        {due === null ? '' : `现在要在${sayAt(due, now)} 前办好。`}最多延到 {setDaysAtMost}{' '}
        天以后，单位只能延一次。
      </Says>
      <MomentField label="延到哪一天" value={resolveBy} onChange={setResolveBy} />
      <WordsField
        label="为什么要延（居民会看到）"
        value={reason}
        onInput={(value) => {
          setReason(value)
          setMissing(false)
        }}
        phrases={phrases}
        missing={missing ? '请写明理由，居民会看到' : undefined}
        refusal={refusal}
      />
    </ActSheet>
  )
}
