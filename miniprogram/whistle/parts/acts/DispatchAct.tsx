import { useState } from 'react'
import { Says } from '../../../kernel/ui'
import { leadOf } from '../words'
import { type ActProps, ActSheet } from './ActSheet'
import { SendFields } from './SendFields'
import { useSending } from './useSending'

/** Sent out, or to somebody else than before. */
export function DispatchAct({ whistle, onClose, onDone }: ActProps) {
  const sending = useSending(whistle, whistle.category)
  const [tried, setTried] = useState(false)
  const before = leadOf(whistle)
  const send = async () => {
    setTried(true)
    if (await sending.send()) onDone(`已经派给${sending.lead?.name ?? ''}`)
  }
  return (
    <ActSheet
      title={before ? '改派' : '派单'}
      act={sending.lead ? `派给${sending.lead.name}` : '派出去'}
      onAct={() => void send()}
      busy={sending.busy}
      refusal={sending.refusal}
      onClose={onClose}
    >
      {before ? <Says tone="sun">{`现在派给${before.name}。改派以后，就不归他们办了。`}</Says> : null}
      <SendFields whistle={whistle} sending={sending} missing={tried} />
    </ActSheet>
  )
}
