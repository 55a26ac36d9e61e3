import type { EndpointName } from '../../shared/contract'
import { useParams } from '../kernel/go'
import { useLoad } from '../kernel/load'
import { useMe } from '../kernel/session'
import { Empty, Faces, Screen } from '../kernel/ui'
import { AddBuilding } from './forms/AddBuilding'
import { AddCommunity } from './forms/AddCommunity'
import { AddCompound } from './forms/AddCompound'
import { AddGrid } from './forms/AddGrid'
import { AddHome } from './forms/AddHome'
import { JoinCompounds } from './forms/JoinCompounds'
import { SetManagement } from './forms/SetManagement'
import { SplitCompound } from './forms/SplitCompound'
import { NotYours } from './parts/NotYours'
import type { CompoundInTree, Tree } from './parts/treeOf'

/** What can be made or changed here, and what each needs. */
const kinds = {
  community: 'place.addCommunity',
  compound: 'place.addCompound',
  building: 'place.addBuilding',
  home: 'place.addHome',
  grid: 'place.addGrid',
  join: 'place.join',
  split: 'place.split',
  management: 'place.setManagement',
} as const satisfies Record<string, EndpointName>
type Kind = keyof typeof kinds

const isKind = (kind: string | undefined): kind is Kind => kind !== undefined && kind in kinds

/** The forms that need to know the places there are. */
function OnTree(props: { kind: Kind; tree: Tree; compound?: CompoundInTree; buildingId?: string }) {
  const { kind, tree, compound } = props
  const gone = (
    <Screen title="小区">
      <Empty says="没有找到这个小区" more="可能已经合并或拆分，请回到小区名单再看。" />
    </Screen>
  )
  switch (kind) {
    case 'home':
      return <AddHome tree={tree} compoundId={compound?.compoundId} buildingId={props.buildingId} />
    case 'grid':
      return <AddGrid tree={tree} />
    case 'join':
      return <JoinCompounds tree={tree} />
    case 'building':
      return compound ? (
        <AddBuilding
          communityId={tree.communityId}
          compoundId={compound.compoundId}
          compound={compound.name}
        />
      ) : (
        gone
      )
    case 'split':
      return compound ? <SplitCompound tree={tree} compound={compound} /> : gone
    case 'management':
      return compound ? <SetManagement communityId={tree.communityId} compound={compound} /> : gone
    default:
      return gone
  }
}

export default function PlaceEdit() {
  const { can } = useMe()
  const params = useParams<{
    kind: string
    communityId: string
    subdistrictId: string
    compoundId: string
    buildingId: string
  }>()
  const { kind, communityId, subdistrictId, compoundId, buildingId } = params
  const needsTree = isKind(kind) && kind !== 'community' && kind !== 'compound'
  const tree = useLoad('place.tree', needsTree && communityId ? { communityId } : null)
  const here = communityId ? { communityId, compoundId } : {}

  if (!isKind(kind) || !can(kinds[kind], here))
    return (
      <Screen title="登记">
        <NotYours what="登记小区和住户" />
      </Screen>
    )
  if (kind === 'community' && subdistrictId) return <AddCommunity subdistrictId={subdistrictId} />
  if (kind === 'compound' && communityId) return <AddCompound communityId={communityId} />
  if (tree.data)
    return (
      <OnTree
        kind={kind}
        tree={tree.data}
        compound={tree.data.compounds.find((c) => c.compoundId === compoundId)}
        buildingId={buildingId}
      />
    )
  return (
    <Screen title="登记">
      <Faces of={tree} lines={4}>
        {() => null}
      </Faces>
    </Screen>
  )
}
