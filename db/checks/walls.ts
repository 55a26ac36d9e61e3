import { feesByHandAtMost, linesOf } from '../../shared/entry/lines'

// What an entry moves, held against what its kind may move: the word beside the money proves nothing.
const lines = Object.entries(linesOf).flatMap(([kind, sides]) => sides.map((line) => `'${kind} ${line}'`))
const part = `case when a.kind in ('money', 'income') then a.kind when a.key = 'expense.manager' then 'managerExpense'
  when a.kind = 'expense' then a.kind when a.key like 'fund.%' then 'fund' else a.key end`
const posted = `posting p on p.community_id = e.community_id and p.compound_id = e.compound_id and p.entry_id = e.id
  join account a on a.community_id = p.community_id and a.compound_id = p.compound_id and a.id = p.account_id`
const same = (t: string) => `${t}.community_id = e.community_id and ${t}.compound_id = e.compound_id`

export const wallChecks: Record<string, string> = {
  'an entry that moves what its kind does not': `select e.id::text as what, e.kind as kept, p.side || ' ' || ${part} as counted from entry e join ${posted}
    where e.kind <> 'reversal' and ((e.kind || ' ' || p.side || ' ' || ${part}) <> all (array[${lines.join(', ')}]) or (e.kind = 'manual' and not a.by_hand))`,
  'more of bank fees by hand than goes in a month': `select e.compound_id::text || ' ' || e.period as what, ${feesByHandAtMost} as kept, sum(p.fen) as counted
    from entry e join ${posted} where e.kind = 'manual' and a.kind = 'expense' and p.side = 'debit'
      and not exists (select 1 from entry r where ${same('r')} and r.reverses = e.id)
    group by e.community_id, e.compound_id, e.period having sum(p.fen) > ${feesByHandAtMost}`,
  'an entry that counts in a month that had not come': `select e.id::text as what, to_char(e.recorded_at at time zone 'Asia/Shanghai', 'YYYY-MM') as kept, e.period as counted
    from entry e join books b on b.community_id = e.community_id and b.compound_id = e.compound_id
    where e.period > greatest(to_char(e.recorded_at at time zone 'Asia/Shanghai', 'YYYY-MM'),
      to_char((coalesce(b.closed_through, '2000-01') || '-01')::date + interval '1 month', 'YYYY-MM'))`,
  'an opening that is not on the first day, or its end': `select e.id::text as what, b.from_day::text as kept, e.occurred_on::text as counted from entry e
    join books b on b.community_id = e.community_id and b.compound_id = e.compound_id
    left join entry f on ${same('f')} and f.id = e.reverses
    where coalesce(f.kind, e.kind) = 'opening' and (e.occurred_on <> b.from_day or e.period <> to_char(b.from_day, 'YYYY-MM'))`,
  'money that was there and is told twice': `select e.compound_id::text as what, 1 as kept, count(*) as counted from entry e
    where e.kind = 'opening' and exists (select 1 from posting p join account a on a.community_id = p.community_id and a.compound_id = p.compound_id
        and a.id = p.account_id and a.kind = 'money' where ${same('p')} and p.entry_id = e.id)
      and not exists (select 1 from entry r where ${same('r')} and r.reverses = e.id)
    group by e.community_id, e.compound_id having count(*) > 1`,
  'something carried over that is not in the books': `select e.id::text as what, e.total_fen as kept, s.fen as counted from entry e cross join lateral (select coalesce(
      (select v.total_fen - v.before_fen from advance v where ${same('v')} and v.id = e.id),
      (select c.prepaid_fen + c.deposit_fen from carried_over c where ${same('c')} and c.id = e.id)) as fen) s
    where e.kind = 'opening' and s.fen is distinct from e.total_fen and not exists (select 1 from posting p join account a on a.community_id = p.community_id
      and a.compound_id = p.compound_id and a.id = p.account_id and a.kind = 'money' where ${same('p')} and p.entry_id = e.id)`,
  'money that went out or is owed for nothing': `select e.id::text as what, e.total_fen as kept, s.fen as counted from entry e cross join lateral (select case e.kind
      when 'refunded' then (select r.fen from receipt r where ${same('r')} and r.id = e.id and r.kind = 'refund')
      when 'advanced' then (select v.total_fen from advance v where ${same('v')} and v.id = e.id)
      when 'repaid' then (select sum(r.fen) from repayment r where ${same('r')} and r.entry_id = e.id)
      else (select -sum(f.fen) from fund_payment f where ${same('f')} and f.entry_id = e.id) end as fen) s
    where e.kind in ('refunded', 'advanced', 'repaid', 'fundReturned') and s.fen is distinct from e.total_fen`,
}
