import { resolutionRefusal } from '../../shared/resolution/policy'
import type { ResolutionAction } from '../../shared/resolution/states'
import { stateWords } from '../../shared/resolution/words'
import type { Caller, PlacePath } from '../../shared/role/caller'
import type { Connection } from '../kernel/database'
import type { MayRefuse } from '../kernel/verb'
import { factsOf } from './face'
import {
  type AroundRow,
  aroundResolution,
  lockResolution,
  type ResolutionRow,
  resolutionById,
} from './queries'

interface Key {
  communityId: string
  resolutionId: string
}
export interface Standing {
  resolution: ResolutionRow
  around: AroundRow
}

/** One resolution as it stands, held. */
export async function loadResolution(
  tx: Connection,
  { communityId, resolutionId }: Key,
): Promise<Standing | undefined> {
  const key = [communityId, resolutionId]
  const [, [resolution], [around]] = await Promise.all([
    lockResolution(tx, key),
    resolutionById(tx, key),
    aroundResolution(tx, key),
  ])
  return resolution && around?.within ? { resolution, around } : undefined
}

export const placeOf = ({ resolution: r }: Pick<Standing, 'resolution'>): PlacePath => ({
  communityId: r.community_id,
  ...(r.compound_id !== null && { compoundId: r.compound_id }),
})

/** Why this move may not be made, said with what the sentence needs. */
export function refuseMove<A extends Exclude<ResolutionAction, 'write'>>(
  action: A,
  { resolution, around }: Standing,
  { caller }: { caller: Caller },
) {
  // what the policy answers for an action is what its endpoint declares; a test holds the two together
  type Code = MayRefuse<`resolution.${A}`>
  const refusal = resolutionRefusal(caller, factsOf(resolution, around), action)
  if (refusal === undefined) return undefined
  const about: Record<string, string | number> =
    refusal === 'resolution_moved' ? { state: stateWords[resolution.state] } : {}
  return [refusal as Code, about] as [Code, typeof about]
}
