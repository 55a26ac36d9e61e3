import { useRef, useState } from 'react'
import type { Input, Output } from '../../../shared/contract'
import { addDays, dayOf } from '../../../shared/kernel/time'
import type { PlanKind } from '../../../shared/patrol/states'
import { useAct } from '../../kernel/act'
import { newId } from '../../kernel/ids'

type Add = Input<'patrol.add'>
export type Rhythm = Add['rhythm']
export type Checkpoint = Add['checkpoints'][number]

/** Where a plan belongs, as far as it is chosen. */
export interface Ground {
  kind: PlanKind
  gridId?: string
  compoundId?: string
  organisationId?: string
}
export interface DraftPlan extends Ground {
  name: string
  rhythm: Rhythm
  checkpoints: readonly Checkpoint[]
  walkerIds: readonly string[]
  from: string
}

export const blankPlan = (kind: PlanKind): DraftPlan => ({
  ...{ kind, name: '', rhythm: { every: 'day' }, checkpoints: [], walkerIds: [] },
  from: dayOf(new Date()),
})

/** As the last version has it; a change begins tomorrow at the earliest. */
export function planFrom(plan: Output<'patrol.get'>): DraftPlan {
  const [last] = plan.versions
  const { kind, gridId, compoundId, organisationId } = plan
  return {
    kind,
    ...(gridId && { gridId }),
    ...(compoundId && { compoundId }),
    ...(organisationId && { organisationId }),
    name: last?.name ?? '',
    rhythm: last?.rhythm ?? { every: 'day' },
    checkpoints: (last?.checkpoints ?? []).map((c) => ({
      ...{ checkpointId: c.checkpointId, name: c.name, compoundId: c.compoundId },
      ...(c.buildingId && { buildingId: c.buildingId }),
      ...(c.at && { at: c.at }),
      ...(c.watchFor && { watchFor: c.watchFor }),
    })),
    walkerIds: last?.walkerIds ?? [],
    from: addDays(dayOf(new Date()), 1),
  }
}

/** Saves a new plan, or a change of one. The same words sent again carry the same ids. */
export function useSavePlan(communityId: string, planId: string | undefined) {
  const add = useAct('patrol.add')
  const change = useAct('patrol.change')
  const minted = useRef({ print: '', id: '', versionId: '' })
  const [done, setDone] = useState(false)
  const save = async (draft: DraftPlan) => {
    const { name, rhythm, from, kind, gridId, compoundId, organisationId } = draft
    const checkpoints = [...draft.checkpoints]
    const walkerIds = [...draft.walkerIds]
    const print = JSON.stringify(draft)
    if (minted.current.print !== print) minted.current = { print, id: newId(), versionId: newId() }
    const { id, versionId } = minted.current
    const manner = { name, rhythm, checkpoints, walkerIds, from }
    const where =
      kind === 'grid'
        ? { ...(gridId && { gridId }) }
        : { ...(compoundId && { compoundId }), ...(organisationId && { organisationId }) }
    const made =
      planId === undefined
        ? await add.run({ communityId, id, versionId, kind, ...where, ...manner })
        : await change.run({ communityId, planId, id, ...manner })
    if (made) setDone(true)
  }
  return {
    save,
    done,
    busy: add.busy || change.busy,
    refusal: planId === undefined ? add.refusal : change.refusal,
  }
}
