import { z } from 'zod/mini'
import { endpoint } from '../kernel/endpoint'
import { cursor, day, id, instant, line, page, text } from '../kernel/fields'
import { meetingKinds } from '../meeting/states'
import { officeView, presence } from '../meeting/views'
import { resolutionFace } from '../resolution/contract'
import { itemWordsAtMost, wordsAtMost } from './policy'
import { amendmentAnswers, minutesActions, minutesStates } from './states'

/** Minutes are known by their meeting: there is one of each. */
const one = '/api/c/{communityId}/meetings/{meetingId}/minutes' as const
const key = { communityId: id, meetingId: id }
const state = z.enum(minutesStates)
const moved = z.object({ state })
const words = text(wordsAtMost)
const answer = { decision: z.enum(amendmentAnswers), words }

/** One item as it was written down. */
export const entryView = z.object({
  /** That of the agenda's item, or one of its own. */
  itemId: id,
  place: z.int(),
  title: z.string(),
  words: z.string(),
  /** Not for publishing: null to whoever may not read it, and where there is none. */
  restricted: z.nullable(z.string()),
  /** Counts up with every change; sent back with the next change. */
  revision: z.int(),
})

const heading = {
  communityId: id,
  meetingId: id,
  compoundId: z.nullable(id),
  compound: z.nullable(z.string()),
  community: z.string(),
  kind: z.enum(meetingKinds),
  title: z.string(),
  /** 〔2026〕第11号; null until they are published. */
  number: z.nullable(z.string()),
  startsAt: instant,
  spot: z.string(),
  publishedAt: z.nullable(instant),
}

export const minutesView = z.object({
  ...heading,
  state,
  says: z.string(),
  beganAt: z.nullable(instant),
  endedAt: z.nullable(instant),
  /** Who was invited, by name; of those invited in person only that there were some. */
  circle: z.array(z.string()),
  chair: officeView,
  recorder: officeView,
  presence,
  entries: z.array(entryView),
  resolutions: z.array(resolutionFace),
  amendUntil: z.nullable(instant),
  amendments: z.array(
    z.object({
      amendmentId: id,
      itemId: z.nullable(id),
      words: z.nullable(z.string()),
      at: instant,
      mine: z.boolean(),
      answer: z.nullable(z.object({ decision: z.enum(amendmentAnswers), words: z.string(), at: instant })),
    }),
  ),
  recorderSignedAt: z.nullable(instant),
  chairSignedAt: z.nullable(instant),
  /** SHA-256 over the published text, in hexadecimal: docs/MINUTES.md says over which bytes. */
  hash: z.nullable(z.string()),
  /** Dated notes beneath a text that never changes, oldest first. */
  corrections: z.array(z.object({ correctionId: id, words: z.string(), at: instant })),
  objectUntil: z.nullable(instant),
  objections: z.array(
    z.object({
      objectionId: id,
      words: z.nullable(z.string()),
      at: instant,
      mine: z.boolean(),
      answer: z.nullable(z.object({ words: z.string(), at: instant })),
    }),
  ),
  acts: z.array(z.enum(minutesActions)),
})

export const minutes = {
  /** Whoever may read the draft gets it; all others of the community what was published, once it was. */
  'minutes.get': endpoint({ method: 'GET', path: one, input: z.strictObject(key), output: minutesView }),
  /** One item, added (revision 0) or changed (the revision that one has seen). Sent again, it is answered as it stands. */
  'minutes.write': endpoint({
    method: 'POST',
    path: `${one}/entries/{itemId}`,
    input: z.strictObject({
      ...key,
      itemId: id,
      revision: z.int().check(z.minimum(0)),
      place: z.int().check(z.minimum(0), z.maximum(1000)),
      title: line(60),
      words: text(itemWordsAtMost),
      restricted: z.optional(text(itemWordsAtMost)),
    }),
    output: z.object({ itemId: id, revision: z.int() }),
    refusals: [
      'not_keeper',
      'minutes_frozen',
      'minutes_moved',
      'signed_once',
      'entries_many',
      // `about` has who, revision, title, words and restricted as the other left them: the screen shows both
      'item_changed',
      'item_struck',
    ],
  }),
  'minutes.strike': endpoint({
    method: 'POST',
    path: `${one}/entries/{itemId}/striking`,
    input: z.strictObject({ ...key, itemId: id, revision: z.int() }),
    output: z.object({ entries: z.int() }),
    refusals: ['not_keeper', 'minutes_frozen', 'minutes_moved', 'signed_once', 'item_changed', 'item_struck'],
  }),
  /** Those who attended may ask for another wording from now on. */
  'minutes.open': endpoint({
    method: 'POST',
    path: `${one}/opening`,
    input: z.strictObject(key),
    output: z.object({ state, amendUntil: instant }),
    refusals: ['not_keeper', 'minutes_frozen', 'minutes_moved', 'meeting_not_over'],
  }),
  'minutes.amend': endpoint({
    method: 'POST',
    path: `${one}/amendments`,
    input: z.strictObject({ ...key, id, itemId: z.optional(id), words }),
    output: z.object({ id }),
    refusals: ['id_taken', 'not_attended', 'minutes_frozen', 'minutes_moved', 'amending_over', 'item_struck'],
  }),
  'minutes.answerAmendment': endpoint({
    method: 'POST',
    path: `${one}/amendments/{amendmentId}/answer`,
    input: z.strictObject({ ...key, amendmentId: id, ...answer }),
    output: z.object({ open: z.int() }),
    refusals: ['not_keeper', 'minutes_frozen', 'minutes_moved', 'answered_already'],
  }),
  'minutes.sign': endpoint({
    method: 'POST',
    path: `${one}/signatures`,
    input: z.strictObject(key),
    output: moved,
    refusals: [
      'not_signer',
      'minutes_frozen',
      'minutes_moved',
      'amending_still',
      'amendments_open',
      'signed_already',
    ],
  }),
  'minutes.redraft': endpoint({
    method: 'POST',
    path: `${one}/redrafting`,
    input: z.strictObject(key),
    output: moved,
    refusals: ['not_keeper', 'minutes_frozen', 'minutes_moved'],
  }),
  'minutes.publish': endpoint({
    method: 'POST',
    path: `${one}/publishing`,
    input: z.strictObject(key),
    output: z.object({ state, number: z.string(), hash: z.string() }),
    refusals: ['not_keeper', 'minutes_frozen', 'signatures_missing'],
  }),
  'minutes.correct': endpoint({
    method: 'POST',
    path: `${one}/corrections`,
    input: z.strictObject({ ...key, id, words }),
    output: z.object({ id }),
    refusals: ['id_taken', 'not_keeper', 'minutes_moved'],
  }),
  'minutes.object': endpoint({
    method: 'POST',
    path: `${one}/objections`,
    input: z.strictObject({ ...key, id, words }),
    output: z.object({ id }),
    refusals: ['id_taken', 'not_resident', 'minutes_moved', 'objecting_over'],
  }),
  'minutes.answerObjection': endpoint({
    method: 'POST',
    path: `${one}/objections/{objectionId}/answer`,
    input: z.strictObject({ ...key, objectionId: id, words }),
    output: z.object({ objectionId: id }),
    refusals: ['not_keeper', 'minutes_moved', 'answered_already'],
  }),
  /** What was published in the community, the last first. */
  'minutes.list': endpoint({
    method: 'GET',
    path: '/api/c/{communityId}/minutes',
    input: z.strictObject({ communityId: id, compoundId: z.optional(id), after: z.optional(cursor) }),
    output: page(
      z.object({
        ...heading,
        day,
        /** What was decided, in its own words. */
        decided: z.array(z.string()),
        hash: z.string(),
      }),
    ),
  }),
  /** The frozen text itself: its UTF-8 bytes, hashed, give `hash`. With the restricted part for those who may read it. */
  'minutes.export': endpoint({
    method: 'GET',
    path: `${one}/text`,
    input: z.strictObject(key),
    output: z.object({
      fileName: z.string(),
      text: z.string(),
      hash: z.string(),
      whole: z.nullable(z.object({ text: z.string(), hash: z.string() })),
    }),
  }),
  /** A docx in the form that minutes have, as base64: `keepFile` on the desk, a file on the phone. */
  'minutes.print': endpoint({
    method: 'GET',
    path: `${one}/docx`,
    input: z.strictObject(key),
    output: z.object({ fileName: z.string(), base64: z.string() }),
  }),
}
