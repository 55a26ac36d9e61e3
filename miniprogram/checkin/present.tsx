import { View } from '@tarojs/components'
import { useState } from 'react'
import { sayDay } from '../../shared/kernel/time'
import { sayNumber } from '../../shared/slip/number'
import { useCreate } from '../desk/parts/useCreate'
import { goInstead, useParams } from '../kernel/go'
import { useLoad } from '../kernel/load'
import { useMe } from '../kernel/session'
import {
  Card,
  Empty,
  Faces,
  Heading,
  MainButton,
  PlainButton,
  Quiet,
  Refused,
  Row,
  Says,
  Screen,
} from '../kernel/ui'
import { Again } from './parts/Again'
import { Consent } from './parts/Consent'
import { newProfile, ProfileFields } from './parts/ProfileFields'
import { type Looked, SlipLook } from './parts/SlipLook'
import { Transfer } from './parts/Transfer'
import { type Where, WherePick } from './parts/WherePick'
import '../desk/parts/desk.scss'
import './parts/checkin.scss'

/** The slip is known: at which community, and what of oneself to tell it. */
function Form({ looked, onOther }: { looked: Looked; onOther(): void }) {
  const { create, busy, refusal } = useCreate('checkin.present')
  const [first] = looked.suggested
  const [where, setWhere] = useState<Where | undefined>(
    first && { communityId: first.communityId, community: first.community, homeId: first.homeId },
  )
  const [profile, setProfile] = useState(newProfile)
  const [tried, setTried] = useState(false)
  const present = async () => {
    setTried(true)
    if (where === undefined) return
    const { communityId, homeId } = where
    const { number, name } = looked
    if (await create({ communityId, number, name, profile, ...(homeId && { homeId }) }))
      goInstead('checkin/mine')
  }
  return (
    <>
      <Card>
        <Heading>{looked.unit}</Heading>
        <Row left={looked.name} right={sayNumber(looked.number)} />
        <Quiet>{`${sayDay(looked.expires)}前交给社区都行`}</Quiet>
      </Card>
      <WherePick
        suggested={looked.suggested}
        others={looked.others}
        value={where}
        onChange={setWhere}
        error={tried && where === undefined ? '请选社区' : undefined}
      />
      <View className="d-detail">
        <Says>下面这些让社区知道哪些事适合找你，以后随时能改。</Says>
        <ProfileFields value={profile} onChange={setProfile} />
      </View>
      <Refused by={refusal} />
      <MainButton busy={busy} onTap={() => void present()}>
        {where ? `交给${where.community}` : '交给社区'}
      </MainButton>
      <PlainButton onTap={onOther}>不是这一张，重新填号码</PlainButton>
    </>
  )
}

/** Presents a slip, presents it again after it was returned, or moves to another community. */
export default function Present() {
  const { me } = useMe()
  const { number, again, fromId, communityId } = useParams<{
    number: string
    again: string
    fromId: string
    communityId: string
  }>()
  const mine = useLoad('checkin.mine', me ? {} : null)
  const [looked, setLooked] = useState<Looked>()
  const title = fromId ? '转到别的社区' : again ? '补正后再交' : '填报到单'
  return (
    <Screen title={title}>
      <Faces of={mine} lines={3}>
        {(data) => {
          const pending = [data.moving, data.current].find((c) => c?.checkinId === again)
          const from = data.current?.checkinId === fromId ? data.current : undefined
          if (data.next === 'consent') return <Consent onDone={mine.reload} />
          if (again !== undefined && communityId !== undefined)
            return pending ? (
              <Again key={again} of={pending} />
            ) : (
              <Empty says="没有要补正的报到" act="看我的报到" onAct={() => goInstead('checkin/mine')} />
            )
          if (fromId !== undefined)
            return from ? (
              <Transfer from={from} />
            ) : (
              <Empty says="没有要转的报到" act="看我的报到" onAct={() => goInstead('checkin/mine')} />
            )
          if (data.current === null && data.registered.length > 0)
            return (
              <Empty
                says="社区登记了一位党员，留的是你的手机号"
                more="先说一声是不是你，再报到。"
                act="去看看"
                onAct={() => goInstead('checkin/mine')}
              />
            )
          if (data.next === 'wait' || data.next === 'serve')
            return (
              <Empty
                says="你已经报到了"
                more="一张报到单用一次。搬家了，请用“转到别的社区”。"
                act="看我的报到"
                onAct={() => goInstead('checkin/mine')}
              />
            )
          return looked ? (
            <Form key={looked.number} looked={looked} onOther={() => setLooked(undefined)} />
          ) : (
            <SlipLook number={number} onLooked={setLooked} />
          )
        }}
      </Faces>
    </Screen>
  )
}
