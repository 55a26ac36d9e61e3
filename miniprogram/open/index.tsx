import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Output } from '../../shared/contract'
import { managementWords } from '../../shared/place/modes'
import { go } from '../kernel/go'
import { useLoad } from '../kernel/load'
import { useMe } from '../kernel/session'
import { Card, Chip, Empty, Faces, Heading, Quiet, Row, Says, Screen, Skeleton, Tap } from '../kernel/ui'
import { Blocks } from '../place/Blocks'
import { CompoundFace } from '../place/CompoundFace'
import { MeetingDoors } from './MeetingDoors'
import { MoneyDoors } from './MoneyDoors'
import { WhistleDoors } from './WhistleDoors'
import './index.scss'

type Tree = Output<'place.tree'>

/** An organisation sees the houses that were given to it, but not how many live there. */
function saySize({ buildings }: Tree['compounds'][number]): string {
  const homes = buildings.reduce((sum, b) => sum + b.homes, 0)
  if (buildings.length === 0) return '还没有登记楼栋'
  return homes === 0 ? `${buildings.length} 栋` : `${buildings.length} 栋，${homes} 户`
}

function OwnCompound({ communityId, compoundId }: { communityId: string; compoundId: string }) {
  const compound = useLoad('place.get', { communityId, compoundId })
  return (
    <Faces of={compound} lines={2}>
      {(data) => <CompoundFace compound={data} />}
    </Faces>
  )
}

function Community({ communityId, own }: { communityId: string; own?: string }) {
  const tree = useLoad('place.tree', { communityId })
  return (
    <Faces
      of={tree}
      isEmpty={(data) => data.compounds.length === 0}
      empty={{ says: '这里还没有登记小区', more: '社区导入住户名册以后，楼栋和管理情况会公开在这里。' }}
    >
      {(data) => {
        const others = data.compounds.filter((c) => c.compoundId !== own)
        return (
          <>
            <Quiet>
              {data.subdistrict} {data.name}，共 {data.compounds.length} 个小区
            </Quiet>
            {own && data.compounds.some((c) => c.compoundId === own) ? (
              <OwnCompound communityId={communityId} compoundId={own} />
            ) : null}
            <MoneyDoors communityId={communityId} compounds={data.compounds} />
            <WhistleDoors communityId={communityId} compounds={data.compounds} />
            <MeetingDoors communityId={communityId} compounds={data.compounds} />
            {others.length > 0 && own ? <Heading>社区里的其他小区</Heading> : null}
            {others.map((c) => (
              <Card
                key={c.compoundId}
                label={`${c.name}，${managementWords[c.management]}，打开`}
                onTap={() => go('dwelling/compound', { communityId, compoundId: c.compoundId })}
              >
                <Row
                  left={<Heading>{c.name}</Heading>}
                  quiet={saySize(c)}
                  chip={<Chip tone="quiet">{managementWords[c.management]}</Chip>}
                  opens
                />
                {c.buildings.length > 0 ? <Blocks buildings={c.buildings.slice(0, 12)} /> : null}
                {c.buildings.length > 12 ? <Quiet>还有 {c.buildings.length - 12} 栋，点开看</Quiet> : null}
              </Card>
            ))}
          </>
        )
      }}
    </Faces>
  )
}

export default function Open() {
  const { me, communitiesFor } = useMe()
  const communities = communitiesFor('place.tree')
  const [chosen, choose] = useState<string>()
  const communityId =
    communities.find((c) => c.communityId === chosen)?.communityId ?? communities[0]?.communityId
  const own = me?.roles.find((r) => r.path.communityId === communityId && r.path.compoundId)?.path.compoundId
  return (
    <Screen title="公开">
      <Says>管理方式、楼栋和谁在管，人人都能看。谁住在哪一户，不会写在这里。</Says>
      {communities.length > 1 ? (
        <View className="open-tabs" ariaRole="tablist">
          {communities.map((c) => (
            <Tap
              key={c.communityId}
              role="tab"
              checked={c.communityId === communityId}
              className={`open-tab${c.communityId === communityId ? ' is-on' : ''}`}
              onTap={() => choose(c.communityId)}
            >
              {c.name}
            </Tap>
          ))}
        </View>
      ) : null}
      {me === undefined ? <Skeleton /> : null}
      {me && communityId === undefined ? (
        <Empty
          says="先认领你的家"
          more="核实以后，这里会有你们小区的楼栋、管理方式和负责的人。"
          act="认领我的家"
          onAct={() => go('dwelling/claim')}
        />
      ) : null}
      {communityId ? <Community key={communityId} communityId={communityId} own={own} /> : null}
    </Screen>
  )
}
