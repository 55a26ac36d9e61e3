import { useState } from 'react'
import { type EndReason, endReasons } from '../../../shared/checkin/states'
import { endReasonWords } from '../../../shared/checkin/words'
import { Tags } from '../../desk/parts/Tags'
import { useAct } from '../../kernel/act'
import { Choice, Quiet, TextField } from '../../kernel/ui'
import { ActSheet } from '../../whistle/parts/acts/ActSheet'
import type { Checkin } from './words'

interface Props {
  checkin: Checkin
  onClose(): void
  onDone(says: string): void
}
const usual = ['姓名和单子上的不一样', '不住在本社区', '住址写错了，请重新选', '请本人来社区一趟'] as const
const keyOf = ({ communityId, checkinId }: Checkin) => ({ communityId, checkinId })

/** Back to the member, with why: they correct it and present it again. */
export function ReturnSlip({ checkin, onClose, onDone }: Props) {
  const { run, busy, refusal } = useAct('checkin.return')
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const send = async () => {
    setTried(true)
    if (reason.trim() === '') return
    if (await run({ ...keyOf(checkin), reason })) onDone(`退回了，${checkin.name}会看到理由`)
  }
  return (
    <ActSheet
      title="退回报到单"
      act="退回，告诉本人"
      onAct={() => void send()}
      busy={busy}
      refusal={refusal}
      onClose={onClose}
    >
      <TextField
        label="为什么退回"
        long
        max={200}
        value={reason}
        onInput={setReason}
        error={tried && reason.trim() === '' ? '请写理由，本人会看到' : undefined}
      />
      <Tags label="常用的理由" words={usual} onPick={setReason} />
    </ActSheet>
  )
}

export function EndCheckin({ checkin, onClose, onDone }: Props) {
  const { run, busy, refusal } = useAct('checkin.end')
  const [reason, setReason] = useState<EndReason>()
  const [tried, setTried] = useState(false)
  const end = async () => {
    setTried(true)
    if (reason === undefined) return
    if (await run({ ...keyOf(checkin), reason })) onDone('报到结束了')
  }
  return (
    <ActSheet
      title={`结束${checkin.name}的报到`}
      act="结束报到"
      onAct={() => void end()}
      busy={busy}
      refusal={refusal}
      onClose={onClose}
    >
      <Choice
        label="为什么"
        options={endReasons.map((value) => ({ value, label: endReasonWords[value] }))}
        value={reason}
        onChange={setReason}
        error={tried && reason === undefined ? '请选一个' : undefined}
      />
      <Quiet>包的户会空出来，要另外安排人。服务时长和记录留着。</Quiet>
    </ActSheet>
  )
}
