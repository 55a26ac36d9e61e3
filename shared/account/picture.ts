import { z } from 'zod/mini'
import { id } from '../kernel/fields'
import { accountKinds } from './chart'

/** One piece of where money came from or went to. It opens to its entries: `entry.list` with its account and month. */
export const piece = z.object({
  accountId: id,
  key: z.string(),
  name: z.string(),
  kind: z.enum(accountKinds),
  /** Above zero: which list it stands in says the way. */
  fen: z.int(),
})

/** The money of a month or a year: opening + sources − uses = closing, to the fen. */
export const picture = z.object({
  openingFen: z.int(),
  closingFen: z.int(),
  /** Cash, bank and WeChat apart. */
  money: z.array(
    z.object({ accountId: id, key: z.string(), name: z.string(), openingFen: z.int(), closingFen: z.int() }),
  ),
  sources: z.array(piece),
  uses: z.array(piece),
  sourcesFen: z.int(),
  usesFen: z.int(),
  /** Income and expense that no money moved with: paid before it was due, laid out by the property company, its agreed share. Below zero where
   * more was taken back. In none of the sums. */
  turned: z.array(piece),
  /** What the property company laid out: all of it, paid back so far, still owed. */
  advance: z.object({ totalFen: z.int(), repaidFen: z.int(), owedFen: z.int() }),
  /** What is due and not paid, of all together. */
  arrearsFen: z.int(),
  /** Paid out without a voucher, and therefore not in the books yet. */
  gaps: z.object({ count: z.int(), fen: z.int() }),
  /** Entries of earlier months that came late and count here. */
  late: z.int(),
})
