import { View } from '@tarojs/components'
import { useState } from 'react'
import { type TieKind, tieKinds } from '../../../shared/home/contract'
import { tieKindWords } from '../../../shared/home/words'
import { dayOf } from '../../../shared/kernel/time'
import { Choice, MainButton, PlainButton, Refused, TextField } from '../../kernel/ui'
import { Span, type SpanValue } from './Span'
import { fieldSays } from './saidIn'
import { queuedSays, useCreate } from './useCreate'
import './desk.scss'

const kindHints: Record<TieKind, string> = { owner: '房子是这个人的', tenant: '租住的人，流动人员登记' }

/** Puts a person down as owner or tenant of a home. Without signal it waits in the queue with the id it already has. */
export function AddTie(props: {
  communityId: string
  homeId: string
  label: string
  onAdded(says: string): void
  onClose(): void
}) {
  const add = useCreate('home.addTie')
  const [kind, setKind] = useState<TieKind>('tenant')
  const [name, setName] = useState('')
  const [phone, setPhone] = useState('')
  const [span, setSpan] = useState<SpanValue>(() => ({ from: dayOf(new Date()), to: null }))
  const [tried, setTried] = useState(false)

  const trimmed = { name: name.trim(), phone: phone.trim() }
  const input = {
    communityId: props.communityId,
    homeId: props.homeId,
    kind,
    name: trimmed.name,
    phone: trimmed.phone === '' ? null : trimmed.phone,
    ...span,
  }
  const save = async () => {
    setTried(true)
    if (trimmed.name === '') return
    const made = await add.create(input, `${props.label} 登记${tieKindWords[kind]} ${trimmed.name}`)
    if (made)
      props.onAdded(
        made.queued ? queuedSays : `已登记：${trimmed.name} 是 ${props.label} 的${tieKindWords[kind]}`,
      )
  }

  return (
    <View className="d-detail">
      <Choice
        label="这个人是"
        options={tieKinds.map((k) => ({ value: k, label: tieKindWords[k], hint: kindHints[k] }))}
        value={kind}
        onChange={setKind}
      />
      <TextField
        label="姓名"
        value={name}
        onInput={setName}
        max={30}
        error={tried && trimmed.name === '' ? '请填写姓名' : fieldSays(add.refusal, 'name')}
      />
      <TextField
        label="手机号（可以不填）"
        value={phone}
        onInput={setPhone}
        type="number"
        max={11}
        hint="填了以后，本人用这个号码登录就能对上这一户"
        error={fieldSays(add.refusal, 'phone')}
      />
      <Span
        value={span}
        onChange={setSpan}
        openWords={kind === 'tenant' ? '还不知道' : '一直是'}
        endWords="有说好的日子"
        fromError={fieldSays(add.refusal, 'from')}
        toError={fieldSays(add.refusal, 'to')}
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
