import { type PlanKind, planKinds } from '../../shared/patrol/states'
import { useParams } from '../kernel/go'
import { useLoad } from '../kernel/load'
import { useMe } from '../kernel/session'
import { Faces, Screen } from '../kernel/ui'
import { NotYours } from './parts/NotYours'
import { blankPlan, planFrom } from './patrol/draftPlan'
import { companiesIn, PlanForm } from './patrol/PlanForm'

const kindOf = (name: string | undefined): PlanKind => planKinds.find((kind) => kind === name) ?? 'grid'

/** Makes a plan, or changes one from a day on. */
export default function PatrolEdit() {
  const { can } = useMe()
  const asked = useParams<{ communityId: string; planId: string; kind: string }>()
  const { communityId, planId } = asked
  const allowed = communityId !== undefined && can('patrol.add', { communityId })
  const tree = useLoad('place.tree', allowed ? { communityId } : null)
  const plan = useLoad('patrol.get', allowed && planId ? { communityId, planId } : null)
  const kind = kindOf(asked.kind)
  const mine = useLoad('organisation.mine', allowed && kind === 'property' && !planId ? {} : null)
  if (!allowed)
    return (
      <Screen title="巡查安排">
        <NotYours what="安排巡查" />
      </Screen>
    )
  const waits =
    tree.data === undefined
      ? tree
      : planId && plan.data === undefined
        ? plan
        : kind === 'property' && !planId && mine.data === undefined
          ? mine
          : undefined
  if (waits || !tree.data)
    return (
      <Screen title="巡查安排">
        <Faces of={{ ...(waits ?? tree), data: undefined }} lines={4}>
          {() => null}
        </Faces>
      </Screen>
    )
  return (
    <PlanForm
      tree={tree.data}
      companies={mine.data ? companiesIn(mine.data, tree.data) : []}
      planId={planId}
      begin={plan.data ? planFrom(plan.data) : blankPlan(kind)}
    />
  )
}
