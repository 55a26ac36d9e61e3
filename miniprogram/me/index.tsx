import Taro, { useDidShow } from '@tarojs/taro'
import { sayDay } from '../../shared/kernel/time'
import { useAct } from '../kernel/act'
import { chooseLargeType, type LargeType, useLargeTypeChoice } from '../kernel/device'
import { go, startOver } from '../kernel/go'
import { useQueue } from '../kernel/queue'
import { Offline } from '../kernel/refused'
import { isSignedIn, type Me, patchMe, reloadMe, signOut, useMe } from '../kernel/session'
import { Card, Choice, Heading, PlainButton, Quiet, Refused, Row, Screen, Skeleton } from '../kernel/ui'
import { MyClaims } from './Claims'
import { Phone } from './Phone'

const sayRole = (r: Me['roles'][number]): string =>
  `从${sayDay(r.from)}起${r.to ? `，到${sayDay(r.to)}` : ''}`

function Homes({ me }: { me: Me }) {
  const homes = me.roles.filter((r) => r.scope === 'home')
  return (
    <Card>
      <Heading>我的家</Heading>
      {homes.length === 0 ? <Quiet>还没有认领。认领后能看到自己家和小区的事。</Quiet> : null}
      {homes.map((h) => (
        <Row
          key={`${h.path.homeId} ${h.role}`}
          left={h.scopeName}
          quiet={`${h.roleName}，${sayRole(h)}`}
          onTap={() => go('dwelling/mine', { communityId: h.path.communityId, homeId: h.path.homeId })}
        />
      ))}
      <PlainButton onTap={() => go('dwelling/claim')}>
        {homes.length === 0 ? '认领我的家' : '再认领一户'}
      </PlainButton>
    </Card>
  )
}

function Roles({ me }: { me: Me }) {
  const held = me.roles.filter((r) => r.scope !== 'home')
  if (held.length === 0) return null
  return (
    <Card>
      <Heading>我的身份</Heading>
      {held.map((r) => (
        <Row
          key={`${r.role} ${r.scopeName} ${r.from}`}
          left={`${r.roleName} · ${r.scopeName}`}
          quiet={sayRole(r)}
        />
      ))}
    </Card>
  )
}

function LargeTypeChoice() {
  const choice = useLargeTypeChoice()
  const update = useAct('me.update')
  const choose = async (largeType: LargeType) => {
    // at once, also without signal; the server is told for the other devices
    chooseLargeType(largeType)
    patchMe({ largeType })
    await update.run({ largeType }, (reason) => reason instanceof Offline)
  }
  return (
    <Card>
      <Choice
        label="字的大小"
        value={choice}
        onChange={choose}
        options={[
          { value: 'system', label: '跟随手机' },
          { value: 'on', label: '大字' },
          { value: 'off', label: '普通' },
        ]}
      />
      <Refused by={update.refusal} />
    </Card>
  )
}

function Leave({ me }: { me: Me }) {
  const end = useAct('session.end')
  const { items } = useQueue()
  const leave = async () => {
    if (items.length > 0) {
      const { confirm } = await Taro.showModal({
        title: '还有没发出去的内容',
        content: `${items.length} 条还没发出去。退出后留在这台手机上，你再登录时接着发。`,
        confirmText: '退出',
      })
      if (!confirm) return
    }
    // without signal this phone forgets the session all the same; the session itself can be ended from another device
    let offline = false
    const ended = await end.run({ sessionId: me.sessionId }, (reason) => {
      offline = reason instanceof Offline
      return offline
    })
    if (!ended && !offline) return
    signOut()
    startOver('start/index')
  }
  return (
    <>
      <Refused by={end.refusal} />
      <PlainButton onTap={leave} busy={end.busy} tone="vermilion">
        退出登录
      </PlainButton>
    </>
  )
}

export default function MePage() {
  const { me } = useMe()
  const { items } = useQueue()
  useDidShow(() => {
    if (isSignedIn()) void reloadMe()
  })
  return (
    <Screen title={me?.name ?? '我的'}>
      {me ? (
        <>
          <Homes me={me} />
          <MyClaims me={me} />
          <Roles me={me} />
          <Card onTap={() => go('checkin/mine')} label="党员报到，到住的社区报到，打开">
            <Row left={<Heading>党员报到</Heading>} quiet="党员到住的社区报到、服务，在这里" opens />
          </Card>
          <Phone me={me} />
          <LargeTypeChoice />
          <Card>
            {items.length > 0 ? (
              <Row left="待传的内容" right={`${items.length} 条`} onTap={() => go('account/queue')} />
            ) : null}
            <Row left="登录设备" quiet="在哪些手机和电脑上登录着" onTap={() => go('account/sessions')} />
            <Row left="我的数据" quiet="看看存了我的什么，导出或注销" onTap={() => go('account/data')} />
          </Card>
          <Leave me={me} />
        </>
      ) : (
        <Skeleton lines={5} />
      )}
    </Screen>
  )
}
