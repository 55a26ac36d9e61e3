import { View } from '@tarojs/components'
import { useState } from 'react'
import { managementWords } from '../../shared/place/modes'
import { go, useParams } from '../kernel/go'
import { useLoad } from '../kernel/load'
import { useMe } from '../kernel/session'
import {
  Card,
  type Column,
  Faces,
  Label,
  PlainButton,
  Quiet,
  Row,
  Screen,
  Split,
  Table,
  useWide,
} from '../kernel/ui'
import { CompoundDetail } from './parts/CompoundDetail'
import { useCommunity } from './parts/community'
import { NotYours } from './parts/NotYours'
import { CommunityPick } from './parts/PlacePick'
import { allBuildings, type CompoundInTree, homesIn, sayBuildings, saySize, type Tree } from './parts/treeOf'
import './parts/desk.scss'

const columns: readonly Column<CompoundInTree>[] = [
  { key: 'name', title: '小区', render: (c) => c.name, sort: (c) => c.name },
  {
    key: 'mode',
    title: '管理方式',
    render: (c) => managementWords[c.management],
    sort: (c) => managementWords[c.management],
  },
  { key: 'buildings', title: '楼栋', render: (c) => c.buildings.length, sort: (c) => c.buildings.length },
  { key: 'homes', title: '户', render: homesIn, sort: homesIn },
]

/** The grids of the community and how much of it each holds. */
function Grids({ tree }: { tree: Tree }) {
  const buildings = allBuildings(tree)
  const without = buildings.filter((b) => b.gridId === null)
  return (
    <Card>
      <Label>网格</Label>
      {tree.grids.length === 0 && <Quiet>还没有划分网格。划好以后，可以请网格员按楼栋走访。</Quiet>}
      {tree.grids.map((g) => {
        const mine = buildings.filter((b) => b.gridId === g.gridId)
        return (
          <Row
            key={g.gridId}
            left={g.name}
            quiet={sayBuildings(tree, (b) => b.gridId === g.gridId)}
            right={`${mine.length} 栋`}
          />
        )
      })}
      {tree.grids.length > 0 && without.length > 0 && (
        <Quiet>{`还有 ${without.length} 栋没有划到网格：${sayBuildings(tree, (b) => b.gridId === null)}`}</Quiet>
      )}
    </Card>
  )
}

export default function Places() {
  const wide = useWide()
  const { can } = useMe()
  const here = useCommunity('place.tree')
  const asked = useParams<{ compoundId: string }>().compoundId
  const [picked, pick] = useState(asked)
  const { communityId } = here
  const tree = useLoad('place.tree', communityId ? { communityId } : null)

  if (communityId === undefined)
    return (
      <Screen title="小区和楼栋">
        <NotYours what="看小区" />
      </Screen>
    )

  const place = { communityId }
  const mayAdd = can('place.addCompound', place)
  const edit = (kind: string) => go('desk/place-edit', { kind, communityId })
  const acts = (data: Tree) => (
    <View className="d-acts is-small">
      {mayAdd && <PlainButton onTap={() => edit('compound')}>登记小区</PlainButton>}
      {data.compounds.length > 1 && can('place.join', place) && (
        <PlainButton onTap={() => edit('join')}>合并小区</PlainButton>
      )}
      {allBuildings(data).length > 0 && can('place.addGrid', place) && (
        <PlainButton onTap={() => edit('grid')}>划分网格</PlainButton>
      )}
    </View>
  )
  const empty = {
    says: '还没有登记小区',
    more: '先登记小区，再登记楼栋或导入名册。',
    ...(mayAdd ? { act: '登记小区', onAct: () => edit('compound') } : {}),
  }
  const isEmpty = (data: Tree) => data.compounds.length === 0

  if (!wide && asked !== undefined)
    return (
      <Screen title="小区">
        <CompoundDetail communityId={communityId} compoundId={asked} grids={tree.data?.grids ?? []} />
      </Screen>
    )
  if (wide)
    return (
      <Screen title="小区和楼栋" wide>
        <Faces of={tree} empty={empty} isEmpty={isEmpty} lines={6}>
          {(data) => {
            const open = data.compounds.some((c) => c.compoundId === picked)
              ? picked
              : data.compounds[0]?.compoundId
            return (
              <Split
                list={
                  <>
                    <CommunityPick here={here} />
                    <Table
                      columns={columns}
                      rows={data.compounds}
                      rowKey={(c) => c.compoundId}
                      onOpen={(c) => pick(c.compoundId)}
                      selected={open}
                      find={(c) => `${c.name} ${c.buildings.map((b) => b.name).join(' ')}`}
                      label="小区"
                    />
                    {acts(data)}
                    <Grids tree={data} />
                  </>
                }
                detail={
                  open && (
                    <CompoundDetail
                      key={open}
                      communityId={communityId}
                      compoundId={open}
                      grids={data.grids}
                    />
                  )
                }
              />
            )
          }}
        </Faces>
      </Screen>
    )
  return (
    <Screen title="小区和楼栋">
      <CommunityPick here={here} />
      <Faces of={tree} empty={empty} isEmpty={isEmpty} lines={5}>
        {(data) => (
          <>
            <Card>
              {data.compounds.map((c) => (
                <Row
                  key={c.compoundId}
                  left={c.name}
                  quiet={`${managementWords[c.management]} · ${saySize(c)}`}
                  onTap={() => go('desk/places', { communityId, compoundId: c.compoundId })}
                />
              ))}
            </Card>
            {acts(data)}
            <Grids tree={data} />
          </>
        )}
      </Faces>
    </Screen>
  )
}
