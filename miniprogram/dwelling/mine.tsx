import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { Output } from '../../shared/contract'
import { tieKindWords } from '../../shared/home/words'
import { sayArea } from '../../shared/kernel/area'
import { dayOf, sayDay } from '../../shared/kernel/time'
import { homeKindWords } from '../../shared/place/modes'
import { useAct } from '../kernel/act'
import { go, useParams } from '../kernel/go'
import { useLoad } from '../kernel/load'
import { useMe } from '../kernel/session'
import { Card, Chip, Faces, Heading, PlainButton, Quiet, Refused, Row, Screen } from '../kernel/ui'
import { Figure } from '../place/Blocks'

type Home = Output<'home.get'>
type Tie = Home['ties'][number]

const sayTie = (t: Tie): string =>
  [
    `${tieKindWords[t.kind]}，从${sayDay(t.from)}起${t.to ? `到${sayDay(t.to)}` : ''}`,
    t.phone ? `手机 ${t.phone}` : '没有登记手机号',
    t.bound ? '在用小程序' : '还没用小程序',
  ].join('，')

function Person({ home, tie, reload }: { home: Home; tie: Tie; reload: () => void }) {
  const { me, can } = useMe()
  const represent = useAct('home.represent')
  const end = useAct('home.endTie')
  const { communityId, compoundId, buildingId, homeId } = home
  const place = { communityId, compoundId, buildingId, homeId }
  const ids = { communityId, homeId, tieId: tie.tieId }
  const name = tie.name ?? '没有登记名字'
  const isMe = tie.personId !== null && tie.personId === me?.personId

  const makeRepresentative = async () => {
    if (await represent.run(ids)) reload()
  }
  const moveOut = async () => {
    const { confirm } = await Taro.showModal({
      title: `${name}今天搬走？`,
      content: '登记到今天为止，以前的还留着。',
      confirmText: '今天搬走',
    })
    if (confirm && (await end.run({ ...ids, to: dayOf(new Date()) }))) reload()
  }
  return (
    <Card>
      <Row
        left={isMe ? `${name}（我）` : name}
        quiet={sayTie(tie)}
        chip={tie.representative ? <Chip tone="pine">表决代表</Chip> : undefined}
      />
      {tie.kind === 'owner' && !tie.representative && tie.to === null && can('home.represent', place) ? (
        <PlainButton onTap={makeRepresentative} busy={represent.busy} label={`让${name}做表决代表`}>
          让{isMe ? '我' : '这位业主'}做表决代表
        </PlainButton>
      ) : null}
      {tie.to === null && can('home.endTie', place) ? (
        <PlainButton onTap={moveOut} busy={end.busy} tone="vermilion" label={`${name}搬走了`}>
          搬走了，结束登记
        </PlainButton>
      ) : null}
      <Refused by={represent.refusal ?? end.refusal} />
    </Card>
  )
}

export default function MyHome() {
  const { communityId, homeId } = useParams<{ communityId: string; homeId: string }>()
  const home = useLoad('home.get', communityId && homeId ? { communityId, homeId } : null)
  return (
    <Screen title={home.data?.label ?? '我的家'}>
      <Faces of={home}>
        {(data) => (
          <>
            <Card>
              <View>
                <Heading>
                  {data.compound} {data.label}
                </Heading>
                <Quiet>{data.community}</Quiet>
              </View>
              <View className="figures">
                <Figure name="面积" value={`${sayArea(data.areaCentiares)} 平方米`} />
                <Figure name="类型" value={homeKindWords[data.kind]} />
              </View>
            </Card>
            <Heading>这一户的人</Heading>
            <Quiet>一户有一位表决代表，投票、签字算这一户的。不是这一户的邻居看不到这里。</Quiet>
            {data.ties.length === 0 ? <Quiet>还没有登记人。</Quiet> : null}
            {data.ties.map((t) => (
              <Person key={t.tieId} home={data} tie={t} reload={home.reload} />
            ))}
            <Quiet>有人搬走了，或登记得不对，请告诉楼栋长或社区。</Quiet>
            <PlainButton
              onTap={() =>
                go('dwelling/compound', { communityId: data.communityId, compoundId: data.compoundId })
              }
            >
              看看{data.compound}
            </PlainButton>
          </>
        )}
      </Faces>
    </Screen>
  )
}
