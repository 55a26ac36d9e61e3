import { useState } from 'react'
import { useAct } from '../../../kernel/act'
import { Says, Toggle } from '../../../kernel/ui'
import { type ActProps, ActSheet, keyOf } from './ActSheet'

export function JoinAct({ whistle, onClose, onDone }: ActProps) {
  const { run, busy, refusal } = useAct('whistle.join')
  const [anonymous, setAnonymous] = useState(false)
  const join = async () => {
    if (await run({ ...keyOf(whistle), anonymous })) onDone('算上你了，有进展会告诉你')
  }
  return (
    <ActSheet
      title="我也遇到"
      act="算上我"
      onAct={() => void join()}
      busy={busy}
      refusal={refusal}
      onClose={onClose}
    >
      <Says>算上你一份，不用再吹一次哨。每一步进展都会告诉你。</Says>
      <Toggle label="匿名" hint="只有社区的工作人员知道是你" on={anonymous} onChange={setAnonymous} />
    </ActSheet>
  )
}
