import { useState } from 'react'
import { addDays, dayOf } from '../../../shared/kernel/time'
import { goodDays } from '../../../shared/slip/states'
import { fieldSays } from '../../desk/parts/saidIn'
import { useCreate } from '../../desk/parts/useCreate'
import { DayField, TextField } from '../../kernel/ui'
import { ActSheet } from '../../whistle/parts/acts/ActSheet'

/** One slip for one person; the number comes with it. */
export function IssueSlip(props: { unitId: string; onClose(): void; onDone(slipId: string): void }) {
  const { unitId } = props
  const { create, busy, refusal } = useCreate('slip.issue')
  const [name, setName] = useState('')
  const [phone, setPhone] = useState('')
  const [expires, setExpires] = useState(() => addDays(dayOf(new Date()), goodDays))
  const [tried, setTried] = useState(false)
  const issue = async () => {
    setTried(true)
    if (name.trim() === '') return
    const made = await create({ unitId, name, expires, ...(phone.trim() && { phone: phone.trim() }) })
    if (made) props.onDone(made.id)
  }
  return (
    <ActSheet
      title="开一张报到单"
      act="开单"
      onAct={() => void issue()}
      busy={busy}
      refusal={refusal}
      onClose={props.onClose}
    >
      <TextField
        label="姓名"
        max={30}
        value={name}
        onInput={setName}
        error={tried && name.trim() === '' ? '请填姓名' : fieldSays(refusal, 'name')}
      />
      <TextField
        label="手机号（可以不填）"
        type="number"
        max={11}
        value={phone}
        onInput={setPhone}
        hint="有同名的人，用手机号来分"
        error={fieldSays(refusal, 'phone')}
      />
      <DayField
        label="哪天前有效"
        value={expires}
        onChange={setExpires}
        error={fieldSays(refusal, 'expires')}
      />
    </ActSheet>
  )
}
