import { z } from 'zod/mini'
import { endpoint } from '../kernel/endpoint'
import { day, id, text } from '../kernel/fields'
import { accountKinds, sides } from './chart'
import { books, booksPath, fen, fenAtMost, moneyKinds, month, words, year } from './fields'
import { picture } from './picture'

export const accountView = z.object({
  accountId: id,
  key: z.string(),
  code: z.string(),
  name: z.string(),
  kind: z.enum(accountKinds),
  /** On the side on which it grows; below zero on the other. */
  balanceFen: z.int(),
  byHand: z.boolean(),
})
const limits = {
  /** A spending above this needs a resolution. */
  spendLimitFen: z.int().check(z.minimum(0), z.maximum(fenAtMost)),
  /** Within how many days a question about a statement is answered. */
  answerDays: z.int().check(z.minimum(1, '至少 1 天'), z.maximum(60, '最多 60 天')),
}

export const account = {
  /** Opens the books of a compound: accounts from the template, and what was there on the first day. */
  'account.open': endpoint({
    method: 'POST',
    path: `${booksPath}/books`,
    input: z.strictObject({
      ...books,
      id,
      /** The first day of a month: no entry is older. */
      from: day,
      /** What was in cash, bank and WeChat on that day; all of it is the owners'. */
      opening: z.array(z.strictObject({ key: z.enum(moneyKinds), fen })).check(z.maxLength(3)),
      ...limits,
    }),
    output: z.object({ id }),
    refusals: ['id_taken', 'books_open', 'books_from', 'opening_twice'],
  }),
  /** The money that was there on the first day, told anew where it was told wrongly: as long as the first month is not published. */
  'account.mendOpening': endpoint({
    method: 'POST',
    path: `${booksPath}/books/opening`,
    input: z.strictObject({
      ...books,
      id,
      opening: z
        .array(z.strictObject({ key: z.enum(moneyKinds), fen }))
        .check(z.minLength(1, '请写那天有多少钱'), z.maxLength(3)),
      reason: words,
    }),
    output: z.object({ id, number: z.int() }),
    refusals: ['id_taken', 'opening_closed', 'opening_twice', 'not_enough'],
  }),
  /** Every account with its balance, read and not summed. */
  'account.list': endpoint({
    method: 'GET',
    path: `${booksPath}/accounts`,
    input: z.strictObject(books),
    output: z.object({
      from: day,
      ...limits,
      /** Up to this month all is published and closed; null: nothing yet. */
      closedThrough: z.nullable(month),
      items: z.array(accountView),
    }),
  }),
  /** One account, month by month, the last first. */
  'account.get': endpoint({
    method: 'GET',
    path: `${booksPath}/accounts/{accountId}`,
    input: z.strictObject({ ...books, accountId: id }),
    output: z.object({
      ...accountView.shape,
      growsOn: z.enum(sides),
      months: z.array(z.object({ month, debitFen: z.int(), creditFen: z.int() })),
    }),
  }),
  /** A source or a use of the compound's own. */
  'account.add': endpoint({
    method: 'POST',
    path: `${booksPath}/accounts`,
    input: z.strictObject({ ...books, id, kind: z.enum(['income', 'expense']), name: text(20) }),
    output: z.object({ id }),
    refusals: ['id_taken', 'account_named'],
  }),
  'account.setTerms': endpoint({
    method: 'POST',
    path: `${booksPath}/books/terms`,
    input: z.strictObject({ ...books, ...limits }),
    output: z.object(limits),
  }),
  /** This month's money: came from, went to; each piece opens. Live until the month is published. */
  'account.month': endpoint({
    method: 'GET',
    path: `${booksPath}/money`,
    input: z.strictObject({ ...books, month }),
    output: z.object({
      month,
      ...picture.shape,
      closed: z.boolean(),
      statementId: z.nullable(id),
      /** Months there are, the last first. */
      months: z.array(month),
    }),
  }),
  /** What was expected of a year, against what came: by account, with the collection rate of what fell due. */
  'account.forecast': endpoint({
    method: 'GET',
    path: `${booksPath}/forecast`,
    input: z.strictObject({ ...books, year }),
    output: z.object({
      year,
      items: z.array(
        z.object({
          accountId: id,
          key: z.string(),
          name: z.string(),
          kind: z.enum(accountKinds),
          expectedFen: z.nullable(z.int()),
          actualFen: z.int(),
          /** Of what fell due in the year: how much, and how much of that is paid. Sources only. */
          dueFen: z.int(),
          collectedFen: z.int(),
          /** 83 件中 71 件 in money: charges that fell due, and those paid in full. */
          charges: z.int(),
          paid: z.int(),
        }),
      ),
    }),
  }),
  'account.setForecast': endpoint({
    method: 'POST',
    path: `${booksPath}/forecast`,
    input: z.strictObject({
      ...books,
      year,
      accountId: id,
      fen: z.int().check(z.minimum(0), z.maximum(fenAtMost)),
    }),
    output: z.object({ accountId: id }),
    refusals: ['account_elsewhere'],
  }),
}
