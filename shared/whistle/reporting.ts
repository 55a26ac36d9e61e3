import { z } from 'zod/mini'
import { endpoint } from '../kernel/endpoint'
import { id, mobile, text } from '../kernel/fields'
import { wordsAtMost } from './limits'
import { intakeSources, outcomes } from './states'
import { category, deadlines, face, key, moved, one, photoIds, reason, state, urgency } from './views'

/** Where it is: a building of a compound at best, an entrance, some words, or a pin on the map. */
const where = {
  compoundId: id,
  buildingId: z.optional(id),
  entranceId: z.optional(id),
  spot: z.optional(text(40)),
  pin: z.optional(
    z.strictObject({
      lat: z.number().check(z.minimum(-90), z.maximum(90)),
      lng: z.number().check(z.minimum(-180), z.maximum(180)),
    }),
  ),
}

const submitted = z.object({ id, state, ...deadlines })
const submitRefusals = [
  'id_taken',
  'nothing_said',
  'only_signs',
  'photo_unknown',
  'place_elsewhere',
  'pin_elsewhere',
] as const

/** What whoever saw it does: whistles, joins, answers, says whether it is well again. */
export const reporting = {
  'whistle.submit': endpoint({
    method: 'POST',
    path: '/api/c/{communityId}/whistles',
    input: z.strictObject({
      communityId: id,
      id,
      ...where,
      category,
      urgency,
      words: z.optional(text(wordsAtMost)),
      photoIds,
      anonymous: z.boolean(),
    }),
    output: submitted,
    refusals: [...submitRefusals, 'whistles_a_day', 'alike_a_day'],
  }),
  /** What somebody told by telephone, at the counter or in the box, written down for them. */
  'whistle.intake': endpoint({
    method: 'POST',
    path: '/api/c/{communityId}/intake',
    input: z.strictObject({
      communityId: id,
      id,
      ...where,
      category,
      urgency,
      words: text(wordsAtMost),
      photoIds,
      source: z.enum(intakeSources),
      name: z.optional(text(30)),
      phone: z.optional(mobile),
    }),
    output: submitted,
    refusals: [...submitRefusals],
  }),
  /** Open ones of the compound that may be the same thing, newest first. */
  'whistle.similar': endpoint({
    method: 'GET',
    path: '/api/c/{communityId}/compounds/{compoundId}/similar',
    input: z.strictObject({
      communityId: id,
      compoundId: id,
      category: z.optional(category),
      words: z.optional(text(200)),
    }),
    output: z.object({
      items: z.array(
        z.object({
          ...face,
          words: z.nullable(z.string()),
          photo: z.nullable(z.string()),
          mine: z.boolean(),
        }),
      ),
    }),
  }),
  'whistle.join': endpoint({
    method: 'POST',
    path: `${one}/join`,
    input: z.strictObject({ ...key, anonymous: z.boolean() }),
    output: z.object({ state, joined: z.int() }),
    refusals: ['joined_already', 'whistle_moved'],
  }),
  'whistle.answer': endpoint({
    method: 'POST',
    path: `${one}/answer`,
    input: z.strictObject({ ...key, words: z.optional(text(wordsAtMost)), photoIds }),
    output: z.object({ state, ...deadlines }),
    refusals: ['whistle_moved', 'moved_by', 'nothing_said', 'photo_unknown'],
  }),
  'whistle.withdraw': endpoint({
    method: 'POST',
    path: `${one}/withdraw`,
    input: z.strictObject({ ...key, reason: z.optional(reason) }),
    output: moved,
    refusals: ['whistle_moved', 'moved_by', 'others_joined'],
  }),
  'whistle.followUp': endpoint({
    method: 'POST',
    path: `${one}/follow-up`,
    input: z.strictObject({
      ...key,
      outcome: z.enum(outcomes),
      stars: z.optional(z.int().check(z.minimum(1), z.maximum(5))),
      words: z.optional(reason),
    }),
    output: z.object({ state, ...deadlines }),
    refusals: ['whistle_moved', 'moved_by', 'handler_follows_up', 'stars_needed'],
  }),
  'whistle.reopen': endpoint({
    method: 'POST',
    path: `${one}/reopening`,
    input: z.strictObject({ ...key, reason }),
    output: z.object({ state, ...deadlines }),
    refusals: ['whistle_moved', 'moved_by', 'reopen_late'],
  }),
  /** A month after closing, to some: is it still well? */
  'whistle.survey': endpoint({
    method: 'POST',
    path: `${one}/survey`,
    input: z.strictObject({ ...key, answer: z.enum(['well', 'broken', 'unsure']) }),
    output: z.object({ answer: z.string() }),
    refusals: ['not_asked', 'surveyed_already'],
  }),
}
