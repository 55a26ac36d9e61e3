import type { EntryKind } from '../../shared/entry/kinds'
import { entryKindWords } from '../../shared/entry/words'
import type { BooksHouse } from '../ledger/house'

interface Row {
  day: string
  kind: EntryKind
  memo: string | null
  debit: string
  credit: string
  fen: string
  balances: string
}
const yuan = (fen: number) => (fen / 100).toFixed(2)

/** The books as a treasurer reads them: each entry with what it moved, and what was in the accounts that are watched after it. */
export async function asTreasurerReads(house: BooksHouse, watched: readonly string[]): Promise<string> {
  const rows = await house.api.owner<Row>(
    `with moved as (
       select e.number, e.occurred_on, e.period, e.kind, e.memo, p.line, a.key, a.name, p.side, p.fen, a.id,
         case p.side when 'debit' then p.fen else -p.fen end as signed
       from entry e join posting p on p.community_id = e.community_id and p.compound_id = e.compound_id and p.entry_id = e.id
       join account a on a.community_id = p.community_id and a.compound_id = p.compound_id and a.id = p.account_id where e.compound_id = $1)
     select occurred_on::text || case when to_char(occurred_on, 'YYYY-MM') <> period then ' →' || right(period, 2) else '' end as day,
       kind, memo,
       string_agg(name || case when fen = total then '' else ' ' || round(fen / 100.0, 2) end, '+' order by line) filter (where side = 'debit') as debit,
       string_agg(name || case when fen = total then '' else ' ' || round(fen / 100.0, 2) end, '+' order by line) filter (where side = 'credit') as credit,
       max(total)::text as fen,
       (select string_agg(name || ' ' || round(case when kind in ('money', 'claim', 'expense') then held else -held end / 100.0, 2), '  ' order by code)
         from (select b.code, b.name, b.kind, coalesce(sum(m2.signed), 0) as held from account b left join moved m2 on m2.id = b.id and m2.number <= m.number
           where b.compound_id = $1 and b.key = any ($2) group by b.code, b.name, b.kind) h) as balances
     from (select *, sum(fen) filter (where side = 'debit') over (partition by number) as total from moved) m
     group by number, occurred_on, period, kind, memo order by number`,
    [house.at.compoundId, watched],
  )
  return rows
    .map(
      ({ day, kind, memo, debit, credit, fen, balances }) =>
        `${day} | ${entryKindWords[kind]}${memo === null ? '' : ` ${memo}`} | 借 ${debit} | 贷 ${credit} | ${yuan(Number(fen))} | ${balances}`,
    )
    .join('\n')
}
