import { reachOf, repaymentOf } from '../../shared/advance/rules'
import { lockBooks } from '../account/books'
import { entrySent } from '../entry/posting'
import type { Connection } from '../kernel/database'
import { advanceById, type ShareRow, sharesOf } from './queries'
import { planOf } from './view'

interface Asked {
  communityId: string
  compoundId: string
  advanceId: string
}
type Advance = Awaited<ReturnType<typeof advanceById>>[number]

/** What of a month's share may still go into this advance: its part, and never more than is left. */
export const availableIn = ({ owners_fen, repaid_fen }: ShareRow, shareBp: number): number =>
  Math.max(0, reachOf(owners_fen, shareBp) - repaid_fen)

/** What is paid back for a settled month; undefined where that is not settled. */
export function planned(advance: Advance, shares: readonly ShareRow[], month: string) {
  const share = shares.find((s) => s.period === month)
  if (!share) return undefined
  const availableFen = availableIn(share, advance.share_bp)
  return { share, availableFen, fen: repaymentOf(planOf(advance), advance.repaid_fen, month, availableFen) }
}

/** Out of which months a sum comes, the oldest first; what is missing is told. */
export function drawn(fen: number, shares: readonly ShareRow[], shareBp: number) {
  const parts: { share: ShareRow; fen: number }[] = []
  let left = fen
  for (const share of shares) {
    const part = Math.min(left, availableIn(share, shareBp))
    if (part > 0) parts.push({ share, fen: part })
    left -= part
  }
  return { parts, left }
}

/** The books are held, so that the same share is not paid twice. */
export async function loadRepaying(
  tx: Connection,
  { communityId, compoundId, advanceId }: Asked,
  id: string,
) {
  const key = [communityId, compoundId]
  const [[books], [advance], shares, [before]] = await Promise.all([
    lockBooks(tx, key),
    advanceById(tx, [...key, advanceId]),
    sharesOf(tx, key),
    entrySent(tx, [...key, id]),
  ])
  return books && advance && { books, advance, shares, before }
}
