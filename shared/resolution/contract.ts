import { z } from 'zod/mini'
import { endpoint } from '../kernel/endpoint'
import { cursor, day, id, instant, text } from '../kernel/fields'
import { pledgeAtMostFen, targetAtMostFen } from '../pledge/policy'
import { photoView } from '../whistle/views'
import { votesAtMost, wordsAtMost } from './policy'
import { partyKinds, resolutionActions, resolutionStates, resolutionTabs } from './states'

const one = '/api/c/{communityId}/resolutions/{resolutionId}' as const
const key = { communityId: id, resolutionId: id }
const vote = z.int().check(z.minimum(0, '票数不能是负数'), z.maximum(votesAtMost, '票数太大'))
const photoIds = z.optional(z.array(id).check(z.maxLength(9, '最多 9 张照片')))
const words = text(wordsAtMost)
const fen = (most: number) => z.int().check(z.minimum(1, '金额要大于 0'), z.maximum(most, '金额太大'))

/** What neighbours have given their word for, in whole fen. Never collected here. */
export const pledgeTotals = z.object({
  targetFen: z.int(),
  /** What one share would be, where shares are offered. */
  shareFen: z.nullable(z.int()),
  /** The last day on which one may pledge or withdraw. */
  until: day,
  pledgedFen: z.int(),
  homes: z.int(),
})

const face = {
  communityId: id,
  resolutionId: id,
  meetingId: id,
  compoundId: z.nullable(id),
  /** Of the meeting that decided it, and its day. */
  meeting: z.string(),
  decidedOn: day,
  words: z.string(),
  party: z.object({ kind: z.enum(partyKinds), partyId: id, name: z.string() }),
  dueOn: day,
  doneOn: z.nullable(day),
  state: z.enum(resolutionStates),
  overdue: z.boolean(),
  /** In plain words: who does it by when. */
  says: z.string(),
  votes: z.nullable(z.object({ for: z.int(), against: z.int(), abstained: z.int() })),
  whistle: z.nullable(z.object({ whistleId: id, title: z.string() })),
  pledge: z.nullable(pledgeTotals),
  /** It stands in published minutes; before that only those who were there and who does it see it. */
  published: z.boolean(),
  /** Counts up with every change until it is published; sent back with the next change. */
  revision: z.int(),
}
export const resolutionFace = z.object(face)

export const resolution = {
  /** Added (revision 0) or changed (the revision that one has seen) until the minutes are published. */
  'resolution.write': endpoint({
    method: 'POST',
    path: '/api/c/{communityId}/meetings/{meetingId}/resolutions',
    input: z.strictObject({
      communityId: id,
      meetingId: id,
      id,
      revision: z.int().check(z.minimum(0)),
      /** The item of the agenda under which it was decided. */
      itemId: z.optional(id),
      words,
      party: z.strictObject({ kind: z.enum(partyKinds), partyId: id }),
      dueOn: day,
      whistleId: z.optional(id),
      votes: z.optional(z.strictObject({ for: vote, against: vote, abstained: vote })),
      /** Asks neighbours for money of their own will. */
      pledge: z.optional(
        z.strictObject({
          targetFen: fen(targetAtMostFen),
          shareFen: z.optional(fen(pledgeAtMostFen)),
          until: day,
        }),
      ),
    }),
    output: z.object({ id, revision: z.int() }),
    refusals: [
      'id_taken',
      'not_keeper',
      'minutes_frozen',
      'signed_once',
      'resolution_changed',
      'resolution_moved',
      'resolutions_many',
      'resolution_due_past',
      'party_elsewhere',
      'item_elsewhere',
      'whistle_elsewhere',
      'pledge_day_past',
      'pledged_already',
    ],
  }),
  'resolution.strike': endpoint({
    method: 'POST',
    path: `${one}/striking`,
    input: z.strictObject({ ...key, revision: z.int() }),
    output: z.object({ struck: z.literal(true) }),
    refusals: [
      'not_keeper',
      'minutes_frozen',
      'signed_once',
      'resolution_changed',
      'resolution_moved',
      'pledged_already',
    ],
  }),
  'resolution.progress': endpoint({
    method: 'POST',
    path: `${one}/progress`,
    input: z.strictObject({ ...key, id, words, photoIds }),
    output: z.object({ id }),
    refusals: ['id_taken', 'not_party', 'resolution_moved', 'photo_unknown'],
  }),
  /** Needs evidence: a photo, or what was done in words. */
  'resolution.finish': endpoint({
    method: 'POST',
    path: `${one}/finishing`,
    input: z.strictObject({ ...key, id, words: z.optional(words), photoIds }),
    output: z.object({ state: z.enum(resolutionStates) }),
    refusals: ['id_taken', 'not_party', 'resolution_moved', 'photo_unknown', 'evidence_needed'],
  }),
  'resolution.drop': endpoint({
    method: 'POST',
    path: `${one}/dropping`,
    input: z.strictObject({ ...key, id, reason: text(500) }),
    output: z.object({ state: z.enum(resolutionStates) }),
    refusals: ['id_taken', 'not_keeper', 'resolution_moved'],
  }),
  'resolution.get': endpoint({
    method: 'GET',
    path: one,
    input: z.strictObject(key),
    output: z.object({
      ...face,
      /** Oldest first. */
      progress: z.array(
        z.object({
          progressId: id,
          at: instant,
          /** progress, done, dropped. */
          kind: z.enum(['progress', 'done', 'dropped']),
          /** 业委会, 社区 …: never a name. */
          by: z.string(),
          words: z.nullable(z.string()),
          photos: z.array(photoView),
        }),
      ),
      acts: z.array(z.enum(resolutionActions)),
      mayPledge: z.boolean(),
    }),
  }),
  /** The board: by due date, the next first; done ones the last first. */
  'resolution.list': endpoint({
    method: 'GET',
    path: '/api/c/{communityId}/resolutions',
    input: z.strictObject({
      communityId: id,
      compoundId: z.optional(id),
      tab: z.enum(resolutionTabs),
      party: z.optional(z.enum(partyKinds)),
      after: z.optional(cursor),
    }),
    output: z.object({
      items: z.array(resolutionFace),
      next: z.nullable(z.string()),
      counts: z.object({ open: z.int(), overdue: z.int(), done: z.int(), all: z.int() }),
    }),
  }),
}
