import { z } from 'zod/mini'
import { endpoint } from '../kernel/endpoint'
import { cursor, id, instant, text } from '../kernel/fields'
import { categories } from '../whistle/categories'
import { whistleStates } from '../whistle/states'
import { groupings, rates as rateNames, sides } from './definitions'

const month = z.string().check(z.regex(/^20\d{2}-(0[1-9]|1[0-2])$/, '月份不对'))
const period = { fromMonth: month, toMonth: month }
const by = z.enum(groupings)
const inCommunity = { communityId: id, compoundId: z.optional(id), ...period, by }
const inSubdistrict = { subdistrictId: id, ...period, by }

/** How many of how many; those that nobody answered stand in the denominator and are told apart. */
const share = z.object({ numerator: z.int(), denominator: z.int(), unanswered: z.int() })
const shares = z.record(z.enum(rateNames), share)
const row = z.object({
  /** What the list behind it is asked by. */
  group: z.string(),
  name: z.string(),
  shares,
})
const told = z.object({
  definitions: z.record(z.enum(rateNames), z.string()),
  /** What is said of how they are put into groups, where there is something to say. */
  groupedBy: z.nullable(z.string()),
  total: shares,
  rows: z.array(row),
  /** 定期回访: the questions asked in the period, and what was answered. */
  survey: z.object({ asked: z.int(), answered: z.int(), well: z.int(), broken: z.int(), unsure: z.int() }),
})

/** Which number: one rate of one group, and which side of it. */
const number = {
  rate: z.enum(rateNames),
  side: z.enum(sides),
  group: z.optional(text(80)),
  after: z.optional(cursor),
}
const counted = z.object({
  items: z.array(
    z.object({
      communityId: id,
      whistleId: id,
      title: z.string(),
      place: z.string(),
      category: z.enum(categories),
      state: z.enum(whistleStates),
      submittedAt: instant,
      /** The deadline, or when it was answered. */
      at: instant,
      met: z.boolean(),
      /** Why it counts as it does. */
      says: z.string(),
      party: z.nullable(z.string()),
    }),
  ),
  next: z.nullable(z.string()),
  /** As many as the number says. */
  total: z.int(),
})

export const rates = {
  'rates.get': endpoint({
    method: 'GET',
    path: '/api/c/{communityId}/rates',
    input: z.strictObject(inCommunity),
    output: told,
    refusals: ['months_reversed', 'months_too_many'],
  }),
  'rates.list': endpoint({
    method: 'GET',
    path: '/api/c/{communityId}/rates/whistles',
    input: z.strictObject({ ...inCommunity, ...number }),
    output: counted,
    refusals: ['months_reversed', 'months_too_many'],
  }),
  'rates.subdistrict': endpoint({
    method: 'GET',
    path: '/api/subdistricts/{subdistrictId}/rates',
    input: z.strictObject(inSubdistrict),
    output: told,
    refusals: ['months_reversed', 'months_too_many'],
  }),
  'rates.subdistrictList': endpoint({
    method: 'GET',
    path: '/api/subdistricts/{subdistrictId}/rates/whistles',
    input: z.strictObject({ ...inSubdistrict, ...number }),
    output: counted,
    refusals: ['months_reversed', 'months_too_many'],
  }),
  /** Makes a spreadsheet, a month at each call; asked again with the same id until the address is there. */
  'rates.export': endpoint({
    method: 'POST',
    path: '/api/c/{communityId}/rates/exports',
    input: z.strictObject({ ...inCommunity, id }),
    output: z.object({
      id,
      /** Months. */
      done: z.int(),
      of: z.int(),
      /** Holds for a quarter of an hour; one that begins with `/` is of the house's own host. */
      address: z.nullable(z.string()),
    }),
    refusals: ['id_taken', 'months_reversed', 'months_too_many', 'export_too_long', 'export_lost'],
  }),
}
