import { z } from 'zod/mini'
import {
  books,
  booksPath,
  by,
  decision,
  decisionView,
  fen,
  fenAtMost,
  month,
  photoIds,
} from '../account/fields'
import { endpoint } from '../kernel/endpoint'
import { day, id, text } from '../kernel/fields'
import { wholeBp } from '../split/rules'

const one = `${booksPath}/advances/{advanceId}` as const
const face = {
  advanceId: id,
  /** What it was laid out for. */
  name: z.string(),
  /** Who laid it out. */
  organisation: z.string(),
  totalFen: z.int(),
  repaidFen: z.int(),
  owedFen: z.int(),
  from: month,
  months: z.int(),
  /** How much of the owners' share of parking goes into it, in hundredths of a percent. */
  shareBp: z.int(),
  decision: decisionView,
  /** Entered wrongly and taken back: nothing is owed of it. */
  reversed: z.boolean(),
  /** 已还 12.5 万，还欠 7.5 万，照这样 2028年10月还清. */
  says: z.string(),
}
const advanceMonths = z.int().check(z.minimum(1, '至少 1 个月'), z.maximum(240, '最多 240 个月'))
const advanceShare = z.int().check(z.minimum(1), z.maximum(wholeBp, '比例不能超过 100 %'))
const repaid = z.object({ id, entryId: id, number: z.int(), fen: z.int(), owedFen: z.int() })

/** What the property company laid out for the compound, paid back from the owners' share alone. */
export const advance = {
  'advance.list': endpoint({
    method: 'GET',
    path: `${booksPath}/advances`,
    input: z.strictObject(books),
    output: z.object({
      items: z.array(z.object(face)),
      /** Who looks after the compound, or did: one of them laid the money out. */
      companies: z.array(z.object({ organisationId: id, name: z.string() })),
      /** The first month is open: one from before may still be told of. */
      mayCarry: z.boolean(),
    }),
  }),
  'advance.get': endpoint({
    method: 'GET',
    path: one,
    input: z.strictObject({ ...books, advanceId: id }),
    output: z.object({
      ...face,
      schedule: z.array(
        z.object({
          month,
          plannedFen: z.int(),
          repaidFen: z.int(),
          /** whole, part: the owners' share did not reach; early: before its time; none; to come. */
          state: z.enum(['whole', 'part', 'early', 'none', 'toCome']),
        }),
      ),
      repayments: z.array(
        z.object({ entryId: id, on: day, month, fen: z.int(), early: z.boolean(), reversed: z.boolean() }),
      ),
      /** What a repayment now would come to, and of which settled months. */
      next: z.nullable(z.object({ month, fen: z.int(), availableFen: z.int() })),
      mayRepay: z.boolean(),
    }),
  }),
  'advance.add': endpoint({
    method: 'POST',
    path: `${booksPath}/advances`,
    input: z.strictObject({
      ...books,
      id,
      organisationId: id,
      name: text(40),
      fen,
      /** What it was spent on: an account of expense. */
      accountId: id,
      on: day,
      from: month,
      months: advanceMonths,
      shareBp: advanceShare,
      decision,
      photoIds,
    }),
    output: z.object({ id, entryId: id, number: z.int() }),
    refusals: [
      'id_taken',
      'organisation_elsewhere',
      'account_elsewhere',
      'decision_missing',
      'decision_elsewhere',
      'voucher_unknown',
      'before_books',
      'in_future',
    ],
  }),
  /** One from before there were books, with what of it is paid back already: owed, and no expense of today's. While the first month is open. */
  'advance.carry': endpoint({
    method: 'POST',
    path: `${booksPath}/carried-advances`,
    input: z.strictObject({
      ...books,
      id,
      organisationId: id,
      name: text(40),
      /** All that was laid out. */
      fen,
      /** Paid back before the books were opened. */
      repaidFen: z.int().check(z.minimum(0, '已还的不能是负数'), z.maximum(fenAtMost, '金额太大，请核对')),
      from: month,
      months: advanceMonths,
      shareBp: advanceShare,
      decision,
    }),
    output: z.object({ id, entryId: id, number: z.int(), owedFen: z.int() }),
    refusals: [
      'id_taken',
      'opening_closed',
      'organisation_elsewhere',
      'advance_repaid_whole',
      'decision_missing',
      'decision_elsewhere',
    ],
  }),
  /** What the schedule asks for up to a settled month, as far as the owners' share of it reaches. */
  'advance.repay': endpoint({
    method: 'POST',
    path: `${one}/repayments`,
    input: z.strictObject({ ...books, advanceId: id, id, month, by, on: day, photoIds }),
    output: repaid,
    refusals: [
      'id_taken',
      'reversed_already',
      'split_unsettled',
      'nothing_due',
      'share_short',
      'not_enough',
      'voucher_unknown',
      'before_books',
      'in_future',
    ],
  }),
  /** Before its time, by a decision: from what is left of the owners' share of settled months. */
  'advance.repayEarly': endpoint({
    method: 'POST',
    path: `${one}/earlyRepayments`,
    input: z.strictObject({ ...books, advanceId: id, id, fen, by, on: day, decision, photoIds }),
    output: repaid,
    refusals: [
      'id_taken',
      'reversed_already',
      'advance_over',
      'share_short',
      'not_enough',
      'decision_missing',
      'decision_elsewhere',
      'voucher_unknown',
      'before_books',
      'in_future',
    ],
  }),
}
