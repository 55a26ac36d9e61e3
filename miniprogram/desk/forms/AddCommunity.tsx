import { useState } from 'react'
import { TextField } from '../../kernel/ui'
import { fieldSays } from '../parts/saidIn'
import { useCreate } from '../parts/useCreate'
import { FormShell, useForm } from './FormShell'

export function AddCommunity({ subdistrictId }: { subdistrictId: string }) {
  const form = useForm()
  const add = useCreate('place.addCommunity')
  const [name, setName] = useState('')
  const save = async () => {
    form.try()
    if (name.trim() === '') return
    form.finish(
      await add.create({ subdistrictId, name }, `登记社区 ${name.trim()}`),
      `“${name.trim()}”已经登记。接下来给它授予社区工作者。`,
    )
  }
  return (
    <FormShell
      title="登记社区"
      act="登记"
      onSave={() => void save()}
      busy={add.busy}
      refusal={add.refusal}
      done={form.done}
    >
      <TextField
        label="社区名称"
        value={name}
        onInput={setName}
        max={40}
        error={form.tried && name.trim() === '' ? '请填写' : fieldSays(add.refusal, 'name')}
      />
    </FormShell>
  )
}
