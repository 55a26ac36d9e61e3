import { createHash } from 'node:crypto'
import type { Input } from '../../shared/contract'
import { dayOf } from '../../shared/kernel/time'
import { mayChangePlan } from '../../shared/patrol/policy'
import { note } from '../kernel/record'
import { write } from '../kernel/verb'
import { addManner, loadGround, mannerConflicts, refuseManner } from './manner'
import { lastOf, pathOfPlan, placeOfPlan } from './plans'
import * as queries from './queries'

const hashOf = (input: Input<'patrol.change'>): Buffer =>
  createHash('sha256').update(JSON.stringify(input)).digest()

export const changePlan = write('patrol.change', {
  load: async ({ tx, input }) => {
    const { communityId, planId, id } = input
    const [, [before], [plan], ground] = await Promise.all([
      queries.lockPlan(tx, [planId]),
      queries.sentBefore(tx, [communityId, planId, id]),
      queries.planById(tx, [communityId, planId]),
      loadGround(tx, input, { planId }),
    ])
    return plan && { before: before!, plan, ...ground }
  },
  place: ({ plan }) => pathOfPlan(plan),
  refuse({ input, loaded, caller, now }) {
    const { before, plan } = loaded
    if (before.version_hash)
      return before.version_hash.equals(hashOf(input)) && before.version_of === plan.id
        ? undefined
        : 'id_taken'
    if (!mayChangePlan(caller, placeOfPlan(plan))) return 'not_your_compound'
    if (input.from <= dayOf(now)) return 'change_in_past'
    return refuseManner(input, loaded, plan.id, placeOfPlan(plan), now)
  },
  conflicts: mannerConflicts,
  async change(act) {
    const { tx, input, loaded, now } = act
    const { communityId, planId, id, from } = input
    const last = lastOf(loaded.plan)
    if (loaded.before.version_hash) return { id, from }
    await Promise.all([
      addManner(tx, input, loaded, { planId, versionId: id, n: last.n + 1, now, hash: hashOf(input) }),
      note(act, {
        communityId,
        action: 'patrol.changed',
        subjectKind: 'patrol',
        subjectId: planId,
        before: { versionId: last.versionId, checkpoints: last.stops.length },
        after: { versionId: id, from, checkpoints: input.checkpoints.length },
      }),
    ])
    return { id, from }
  },
})
