import { z } from 'zod/mini'
import { endpoint } from '../kernel/endpoint'
import { cursor, day, id, instant, page, placeCode, text } from '../kernel/fields'
import { categories, urgencies } from '../whistle/categories'
import { whistleStates } from '../whistle/states'
import { checkpointView, fix, phoneTime, photos, photoView } from './fields'
import { findingsAPiece, notesAPiece, ticksAPiece, wordsAtMost } from './limits'
import { findingOutcomes, findingStates, lookOutcomes, planKinds, tickWays } from './states'

const rounds = '/api/c/{communityId}/rounds' as const
const findings = '/api/c/{communityId}/findings' as const
const category = z.enum(categories)
const urgency = z.enum(urgencies)
const words = z.optional(text(wordsAtMost))
const many = z.int().check(z.minimum(0), z.maximum(10_000))

/** The same checkpoint may be ticked more than once; it counts once. */
export const tick = z.strictObject({
  id,
  checkpointId: id,
  /** By the phone's clock, like every time in a piece. */
  at: phoneTime,
  way: z.enum(tickWays),
  /** What was scanned. */
  code: z.optional(placeCode),
  /** Why by hand. */
  reason: z.optional(text(100)),
  /** One point, where the walker allows it; of a `position` tick there has to be one. */
  fix: z.optional(fix),
})

/** What was seen on the way. A whistle made from it carries the finding's own id. */
export const finding = z.strictObject({
  id,
  at: phoneTime,
  category,
  words,
  /** At a checkpoint, or else in a compound. */
  checkpointId: z.optional(id),
  compoundId: z.optional(id),
  buildingId: z.optional(id),
  spot: z.optional(text(40)),
  outcome: z.enum(findingOutcomes),
  /** Of a whistle; 一般 if nothing is said. */
  urgency: z.optional(urgency),
  /** Ids minted on the phone; the files come when they come. */
  before: photos,
  after: photos,
})

/** A look at a finding that is watched, of this round or an earlier one; it may even arrive before that. */
export const look = z.strictObject({
  id,
  findingId: id,
  at: phoneTime,
  outcome: z.enum(lookOutcomes),
  words,
  photoIds: photos,
})

export const note = z.strictObject({ id, at: phoneTime, words: text(wordsAtMost) })

/** How much there is of everything in the whole round, so that what has not arrived yet is known. */
export const finish = z.strictObject({ at: phoneTime, ticks: many, findings: many, looks: many, notes: many })

/** A piece of a round. Each stands by itself, may come twice, late, and in any order. */
export const piece = z.strictObject({
  communityId: id,
  roundId: id,
  planId: id,
  versionId: id,
  startedAt: phoneTime,
  /** The phone's clock as it sends; anew each time. */
  sentAt: phoneTime,
  ticks: z.optional(z.array(tick).check(z.maxLength(ticksAPiece))),
  findings: z.optional(z.array(finding).check(z.maxLength(findingsAPiece))),
  looks: z.optional(z.array(look).check(z.maxLength(findingsAPiece))),
  notes: z.optional(z.array(note).check(z.maxLength(notesAPiece))),
  finish: z.optional(finish),
})

const missing = z.object({ ticks: z.int(), findings: z.int(), looks: z.int(), notes: z.int() })
const clock = {
  /** By how many seconds the server's clock was ahead of the phone's. */
  clockAhead: z.int(),
  /** Said where that is a lot: 手机的时间慢了 3 小时. */
  saysClock: z.nullable(z.string()),
}

const walker = z.nullable(z.string())
const roundFace = {
  communityId: id,
  roundId: id,
  planId: id,
  plan: z.string(),
  kind: z.enum(planKinds),
  day,
  startedAt: instant,
  finishedAt: z.nullable(instant),
  minutes: z.nullable(z.int()),
  walker,
  mine: z.boolean(),
  checkpoints: z.int(),
  missedCheckpoints: z.int(),
  findings: z.int(),
  /** Said of what has not arrived: 还有 3 个打卡、1 个发现没有传上来. */
  saysMissing: z.nullable(z.string()),
}

export const findingFace = z.object({
  communityId: id,
  findingId: id,
  roundId: id,
  planId: id,
  category,
  title: z.string(),
  place: z.string(),
  seenAt: instant,
  outcome: z.enum(findingOutcomes),
  state: z.enum(findingStates),
  /** 当场处理好了; 吹了哨，物业公司已到场; 继续看，看过 2 次 */
  says: z.string(),
  walker,
  thumb: z.nullable(z.string()),
  photosExpected: z.int(),
  photosArrived: z.int(),
  /** 还有 2 张照片没有传上来 */
  saysPhotos: z.nullable(z.string()),
  /** What became of it, where the caller may see it; the whistle's id is the finding's. */
  whistle: z.nullable(z.object({ whistleId: id, state: z.enum(whistleStates), says: z.string() })),
})

export const round = {
  'round.send': endpoint({
    method: 'POST',
    path: `${rounds}/{roundId}/pieces`,
    input: piece,
    output: z.object({
      roundId: id,
      day,
      finished: z.boolean(),
      /** Once it is finished: what of it has not arrived; all zero when it is whole. */
      missing: z.nullable(missing),
      missedCheckpoints: z.int(),
      ...clock,
      /** Findings of this piece, or looked at in it, that are whistles now. */
      whistles: z.array(id),
    }),
    refusals: [
      'id_taken',
      'not_your_round',
      'not_your_plan',
      'checkpoint_of_other',
      'code_of_other',
      'reason_for_hand',
      'position_missing',
      'before_start',
      'finish_before_start',
      'more_than_finished',
      'nothing_said',
      'finding_nowhere',
      'place_elsewhere',
      'both_photos',
      'finding_elsewhere',
    ],
  }),
  'round.list': endpoint({
    method: 'GET',
    path: rounds,
    input: z.strictObject({
      communityId: id,
      planId: z.optional(id),
      /** Only the caller's own. */
      mine: z.optional(z.enum(['yes'])),
      after: z.optional(cursor),
    }),
    output: page(z.object(roundFace)),
  }),
  'round.get': endpoint({
    method: 'GET',
    path: `${rounds}/{roundId}`,
    input: z.strictObject({ communityId: id, roundId: id }),
    output: z.object({
      ...roundFace,
      ...clock,
      /** All of the version that was walked, in its order. */
      stops: z.array(
        z.object({
          ...checkpointView.shape,
          ticks: z.array(
            z.object({
              at: instant,
              way: z.enum(tickWays),
              reason: z.nullable(z.string()),
              metresAway: z.nullable(z.int()),
              /** 离巡查点约 300 米 */
              saysFar: z.nullable(z.string()),
            }),
          ),
        }),
      ),
      seen: z.array(findingFace),
      looks: z.array(
        z.object({
          findingId: id,
          title: z.string(),
          at: instant,
          outcome: z.enum(lookOutcomes),
          words: z.nullable(z.string()),
        }),
      ),
      notes: z.array(z.object({ noteId: id, at: instant, words: z.nullable(z.string()) })),
      missing: z.nullable(missing),
    }),
  }),
  'finding.list': endpoint({
    method: 'GET',
    path: findings,
    input: z.strictObject({
      communityId: id,
      state: z.optional(z.enum(findingStates)),
      category: z.optional(category),
      planId: z.optional(id),
      after: z.optional(cursor),
    }),
    output: page(findingFace),
  }),
  'finding.get': endpoint({
    method: 'GET',
    path: `${findings}/{findingId}`,
    input: z.strictObject({ communityId: id, findingId: id }),
    output: z.object({
      ...findingFace.shape,
      plan: z.string(),
      words: z.nullable(z.string()),
      photos: z.array(photoView),
      looks: z.array(
        z.object({
          lookId: id,
          roundId: id,
          at: instant,
          outcome: z.enum(lookOutcomes),
          words: z.nullable(z.string()),
          walker,
          photos: z.array(photoView),
        }),
      ),
      /** The caller may make a whistle of it now. */
      mayWhistle: z.boolean(),
    }),
  }),
  /** One that is watched becomes a whistle from the desk, once; who comes second is told of the same. */
  'finding.whistle': endpoint({
    method: 'POST',
    path: `${findings}/{findingId}/whistle`,
    input: z.strictObject({ communityId: id, findingId: id, urgency: z.optional(urgency) }),
    output: z.object({ whistleId: id }),
    refusals: ['finding_over', 'place_elsewhere'],
  }),
}
