import { z } from 'zod/mini'
import { endpoint } from '../kernel/endpoint'
import { cursor, day, id, instant, text } from '../kernel/fields'
import { categories } from '../whistle/categories'
import { checkpoints, checkpointView, codedCheckpoint, rhythm, walkerIds } from './fields'
import { dueStates, numbers, planKinds } from './states'

const plans = '/api/c/{communityId}/patrols' as const
const one = '/api/c/{communityId}/patrols/{planId}' as const
const key = { communityId: id, planId: id }
const month = z.string().check(z.regex(/^20\d{2}-(0[1-9]|1[0-2])$/, '月份不对'))

/** How it is walked from a day on. */
const manner = {
  name: text(30),
  rhythm,
  /** In the order in which they are usually walked. */
  checkpoints,
  /** Nobody named: whoever works in the grid, or at the property company. */
  walkerIds,
  from: day,
}

const person = z.object({ personId: id, name: z.string() })

const version = z.object({
  versionId: id,
  n: z.int(),
  from: day,
  name: z.string(),
  rhythm,
  /** 每周一、周四 */
  saysRhythm: z.string(),
  walkerIds: z.array(id),
})

const planFace = {
  communityId: id,
  planId: id,
  kind: z.enum(planKinds),
  gridId: z.nullable(id),
  compoundId: z.nullable(id),
  organisationId: z.nullable(id),
  /** 第一网格, or 弘运小区 · 弘运物业公司 */
  where: z.string(),
}

export const dueView = z.object({
  /** The day by which it is due. */
  day,
  /** Walked on any day from here … */
  from: day,
  /** … until here it counts. */
  until: day,
  versionId: id,
  /** The holiday from which it moved. */
  movedFrom: z.nullable(day),
  /** 国庆节, where it is due on one nevertheless. */
  holiday: z.nullable(z.string()),
  /** The calendar of its year is not published yet. */
  provisional: z.boolean(),
  state: z.enum(dueStates),
})

export const watchedView = z.object({
  findingId: id,
  category: z.enum(categories),
  words: z.nullable(z.string()),
  place: z.string(),
  checkpointId: z.nullable(id),
  seenAt: instant,
  /** How often somebody looked since. */
  looks: z.int(),
  thumb: z.nullable(z.string()),
})

const counts = z.object({
  due: z.int(),
  walked: z.int(),
  partly: z.int(),
  missed: z.int(),
  missedCheckpoints: z.int(),
  rounds: z.int(),
  /** Time on finished rounds. */
  minutes: z.int(),
  findings: z.int(),
  fixed: z.int(),
  whistled: z.int(),
  watched: z.int(),
})
const row = z.object({ group: z.string(), name: z.string(), counts })

const period = { communityId: id, fromMonth: month, toMonth: month, gridId: z.optional(id) }

export const patrol = {
  'patrol.plans': endpoint({
    method: 'GET',
    path: plans,
    input: z.strictObject({ communityId: id }),
    output: z.object({
      items: z.array(
        z.object({
          ...planFace,
          /** As it stands today; of a plan that has not begun, its first. */
          version,
          checkpoints: z.int(),
          /** A change that is still to come. */
          next: z.nullable(z.object({ from: day, name: z.string(), saysRhythm: z.string() })),
          lastWalked: z.nullable(day),
          /** The caller may change it. */
          mayChange: z.boolean(),
          /** The caller may walk it today. */
          mayWalk: z.boolean(),
        }),
      ),
      /** For which kinds the caller may make a plan here. */
      mayAdd: z.array(z.enum(planKinds)),
    }),
  }),
  'patrol.get': endpoint({
    method: 'GET',
    path: one,
    input: z.strictObject(key),
    output: z.object({
      ...planFace,
      /** The last made first. */
      versions: z.array(
        z.object({ ...version.shape, madeAt: instant, checkpoints: z.array(checkpointView) }),
      ),
      walkers: z.array(person),
      mayChange: z.boolean(),
    }),
  }),
  /** Who may be named as walking a plan: grid workers of the grid, or those at the property company. */
  'patrol.walkers': endpoint({
    method: 'GET',
    path: '/api/c/{communityId}/walkers',
    input: z.strictObject({ communityId: id, gridId: z.optional(id), organisationId: z.optional(id) }),
    output: z.object({ items: z.array(person) }),
  }),
  'patrol.add': endpoint({
    method: 'POST',
    path: plans,
    input: z.strictObject({
      communityId: id,
      id,
      versionId: id,
      kind: z.enum(planKinds),
      /** Of a grid's plan. */
      gridId: z.optional(id),
      /** Of a property company's: the compound, and the company that looks after it. */
      compoundId: z.optional(id),
      organisationId: z.optional(id),
      ...manner,
    }),
    output: z.object({ id }),
    refusals: [
      'id_taken',
      'plan_nowhere',
      'not_your_compound',
      'no_checkpoint',
      'checkpoint_twice',
      'checkpoint_elsewhere',
      'walker_elsewhere',
      'plan_in_past',
    ],
  }),
  /** From a later day on it is walked differently; what was, stays as it was. `never` rests it. */
  'patrol.change': endpoint({
    method: 'POST',
    path: `${one}/versions`,
    input: z.strictObject({ ...key, id, ...manner }),
    output: z.object({ id, from: day }),
    refusals: [
      'id_taken',
      'not_your_compound',
      'no_checkpoint',
      'checkpoint_twice',
      'checkpoint_elsewhere',
      'walker_elsewhere',
      'change_in_past',
    ],
  }),
  /** A link of the house's own host for each checkpoint, to be printed once. */
  'patrol.codes': endpoint({
    method: 'GET',
    path: `${one}/codes`,
    input: z.strictObject(key),
    output: z.object({
      plan: z.string(),
      items: z.array(z.object({ checkpointId: id, name: z.string(), link: z.string(), svg: z.string() })),
    }),
  }),
  /** All that a phone takes along before it goes where there is no signal: for today and the two weeks after. */
  'patrol.today': endpoint({
    method: 'GET',
    path: '/api/patrols/today',
    input: z.strictObject({}),
    output: z.object({
      /** The day in China, and the server's clock, by which a phone sees that its own is wrong. */
      day,
      at: instant,
      plans: z.array(
        z.object({
          ...planFace,
          /** All that may be in force in these days; `versionOn` of shared/patrol/rhythm.ts tells which is. */
          versions: z.array(z.object({ ...version.shape, checkpoints: z.array(codedCheckpoint) })),
          /** `dueFor` tells which of them a day's round counts for. */
          dues: z.array(dueView),
          watched: z.array(watchedView),
          /** The caller's rounds of today, and those not finished, as far as they have arrived. */
          rounds: z.array(
            z.object({
              roundId: id,
              versionId: id,
              day,
              startedAt: instant,
              finishedAt: z.nullable(instant),
              missedCheckpoints: z.int(),
            }),
          ),
        }),
      ),
    }),
  }),
  /** Plan against walked, of up to two years. */
  'patrol.month': endpoint({
    method: 'GET',
    path: '/api/c/{communityId}/patrol-months',
    input: z.strictObject(period),
    output: z.object({
      total: counts,
      /** Days with something due or walked; every holiday too. */
      days: z.array(z.object({ day, holiday: z.nullable(z.string()), counts })),
      months: z.array(row),
      /** Grids, and compounds with their property company; `group` is the plan's id. */
      plans: z.array(z.object({ ...row.shape, kind: z.enum(planKinds), where: z.string() })),
      /** Of what is due, whoever is named counts; where nobody is, all who could have gone. */
      walkers: z.array(row),
    }),
    refusals: ['months_reversed', 'months_too_many'],
  }),
  /** What stands behind a number, latest first. */
  'patrol.list': endpoint({
    method: 'GET',
    path: '/api/c/{communityId}/patrol-months/behind',
    input: z.strictObject({
      ...period,
      number: z.enum(numbers),
      planId: z.optional(id),
      personId: z.optional(id),
      day: z.optional(day),
      after: z.optional(cursor),
    }),
    output: z.object({
      items: z.array(
        z.object({
          kind: z.enum(['due', 'checkpoint', 'round', 'finding']),
          day,
          planId: id,
          plan: z.string(),
          /** Of a round 08:20 到 09:10; of a checkpoint its name; of a finding its first words. */
          title: z.string(),
          /** 漏了 2 个点; 当场处理好了 */
          says: z.string(),
          walker: z.nullable(z.string()),
          roundId: z.nullable(id),
          findingId: z.nullable(id),
        }),
      ),
      next: z.nullable(z.string()),
      /** As many as the number says. */
      total: z.int(),
    }),
    refusals: ['months_reversed', 'months_too_many'],
  }),
  'patrol.export': endpoint({
    method: 'POST',
    path: '/api/c/{communityId}/patrol-exports',
    input: z.strictObject({ ...period, id }),
    output: z.object({
      id,
      /** Holds for a quarter of an hour; one that begins with `/` is of the house's own host. */
      address: z.string(),
    }),
    refusals: ['id_taken', 'months_reversed', 'months_too_many', 'export_too_long', 'export_lost'],
  }),
}
