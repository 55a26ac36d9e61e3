import { z } from 'zod/mini'
import { id, instant, text } from '../kernel/fields'
import { categories, urgencies } from './categories'
import { photosAtMost } from './limits'
import { dispatchStates, outcomes, partyKinds, sources, whistleActions, whistleStates } from './states'

export const one = '/api/c/{communityId}/whistles/{whistleId}' as const
export const key = { communityId: id, whistleId: id }
export const category = z.enum(categories)
export const urgency = z.enum(urgencies)
export const state = z.enum(whistleStates)
export const moved = z.object({ state })
export const photoIds = z.optional(
  z.array(id).check(z.maxLength(photosAtMost, `最多 ${photosAtMost} 张照片`)),
)
export const reason = text(500)

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
export const face = {
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

export const deadlines = {
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

export const boardFace = z.object({
  ...face,
  ...deadlines,
  source: z.enum(sources),
  raised: z.boolean(),
  disputed: z.boolean(),
  lead: z.nullable(z.string()),
})
