import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Output } from '../../shared/contract'
import { sayArea } from '../../shared/kernel/area'
import { homeKindWords } from '../../shared/place/modes'
import { go, useParams } from '../kernel/go'
import { useList, useLoad } from '../kernel/load'
import { useMe } from '../kernel/session'
import {
  Chip,
  type Column,
  ListFaces,
  PlainButton,
  Quiet,
  Row,
  Screen,
  Split,
  TextField,
  useWide,
} from '../kernel/ui'
import { useCommunity } from './parts/community'
import { ExportHomes } from './parts/ExportHomes'
import { HomeDetail } from './parts/HomeDetail'
import { ListTable } from './parts/ListTable'
import { NotYours } from './parts/NotYours'
import { PlaceFilter, type PlaceFilterValue } from './parts/PlaceFilter'
import { CommunityPick } from './parts/PlacePick'
import { allBuildings } from './parts/treeOf'
import { useFind } from './parts/useFind'
import './parts/desk.scss'

type Home = Output<'home.list'>['items'][number]

const sayPeople = (h: Home) =>
  h.ties === 0 ? '还没有登记人' : `登记了 ${h.ties} 人，${h.bound ? '有人登录' : '还没有人登录'}`
const Bound = ({ home }: { home: Home }) => (
  <Chip tone={home.bound ? 'pine' : 'quiet'}>{home.bound ? '有人登录' : '没人登录'}</Chip>
)

const columnsOf = (withCompound: boolean): readonly Column<Home>[] => [
  {
    key: 'label',
    title: '哪一户',
    render: (h) => (
      <>
        <View>{h.label}</View>
        {withCompound && <Quiet>{h.compound}</Quiet>}
      </>
    ),
    sort: (h) => `${h.compound} ${h.label}`,
  },
  { key: 'kind', title: '类型', render: (h) => homeKindWords[h.kind], sort: (h) => h.kind },
  { key: 'area', title: '平方米', render: (h) => sayArea(h.areaCentiares), sort: (h) => h.areaCentiares },
  { key: 'ties', title: '人', render: (h) => h.ties, sort: (h) => h.ties },
  { key: 'bound', title: '小程序', render: (h) => <Bound home={h} />, sort: (h) => Number(h.bound) },
]

export default function Homes() {
  const wide = useWide()
  const { can } = useMe()
  const here = useCommunity('home.list')
  const { communityId } = here
  const asked = useParams<{ compoundId: string; buildingId: string }>()
  const [filter, setFilter] = useState<PlaceFilterValue>({
    compoundId: asked.compoundId,
    buildingId: asked.buildingId,
  })
  const { typed, type, find } = useFind()
  const [openId, setOpenId] = useState<string>()
  const tree = useLoad('place.tree', communityId ? { communityId } : null)
  const list = useList('home.list', communityId ? { communityId, ...filter, find } : null)

  if (communityId === undefined)
    return (
      <Screen title="住户">
        <NotYours what="看住户" />
      </Screen>
    )

  const open = list.items.find((h) => h.homeId === openId) ?? list.items[0]
  const about = allBuildings(tree.data ?? { compounds: [] })
    .filter((b) => !filter.buildingId || b.buildingId === filter.buildingId)
    .reduce((sum, b) => sum + b.homes, 0)
  const severalCompounds = (tree.data?.compounds.length ?? 0) > 1
  const mayAdd = can('place.addHome', { communityId })
  const mayImport = can('roll.upload', { communityId })
  const empty = find
    ? { says: `没有找到“${find}”`, more: '可以只写房号，比如 701。' }
    : {
        says: '这里还没有住户',
        more: mayImport ? '有现成的名册，可以一次导入。' : '等社区登记以后会出现在这里。',
        ...(mayImport ? { act: '导入名册', onAct: () => go('desk/roll', { communityId, ...filter }) } : {}),
      }
  const head = (
    <>
      <CommunityPick
        here={{
          ...here,
          pick: (id) => {
            setFilter({})
            setOpenId(undefined)
            here.pick(id)
          },
        }}
      />
      {tree.data && <PlaceFilter tree={tree.data} value={filter} onChange={setFilter} />}
      <TextField label="找一户" value={typed} onInput={type} max={20} placeholder="比如 9栋 或 701" />
    </>
  )
  const tail = (
    <View className="d-acts is-small">
      {mayAdd && (
        <PlainButton onTap={() => go('desk/place-edit', { kind: 'home', communityId, ...filter })}>
          登记一户
        </PlainButton>
      )}
      {mayImport && (
        <PlainButton onTap={() => go('desk/roll', { communityId, compoundId: filter.compoundId })}>
          导入名册
        </PlainButton>
      )}
    </View>
  )

  if (wide)
    return (
      <Screen title="住户" wide>
        <Split
          list={
            <>
              {head}
              <ListTable
                of={list}
                empty={empty}
                columns={columnsOf(!filter.compoundId && severalCompounds)}
                rowKey={(h) => h.homeId}
                onOpen={(h) => setOpenId(h.homeId)}
                selected={open?.homeId}
                label="住户"
              />
              {tail}
              {list.items.length > 0 && (
                <ExportHomes of={{ communityId, ...filter, find }} about={about} name={`${here.name}住户`} />
              )}
            </>
          }
          detail={
            open ? (
              <HomeDetail key={open.homeId} communityId={communityId} homeId={open.homeId} />
            ) : (
              <Quiet>左边选一户，在这里看和登记。</Quiet>
            )
          }
        />
      </Screen>
    )
  return (
    <Screen title="住户">
      {head}
      <ListFaces of={list} empty={empty} keyOf={(h) => h.homeId}>
        {(h) => (
          <Row
            left={h.label}
            quiet={
              <>
                <View>{`${homeKindWords[h.kind]}，${sayArea(h.areaCentiares)} 平方米`}</View>
                <View>{sayPeople(h)}</View>
                {!filter.compoundId && severalCompounds && <View>{h.compound}</View>}
              </>
            }
            label={`${h.label}，${sayPeople(h)}，打开`}
            onTap={() => go('desk/home', { communityId, homeId: h.homeId })}
          />
        )}
      </ListFaces>
      {tail}
    </Screen>
  )
}
