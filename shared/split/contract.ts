import { z } from 'zod/mini'
import { books, booksPath, by, decision, decisionView, fen, month, photoIds } from '../account/fields'
import { endpoint } from '../kernel/endpoint'
import { day, id } from '../kernel/fields'
import { wholeBp } from './rules'

const bp = z.int().check(z.minimum(0, '比例不能是负数'), z.maximum(wholeBp, '比例不能超过 100 %'))
/** What a month's income of one source came to, and whose it is. */
const settled = z.object({
  accountId: id,
  key: z.string(),
  name: z.string(),
  incomeFen: z.int(),
  ownersFen: z.int(),
  managerFen: z.int(),
  /** Of the owners' share: gone into paying back the advance. */
  repaidFen: z.int(),
})

export const split = {
  /** The rules by source, each with the decision it rests on, and the months that were or are to be settled by them. */
  'split.list': endpoint({
    method: 'GET',
    path: `${booksPath}/splits`,
    input: z.strictObject(books),
    output: z.object({
      rules: z.array(
        z.object({
          splitId: id,
          accountId: id,
          key: z.string(),
          name: z.string(),
          /** In hundredths of a percent; together 10,000. */
          ownersBp: z.int(),
          managerBp: z.int(),
          /** The first month in which it holds. */
          from: month,
          decision: decisionView,
        }),
      ),
      /** What was settled, and before it what has come in and is not: open is a month with something to divide. */
      months: z.array(z.object({ month, items: z.array(settled), open: z.boolean() })),
      /** Without a rule, and with nothing laid out to pay back, there is nothing to divide. */
      divides: z.boolean(),
      /** Of the manager's share: not paid out yet. */
      managerOwedFen: z.int(),
    }),
  }),
  /** Set again for the same month, it takes the place of the first, as long as that month is not published. */
  'split.set': endpoint({
    method: 'POST',
    path: `${booksPath}/splits`,
    input: z.strictObject({
      ...books,
      id,
      accountId: id,
      ownersBp: bp,
      managerBp: bp,
      from: month,
      decision,
    }),
    output: z.object({ id }),
    refusals: [
      'id_taken',
      'split_not_whole',
      'split_past',
      'account_elsewhere',
      'decision_missing',
      'decision_elsewhere',
    ],
  }),
  /** Works out a month by the rules that hold in it; again, once more has come in. A month is settled before it is published. */
  'split.settle': endpoint({
    method: 'POST',
    path: `${booksPath}/splits/months/{month}`,
    input: z.strictObject({ ...books, month, id }),
    output: z.object({ month, items: z.array(settled), entryId: z.nullable(id) }),
    refusals: ['id_taken', 'period_closed', 'period_future', 'share_repaid'],
  }),
  /** The manager's share is paid out. */
  'split.pay': endpoint({
    method: 'POST',
    path: `${booksPath}/splits/payments`,
    input: z.strictObject({ ...books, id, fen, by, on: day, photoIds }),
    output: z.object({ id, entryId: id, number: z.int(), managerOwedFen: z.int() }),
    refusals: ['id_taken', 'manager_over', 'not_enough', 'voucher_unknown', 'before_books', 'in_future'],
  }),
}
