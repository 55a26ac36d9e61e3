import { View } from '@tarojs/components'
import { useState } from 'react'
import { dayOf } from '../../shared/kernel/time'
import { type GrantedRole, roles } from '../../shared/role/roles'
import { back, useParams } from '../kernel/go'
import { useMe } from '../kernel/session'
import {
  Choice,
  MainButton,
  PlainButton,
  Refused,
  Says,
  Screen,
  Split,
  TextField,
  useWide,
} from '../kernel/ui'
import { ActsOf } from './parts/ActsOf'
import { GrantScope, useGrantScope } from './parts/GrantScope'
import { NotYours } from './parts/NotYours'
import { Span, type SpanValue } from './parts/Span'
import { fieldSays } from './parts/saidIn'
import { grantable, scopeWords } from './parts/scopes'
import { useCreate } from './parts/useCreate'
import './parts/desk.scss'

export default function GrantRole() {
  const wide = useWide()
  const { me, can } = useMe()
  const asked = useParams<{ role: string }>()
  const grant = useCreate('role.grant')
  const held = me?.roles ?? []
  const offered = grantable(held)
  const [picked, setRole] = useState<GrantedRole>()
  const role = picked ?? offered.find((r) => r === asked.role)
  const over = useGrantScope(role)
  const [phone, setPhone] = useState('')
  const [span, setSpan] = useState<SpanValue>(() => ({ from: dayOf(new Date()), to: null }))
  const [tried, setTried] = useState(false)
  const [done, setDone] = useState<string>()

  if (!can('role.grant') || offered.length === 0)
    return (
      <Screen title="授予身份">
        <NotYours what="授予身份" />
      </Screen>
    )

  const save = async () => {
    setTried(true)
    const { scopeId, communityId } = over
    if (role === undefined || scopeId === undefined || phone.trim() === '') return
    const answer = await grant.create({
      phone: phone.trim(),
      role,
      scopeId,
      communityId,
      ...span,
    })
    if (answer) setDone(`已经授予“${roles[role].name}”，对方再打开小程序就能看到。`)
  }
  const another = () => {
    setPhone('')
    setTried(false)
    setDone(undefined)
    grant.clear()
  }

  if (done)
    return (
      <Screen title="授予身份">
        <Says tone="pine">{done}</Says>
        <View className="d-acts">
          <MainButton onTap={back}>回到名单</MainButton>
          <PlainButton onTap={another}>再授予一位</PlainButton>
        </View>
      </Screen>
    )

  const form = (
    <View className="d-detail">
      <Choice
        label="授予什么身份"
        options={offered.map((r) => ({
          value: r,
          label: roles[r].name,
          hint: `管一个${scopeWords[roles[r].scope]}`,
        }))}
        value={role}
        onChange={(next) => {
          setRole(next)
          over.forget()
        }}
        error={tried && role === undefined ? '请选一个身份' : undefined}
      />
      <GrantScope over={over} tried={tried} />
      <TextField
        label="对方的手机号"
        value={phone}
        onInput={setPhone}
        type="number"
        max={11}
        hint="对方先用微信登录一次，并绑定这个手机号"
        error={tried && phone.trim() === '' ? '请填写对方的手机号' : fieldSays(grant.refusal, 'phone')}
      />
      <Span
        value={span}
        onChange={setSpan}
        openWords="没有期限"
        endWords="有任期"
        fromError={fieldSays(grant.refusal, 'from')}
        toError={fieldSays(grant.refusal, 'to')}
      />
    </View>
  )
  const foot = (
    <>
      <Refused by={grant.refusal} />
      <MainButton busy={grant.busy} onTap={() => void save()}>
        {role ? `授予“${roles[role].name}”` : '授予'}
      </MainButton>
    </>
  )
  const about = role && <ActsOf role={role} title={`授予以后，对方可以`} />
  if (wide)
    return (
      <Screen title="授予身份" wide>
        <Split
          list={form}
          detail={
            <>
              {about ?? <Says tone="quiet">左边选一个身份，这里写着它能做什么。</Says>}
              {foot}
            </>
          }
        />
      </Screen>
    )
  return (
    <Screen title="授予身份" foot={foot}>
      {form}
      {about}
    </Screen>
  )
}
