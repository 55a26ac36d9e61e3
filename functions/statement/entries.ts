import type { Side } from '../../shared/account/chart'
import type { EntryKind } from '../../shared/entry/kinds'
import { query } from '../kernel/database'

/** More than that is not written into one file. */
export const writtenAtMost = 20_000

export interface WrittenEntry {
  number: number
  kind: EntryKind
  occurred_on: string
  period: string
  memo: string | null
  reverses: number | null
  total_fen: number
  vouchers: number
  lines: { accountId: string; side: Side; fen: number }[]
}
// the opening is what the span begins with
const written = (
  from: string,
  within: string,
) => `select e.number, e.kind, e.occurred_on::text, e.period, e.memo, f.number as reverses, e.total_fen::float8,
     (select count(*)::int from entry_voucher v where v.community_id = e.community_id and v.compound_id = e.compound_id and v.entry_id = e.id) as vouchers,
     (select json_agg(json_build_object('accountId', p.account_id, 'side', p.side, 'fen', p.fen) order by p.line) from posting p
       where p.community_id = e.community_id and p.compound_id = e.compound_id and p.entry_id = e.id) as lines
   from ${from} left join entry f on f.community_id = e.community_id and f.compound_id = e.compound_id and f.id = e.reverses
   where e.community_id = $1 and e.compound_id = $2 and ${within} and e.kind <> 'opening' and f.kind is distinct from 'opening'
   order by e.number limit ${writtenAtMost + 1}`
export const entriesBetween = query<WrittenEntry>(
  'statement.entriesBetween',
  written('entry e', 'e.period between $3 and $4'),
)
/** Those that count in the month or the year of a statement. */
export const entriesOfStatement = query<WrittenEntry>(
  'statement.entriesOf',
  written(
    'statement s join entry e on e.community_id = s.community_id and e.compound_id = s.compound_id',
    `s.id = $3 and e.period like s.period || '%'`,
  ),
)
