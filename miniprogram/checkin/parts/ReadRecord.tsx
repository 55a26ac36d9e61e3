import { useState } from 'react'
import { useAct } from '../../kernel/act'
import { TextField } from '../../kernel/ui'
import { ActSheet } from '../../whistle/parts/acts/ActSheet'
import type { ServiceRecord } from './words'

/** The member reads it first, and may say something to it. */
export function ReadRecord(props: { record: ServiceRecord; onClose(): void; onDone(says: string): void }) {
  const { communityId, serviceRecordId } = props.record
  const { run, busy, refusal } = useAct('serviceRecord.read')
  const [comment, setComment] = useState('')
  const read = async () => {
    const words = comment.trim()
    if (await run({ communityId, serviceRecordId, ...(words && { comment: words }) }))
      props.onDone('告诉社区了：你看过了')
  }
  return (
    <ActSheet
      title="看过了"
      act="告诉社区，我看过了"
      onAct={() => void read()}
      busy={busy}
      refusal={refusal}
      onClose={props.onClose}
    >
      <TextField
        label="想说一句（可以不写）"
        long
        max={300}
        value={comment}
        onInput={setComment}
        hint="会和记录一起送给单位"
      />
    </ActSheet>
  )
}
