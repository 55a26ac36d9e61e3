import { z } from 'zod/mini'
import { books, booksPath, fen } from '../account/fields'
import { endpoint } from '../kernel/endpoint'
import { cursor, id, instant, page, text } from '../kernel/fields'
import { methods } from './methods'

const coefficient = z.int().check(z.minimum(0), z.maximum(100_000))
const asked = {
  fen,
  method: z.enum(methods),
  homes: z
    .array(z.strictObject({ homeId: id, floor: z.optional(z.int().check(z.minimum(-5), z.maximum(60))) }))
    .check(z.minLength(1, '请选分摊的住户'), z.maxLength(500, '一次最多 500 户')),
  /** By floor, in thousandths: ours, for want of a law, and said so. */
  table: z.optional(
    z.array(z.strictObject({ floor: z.int(), permille: coefficient })).check(z.minLength(1), z.maxLength(66)),
  ),
}
const share = z.object({
  homeId: id,
  label: z.string(),
  floor: z.nullable(z.int()),
  areaCentiares: z.int(),
  permille: z.nullable(z.int()),
  fen: z.int(),
})
const result = {
  totalFen: z.int(),
  method: z.enum(methods),
  shares: z.array(share),
  table: z.array(z.object({ floor: z.int(), permille: z.int() })),
}

/** Who bears how much of an elevator or a railing: the shares always come to the cost. */
export const apportion = {
  'apportion.preview': endpoint({
    method: 'POST',
    path: `${booksPath}/apportionments/preview`,
    input: z.strictObject({ ...books, ...asked }),
    output: z.object(result),
    refusals: ['home_outside', 'home_twice', 'floor_missing', 'nobody_bears'],
  }),
  'apportion.add': endpoint({
    method: 'POST',
    path: `${booksPath}/apportionments`,
    input: z.strictObject({ ...books, id, name: text(40), resolutionId: z.optional(id), ...asked }),
    output: z.object({ id }),
    refusals: [
      'id_taken',
      'home_outside',
      'home_twice',
      'floor_missing',
      'nobody_bears',
      'decision_elsewhere',
    ],
  }),
  'apportion.list': endpoint({
    method: 'GET',
    path: `${booksPath}/apportionments`,
    input: z.strictObject({ ...books, after: z.optional(cursor) }),
    output: page(
      z.object({
        apportionmentId: id,
        name: z.string(),
        totalFen: z.int(),
        method: z.enum(methods),
        homes: z.int(),
        at: instant,
        /** What the caller's own homes bear. */
        mineFen: z.int(),
      }),
    ),
  }),
  'apportion.get': endpoint({
    method: 'GET',
    path: `${booksPath}/apportionments/{apportionmentId}`,
    input: z.strictObject({ ...books, apportionmentId: id }),
    output: z.object({ ...result, name: z.string(), at: instant, resolutionId: z.nullable(id) }),
  }),
}
