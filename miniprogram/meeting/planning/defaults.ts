import { addDays, dayOf } from '../../../shared/kernel/time'
import type { CirclePart, MeetingKind } from '../../../shared/meeting/states'
import { kindWords } from '../../../shared/meeting/words'
import type { Tree } from '../../desk/parts/treeOf'
import type { Me } from '../../kernel/session'

/** What a plan begins with, by who makes it: a building's lead calls the neighbours of that building. */
export interface Begun {
  compoundId?: string
  kind: MeetingKind
  title: string
  circle: readonly CirclePart[]
}

export function begunBy(me: Me | undefined, tree: Tree, compoundId: string | undefined): Begun {
  const leads = me?.roles.find((r) => r.role === 'buildingLead' && r.path.communityId === tree.communityId)
  const { buildingId } = leads?.path ?? {}
  const house = tree.compounds
    .flatMap((c) => c.buildings.map((b) => ({ ...b, compoundId: c.compoundId })))
    .find((b) => b.buildingId === buildingId)
  if (house)
    return {
      compoundId: house.compoundId,
      kind: 'building',
      title: `${house.name}${kindWords.building}`,
      circle: [{ kind: 'building', ofId: house.buildingId }],
    }
  const only = tree.compounds.length === 1 ? tree.compounds[0]?.compoundId : undefined
  return { compoundId: compoundId ?? only, kind: 'building', title: kindWords.building, circle: [] }
}

/** Seven in the evening a week from now: after work, and with days enough for the notice. */
export const eveningFrom = (now: Date): string =>
  new Date(`${addDays(dayOf(now), 7)}T19:00:00+08:00`).toISOString()
