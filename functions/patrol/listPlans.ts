import { dayOf } from '../../shared/kernel/time'
import { mayChangePlan, mayWalkPlan } from '../../shared/patrol/policy'
import { versionOn } from '../../shared/patrol/rhythm'
import { sayRhythm } from '../../shared/patrol/says'
import type { PlanKind } from '../../shared/patrol/states'
import type { Caller } from '../../shared/role/caller'
import { read } from '../kernel/verb'
import { lastOf, placeOfPlan, sees, showPlanFace, showVersion } from './plans'
import { lastWalked, plansOf } from './queries'

/** For which kinds somebody may make a plan in a community: a grid's at the desk, a company's at the company. */
function kindsFor(caller: Caller, communityId: string): PlanKind[] {
  const plan = { communityId, gridId: null, compoundId: null, organisationId: null }
  const companies = caller.roles.flatMap((r) =>
    r.role === 'responder' ? [r.path.organisationId ?? null] : [],
  )
  return [
    ...(mayChangePlan(caller, { ...plan, kind: 'grid' }) ? ['grid' as const] : []),
    ...(companies.some((id) => mayChangePlan(caller, { ...plan, kind: 'property', organisationId: id }))
      ? ['property' as const]
      : []),
  ]
}

export const listPlans = read('patrol.plans', {
  load: async ({ tx, input }) => {
    const [plans, walked] = await Promise.all([
      plansOf(tx, [input.communityId, null]),
      lastWalked(tx, [input.communityId]),
    ])
    return { plans, walked }
  },
  place: (_, { communityId }) => ({ communityId }),
  answer({ loaded, input, caller, now }) {
    const today = dayOf(now)
    const dayWalked = new Map(loaded.walked.map((w) => [w.plan_id, w.day]))
    return {
      mayAdd: kindsFor(caller, input.communityId),
      items: loaded.plans
        .filter((plan) => sees(caller, plan))
        .map((plan) => {
          const version = versionOn(plan.versions, today) ?? plan.versions[0]!
          const last = lastOf(plan)
          const next = last.n > version.n ? last : undefined
          return {
            ...showPlanFace(plan),
            version: showVersion(version),
            checkpoints: version.stops.length,
            next: next ? { from: next.from, name: next.name, saysRhythm: sayRhythm(next.rhythm) } : null,
            lastWalked: dayWalked.get(plan.id) ?? null,
            mayChange: mayChangePlan(caller, placeOfPlan(plan)),
            mayWalk:
              version.from <= today &&
              version.rhythm.every !== 'never' &&
              mayWalkPlan(caller, placeOfPlan(plan), version.walkerIds),
          }
        }),
    }
  },
})
