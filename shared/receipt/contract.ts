import { z } from 'zod/mini'
import { books, booksPath, by, fen, memo, photoIds } from '../account/fields'
import { chargeFace } from '../charge/contract'
import { endpoint } from '../kernel/endpoint'
import { cursor, day, id, instant, page } from '../kernel/fields'
import { plate } from '../lease/contract'
import { receiptKinds } from './kinds'

/** Whose money it is: of a lease, or of a home. Exactly one. */
export const payer = z.strictObject({ leaseId: z.optional(id), homeId: z.optional(id) })
const taken = z.object({ id, entryId: id, number: z.int(), prepaidFen: z.int(), owedFen: z.int() })

export const receipt = {
  /** The first of three taps: what a lease or a home owes, the oldest first. */
  'receipt.due': endpoint({
    method: 'GET',
    path: `${booksPath}/due`,
    input: z.strictObject({ ...books, leaseId: z.optional(id), homeId: z.optional(id) }),
    output: z.object({
      who: z.string(),
      number: z.nullable(z.string()),
      plate: z.nullable(z.string()),
      items: z.array(chargeFace),
      owedFen: z.int(),
      prepaidFen: z.int(),
      depositFen: z.int(),
      /** The first month is open: what was held before may still be told of. */
      mayCarry: z.boolean(),
    }),
    refusals: ['payer_missing'],
  }),
  /** Pays what is due, the oldest first or as named; the rest is kept as a prepayment where that was said. */
  'receipt.take': endpoint({
    method: 'POST',
    path: `${booksPath}/receipts`,
    input: z.strictObject({
      ...books,
      /** Minted by the phone: the same receipt sent twice is one. */
      id,
      of: payer,
      fen,
      by,
      on: day,
      /** These, in this order. */
      chargeIds: z.optional(z.array(id).check(z.minLength(1), z.maxLength(60))),
      /** More than that is wanted: for what else is due, and then for what comes. */
      prepay: z.optional(z.boolean()),
      memo,
    }),
    output: taken,
    refusals: ['id_taken', 'payer_missing', 'payer_elsewhere', 'receipt_over', 'before_books', 'in_future'],
  }),
  /** A visitor pays by the day, at once. */
  'receipt.visitor': endpoint({
    method: 'POST',
    path: `${booksPath}/visitors`,
    input: z.strictObject({
      ...books,
      id,
      plate,
      days: z.int().check(z.minimum(1, '至少 1 天'), z.maximum(90, '最多 90 天')),
      by,
      on: day,
    }),
    output: z.object({ id, entryId: id, number: z.int(), fen: z.int() }),
    refusals: ['id_taken', 'plate_none', 'tariff_missing', 'before_books', 'in_future'],
  }),
  'receipt.deposit': endpoint({
    method: 'POST',
    path: `${booksPath}/deposits`,
    input: z.strictObject({ ...books, id, leaseId: id, fen, by, on: day }),
    output: z.object({ id, entryId: id, number: z.int(), depositFen: z.int() }),
    refusals: ['id_taken', 'payer_elsewhere', 'before_books', 'in_future'],
  }),
  /** A deposit or a prepayment that was held before there were books: while the first month is open. */
  'receipt.carry': endpoint({
    method: 'POST',
    path: `${booksPath}/carried-receipts`,
    input: z.strictObject({ ...books, id, of: payer, held: z.enum(['prepaid', 'deposit']), fen }),
    output: z.object({ id, entryId: id, number: z.int(), heldFen: z.int() }),
    refusals: ['id_taken', 'opening_closed', 'payer_missing', 'payer_elsewhere'],
  }),
  /** Gives back what was prepaid, or a deposit: never more than is held. */
  'receipt.refund': endpoint({
    method: 'POST',
    path: `${booksPath}/refunds`,
    input: z.strictObject({
      ...books,
      id,
      of: payer,
      held: z.enum(['prepaid', 'deposit']),
      fen,
      by,
      on: day,
      photoIds,
    }),
    output: z.object({ id, entryId: id, number: z.int(), heldFen: z.int() }),
    refusals: [
      'id_taken',
      'payer_missing',
      'payer_elsewhere',
      'refund_over',
      'not_enough',
      'voucher_unknown',
      'before_books',
      'in_future',
    ],
  }),
  /** What came in, the last first: to those who keep the books. */
  'receipt.list': endpoint({
    method: 'GET',
    path: `${booksPath}/receipts`,
    input: z.strictObject({
      ...books,
      leaseId: z.optional(id),
      homeId: z.optional(id),
      after: z.optional(cursor),
    }),
    output: page(
      z.object({
        receiptId: id,
        entryId: id,
        kind: z.enum(receiptKinds),
        who: z.string(),
        fen: z.int(),
        by,
        on: day,
        at: instant,
        reversed: z.boolean(),
      }),
    ),
  }),
}
