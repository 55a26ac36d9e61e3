import { z } from 'zod/mini'
import { books, booksPath, by, fen, photoIds } from '../account/fields'
import { endpoint } from '../kernel/endpoint'
import { day, id } from '../kernel/fields'

const one = `${booksPath}/funds/{resolutionId}` as const
const key = { ...books, resolutionId: id }

const face = {
  resolutionId: id,
  /** What it is for, in the resolution's words. */
  words: z.string(),
  /** Given as a word, received, spent on it, given back, and what is still there. */
  pledgedFen: z.int(),
  receivedFen: z.int(),
  spentFen: z.int(),
  returnedFen: z.int(),
  leftFen: z.int(),
  /** Of what is there: asked for, or paid without its voucher, and not in the books. */
  heldFen: z.int(),
  accountId: z.nullable(id),
}

/** Money that residents pledged at a meeting, once it is paid: booked apart for its one purpose. */
export const fund = {
  'fund.list': endpoint({
    method: 'GET',
    path: `${booksPath}/funds`,
    input: z.strictObject(books),
    output: z.object({ items: z.array(z.object(face)) }),
  }),
  /** By home to those who keep the books, and one's own. */
  'fund.get': endpoint({
    method: 'GET',
    path: one,
    input: z.strictObject(key),
    output: z.object({
      ...face,
      homes: z.array(
        z.object({
          pledgeId: id,
          homeId: id,
          label: z.string(),
          pledgedFen: z.int(),
          paidFen: z.int(),
          returnedFen: z.int(),
          mine: z.boolean(),
        }),
      ),
      mayReceive: z.boolean(),
      mayGiveBack: z.boolean(),
    }),
  }),
  /** A pledge is paid, whole or in part: never beyond what was pledged. */
  'fund.receive': endpoint({
    method: 'POST',
    path: `${one}/payments`,
    input: z.strictObject({ ...key, id, pledgeId: id, fen, by, on: day }),
    output: z.object({ id, entryId: id, number: z.int(), receivedFen: z.int() }),
    refusals: ['id_taken', 'fund_over', 'fund_closed', 'pledge_withdrawn', 'before_books', 'in_future'],
  }),
  /** What was not needed goes back to whoever paid, in proportion, to the fen, once nothing of it is out; the fund is closed with it. */
  'fund.giveBack': endpoint({
    method: 'POST',
    path: `${one}/returning`,
    input: z.strictObject({ ...key, id, by, on: day, photoIds }),
    output: z.object({
      id,
      entryId: id,
      number: z.int(),
      returned: z.array(z.object({ homeId: id, label: z.string(), fen: z.int() })),
    }),
    refusals: [
      'id_taken',
      'fund_empty',
      'fund_closed',
      'fund_in_use',
      'not_enough',
      'voucher_unknown',
      'before_books',
      'in_future',
    ],
  }),
}
