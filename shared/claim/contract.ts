import { z } from 'zod/mini'
import { tieKinds } from '../home/contract'
import { endpoint } from '../kernel/endpoint'
import { cursor, id, instant, page, text } from '../kernel/fields'
import { claimStates } from './states'

export const claimView = z.object({
  claimId: id,
  communityId: id,
  homeId: id,
  compoundId: id,
  buildingId: id,
  entranceId: z.nullable(id),
  gridId: z.nullable(id),
  label: z.string(),
  compound: z.string(),
  personId: id,
  /** How the claimant says they are called; only those who decide and the claimant see it. */
  name: z.nullable(z.string()),
  phone: z.nullable(z.string()),
  kind: z.enum(tieKinds),
  words: z.nullable(z.string()),
  state: z.enum(claimStates),
  submittedAt: instant,
  decidedAt: z.nullable(instant),
  reason: z.nullable(z.string()),
})

export const claim = {
  'claim.submit': endpoint({
    method: 'POST',
    path: '/api/c/{communityId}/claims',
    input: z.strictObject({
      communityId: id,
      id,
      homeId: id,
      kind: z.enum(tieKinds),
      name: text(30),
      words: z.optional(text(200)),
    }),
    output: z.object({ id, state: z.enum(claimStates) }),
    refusals: ['id_taken', 'claimed_already', 'lives_there', 'claims_a_day'],
  }),
  'claim.withdraw': endpoint({
    method: 'POST',
    path: '/api/c/{communityId}/claims/{claimId}/withdraw',
    input: z.strictObject({ communityId: id, claimId: id }),
    output: z.object({ state: z.enum(claimStates) }),
    refusals: ['claim_settled'],
  }),
  'claim.list': endpoint({
    method: 'GET',
    path: '/api/c/{communityId}/claims',
    input: z.strictObject({ communityId: id, state: z.enum(claimStates), after: z.optional(cursor) }),
    output: page(claimView),
  }),
  'claim.decide': endpoint({
    method: 'POST',
    path: '/api/c/{communityId}/claims/{claimId}/decision',
    input: z.strictObject({
      communityId: id,
      claimId: id,
      decision: z.enum(['accept', 'reject']),
      reason: z.optional(text(200)),
    }),
    output: z.object({ state: z.enum(claimStates) }),
    refusals: ['claim_settled', 'own_claim', 'reason_missing'],
  }),
}
