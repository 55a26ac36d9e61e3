import { z } from 'zod/mini'
import { accountKinds, sides } from '../account/chart'
import { books, booksPath, fen, month, period, photoIds, words } from '../account/fields'
import { endpoint } from '../kernel/endpoint'
import { cursor, day, id, instant, page } from '../kernel/fields'
import { entryKinds, voucherStates } from './kinds'

const face = {
  entryId: id,
  /** One after another within the compound. */
  number: z.int(),
  kind: z.enum(entryKinds),
  /** In plain words, without a person: 收停车费. */
  says: z.string(),
  occurredOn: day,
  recordedAt: instant,
  /** In which it counts: later than `occurredOn` where that month was closed. */
  month,
  /** What it is about: all that is debited, besides what is due and not paid, where there is more than that. */
  totalFen: z.int(),
  /** What it did to cash, bank and WeChat together: above zero money came, below it went. Null: no money moved. */
  moneyFen: z.nullable(z.int()),
  /** none: none is due. */
  voucher: z.enum(voucherStates),
  reverses: z.nullable(id),
  reversedBy: z.nullable(id),
}
export const entryFace = z.object(face)

/** Short-lived addresses; null while the picture is not made yet. */
const picture = z.object({ thumb: z.nullable(z.string()), whole: z.nullable(z.string()) })
export const voucherView = z.object({
  photoId: id,
  /** Waiting: no owner sees it until somebody has covered what is private. */
  state: z.enum(['waiting', 'masked']),
  /** The copy on which it is covered. */
  masked: z.nullable(picture),
  /** The paper itself, for whoever keeps the books, approves and supervises: the bookkeeper and the bodies of the compound. */
  paper: z.nullable(picture),
})

export const entry = {
  /** The last first; of one account and a month or a year where a piece was opened. */
  'entry.list': endpoint({
    method: 'GET',
    path: `${booksPath}/entries`,
    input: z.strictObject({
      ...books,
      period: z.optional(period),
      accountId: z.optional(id),
      after: z.optional(cursor),
    }),
    output: page(
      z.object({
        ...face,
        /** What it did to the account that was asked for, on the side on which that grows; null without one. */
        movedFen: z.nullable(z.int()),
      }),
    ),
  }),
  'entry.get': endpoint({
    method: 'GET',
    path: `${booksPath}/entries/{entryId}`,
    input: z.strictObject({ ...books, entryId: id }),
    output: z.object({
      ...face,
      lines: z.array(
        z.object({
          accountId: id,
          code: z.string(),
          name: z.string(),
          kind: z.enum(accountKinds),
          side: z.enum(sides),
          fen: z.int(),
        }),
      ),
      vouchers: z.array(voucherView),
      memo: z.nullable(z.string()),
      /** By role, never by name. */
      by: z.string(),
      mayReverse: z.boolean(),
      mayMask: z.boolean(),
      /** The number of the entry that it reverses, or by which it was. */
      reversesNumber: z.nullable(z.int()),
      reversedByNumber: z.nullable(z.int()),
      /** Whom it is from or to, for those who keep the books: 3号车位 渝A12345. Null to all others. */
      about: z.nullable(z.string()),
    }),
  }),
  /** By hand: between cash, bank and WeChat, interest, bank fees. Debits and credits are equal or it is refused. */
  'entry.post': endpoint({
    method: 'POST',
    path: `${booksPath}/entries`,
    input: z.strictObject({
      ...books,
      id,
      occurredOn: day,
      memo: words,
      lines: z
        .array(z.strictObject({ accountId: id, side: z.enum(sides), fen }))
        .check(z.minLength(2, '至少要两行'), z.maxLength(20, '最多 20 行')),
      photoIds: z.optional(photoIds),
    }),
    output: z.object({ id, number: z.int(), month }),
    refusals: [
      'id_taken',
      'unbalanced',
      'account_elsewhere',
      'not_by_hand',
      'income_taken_back',
      'fees_over',
      'voucher_needed',
      'voucher_unknown',
      'not_enough',
      'before_books',
      'in_future',
    ],
  }),
  /** A mistake stays, and an entry that names it takes it back: once, and never a reversal itself. */
  'entry.reverse': endpoint({
    method: 'POST',
    path: `${booksPath}/entries/{entryId}/reversal`,
    input: z.strictObject({ ...books, entryId: id, id, reason: words }),
    output: z.object({ id, number: z.int(), month }),
    refusals: [
      'id_taken',
      'reversed_already',
      'reversal_itself',
      'not_reversible',
      'opening_closed',
      'reversal_used',
      'not_enough',
    ],
  }),
  /** The copy of a voucher on which somebody covered what is private: from now on owners see that; one before it is gone. */
  'entry.mask': endpoint({
    method: 'POST',
    path: `${booksPath}/entries/{entryId}/vouchers/{photoId}/masked`,
    input: z.strictObject({ ...books, entryId: id, photoId: id, maskedPhotoId: id }),
    output: z.object({ state: z.literal('masked') }),
    refusals: ['voucher_unknown'],
  }),
  /** Vouchers that wait to be covered, the oldest first. */
  'entry.unmasked': endpoint({
    method: 'GET',
    path: `${booksPath}/vouchers`,
    input: z.strictObject(books),
    output: z.object({ items: z.array(z.object({ ...face, photoId: id })) }),
  }),
}
