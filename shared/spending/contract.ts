import { z } from 'zod/mini'
import { books, booksPath, by, fen, photoIds, words } from '../account/fields'
import { voucherView } from '../entry/contract'
import { endpoint } from '../kernel/endpoint'
import { cursor, day, id, instant } from '../kernel/fields'
import { bodies, spendingActions, spendingStates, spendingTabs } from './states'

const one = `${booksPath}/spendings/{spendingId}` as const
const key = { ...books, spendingId: id }
const state = z.enum(spendingStates)
const moved = z.object({ state })

const face = {
  spendingId: id,
  words: z.string(),
  fen: z.int(),
  /** The use it is for, or the fund it is paid from. */
  accountId: id,
  account: z.string(),
  fund: z.nullable(z.object({ resolutionId: id, words: z.string() })),
  /** That allows more than the compound's limit. */
  resolution: z.nullable(z.object({ resolutionId: id, words: z.string() })),
  state,
  /** 等第二个人批准：党支部或监督小组. */
  says: z.string(),
  askedAt: instant,
  /** By role, never by name. */
  askedBy: z.string(),
  approvals: z.array(z.object({ body: z.enum(bodies), at: instant, mine: z.boolean() })),
  paidOn: z.nullable(day),
  /** Paid on a day before the second approval. */
  paidFirst: z.boolean(),
  entryId: z.nullable(id),
  mine: z.boolean(),
  acts: z.array(z.enum(spendingActions)),
}

export const spending = {
  'spending.list': endpoint({
    method: 'GET',
    path: `${booksPath}/spendings`,
    input: z.strictObject({ ...books, tab: z.enum(spendingTabs), after: z.optional(cursor) }),
    output: z.object({
      items: z.array(z.object(face)),
      next: z.nullable(z.string()),
      counts: z.object({ waiting: z.int(), toPay: z.int(), gaps: z.int() }),
      /** Waits for the caller's own approval. */
      mine: z.int(),
      limitFen: z.int(),
      mayAsk: z.boolean(),
    }),
  }),
  'spending.get': endpoint({
    method: 'GET',
    path: one,
    input: z.strictObject(key),
    output: z.object({
      ...face,
      /** Bodies that may still approve. */
      open: z.array(z.enum(bodies)),
      declined: z.nullable(z.object({ body: z.enum(bodies), at: instant, reason: z.string() })),
      vouchers: z.array(voucherView),
      /** Others of the same use or fund within thirty days before and after, that were not refused or taken back. */
      recent: z.object({ count: z.int(), fen: z.int() }),
      /** Together with those it is above the limit, and no resolution is named. */
      overTogether: z.boolean(),
    }),
  }),
  /** Over the compound's limit only with a resolution; from a fund only with what is in it. */
  'spending.ask': endpoint({
    method: 'POST',
    path: `${booksPath}/spendings`,
    input: z.strictObject({
      ...books,
      id,
      words,
      fen,
      /** A use; left out where it is paid from a fund. */
      accountId: z.optional(id),
      fundOf: z.optional(id),
      resolutionId: z.optional(id),
    }),
    output: z.object({ id }),
    refusals: [
      'id_taken',
      'account_elsewhere',
      'spending_for',
      'spending_over',
      'decision_elsewhere',
      'fund_closed',
      'fund_short',
    ],
  }),
  'spending.approve': endpoint({
    method: 'POST',
    path: `${one}/approvals`,
    input: z.strictObject(key),
    output: moved,
    refusals: ['spending_moved', 'own_spending', 'body_approved', 'approved_already', 'not_approver'],
  }),
  'spending.decline': endpoint({
    method: 'POST',
    path: `${one}/declining`,
    input: z.strictObject({ ...key, reason: words }),
    output: moved,
    refusals: ['spending_moved', 'own_spending', 'not_approver'],
  }),
  'spending.withdraw': endpoint({
    method: 'POST',
    path: `${one}/withdrawal`,
    input: z.strictObject(key),
    output: moved,
    refusals: ['spending_moved', 'not_asker'],
  }),
  /** Paid. With its voucher it is in the books; without one it is not, and shows as a gap until the voucher comes. */
  'spending.pay': endpoint({
    method: 'POST',
    path: `${one}/payment`,
    input: z.strictObject({ ...key, by, on: day, photoIds: z.optional(photoIds) }),
    output: z.object({ state, entryId: z.nullable(id) }),
    refusals: ['spending_moved', 'not_enough', 'voucher_unknown', 'before_books', 'in_future'],
  }),
  'spending.addVoucher': endpoint({
    method: 'POST',
    path: `${one}/voucher`,
    input: z.strictObject({ ...key, photoIds }),
    output: z.object({ state, entryId: id }),
    refusals: ['spending_moved', 'not_enough', 'voucher_unknown'],
  }),
}
