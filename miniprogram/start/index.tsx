import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { Output } from '../../shared/contract'
import { useAct } from '../kernel/act'
import { chooseLargeType, deviceName, isBrowser, useLargeType } from '../kernel/device'
import { arrive } from '../kernel/entry'
import { go, useParams } from '../kernel/go'
import { useLoad } from '../kernel/load'
import { sendWaiting } from '../kernel/queue'
import { Refusal } from '../kernel/refused'
import { signIn } from '../kernel/session'
import {
  Card,
  Faces,
  Heading,
  Label,
  MainButton,
  Quiet,
  Refused,
  Row,
  Says,
  Screen,
  Toggle,
} from '../kernel/ui'
import './index.scss'

type Person = Output<'session.persons'>['persons'][number]

const groups: readonly [string, RegExp][] = [
  ['住在这里的人', /居民|业主|租户|党员|刚来/],
  ['小区里管事的人', /楼栋长|单元长|业委会|书记|监察/],
  ['社区', /网格员|社区/],
  ['单位', /经办|联络|物业|部门/],
  ['街道和区', /街道|区/],
]

/** By what they come for, as the title tells it. */
function inGroups(persons: readonly Person[]): [string, Person[]][] {
  const found = new Map<string, Person[]>(groups.map(([name]) => [name, []]))
  for (const p of persons) {
    const name = groups.find(([, titles]) => titles.test(p.title))?.[0] ?? '其他'
    found.set(name, [...(found.get(name) ?? []), p])
  }
  return [...found].filter(([, people]) => people.length > 0)
}

function useArrival() {
  const comesBack = useParams<{ back: string }>().back === '1'
  return async (opened: { token: string; personId: string }) => {
    await signIn(opened)
    arrive(comesBack)
    void sendWaiting()
  }
}

function DemoPersons() {
  const persons = useLoad('session.persons', {})
  const login = useAct('session.demo')
  const arrived = useArrival()
  if (persons.error instanceof Refusal && persons.error.code === 'demo_off') {
    return (
      <Card>
        <Heading>请在微信里打开</Heading>
        <View>在微信里搜索“哨到”，打开小程序，点“微信登录”。</View>
        <Quiet>门口贴的二维码，用微信扫一扫也能打开。</Quiet>
      </Card>
    )
  }
  const choose = async (p: Person) => {
    const opened = await login.run({ personId: p.personId, device: deviceName() })
    if (opened) await arrived(opened)
  }
  return (
    <>
      <View>
        <Heading>选一个身份看看</Heading>
        <Quiet>这是演示，人和事都是编的。点一下就能进去。</Quiet>
      </View>
      <Refused by={login.refusal} />
      <Faces
        of={persons}
        lines={6}
        isEmpty={(data) => data.persons.length === 0}
        empty={{ says: '还没有演示身份', more: '演示数据装好以后，这里会列出可以选的人。' }}
      >
        {(data) => (
          <View className="start-persons">
            {inGroups(data.persons).map(([name, people]) => (
              <View className="start-group" key={name}>
                <Label>{name}</Label>
                <Card>
                  {people.map((p) => (
                    <Row
                      key={p.personId}
                      left={p.title}
                      quiet={p.where}
                      onTap={() => choose(p)}
                      label={`以${p.title}的身份登录，${p.where}`}
                    />
                  ))}
                </Card>
              </View>
            ))}
          </View>
        )}
      </Faces>
    </>
  )
}

function WeChatLogin() {
  const login = useAct('session.wechat')
  const arrived = useArrival()
  const signInByWeChat = async () => {
    const { code } = await Taro.login()
    const opened = await login.run({ code, device: deviceName() })
    if (opened) await arrived(opened)
  }
  return (
    <>
      <MainButton onTap={signInByWeChat} busy={login.busy}>
        微信登录
      </MainButton>
      <Refused by={login.refusal} />
      <Quiet>只用来认出是你。手机号以后再绑，不绑也能看公开的内容。</Quiet>
    </>
  )
}

export default function Start() {
  const large = useLargeType()
  const comesBack = useParams<{ back: string }>().back === '1'
  return (
    <Screen>
      <View className="start-brand">
        <View className="start-sign">哨</View>
        <View className="start-name">哨到</View>
        <Quiet>家门口的事，说一声就有人来</Quiet>
      </View>
      {comesBack ? <Says tone="sun">登录已过期。重新登录后，刚才填的都还在。</Says> : null}
      {isBrowser ? <DemoPersons /> : <WeChatLogin />}
      <Card>
        <Toggle
          label="大字"
          hint="字太小就打开"
          on={large}
          onChange={(on) => chooseLargeType(on ? 'on' : 'off')}
        />
        <Row
          left="核验党员报到回执"
          quiet="有回执号码和校验码就行，不用登录"
          label="核验党员报到回执，不用登录"
          onTap={() => go('checkin/verify')}
        />
      </Card>
    </Screen>
  )
}
