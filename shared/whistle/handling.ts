import { z } from 'zod/mini'
import { endpoint } from '../kernel/endpoint'
import { moment as due, id, text } from '../kernel/fields'
import { wordsAtMost } from './limits'
import { partyKinds } from './states'
import { category, deadlines, key, moved, one, photoIds, reason, state, urgency } from './views'

const party = z.strictObject({ kind: z.enum(partyKinds), partyId: id })

/** What the community and those to whom it sends the work do with it. */
export const handling = {
  'whistle.askBack': endpoint({
    method: 'POST',
    path: `${one}/question`,
    input: z.strictObject({ ...key, words: reason }),
    output: moved,
    refusals: ['whistle_moved', 'moved_by'],
  }),
  'whistle.accept': endpoint({
    method: 'POST',
    path: `${one}/accept`,
    input: z.strictObject({ ...key, category: z.optional(category), urgency: z.optional(urgency) }),
    output: z.object({ state, ...deadlines }),
    refusals: ['whistle_moved', 'moved_by'],
  }),
  'whistle.reject': endpoint({
    method: 'POST',
    path: `${one}/reject`,
    input: z.strictObject({ ...key, reason }),
    output: moved,
    refusals: ['whistle_moved', 'moved_by'],
  }),
  'whistle.merge': endpoint({
    method: 'POST',
    path: `${one}/merge`,
    input: z.strictObject({ ...key, intoId: id }),
    output: moved,
    refusals: ['whistle_moved', 'moved_by', 'merge_itself', 'merge_elsewhere', 'merge_ended'],
  }),
  /** One lead, which stays responsible, and co-parties that report to it. */
  'whistle.dispatch': endpoint({
    method: 'POST',
    path: `${one}/dispatches`,
    input: z.strictObject({
      ...key,
      id,
      lead: party,
      co: z.optional(z.array(party).check(z.maxLength(5, '最多 5 个协办方'))),
      instruction: z.optional(reason),
      respondBy: z.optional(due),
      resolveBy: z.optional(due),
    }),
    output: z.object({ state, ...deadlines }),
    refusals: [
      'id_taken',
      'whistle_moved',
      'moved_by',
      'party_elsewhere',
      'party_twice',
      'due_past',
      'due_reversed',
      'due_too_far',
    ],
  }),
  'whistle.dispute': endpoint({
    method: 'POST',
    path: `${one}/dispute`,
    input: z.strictObject({ ...key, reason }),
    output: moved,
    refusals: ['whistle_moved', 'moved_by', 'disputed_already'],
  }),
  'whistle.decideDispute': endpoint({
    method: 'POST',
    path: `${one}/dispute/decision`,
    input: z.strictObject({ ...key, decision: z.enum(['uphold', 'refuse']), reason: z.optional(reason) }),
    output: moved,
    refusals: ['whistle_moved', 'moved_by', 'not_disputed', 'reason_needed'],
  }),
  'whistle.respond': endpoint({
    method: 'POST',
    path: `${one}/response`,
    input: z.strictObject({ ...key, words: z.optional(reason) }),
    output: moved,
    refusals: ['whistle_moved', 'moved_by'],
  }),
  'whistle.extend': endpoint({
    method: 'POST',
    path: `${one}/extension`,
    input: z.strictObject({ ...key, resolveBy: due, reason }),
    output: z.object({ state, ...deadlines }),
    refusals: ['whistle_moved', 'moved_by', 'extended_already', 'due_past', 'due_not_later', 'due_too_far'],
  }),
  'whistle.resolve': endpoint({
    method: 'POST',
    path: `${one}/resolution`,
    input: z.strictObject({ ...key, words: z.optional(text(wordsAtMost)), photoIds }),
    output: moved,
    refusals: ['whistle_moved', 'moved_by', 'evidence_needed', 'photo_unknown'],
  }),
  'whistle.close': endpoint({
    method: 'POST',
    path: `${one}/closing`,
    input: z.strictObject(key),
    output: moved,
    refusals: ['whistle_moved', 'moved_by', 'follow_up_first'],
  }),
  /** To a meeting of its compound, as an item of the agenda; its clocks stand still until it comes back. */
  'whistle.table': endpoint({
    method: 'POST',
    path: `${one}/tabling`,
    input: z.strictObject({
      ...key,
      meetingId: id,
      /** The item it becomes: a new one, or one of the agenda. */
      itemId: id,
      words: z.optional(reason),
    }),
    output: z.object({ state, itemId: id }),
    refusals: [
      'whistle_moved',
      'moved_by',
      'dispute_first',
      'meeting_elsewhere',
      'meeting_over',
      'items_many',
      'id_taken',
    ],
  }),
  /** Back to where it was, with what the meeting decided; or with a reason, where it decided nothing. */
  'whistle.untable': endpoint({
    method: 'POST',
    path: `${one}/untabling`,
    input: z.strictObject({ ...key, resolutionId: z.optional(id), words: z.optional(reason) }),
    output: z.object({ state, ...deadlines }),
    refusals: ['whistle_moved', 'moved_by', 'resolution_elsewhere', 'reason_needed'],
  }),
  /** At a desk: somebody takes it, gives it back (nobody), or hands it on to a colleague. */
  'whistle.take': endpoint({
    method: 'POST',
    path: `${one}/taking`,
    input: z.strictObject({ ...key, dispatchId: id, personId: z.nullable(id) }),
    output: z.object({ takenBy: z.nullable(z.string()) }),
    refusals: ['whistle_moved', 'not_yours_to_take', 'colleague_unknown'],
  }),
  /** A co-party tells the lead what it has done. */
  'whistle.report': endpoint({
    method: 'POST',
    path: `${one}/reports`,
    input: z.strictObject({ ...key, dispatchId: id, id, words: reason, photoIds }),
    output: z.object({ id }),
    refusals: ['id_taken', 'whistle_moved', 'photo_unknown'],
  }),
  /** The whole number of whoever reported it, for the community; the looking is on the record. */
  'whistle.reveal': endpoint({
    method: 'POST',
    path: `${one}/phone`,
    input: z.strictObject({ ...key, callerId: z.optional(id) }),
    output: z.object({ name: z.nullable(z.string()), phone: z.string() }),
    refusals: ['caller_missing'],
  }),
}
