import { createHash } from 'node:crypto'
import type { Input } from '../../shared/contract'
import { dayOf } from '../../shared/kernel/time'
import { isTooFar } from '../../shared/whistle/limits'
import type { Party } from '../../shared/whistle/states'
import { newId } from '../kernel/secrets'
import { write } from '../kernel/verb'
import { deadlinesFrom, earlier, seconds, showDeadlines } from './clockWorld'
import { addDispatch, type PartyRow, partiesOf, sentUnder, setDispatches } from './dispatching'
import { keepMissedResolution, keepMissedResponse } from './missed'
import { loadStanding, placeOf, refuseStep, type Standing } from './standing'
import { takeStep } from './step'

const sameParty = (a: Party, b: Party) => a.kind === b.kind && a.partyId === b.partyId

/** A deadline that was set, or the one that runs if it lies ahead, or a new one by the community's clocks. */
function deadlinesOf(
  { whistle, world }: Standing,
  { respondBy, resolveBy }: Input<'whistle.dispatch'>,
  now: Date,
) {
  const anew = deadlinesFrom(world, whistle.category, whistle.urgency, now)
  const runs = whistle.resolution_due_at > now
  const running = runs ? whistle.resolution_due_at : anew.resolutionDueAt
  const resolutionDueAt = resolveBy ? new Date(resolveBy) : running
  const arrives = whistle.responded_at === null && whistle.response_due_at > now
  const coming = arrives ? whistle.response_due_at : anew.responseDueAt
  const isProvisional = (set: string | undefined, kept: boolean) =>
    set === undefined && (kept ? whistle.provisional : anew.provisional)
  return {
    responseDueAt: respondBy ? new Date(respondBy) : earlier(coming, resolutionDueAt),
    resolutionDueAt,
    provisional: isProvisional(respondBy, arrives) || isProvisional(resolveBy, runs),
  }
}

const moved = (to: Date, from: Date): boolean => to.getTime() !== from.getTime()

const hashOf = ({ lead, co = [], instruction, respondBy, resolveBy }: Input<'whistle.dispatch'>): Buffer =>
  createHash('sha256')
    .update(JSON.stringify([lead, co, instruction, respondBy, resolveBy]))
    .digest()

/** Sent to one lead, which stays responsible, and to co-parties that report to it. Sent anew, the former is relieved. */
export const dispatchWhistle = write('whistle.dispatch', {
  load: async ({ tx, input, now }) => {
    const [standing, parties, [before]] = await Promise.all([
      loadStanding(tx, input, now),
      partiesOf(tx, [input.communityId, input.whistleId, dayOf(now)]),
      sentUnder(tx, [input.communityId, input.id]),
    ])
    return standing && { ...standing, parties, before }
  },
  place: placeOf,
  refuse: (acting) => {
    const { input, loaded, now } = acting
    const { parties, before } = loaded
    if (before) {
      const same =
        before.whistle_id === input.whistleId && before.lead && before.sent_hash.equals(hashOf(input))
      return same ? undefined : 'id_taken'
    }
    const refusal = refuseStep('dispatch', acting)
    if (refusal) return refusal
    const wanted = [input.lead, ...(input.co ?? [])]
    if (wanted.some((w, i) => wanted.some((o, j) => j < i && sameParty(w, o)))) return 'party_twice'
    if (!wanted.every((w) => parties.some((p) => sameParty(w, { kind: p.kind, partyId: p.party_id }))))
      return 'party_elsewhere'
    const { responseDueAt, resolutionDueAt } = deadlinesOf(loaded, input, now)
    const { respondBy, resolveBy } = input
    // only what somebody sets: a community's own clock may be slower
    if ([respondBy, resolveBy].some((by) => by !== undefined && isTooFar(new Date(by), now)))
      return 'due_too_far'
    if (responseDueAt <= now || resolutionDueAt <= now) return 'due_past'
    return resolutionDueAt < responseDueAt ? 'due_reversed' : undefined
  },
  conflicts: { dispatch_pkey: 'id_taken' },
  async change(act) {
    const { tx, input, now, loaded } = act
    const { whistle, parties } = loaded
    // sent again, perhaps after somebody else was sent: the answer tells how it stands now
    if (loaded.before) {
      return {
        state: whistle.state,
        ...showDeadlines({
          responseDueAt: whistle.response_due_at,
          resolutionDueAt: whistle.resolution_due_at,
          provisional: whistle.provisional,
        }),
      }
    }
    const deadlines = deadlinesOf(loaded, input, now)
    const sameLead =
      whistle.lead_kind !== null &&
      whistle.lead_party !== null &&
      sameParty(input.lead, { kind: whistle.lead_kind, partyId: whistle.lead_party })
    const nameOf = (party: Party) =>
      parties.find((p: PartyRow) => sameParty(party, { kind: p.kind, partyId: p.party_id }))!.name
    const row = (id: string, party: Party, lead: boolean) => [
      input.communityId,
      id,
      input.whistleId,
      party.kind,
      party.kind === 'organisation' ? party.partyId : null,
      party.kind === 'organisation' ? null : party.partyId,
      nameOf(party),
      lead,
      input.id,
      now,
      hashOf(input),
    ]
    await Promise.all([
      setDispatches(tx, [input.communityId, input.whistleId, 'replaced', now]),
      addDispatch(tx, row(input.id, input.lead, true)),
      ...(input.co ?? []).map((party) => addDispatch(tx, row(newId(now), party, false))),
      takeStep(act, whistle, {
        action: 'dispatch',
        record: 'whistle.dispatched',
        set: {
          state: 'dispatched',
          ...deadlines,
          ...keepMissedResponse(whistle, now, sameLead),
          // it is not solved while it can be sent
          ...keepMissedResolution(whistle, null, now, sameLead),
          // a new deadline runs from now; whoever comes next has to come anew
          ...((input.respondBy || moved(deadlines.responseDueAt, whistle.response_due_at)) && {
            responseFrom: now,
            responseSetAt: null,
          }),
          ...((input.resolveBy || moved(deadlines.resolutionDueAt, whistle.resolution_due_at)) && {
            resolutionFrom: now,
            resolutionSetAt: null,
          }),
          respondedAt: null,
        },
        after: {
          dispatchId: input.id,
          kind: input.lead.kind,
          partyId: input.lead.partyId,
          co: input.co?.length ?? 0,
          responseDue: seconds(deadlines.responseDueAt),
          resolutionDue: seconds(deadlines.resolutionDueAt),
          // a calendar that is published later leaves these alone
          ...(input.respondBy && { responseSet: true }),
          ...(input.resolveBy && { resolutionSet: true }),
        },
        words: input.instruction,
      }),
    ])
    return { state: 'dispatched', ...showDeadlines(deadlines) }
  },
})
