import { View } from '@tarojs/components'
import { useState } from 'react'
import { correctReasons, refuseReasons } from '../../../shared/service/states'
import { correctReasonWords, refuseReasonWords } from '../../../shared/service/words'
import { useCreate } from '../../desk/parts/useCreate'
import { useAct } from '../../kernel/act'
import { Refusal, type Said } from '../../kernel/refused'
import { Choice, Quiet } from '../../kernel/ui'
import { ActSheet } from '../../whistle/parts/acts/ActSheet'
import { MomentField } from '../../whistle/parts/MomentField'
import type { Service } from './words'

export interface ServiceActProps {
  service: Service
  onClose(): void
  onDone(says: string): void
}
const keyOf = ({ communityId, serviceId }: Service) => ({ communityId, serviceId })
/** Over twelve hours is asked about once; the second tap is the answer. */
export const isLongAsked = (refusal: Said | undefined): boolean =>
  refusal instanceof Refusal && refusal.code === 'service_long'

export function RefuseService({ service, onClose, onDone }: ServiceActProps) {
  const { run, busy, refusal } = useAct('service.refuse')
  const [reason, setReason] = useState<(typeof refuseReasons)[number]>()
  const [tried, setTried] = useState(false)
  const send = async () => {
    setTried(true)
    if (reason === undefined) return
    if (await run({ ...keyOf(service), reason })) onDone('不算这一次，本人会收到消息')
  }
  return (
    <ActSheet
      title="不算这一次"
      act="不算，告诉本人"
      onAct={() => void send()}
      busy={busy}
      refusal={refusal}
      onClose={onClose}
    >
      <Choice
        label="为什么"
        options={refuseReasons.map((value) => ({ value, label: refuseReasonWords[value] }))}
        value={reason}
        onChange={setReason}
        error={tried && reason === undefined ? '请选一个' : undefined}
      />
    </ActSheet>
  )
}

/** What was confirmed is not changed: the right times are a new record that names it. */
export function CorrectService({ service, onClose, onDone }: ServiceActProps) {
  const { create, busy, refusal } = useCreate('service.correct')
  const [inAt, setIn] = useState(service.inAt)
  const [outAt, setOut] = useState(service.outAt ?? service.inAt)
  const [reason, setReason] = useState<(typeof correctReasons)[number]>()
  const [tried, setTried] = useState(false)
  const wrong = outAt <= inAt ? '签退要晚于签到' : undefined
  const sure = isLongAsked(refusal)
  const send = async () => {
    setTried(true)
    if (reason === undefined || wrong) return
    const made = await create({ ...keyOf(service), inAt, outAt, reason, ...(sure && { sure: true }) })
    if (made) onDone('更正了，原来的那条留着')
  }
  return (
    <ActSheet
      title="更正时间"
      act={sure ? '确实这么久，更正' : '按这个时间算'}
      onAct={() => void send()}
      busy={busy}
      refusal={refusal}
      onClose={onClose}
    >
      <MomentField label="签到" value={inAt} onChange={setIn} />
      <MomentField label="签退" value={outAt} onChange={setOut} error={tried ? wrong : undefined} />
      <Choice
        label="为什么"
        options={correctReasons.map((value) => ({ value, label: correctReasonWords[value] }))}
        value={reason}
        onChange={setReason}
        error={tried && reason === undefined ? '请选一个' : undefined}
      />
      <Quiet>原来的一条不改，另记一条更正的。</Quiet>
    </ActSheet>
  )
}

/** Somebody forgot to sign out: when it really ended. */
export function CloseService({ service, onClose, onDone }: ServiceActProps) {
  const { run, busy, refusal } = useAct('service.close')
  const [outAt, setOut] = useState(() => new Date().toISOString())
  const send = async () => {
    if (await run({ ...keyOf(service), outAt })) onDone('替本人签退了，可以确认了')
  }
  return (
    <ActSheet
      title={`替${service.name}签退`}
      act="签退"
      onAct={() => void send()}
      busy={busy}
      refusal={refusal}
      onClose={onClose}
    >
      <View>忘了签退的，写真正走的时间。</View>
      <MomentField label="什么时候走的" value={outAt} onChange={setOut} />
    </ActSheet>
  )
}
