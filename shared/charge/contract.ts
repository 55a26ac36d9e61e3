import { z } from 'zod/mini'
import { books, booksPath, decision, decisionView, fen, month, words } from '../account/fields'
import { endpoint } from '../kernel/endpoint'
import { cursor, day, id, page, text } from '../kernel/fields'
import { homeKinds } from '../place/modes'
import { spaceKinds } from '../space/kinds'
import { ages, bases } from './rules'

export const chargeFace = z.object({
  chargeId: id,
  /** 3号车位 11月, 卫生费 11月. */
  says: z.string(),
  leaseId: z.nullable(id),
  homeId: z.nullable(id),
  /** To those who keep the books, and to the home itself. */
  who: z.nullable(z.string()),
  from: day,
  to: day,
  dueOn: day,
  /** What it came to, what was taken off it, what is paid. */
  fen: z.int(),
  loweredFen: z.int(),
  paidFen: z.int(),
})
const ageTotals = z.object(
  Object.fromEntries(ages.map((a) => [a, z.int()])) as Record<(typeof ages)[number], z.ZodMiniInt>,
)

export const charge = {
  /** All that ever fell due, of one home or lease where it is named, the last first: to those who keep the books. */
  'charge.list': endpoint({
    method: 'GET',
    path: `${booksPath}/charges`,
    input: z.strictObject({
      ...books,
      homeId: z.optional(id),
      leaseId: z.optional(id),
      after: z.optional(cursor),
    }),
    output: page(chargeFace),
  }),
  /** What my homes owe and have paid, whatever the compound. */
  'charge.mine': endpoint({
    method: 'GET',
    path: '/api/charges',
    input: z.strictObject({}),
    output: z.object({
      items: z.array(
        z.object({ ...chargeFace.shape, communityId: id, compoundId: id, compound: z.string() }),
      ),
      receipts: z.array(
        z.object({ receiptId: id, compound: z.string(), on: day, fen: z.int(), says: z.string() }),
      ),
      owedFen: z.int(),
      /** What is held, by what it is kept for: it pays what falls due there and nothing else. Without a space: the home's own charges. */
      prepaid: z.array(
        z.object({ kind: z.nullable(z.enum(spaceKinds)), number: z.nullable(z.string()), fen: z.int() }),
      ),
    }),
  }),
  /** Money that homes are charged with each month: one sum for each, or by area. */
  'charge.fees': endpoint({
    method: 'GET',
    path: `${booksPath}/fees`,
    input: z.strictObject(books),
    output: z.object({
      items: z.array(
        z.object({
          feeId: id,
          name: z.string(),
          basis: z.enum(bases),
          /** For a home, or for a square metre, a month. */
          fen: z.int(),
          homeKinds: z.array(z.enum(homeKinds)),
          homes: z.int(),
          /** What a whole month comes to. */
          monthFen: z.int(),
          from: day,
          to: z.nullable(day),
          decision: decisionView,
        }),
      ),
    }),
  }),
  'charge.addFee': endpoint({
    method: 'POST',
    path: `${booksPath}/fees`,
    input: z.strictObject({
      ...books,
      id,
      name: text(20),
      basis: z.enum(bases),
      fen,
      homeKinds: z.array(z.enum(homeKinds)).check(z.minLength(1, '请选哪些住户要交'), z.maxLength(3)),
      /** The first day of a month. */
      from: day,
      decision,
    }),
    output: z.object({ id }),
    refusals: ['id_taken', 'decision_missing', 'decision_elsewhere', 'fee_from', 'fee_twice', 'fee_too_much'],
  }),
  'charge.endFee': endpoint({
    method: 'POST',
    path: `${booksPath}/fees/{feeId}/end`,
    input: z.strictObject({ ...books, feeId: id, to: month }),
    output: z.object({ to: day }),
    refusals: ['fee_over', 'fee_from'],
  }),
  /** Less than it came to, with a reason: a mistake, a hardship. What was paid too much stays as a prepayment. */
  'charge.lower': endpoint({
    method: 'POST',
    path: `${booksPath}/charges/{chargeId}/lowering`,
    input: z.strictObject({ ...books, chargeId: id, id, byFen: fen, reason: words }),
    output: z.object({ owedFen: z.int(), prepaidFen: z.int() }),
    refusals: ['id_taken', 'lowered_over'],
  }),
  /** Who has not paid, by how long it is due: by lease and home to those who keep the books; to all owners in total. */
  'charge.arrears': endpoint({
    method: 'GET',
    path: `${booksPath}/arrears`,
    input: z.strictObject(books),
    output: z.object({
      totals: ageTotals,
      totalFen: z.int(),
      homes: z.int(),
      items: z.array(
        z.object({
          leaseId: z.nullable(id),
          homeId: z.nullable(id),
          who: z.string(),
          number: z.nullable(z.string()),
          plate: z.nullable(z.string()),
          since: day,
          owedFen: z.int(),
          ...ageTotals.shape,
        }),
      ),
    }),
  }),
}
