import { z } from 'zod/mini'
import { endpoint } from '../kernel/endpoint'
import { cursor, id, instant, mobile, moment, page, text } from '../kernel/fields'
import { categories, urgencies } from './categories'
import { photosAtMost, wordsAtMost } from './limits'
import {
  boardTabs,
  dispatchStates,
  intakeSources,
  outcomes,
  partyKinds,
  sources,
  whistleActions,
  whistleStates,
} from './states'

const whistles = '/api/c/{communityId}/whistles' as const
const one = '/api/c/{communityId}/whistles/{whistleId}' as const
const key = { communityId: id, whistleId: id }
const category = z.enum(categories)
const urgency = z.enum(urgencies)
const state = z.enum(whistleStates)
const moved = z.object({ state })
const photoIds = z.optional(z.array(id).check(z.maxLength(photosAtMost, `最多 ${photosAtMost} 张照片`)))
const party = z.strictObject({ kind: z.enum(partyKinds), partyId: id })
const reason = text(500)
const due = moment

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

export const photoView = z.object({
  photoId: id,
  /** Taken before the work, or as evidence after it. */
  when: z.enum(['before', 'after']),
  /** Short-lived addresses; null while it is not made yet. */
  thumb: z.nullable(z.string()),
  whole: z.nullable(z.string()),
  released: z.boolean(),
})

/** A whistle as a line of a list. */
const face = {
  communityId: id,
  whistleId: id,
  /** First words, or the category where there are none. */
  title: z.string(),
  place: z.string(),
  category,
  urgency,
  state,
  /** In plain words: who does what by when. */
  says: z.string(),
  submittedAt: instant,
  joined: z.int(),
}
export const whistleFace = z.object(face)

const deadlines = {
  responseDueAt: z.nullable(instant),
  resolutionDueAt: z.nullable(instant),
  /** The calendar of a year that it reaches into is not published yet. */
  provisional: z.boolean(),
}

const dispatchView = z.object({
  dispatchId: id,
  kind: z.enum(partyKinds),
  partyId: id,
  name: z.string(),
  lead: z.boolean(),
  state: z.enum(dispatchStates),
  /** Who at the desk has taken it; only colleagues and the community see the name. */
  takenBy: z.nullable(z.string()),
})

export const stepView = z.object({
  entryId: id,
  at: instant,
  /** The move, or what the clock did: reminded, raised. */
  action: z.string(),
  says: z.string(),
  /** 你、居民、社区、物业公司 …; names only for the community. */
  by: z.string(),
  words: z.nullable(z.string()),
  photos: z.array(photoView),
})

export const whistleView = z.object({
  ...face,
  ...deadlines,
  words: z.nullable(z.string()),
  compoundId: id,
  buildingId: z.nullable(id),
  source: z.enum(sources),
  pin: z.nullable(z.object({ lat: z.number(), lng: z.number() })),
  mine: z.nullable(z.enum(['first', 'joined'])),
  raised: z.boolean(),
  mergedInto: z.nullable(id),
  incidentId: z.nullable(id),
  /** The finding of a round that it was made from, for whoever may see that. */
  finding: z.nullable(z.object({ findingId: id, plan: z.string(), seenAt: instant })),
  outcome: z.nullable(z.enum(outcomes)),
  stars: z.nullable(z.int()),
  photos: z.array(photoView),
  dispatches: z.array(dispatchView),
  disputed: z.boolean(),
  steps: z.array(stepView),
  /** What the caller may do with it now. */
  acts: z.array(z.enum(whistleActions)),
  mayReport: z.boolean(),
  mayTake: z.boolean(),
  /** Who reported it: for the community's workers alone. */
  reporters: z.nullable(
    z.array(
      z.object({
        name: z.string(),
        phone: z.nullable(z.string()),
        anonymous: z.boolean(),
        first: z.boolean(),
      }),
    ),
  ),
  /** Who has no app and is told by telephone, of what was merged into it as well. */
  callers: z.nullable(
    z.array(z.object({ callerId: id, name: z.nullable(z.string()), phone: z.nullable(z.string()) })),
  ),
  surveyAsked: z.boolean(),
  /** To which it was taken, the last first, and what each decided on it as far as the reader may know. */
  meetings: z.array(
    z.object({
      meetingId: id,
      title: z.string(),
      startsAt: instant,
      resolutions: z.array(z.object({ resolutionId: id, words: z.string() })),
    }),
  ),
})

const boardFace = z.object({
  ...face,
  ...deadlines,
  source: z.enum(sources),
  raised: z.boolean(),
  disputed: z.boolean(),
  lead: z.nullable(z.string()),
})

const submitted = z.object({ id, state, ...deadlines })
const submitRefusals = [
  'id_taken',
  'nothing_said',
  'only_signs',
  'photo_unknown',
  'place_elsewhere',
  'pin_elsewhere',
] as const

export const whistle = {
  'whistle.submit': endpoint({
    method: 'POST',
    path: whistles,
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
  'whistle.mine': endpoint({
    method: 'GET',
    path: '/api/whistles',
    input: z.strictObject({ after: z.optional(cursor) }),
    output: z.object({
      items: z.array(z.object({ ...face, waitsForMe: z.boolean() })),
      next: z.nullable(z.string()),
      total: z.int(),
    }),
  }),
  'whistle.get': endpoint({
    method: 'GET',
    path: one,
    input: z.strictObject(key),
    output: whistleView,
  }),
  'whistle.askBack': endpoint({
    method: 'POST',
    path: `${one}/question`,
    input: z.strictObject({ ...key, words: reason }),
    output: moved,
    refusals: ['whistle_moved', 'moved_by'],
  }),
  'whistle.answer': endpoint({
    method: 'POST',
    path: `${one}/answer`,
    input: z.strictObject({ ...key, words: z.optional(text(wordsAtMost)), photoIds }),
    output: z.object({ state, ...deadlines }),
    refusals: ['whistle_moved', 'moved_by', 'nothing_said', 'photo_unknown'],
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
  'whistle.withdraw': endpoint({
    method: 'POST',
    path: `${one}/withdraw`,
    input: z.strictObject({ ...key, reason: z.optional(reason) }),
    output: moved,
    refusals: ['whistle_moved', 'moved_by', 'others_joined'],
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
  /** A month after closing, to some: is it still well? */
  'whistle.survey': endpoint({
    method: 'POST',
    path: `${one}/survey`,
    input: z.strictObject({ ...key, answer: z.enum(['well', 'broken', 'unsure']) }),
    output: z.object({ answer: z.string() }),
    refusals: ['not_asked', 'surveyed_already'],
  }),

  'whistle.board': endpoint({
    method: 'GET',
    path: '/api/c/{communityId}/board',
    input: z.strictObject({
      communityId: id,
      tab: z.enum(boardTabs),
      category: z.optional(category),
      compoundId: z.optional(id),
      buildingId: z.optional(id),
      find: z.optional(text(40)),
      sort: z.optional(z.enum(['due', 'newest'])),
      after: z.optional(cursor),
    }),
    output: z.object({
      items: z.array(boardFace),
      next: z.nullable(z.string()),
      counts: z.record(z.enum(boardTabs), z.int()),
    }),
  }),
  /** To whom this community can send work in a compound, with who usually gets it. */
  'whistle.parties': endpoint({
    method: 'GET',
    path: '/api/c/{communityId}/compounds/{compoundId}/parties',
    input: z.strictObject({ communityId: id, compoundId: id, category: z.optional(category) }),
    output: z.object({
      items: z.array(
        z.object({ kind: z.enum(partyKinds), partyId: id, name: z.string(), usual: z.boolean() }),
      ),
    }),
  }),
  /** What lies on the desks at which the caller sits, in all communities. */
  'whistle.desk': endpoint({
    method: 'GET',
    path: '/api/desk',
    input: z.strictObject({
      show: z.enum(['open', 'done']),
      after: z.optional(cursor),
    }),
    output: z.object({
      items: z.array(
        z.object({
          ...face,
          ...deadlines,
          dispatchId: id,
          desk: z.string(),
          lead: z.boolean(),
          disputed: z.boolean(),
          takenBy: z.nullable(z.string()),
          takenByMe: z.boolean(),
        }),
      ),
      next: z.nullable(z.string()),
      counts: z.object({ toRespond: z.int(), underWay: z.int(), overdue: z.int() }),
    }),
  }),
  'whistle.colleagues': endpoint({
    method: 'GET',
    path: `${one}/dispatches/{dispatchId}/colleagues`,
    input: z.strictObject({ ...key, dispatchId: id }),
    output: z.object({ items: z.array(z.object({ personId: id, name: z.string() })) }),
  }),
  /** Raised to the level above: overdue, or opened again twice. */
  'whistle.raised': endpoint({
    method: 'GET',
    path: '/api/subdistricts/{subdistrictId}/raised',
    input: z.strictObject({ subdistrictId: id, after: z.optional(cursor) }),
    output: page(
      z.object({ ...boardFace.shape, community: z.string(), raisedAt: instant, raisedFor: z.string() }),
    ),
  }),
  /** A compound's whistles without persons. */
  'whistle.public': endpoint({
    method: 'GET',
    path: '/api/c/{communityId}/compounds/{compoundId}/whistles',
    input: z.strictObject({
      communityId: id,
      compoundId: id,
      day: z.optional(z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/))),
      show: z.optional(z.enum(['open', 'done'])),
      after: z.optional(cursor),
    }),
    output: page(
      z.object({
        whistleId: id,
        place: z.string(),
        category,
        urgency,
        state,
        says: z.string(),
        submittedAt: instant,
        joined: z.int(),
        steps: z.array(z.object({ at: instant, says: z.string() })),
      }),
    ),
  }),
  /** A compound's whistles as a calendar of days. */
  'whistle.days': endpoint({
    method: 'GET',
    path: '/api/c/{communityId}/compounds/{compoundId}/whistle-days',
    input: z.strictObject({
      communityId: id,
      compoundId: id,
      month: z.string().check(z.regex(/^20\d{2}-(0[1-9]|1[0-2])$/, '月份不对')),
    }),
    output: z.object({
      month: z.string(),
      days: z.array(z.object({ day: z.string(), submitted: z.int(), open: z.int() })),
      submitted: z.int(),
      done: z.int(),
    }),
  }),
  'whistle.clocks': endpoint({
    method: 'GET',
    path: '/api/c/{communityId}/clocks',
    input: z.strictObject({ communityId: id }),
    output: z.object({
      items: z.array(
        z.object({
          category,
          urgency,
          response: z.object({ amount: z.int(), unit: z.string() }),
          resolution: z.object({ amount: z.int(), unit: z.string() }),
          own: z.boolean(),
        }),
      ),
    }),
  }),
  'whistle.setClock': endpoint({
    method: 'POST',
    path: '/api/c/{communityId}/clocks',
    input: z.strictObject({
      communityId: id,
      category,
      urgency,
      response: z.strictObject({ amount: z.int(), unit: z.enum(['hours', 'workingHours', 'workingDays']) }),
      resolution: z.strictObject({ amount: z.int(), unit: z.enum(['hours', 'workingHours', 'workingDays']) }),
    }),
    output: z.object({ own: z.literal(true) }),
    refusals: ['clock_wrong'],
  }),
}
