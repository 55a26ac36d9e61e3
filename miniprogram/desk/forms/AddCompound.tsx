import { useState } from 'react'
import { dayOf } from '../../../shared/kernel/time'
import type { ManagementMode } from '../../../shared/place/modes'
import { DayField, TextField } from '../../kernel/ui'
import { fieldSays } from '../parts/saidIn'
import { useCreate } from '../parts/useCreate'
import { FormShell, useForm } from './FormShell'
import { ModeField } from './ModeField'

export function AddCompound({ communityId }: { communityId: string }) {
  const form = useForm()
  const add = useCreate('place.addCompound')
  const [name, setName] = useState('')
  const [management, setManagement] = useState<ManagementMode>('none')
  const [from, setFrom] = useState(() => dayOf(new Date()))
  const save = async () => {
    form.try()
    if (name.trim() === '') return
    form.finish(
      await add.create({ communityId, name, management, from }, `登记小区 ${name.trim()}`),
      `“${name.trim()}”已经登记。接下来登记楼栋，或者导入名册。`,
    )
  }
  return (
    <FormShell
      title="登记小区"
      act="登记"
      onSave={() => void save()}
      busy={add.busy}
      refusal={add.refusal}
      done={form.done}
      again={{
        says: '再登记一个小区',
        onTap: () => {
          setName('')
          form.again()
        },
      }}
    >
      <TextField
        label="小区名称"
        value={name}
        onInput={setName}
        max={40}
        hint="单独一栋的楼院也是一个小区"
        error={form.tried && name.trim() === '' ? '请填写' : fieldSays(add.refusal, 'name')}
      />
      <ModeField value={management} onChange={setManagement} />
      <DayField label="从哪天起" value={from} onChange={setFrom} error={fieldSays(add.refusal, 'from')} />
    </FormShell>
  )
}
