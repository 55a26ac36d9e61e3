import type { Caller } from '../../shared/role/caller'
import { bodiesOf, type SpendingFacts, spendingRefusal } from '../../shared/spending/policy'
import type { SpendingAction } from '../../shared/spending/states'
import { bodyWords, spendingStateWords } from '../../shared/spending/words'
import { type BooksRow, lockBooks } from '../account/books'
import type { Connection } from '../kernel/database'
import type { MayRefuse } from '../kernel/verb'
import { type SpendingRow, spendingById } from './queries'

interface Key {
  communityId: string
  compoundId: string
  spendingId: string
}
/** A spending as it stands, held by the books of its compound. */
export interface Standing {
  books: BooksRow
  spending: SpendingRow
}

export async function loadStanding(tx: Connection, key: Key): Promise<Standing | undefined> {
  const [[books], [spending]] = await Promise.all([
    lockBooks(tx, [key.communityId, key.compoundId]),
    spendingById(tx, [key.communityId, key.compoundId, key.spendingId]),
  ])
  return books && spending && { books, spending }
}

export const factsOf = (s: SpendingRow): SpendingFacts => ({
  compoundId: s.compound_id,
  state: s.state,
  mine: s.mine,
  approvedBy: s.approvals.map((a) => a.body),
  approvedByMe: s.approvals.some((a) => a.mine),
})

/** Why this move may not be made, said with what the sentence needs. */
export function refuseMove<A extends SpendingAction>(
  action: A,
  { caller, loaded: { spending } }: { caller: Caller; loaded: { spending: SpendingRow } },
): [MayRefuse<`spending.${A}`>, Record<string, string>] | undefined {
  // what the policy answers for an action is what its endpoint declares; a test holds the two together
  const say = (
    code: string,
    about: Record<string, string> = {},
  ): [MayRefuse<`spending.${A}`>, typeof about] => [code as MayRefuse<`spending.${A}`>, about]
  const refusal = spendingRefusal(caller, factsOf(spending), action)
  if (refusal === undefined) return undefined
  if (refusal === 'spending_moved') return say(refusal, { state: spendingStateWords[spending.state] })
  if (refusal !== 'body_approved') return say(refusal)
  return say(refusal, {
    body: bodiesOf(caller, spending.compound_id)
      .map((body) => bodyWords[body])
      .join('、'),
  })
}
