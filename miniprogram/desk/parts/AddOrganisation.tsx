import { View } from '@tarojs/components'
import { useState } from 'react'
import { type OrganisationKind, organisationKinds } from '../../../shared/organisation/contract'
import { organisationKindWords } from '../../../shared/organisation/words'
import { Choice, MainButton, PlainButton, Refused, TextField } from '../../kernel/ui'
import { fieldSays } from './saidIn'
import { queuedSays, useCreate } from './useCreate'
import './desk.scss'

const hints: Record<OrganisationKind, string> = {
  department: '比如城管、住建、燃气公司',
  property: '管小区的物业公司',
  unit: '派在职党员来报到、一起办项目的单位',
}

export function AddOrganisation(props: {
  subdistrictId: string
  onAdded(id: string, says: string): void
  onClose(): void
}) {
  const add = useCreate('organisation.add')
  const [name, setName] = useState('')
  const [kind, setKind] = useState<OrganisationKind>()
  const [tried, setTried] = useState(false)
  const save = async () => {
    setTried(true)
    if (name.trim() === '' || kind === undefined) return
    const made = await add.create(
      { subdistrictId: props.subdistrictId, name, kind },
      `登记单位 ${name.trim()}`,
    )
    if (made)
      props.onAdded(made.id, made.queued ? queuedSays : `“${name.trim()}”已经登记，接下来交给它社区或小区`)
  }
  return (
    <View className="d-detail">
      <TextField
        label="单位名称"
        value={name}
        onInput={setName}
        max={60}
        error={tried && name.trim() === '' ? '请填写' : fieldSays(add.refusal, 'name')}
      />
      <Choice
        label="哪一类"
        options={organisationKinds.map((k) => ({
          value: k,
          label: organisationKindWords[k],
          hint: hints[k],
        }))}
        value={kind}
        onChange={setKind}
        error={tried && kind === undefined ? '请选一类' : undefined}
      />
      <Refused by={add.refusal} />
      <View className="d-acts">
        <MainButton busy={add.busy} onTap={() => void save()}>
          登记
        </MainButton>
        <PlainButton onTap={props.onClose}>不登记了</PlainButton>
      </View>
    </View>
  )
}
