import type { Input } from '../../shared/contract'
import { lockBooks } from '../account/books'
import { heldOf, openOf } from '../charge/queries'
import { entrySent } from '../entry/posting'
import type { Connection } from '../kernel/database'
import { payerOf } from './queries'

type Of = Input<'receipt.take'>['of']
interface Asked {
  communityId: string
  compoundId: string
  id: string
  of: Of
}
export const payerId = ({ leaseId, homeId }: Of): string | null => leaseId ?? homeId ?? null
export const isOnePayer = ({ leaseId, homeId }: Of): boolean =>
  (leaseId === undefined) !== (homeId === undefined)

/** Who pays, what is open of theirs, and whether this was sent before; the books are held meanwhile. */
export async function loadPaying(tx: Connection, { communityId, compoundId, id, of }: Asked) {
  const books = [communityId, compoundId]
  const whose = [of.leaseId ?? null, of.homeId ?? null]
  const [[row], [payer], open, [before], [held]] = await Promise.all([
    lockBooks(tx, books),
    payerOf(tx, [...books, ...whose]),
    openOf(tx, [...books, ...whose]),
    entrySent(tx, [...books, id]),
    heldOf(tx, [...books, payerId(of)]),
  ])
  return row && { books: row, payer, open, before, held }
}
