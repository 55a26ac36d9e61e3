import { z } from 'zod/mini'
import { endpoint } from '../kernel/endpoint'
import { cursor, id, instant, moment, page, text } from '../kernel/fields'
import { categories } from '../whistle/categories'
import { whistleStates } from '../whistle/states'
import { buildingsAtMost, whistlesAtOnce, wordsAtMost } from './policy'

const incidents = '/api/c/{communityId}/incidents' as const
const one = '/api/c/{communityId}/incidents/{incidentId}' as const
const key = { communityId: id, incidentId: id }
const words = text(wordsAtMost)
const whistleIds = z.array(id).check(z.maxLength(whistlesAtOnce, `一次最多 ${whistlesAtOnce} 件`))

const answer = z.object({ answerId: id, at: instant, words: z.string() })

/** Nobody stands in it: whoever belongs to the compound may read all of this. */
const face = {
  communityId: id,
  incidentId: id,
  title: z.string(),
  category: z.enum(categories),
  compoundId: id,
  compound: z.string(),
  /** Names, where it is not the whole compound. */
  buildings: z.array(z.string()),
  from: instant,
  until: z.nullable(instant),
  words: z.string(),
  openedAt: instant,
  endedAt: z.nullable(instant),
  /** How many whistles are on it. */
  whistles: z.int(),
  /** What was last answered to everybody. */
  answer: z.nullable(answer),
  /** Whistles that may belong to it too; for those who may add them. */
  candidates: z.nullable(z.int()),
}
export const incidentFace = z.object(face)

const whistle = z.object({
  whistleId: id,
  /** First words, or the category where there are none. */
  title: z.string(),
  place: z.string(),
  state: z.enum(whistleStates),
  submittedAt: instant,
  joined: z.int(),
})

export const incident = {
  'incident.open': endpoint({
    method: 'POST',
    path: incidents,
    input: z.strictObject({
      communityId: id,
      id,
      title: text(40),
      category: z.enum(categories),
      compoundId: id,
      buildingIds: z.optional(z.array(id).check(z.maxLength(buildingsAtMost, `最多 ${buildingsAtMost} 栋`))),
      fromAt: moment,
      untilAt: z.optional(moment),
      words,
      whistleIds: z.optional(whistleIds),
    }),
    output: z.object({ id, whistles: z.int() }),
    refusals: [
      'id_taken',
      'place_elsewhere',
      'window_reversed',
      'whistle_of_other_place',
      'whistle_over',
      'whistle_on_other_incident',
    ],
  }),
  'incident.add': endpoint({
    method: 'POST',
    path: `${one}/whistles`,
    input: z.strictObject({ ...key, whistleIds }),
    output: z.object({ added: z.int() }),
    refusals: ['incident_ended', 'whistle_of_other_place', 'whistle_over', 'whistle_on_other_incident'],
  }),
  'incident.remove': endpoint({
    method: 'POST',
    path: `${one}/removals`,
    input: z.strictObject({ ...key, whistleIds }),
    output: z.object({ removed: z.int() }),
    refusals: ['incident_ended'],
  }),
  /** One answer to everybody on it. */
  'incident.answer': endpoint({
    method: 'POST',
    path: `${one}/answers`,
    input: z.strictObject({ ...key, id, words }),
    output: z.object({ id, whistles: z.int() }),
    refusals: ['id_taken', 'incident_ended'],
  }),
  'incident.end': endpoint({
    method: 'POST',
    path: `${one}/ending`,
    input: z.strictObject(key),
    output: z.object({ endedAt: instant }),
    refusals: ['incident_ended'],
  }),
  'incident.list': endpoint({
    method: 'GET',
    path: incidents,
    input: z.strictObject({
      communityId: id,
      compoundId: z.optional(id),
      show: z.enum(['open', 'all']),
      after: z.optional(cursor),
    }),
    output: page(incidentFace),
  }),
  'incident.get': endpoint({
    method: 'GET',
    path: one,
    input: z.strictObject(key),
    output: z.object({
      ...face,
      buildingIds: z.array(id),
      /** Newest first. */
      answers: z.array(answer),
      /** Those on it that the caller may see: all for the community, their own for whoever reported one. */
      on: z.array(whistle),
      /** Open ones of its place, kind and time that are on none; for those who may add them. */
      alone: z.nullable(z.array(whistle)),
      /** Whom an answer reaches in the app, and how many have to be called; for the community. */
      reaches: z.nullable(z.object({ people: z.int(), callers: z.int() })),
    }),
  }),
}
