import { View } from '@tarojs/components'
import { useDidShow } from '@tarojs/taro'
import { go } from '../kernel/go'
import { isSignedIn, type Me, reloadMe, useMe } from '../kernel/session'
import { Card, Heading, Quiet, Screen, Skeleton } from '../kernel/ui'
import { CheckinsWaiting, MyCheckin, Units } from './Checkin'
import { Boards, PartyDesk, Raised } from './Desk'
import { claimsUnderWay, homesOf, MyHomes, MyKeepers } from './Dwelling'
import { Given } from './Given'
import { Hero } from './Hero'
import { NextMeeting, UnsentMinutes } from './Meetings'
import { BooksWait, MonthMoney, MyCharges } from './Money'
import { TodaysRound } from './Patrol'
import { DistrictSubdistricts, Subdistricts } from './Subdistrict'
import { Blow, BlowToo, MyWhistles } from './Whistles'
import { Doors, Work, WorkPlaces } from './Work'
import './index.scss'

/** Where the reader stands: the place of their work first, else of their home. */
function placeOf(me: Me): string {
  const work = me.roles.find((r) => r.scope !== 'home')
  return (work ?? me.roles[0])?.scopeName ?? '哨到'
}

function greeting(me: Me, hour: number): string {
  const when =
    hour < 5 ? '夜深了' : hour < 11 ? '早上好' : hour < 13 ? '中午好' : hour < 18 ? '下午好' : '晚上好'
  const as = [...new Set(me.roles.map((r) => r.roleName))].join('、')
  return `${when}${me.name ? `，${me.name}` : ''}${as ? `。你是${as}` : ''}`
}

/** A compound once, though I may own two homes in it. */
function myCompounds(me: Me): { communityId: string; compoundId: string }[] {
  const seen = new Map<string, { communityId: string; compoundId: string }>()
  for (const { path } of me.roles) {
    if (path.communityId && path.compoundId) {
      seen.set(path.compoundId, { communityId: path.communityId, compoundId: path.compoundId })
    }
  }
  return [...seen.values()]
}

const steps = ['选到你住的楼栋和门牌', '楼栋长或网格员核实', '看小区的事，有事找得到人'] as const

const HowItGoes = () => (
  <Card>
    <Heading>认领以后</Heading>
    <View className="steps">
      {steps.map((says, i) => (
        <View className="step" key={says}>
          <View className="step-number">{i + 1}</View>
          <View className="k-row-words">{says}</View>
        </View>
      ))}
    </View>
    <Quiet>手机号在名册上的，在“我的”里用微信绑定手机号，马上就能对上。</Quiet>
  </Card>
)

function Mine({ me }: { me: Me }) {
  const { can } = useMe()
  const works = me.roles.some((r) => r.scope !== 'home')
  const hasHome = homesOf(me).length > 0
  const waits = claimsUnderWay(me).length > 0
  const district = me.roles.find((r) => r.scope === 'district')
  const lives = hasHome || waits
  return (
    <>
      <Quiet>{greeting(me, new Date().getHours())}</Quiet>
      {can('patrol.today') ? <TodaysRound /> : null}
      <UnsentMinutes />
      {can('whistle.board') ? <Boards me={me} /> : null}
      {can('whistle.desk') ? <PartyDesk /> : null}
      {can('whistle.raised') ? <Raised me={me} /> : null}
      {can('lease.list') ? <BooksWait me={me} /> : null}
      {can('claim.list') ? <Work /> : null}
      {can('slip.units') ? <Units /> : null}
      {can('checkin.list') ? <CheckinsWaiting /> : null}
      {lives ? <Blow /> : null}
      <MyCheckin />
      {works && !lives ? <BlowToo /> : null}
      {lives || works ? <MyWhistles isResident={lives} /> : null}
      {hasHome || works ? <NextMeeting isResident={lives} /> : null}
      <MonthMoney me={me} />
      {hasHome ? <MyCharges /> : null}
      {!hasHome && !waits && !works ? (
        <>
          <Hero
            sign="家"
            title="认领我的家"
            says="选到你住的那一户，核实后就能用了"
            onTap={() => go('dwelling/claim')}
          />
          <HowItGoes />
        </>
      ) : null}
      {can('place.figures') ? (
        <>
          <Subdistricts me={me} />
          {district ? <DistrictSubdistricts name={district.scopeName} /> : null}
        </>
      ) : null}
      {can('organisation.mine') ? <Given /> : null}
      <Doors />
      <View className="home-grid">
        <WorkPlaces />
        <MyHomes me={me} />
        {myCompounds(me).map((c) => (
          <MyKeepers key={c.compoundId} {...c} />
        ))}
      </View>
    </>
  )
}

export default function Home() {
  const { me } = useMe()
  useDidShow(() => {
    if (isSignedIn()) void reloadMe()
  })
  return <Screen title={me ? placeOf(me) : '哨到'}>{me ? <Mine me={me} /> : <Skeleton lines={4} />}</Screen>
}
