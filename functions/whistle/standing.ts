import type { Caller, PlacePath } from '../../shared/role/caller'
import { type WhistleFacts, whistleRefusal } from '../../shared/whistle/policy'
import { intakeSources, type WhistleAction } from '../../shared/whistle/states'
import { stateWords } from '../../shared/whistle/words'
import { acts } from '../../shared/words'
import type { Connection } from '../kernel/database'
import type { MayRefuse } from '../kernel/verb'
import { type ClockWorld, loadWorld } from './clockWorld'
import { freePhotos, lockWhistle, type StandingRow, standingOf } from './queries'
import { isWorkerOf } from './reading/face'

/** One whistle as it stands, held; with the community's time where a step reckons with it. */
export interface Standing {
  whistle: StandingRow
  world: ClockWorld
}

export async function loadStanding(
  tx: Connection,
  { communityId, whistleId }: { communityId: string; whistleId: string },
  now: Date,
): Promise<Standing | undefined> {
  const [, [whistle], world] = await Promise.all([
    lockWhistle(tx, [communityId, whistleId]),
    standingOf(tx, [communityId, whistleId]),
    // a pause, or what is put right later, reaches back
    loadWorld(tx, communityId, new Date(now.getTime() - 366 * 86_400_000)),
  ])
  return whistle && { whistle, world }
}

/** With photos that go with the step: theirs, and not yet anywhere else. */
export async function loadWithPhotos(
  tx: Connection,
  input: { communityId: string; whistleId: string; photoIds?: string[] | undefined },
  now: Date,
): Promise<(Standing & { missesPhotos: boolean }) | undefined> {
  const { communityId, photoIds = [] } = input
  const [standing, free] = await Promise.all([
    loadStanding(tx, input, now),
    freePhotos(tx, [communityId, photoIds, null]),
  ])
  return standing && { ...standing, missesPhotos: free.length !== photoIds.length }
}

export const placeOf = ({
  whistle,
}: {
  whistle: Pick<StandingRow, 'community_id' | 'compound_id'>
}): PlacePath => ({
  communityId: whistle.community_id,
  compoundId: whistle.compound_id,
})

export const factsOf = (w: StandingRow): WhistleFacts => ({
  communityId: w.community_id,
  state: w.state,
  mine: w.mine ?? undefined,
  others: w.mine === 'first' ? w.joined : Math.max(0, w.joined - 1),
  lead: w.lead_kind && w.lead_party ? { kind: w.lead_kind, partyId: w.lead_party } : undefined,
  disputed: w.lead_state === 'disputed',
  extended: w.lead_extended ?? false,
  resolvedBy: w.lead_resolved_by ?? undefined,
  followedUp: w.state === 'followedUp',
  calledIn: (intakeSources as readonly string[]).includes(w.source),
  closedAt: w.closed_at ?? undefined,
})

const justNowMs = 10 * 60_000

/** Why this step may not be taken, said with what the sentence needs; who was faster is named to whoever may know. */
export function refuseStep<A extends Exclude<WhistleAction, 'submit' | 'join'>>(
  action: A,
  { caller, loaded, now }: { caller: Caller; loaded: Standing; now: Date },
) {
  // what the policy answers for an action is what its endpoint declares; a test holds the two together
  type Code = MayRefuse<`whistle.${A}`>
  const say = (code: string, about: Record<string, string | number> = {}): [Code, typeof about] => [
    code as Code,
    about,
  ]
  const { whistle } = loaded
  const refusal = whistleRefusal(caller, factsOf(whistle), action, now)
  if (refusal === undefined) return undefined
  if (refusal === 'forbidden') return say(refusal, { act: acts[`whistle.${action}`] })
  if (refusal === 'others_joined') return say(refusal, { others: whistle.joined })
  if (refusal !== 'whistle_moved') return say(refusal)
  const state = stateWords[whistle.state]
  // who whistled is known to the community's workers alone
  const nameable = whistle.last_side !== 'reporter' || isWorkerOf(caller, whistle.community_id)
  const { last_at, last_by, last_name } = whistle
  const faster =
    last_at !== null && last_by !== caller.personId && now.getTime() - last_at.getTime() < justNowMs
  return faster && nameable && last_name
    ? say('moved_by', { state, who: last_name })
    : say('whistle_moved', { state })
}
