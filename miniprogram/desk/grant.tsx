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
import { scopeAbove, subdistrictOf } from './parts/grantScope'
import { NotYours } from './parts/NotYours'
import { OrganisationScope, PickOne, PlaceScope } from './parts/ScopePick'
import { Span, type SpanValue } from './parts/Span'
import { fieldSays } from './parts/saidIn'
import { communitiesFor, grantable, scopeWords } from './parts/scopes'
import { useCreate } from './parts/useCreate'
import './parts/desk.scss'

export default function GrantRole() {
  const wide = useWide()
  const { me, can } = useMe()
  const asked = useParams<{ communityId: string; role: string }>()
  const grant = useCreate('role.grant')
  const held = me?.roles ?? []
  const offered = grantable(held)
  const [role, setRole] = useState<GrantedRole | undefined>(offered.find((r) => r === asked.role))
  const [pickedCommunity, setPickedCommunity] = useState(asked.communityId)
  const [pickedScope, setPickedScope] = useState<string>()
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

  const scope = role && roles[role].scope
  const above = role && scopeAbove(held, role)
  const subdistrictId = subdistrictOf(held)
  const communities = role ? communitiesFor(held, role) : []
  const inCommunity = scope !== undefined && !['organisation', 'subdistrict', 'district'].includes(scope)
  const communityId = inCommunity
    ? (communities.find((c) => c.value === pickedCommunity)?.value ??
      (communities.length === 1 ? communities[0]?.value : undefined))
    : undefined
  const scopeId = scope === 'community' ? communityId : (above?.id ?? pickedScope)

  const save = async () => {
    setTried(true)
    if (role === undefined || scopeId === undefined || phone.trim() === '') return
    const answer = await grant.create({
      phone: phone.trim(),
      role,
      scopeId,
      communityId: communityId ?? null,
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
  const needScope = tried && scopeId === undefined ? `请选${scope ? scopeWords[scope] : ''}` : undefined

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

  const where = role && scope && (
    <>
      {inCommunity && communities.length > 1 && (
        <PickOne
          scope="community"
          options={communities}
          value={communityId}
          onChange={(c) => {
            setPickedCommunity(c)
            setPickedScope(undefined)
          }}
          error={tried && communityId === undefined ? '请选社区' : undefined}
        />
      )}
      {inCommunity && scope === 'community' && communities.length === 1 && (
        <Says tone="quiet">{`管 ${communities[0]?.label}`}</Says>
      )}
      {inCommunity && scope !== 'community' && communityId && (
        <PlaceScope
          scope={scope}
          communityId={communityId}
          value={pickedScope}
          onChange={setPickedScope}
          error={needScope}
        />
      )}
      {scope === 'organisation' &&
        (subdistrictId ? (
          <OrganisationScope
            scope={scope}
            subdistrictId={subdistrictId}
            value={pickedScope}
            onChange={setPickedScope}
            error={needScope}
          />
        ) : (
          <Says tone="sun">单位登记在街道，这个身份请街道来授予。</Says>
        ))}
      {above && <Says tone="quiet">{`管 ${above.name}`}</Says>}
      {(scope === 'subdistrict' || scope === 'district') && !above && (
        <Says tone="sun">{`这里选不到${scopeWords[scope]}，请联系系统管理人员。`}</Says>
      )}
    </>
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
          setPickedScope(undefined)
        }}
        error={tried && role === undefined ? '请选一个身份' : undefined}
      />
      {where}
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
