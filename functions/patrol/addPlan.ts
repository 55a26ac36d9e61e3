import { createHash } from 'node:crypto'
import type { Input } from '../../shared/contract'
import { addDays, dayOf } from '../../shared/kernel/time'
import { mayChangePlan, type PlanPlace } from '../../shared/patrol/policy'
import { note } from '../kernel/record'
import { write } from '../kernel/verb'
import { addManner, loadGround, mannerConflicts, refuseManner } from './manner'
import * as queries from './queries'

type Asked = Input<'patrol.add'>

const placeOf = (input: Asked): PlanPlace => ({
  communityId: input.communityId,
  kind: input.kind,
  gridId: input.kind === 'grid' ? (input.gridId ?? null) : null,
  compoundId: input.kind === 'property' ? (input.compoundId ?? null) : null,
  organisationId: input.kind === 'property' ? (input.organisationId ?? null) : null,
})
const hashOf = (input: Asked): Buffer => createHash('sha256').update(JSON.stringify(input)).digest()

export const addPlan = write('patrol.add', {
  load: async ({ tx, input, now }) => {
    const { communityId, id, versionId } = input
    const { gridId, compoundId, organisationId } = placeOf(input)
    const [, [before], [grid], [company], ground] = await Promise.all([
      queries.lockPlan(tx, [id]),
      queries.sentBefore(tx, [communityId, id, versionId]),
      queries.gridExists(tx, [communityId, gridId]),
      queries.companyOf(tx, [communityId, compoundId, organisationId, dayOf(now)]),
      loadGround(tx, input, { gridId }),
    ])
    return { before: before!, where: grid ?? company, ...ground }
  },
  place: (_, { communityId }) => ({ communityId }),
  refuse({ input, loaded, caller, now }) {
    const plan = placeOf(input)
    const { plan_hash, version_hash } = loaded.before
    if (plan_hash || version_hash) return plan_hash?.equals(hashOf(input)) ? undefined : 'id_taken'
    if (
      plan.kind === 'grid' ? plan.gridId === null : plan.compoundId === null || plan.organisationId === null
    )
      return 'plan_nowhere'
    if (!mayChangePlan(caller, plan)) return 'not_your_compound'
    // of another community, or a compound that the company does not look after
    if (!loaded.where) return 'not_found'
    if (input.from < dayOf(now)) return 'plan_in_past'
    return refuseManner(input, loaded, input.id, plan, now)
  },
  conflicts: mannerConflicts,
  async change(act) {
    const { tx, input, loaded, now } = act
    const { communityId, id, versionId } = input
    if (loaded.before.plan_hash) return { id }
    const { kind, gridId, compoundId, organisationId } = placeOf(input)
    const hash = hashOf(input)
    const until = addDays(input.from, -1)
    await Promise.all([
      queries.addPlan(tx, [communityId, id, kind, gridId, compoundId, organisationId, now, hash, until]),
      addManner(tx, input, loaded, { planId: id, versionId, n: 1, now, hash }),
      note(act, {
        communityId,
        action: 'patrol.added',
        subjectKind: 'patrol',
        subjectId: id,
        after: {
          kind,
          ...(gridId && { gridId }),
          ...(compoundId && { compoundId }),
          ...(organisationId && { organisationId }),
          versionId,
          from: input.from,
          checkpoints: input.checkpoints.length,
        },
      }),
    ])
    return { id }
  },
})
