import type { Side } from '../../shared/account/chart'
import type { EntryKind } from '../../shared/entry/kinds'
import { query } from '../kernel/database'
import type { Act } from '../kernel/record'

/** One side of one account, by its key: shared/account/chart.ts, `fund.…`, or an account of the compound's own. */
export interface Line {
  key: string
  side: Side
  fen: number
}
export const debit = (key: string, fen: number): Line => ({ key, side: 'debit', fen })
export const credit = (key: string, fen: number): Line => ({ key, side: 'credit', fen })

export interface Posting {
  communityId: string
  compoundId: string
  /** That of the thing it comes from, where there is one: both are there, or neither. */
  entryId: string
  kind: EntryKind
  /** The day on which it happened; in which month it counts is for the books to say. */
  on: string
  lines: readonly Line[]
  memo?: string | undefined
  /** What was sent, so that the same id with other content is known. */
  hash: Buffer
}
export interface Posted {
  number: number
  period: string
}

const postEntry = query<Posted>(
  'entry.post',
  'select number, period from post_entry($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)',
)
const sign = (side: Side) => (side === 'debit' ? 1 : -1)

/** Lines of one account come together on one side, and what is nothing goes. */
export function folded(lines: readonly Line[]): Line[] {
  const of = new Map<string, number>()
  for (const { key, side, fen } of lines) of.set(key, (of.get(key) ?? 0) + sign(side) * fen)
  return [...of]
    .filter(([, fen]) => fen !== 0)
    .map(([key, fen]) => (fen > 0 ? debit(key, fen) : credit(key, -fen)))
}

/** Puts an entry into the books with all of its lines, in one statement. Whether it balances, Postgres says at the end. */
export async function post({ tx, now, caller, as }: Act, posting: Posting): Promise<Posted> {
  const { communityId, compoundId, entryId, kind, on, memo, hash } = posting
  const lines = folded(posting.lines)
  const [posted] = await postEntry(tx, [
    ...[communityId, compoundId, entryId, kind, on, now, caller.personId, as ?? null, memo ?? null, hash],
    ...[lines.map((l) => l.key), lines.map((l) => l.side), lines.map((l) => l.fen)],
  ])
  return posted!
}

/** What stands under an id already. */
export interface SentRow extends Posted {
  kind: EntryKind
  total_fen: number
  sent_hash: Buffer | null
}
export const entrySent = query<SentRow>(
  'entry.sent',
  'select number, period, kind, total_fen::float8, sent_hash from entry where community_id = $1 and compound_id = $2 and id = $3',
)
/** The same thing sent again is answered as it stands; other content under a used id is refused. */
export const takenBy = (before: SentRow | undefined, hash: Buffer): 'id_taken' | undefined =>
  before && !before.sent_hash?.equals(hash) ? 'id_taken' : undefined

/** Constraints that stand for a refusal wherever money moves. */
export const moneyConflicts = { account_floor: 'not_enough', entry_pkey: 'id_taken' } as const
