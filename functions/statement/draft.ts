import { pictureOf } from '../../shared/account/money'
import { monthOf } from '../../shared/charge/rules'
import { dayOf } from '../../shared/kernel/time'
import { hashOf, type StatementDoc, statementText } from '../../shared/statement/canonical'
import { notReadyFor, type PeriodFacts, spanOf } from '../../shared/statement/policy'
import { type BooksRow, booksOf, lockBooks } from '../account/books'
import { loadMoved } from '../account/queries'
import type { Connection } from '../kernel/database'
import { gapsOf } from '../spending/queries'
import { dividesOf, sourcesOf } from '../split/queries'
import { isOpen } from '../split/settling'
import { entriesCounted, namesOf, statementOfPeriod, vouchersWaiting } from './queries'

interface Key {
  communityId: string
  compoundId: string
  period: string
}
export type Draft = NonNullable<Awaited<ReturnType<typeof loadDraft>>>

/** All that a statement is made of, from balances kept by month: nothing is summed over history. */
export async function loadDraft(tx: Connection, { communityId, compoundId, period }: Key, held = false) {
  const key = [communityId, compoundId]
  const { from, to } = spanOf(period)
  const [[books], [names], moved, [gaps], [entries], sources, [out], [vouchers], [split]] = await Promise.all(
    [
      (held ? lockBooks : booksOf)(tx, key),
      namesOf(tx, key),
      loadMoved(tx, communityId, compoundId, from, to),
      gapsOf(tx, [...key, to]),
      entriesCounted(tx, [...key, from, to]),
      // a year has no sources of its own: its months were divided
      sourcesOf(tx, [...key, period, period]),
      statementOfPeriod(tx, [...key, period]),
      vouchersWaiting(tx, [...key, from, to]),
      dividesOf(tx, key),
    ],
  )
  if (!books?.desk || !names) return undefined
  return {
    books,
    names,
    moved,
    gaps: gaps!,
    entries: entries!,
    // where nobody gets a part of it, all of it is the owners' without dividing
    unsettled: split!.divides && sources.some(isOpen),
    out,
    vouchers: vouchers!,
  }
}

export const pictureIn = ({ moved, gaps }: Draft) => pictureOf(moved.accounts, { ...moved, gaps })

export const factsOf = (
  draft: { books: BooksRow; unsettled: boolean; out: unknown },
  now: Date,
): PeriodFacts => ({
  first: monthOf(draft.books.from_day),
  closedThrough: draft.books.closed_through,
  today: monthOf(dayOf(now)),
  unsettled: draft.unsettled,
  out: draft.out !== undefined,
})

export const notReadyIn = (period: string, draft: Draft, now: Date) =>
  notReadyFor(period, factsOf(draft, now))

/** What is published, to the last byte. */
export function drawUp(
  period: string,
  draft: Draft,
  now: Date,
): { doc: StatementDoc; text: string; hash: string } {
  const doc: StatementDoc & { form: 2 } = {
    form: 2,
    ...draft.names,
    period,
    picture: pictureIn(draft),
    entries: draft.entries,
    publishedAt: now.toISOString(),
  }
  const text = statementText(doc)
  return { doc, text, hash: hashOf(text) }
}
