import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Output } from '../../shared/contract'
import { go, useParams } from '../kernel/go'
import { useLoad } from '../kernel/load'
import { Card, Chip, Empty, Faces, Heading, Quiet, Says, Screen, Tap } from '../kernel/ui'
import { beside } from '../whistle/parts/words'
import { CareSheet, type HomeCared } from './parts/CareSheet'
import '../desk/parts/desk.scss'
import './parts/checkin.scss'

type Building = Output<'care.building'>

/** Homes by entrance, in the order in which the building tells them. */
function entrancesOf({ homes }: Building): { name: string; homes: HomeCared[] }[] {
  const groups = new Map<string, HomeCared[]>()
  for (const h of homes) groups.set(h.entrance ?? '', [...(groups.get(h.entrance ?? '') ?? []), h])
  return [...groups].map(([name, of]) => ({ name, homes: of }))
}

const sayHome = (building: string, h: HomeCared): string => `${building}${h.entrance ?? ''}${h.number}`

const isAlone = (h: HomeCared): boolean => h.member === null && h.emptyLinkId === null
const sayCare = (h: HomeCared): string =>
  h.emptyLinkId !== null ? '空着，没人住' : h.member === null ? '还没有人照看' : `${h.member}照看`

function membersOf({ homes }: Building): { name: string; homes: number }[] {
  const counts = new Map<string, number>()
  for (const h of homes) if (h.member !== null) counts.set(h.member, (counts.get(h.member) ?? 0) + 1)
  return [...counts].map(([name, count]) => ({ name, homes: count })).sort((a, b) => b.homes - a.homes)
}

/** One building as the grid of its homes. */
function Grid({ building, onOpen }: { building: Building; onOpen(home: HomeCared): void }) {
  return (
    <>
      {entrancesOf(building).map((e) => (
        <Card key={e.name}>
          <View className="d-headline">
            <Heading>{e.name === '' ? '不在单元里的' : e.name}</Heading>
            <Quiet>一格一户</Quiet>
          </View>
          <View className="p-homes">
            {e.homes.map((h) => (
              <Tap
                key={h.homeId}
                className={`p-home${isAlone(h) ? ' is-alone' : ''}`}
                label={`${sayHome(building.name, h)}，${sayCare(h)}`}
                onTap={() => onOpen(h)}
              >
                <View>{h.number}</View>
                <View className="p-home-sign">
                  {h.emptyLinkId !== null ? '空着' : h.member === null ? '没人' : '✓'}
                </View>
              </Tap>
            ))}
          </View>
        </Card>
      ))}
    </>
  )
}

function Whole({ communityId, buildingId }: { communityId: string; buildingId: string }) {
  const loaded = useLoad('care.building', { communityId, buildingId })
  const [openId, setOpenId] = useState<string>()
  const [note, setNote] = useState<string>()
  return (
    <Faces
      of={loaded}
      lines={3}
      isEmpty={(data) => data.homes.length === 0}
      empty={{ says: '这栋楼还没有登记住户', more: '先导入住户名册。' }}
    >
      {(building) => {
        const empty = building.homes.filter((h) => h.emptyLinkId !== null).length
        const alone = building.homes.filter(isAlone).length
        const lived = building.homes.length - empty
        const members = membersOf(building)
        const most = Math.max(1, ...members.map((m) => m.homes))
        const home = building.homes.find((h) => h.homeId === openId)
        return (
          <>
            <Card>
              <View className="d-headline">
                <Heading>{`${building.compound} ${building.name}`}</Heading>
                {alone > 0 ? (
                  <Chip tone="vermilion">{`还差 ${alone} 户`}</Chip>
                ) : (
                  <Chip tone="pine">都有人管</Chip>
                )}
              </View>
              <View className="p-figure">{`${lived - alone} / ${lived} 户有人管`}</View>
              <Quiet>{beside(`${members.length} 位党员照看`, empty > 0 && `${empty} 户空着`)}</Quiet>
            </Card>
            {note ? <Says tone="pine">{note}</Says> : null}
            <Grid building={building} onOpen={(h) => setOpenId(h.homeId)} />
            {members.length > 0 ? (
              <Card>
                <Heading>每人管这栋几户</Heading>
                {members.map((m) => (
                  <View key={m.name} className="p-load">
                    <View className="p-load-name">{m.name}</View>
                    <View className="p-load-track">
                      <View className="p-load-part" style={{ width: `${(100 * m.homes) / most}%` }} />
                    </View>
                    <View className="p-load-count">{`${m.homes} 户`}</View>
                  </View>
                ))}
              </Card>
            ) : null}
            {home ? (
              <CareSheet
                key={home.homeId}
                communityId={communityId}
                home={home}
                label={sayHome(building.name, home)}
                onClose={() => setOpenId(undefined)}
                onDone={(says) => {
                  setOpenId(undefined)
                  setNote(says)
                  loaded.reload()
                }}
              />
            ) : null}
          </>
        )
      }}
    </Faces>
  )
}

/** Which homes of a building somebody looks after, and who. */
export default function CareBuilding() {
  const { communityId, buildingId } = useParams<{ communityId: string; buildingId: string }>()
  return (
    <Screen title="包户" wide>
      {communityId === undefined || buildingId === undefined ? (
        <Empty says="没有找到这栋楼" act="按楼看包户" onAct={() => go('checkin/coverage')} />
      ) : (
        <Whole communityId={communityId} buildingId={buildingId} />
      )}
    </Screen>
  )
}
