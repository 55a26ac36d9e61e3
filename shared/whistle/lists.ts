import { z } from 'zod/mini'
import { endpoint } from '../kernel/endpoint'
import { cursor, id, instant, page, text } from '../kernel/fields'
import { aDayAtMost } from './limits'
import { boardTabs, partyKinds } from './states'
import { boardFace, category, deadlines, face, key, one, state, urgency, whistleView } from './views'

const aDay = z.int().check(z.minimum(1, '至少 1 次'), z.maximum(aDayAtMost, `最多 ${aDayAtMost} 次`))

/** One whistle, the lists it stands in, and the clocks by which they are sorted. */
export const lists = {
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
      /** How many whistles the community takes from one person a day. */
      quota: z.object({ aDay: z.int(), alikeADay: z.int(), own: z.boolean() }),
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
  'whistle.setQuota': endpoint({
    method: 'POST',
    path: '/api/c/{communityId}/whistle-quota',
    input: z.strictObject({ communityId: id, aDay, alikeADay: aDay }),
    output: z.object({ own: z.literal(true) }),
    refusals: ['quota_wrong'],
  }),
}
