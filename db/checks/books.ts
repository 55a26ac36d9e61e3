import type { ClientBase } from 'pg'
import { publishedChecks } from './published'
import { wallChecks } from './walls'

// Each finds what is not as it must be; nothing found is well. They recount from the postings and rows beside them what the database keeps.
const sign = `case p.side when 'debit' then p.fen else -p.fen end`
const balance = (key: string) =>
  `coalesce((select a.balance_fen from account a where a.community_id = b.community_id and a.compound_id = b.compound_id and a.key = '${key}'), 0)`
const perBooks = (kept: string, counted: string) =>
  `select b.compound_id::text as what, ${kept} as kept, ${counted} as counted from books b where ${kept} is distinct from ${counted}`
const of = (table: string, t: string) =>
  `from ${table} ${t} where ${t}.community_id = b.community_id and ${t}.compound_id = b.compound_id`

export const booksChecks: Record<string, string> = {
  ...publishedChecks,
  ...wallChecks,
  'a charge of which more was paid than it came to': `select id::text as what, fen as kept, paid_fen + lowered_fen as counted from charge
    where paid_fen + lowered_fen > fen or paid_fen < 0 or lowered_fen < 0`,
  'an entry whose sides differ, or that lacks a line': `select e.id::text as what, e.total_fen as kept, s.debit as counted from entry e
    cross join lateral (select count(*) as n, coalesce(sum(p.fen) filter (where p.side = 'debit'), 0) as debit, coalesce(sum(p.fen) filter (where p.side = 'credit'), 0) as credit
      from posting p where p.community_id = e.community_id and p.compound_id = e.compound_id and p.entry_id = e.id) s
    where s.n <> e.lines or s.debit <> e.total_fen or s.credit <> e.total_fen`,
  'an account whose balance is not that of its postings': `select a.id::text as what, a.balance_fen as kept, s.fen as counted from account a
    cross join lateral (select coalesce(sum(${sign}), 0) as fen from posting p
      where p.community_id = a.community_id and p.compound_id = a.compound_id and p.account_id = a.id) s where s.fen <> a.balance_fen`,
  'a month of an account that is not that of its postings': `with counted as (
      select p.community_id, p.compound_id, p.account_id, e.period, sum(p.fen) filter (where p.side = 'debit') as debit, sum(p.fen) filter (where p.side = 'credit') as credit
      from posting p join entry e on e.community_id = p.community_id and e.compound_id = p.compound_id and e.id = p.entry_id group by 1, 2, 3, 4)
    select coalesce(m.account_id, c.account_id)::text || ' ' || coalesce(m.period, c.period) as what, m.debit_fen - m.credit_fen as kept,
      coalesce(c.debit, 0) - coalesce(c.credit, 0) as counted
    from account_month m full join counted c using (community_id, compound_id, account_id, period)
    where m.debit_fen is distinct from coalesce(c.debit, 0) or m.credit_fen is distinct from coalesce(c.credit, 0)`,
  'books that do not come to nothing': perBooks(
    `coalesce((select sum(a.balance_fen) ${of('account', 'a')}), 0)`,
    '0',
  ),
  'an account below its floor': `select id::text as what, balance_fen as kept, 0 as counted from account
    where (floor = 'debit' and balance_fen < 0) or (floor = 'credit' and balance_fen > 0)`,
  'numbers that skip or repeat': `select compound_id::text as what, last_number as kept,
      (select count(*) from entry e where e.community_id = b.community_id and e.compound_id = b.compound_id) as counted from books b
    where last_number <> (select count(*) from entry e where e.community_id = b.community_id and e.compound_id = b.compound_id)
       or last_number <> coalesce((select max(number) from entry e where e.community_id = b.community_id and e.compound_id = b.compound_id), 0)`,
  'an entry that counts in a month before the one that it happened in': `select id::text as what, 0 as kept, 0 as counted from entry
    where period < to_char(occurred_on, 'YYYY-MM')`,
  'a reversal of a reversal, or one that does not mirror': `select e.id::text as what, e.total_fen as kept, f.total_fen as counted from entry e
    join entry f on f.community_id = e.community_id and f.compound_id = e.compound_id and f.id = e.reverses
    where f.kind = 'reversal' or (e.lines, e.total_fen) is distinct from (f.lines, f.total_fen) or exists (
      select account_id, side, fen from posting p where p.community_id = e.community_id and p.compound_id = e.compound_id and p.entry_id = e.id
      except all select account_id, case side when 'debit' then 'credit' else 'debit' end, fen from posting p
        where p.community_id = e.community_id and p.compound_id = e.compound_id and p.entry_id = f.id)`,
  'money that went out without its paper': `select e.id::text as what, e.total_fen as kept, 0 as counted from entry e
    where (e.kind in ('refunded', 'managerPaid', 'advanced', 'repaid', 'spent', 'fundSpent', 'fundReturned') or e.kind = 'manual' and exists (
        select 1 from posting p join account a on a.community_id = p.community_id and a.compound_id = p.compound_id and a.id = p.account_id and a.kind = 'expense'
        where p.community_id = e.community_id and p.compound_id = e.compound_id and p.entry_id = e.id and p.side = 'debit'))
      and not exists (select 1 from entry_voucher v where v.community_id = e.community_id and v.compound_id = e.compound_id and v.entry_id = e.id)`,
  'dues that are not those of the charges': perBooks(
    balance('due'),
    `coalesce((select sum(c.fen - c.lowered_fen - c.paid_fen) ${of('charge', 'c')}), 0)`,
  ),
  'dues without their other side': perBooks(balance('due'), `-${balance('unpaid')}`),
  'prepayments that are not those held': perBooks(
    `-${balance('prepaid')}`,
    `coalesce((select sum(h.prepaid_fen) ${of('held', 'h')}), 0)`,
  ),
  'deposits that are not those held': perBooks(
    `-${balance('deposit')}`,
    `coalesce((select sum(h.deposit_fen) ${of('held', 'h')}), 0)`,
  ),
  'an advance that is not what is owed': perBooks(
    `-${balance('advance')}`,
    `coalesce((select sum(v.total_fen - v.repaid_fen) ${of('advance', 'v')} and not exists (select 1 from entry r
      where r.community_id = v.community_id and r.compound_id = v.compound_id and r.reverses = v.id)), 0)`,
  ),
  'a charge whose payments are not its own': `select c.id::text as what, c.paid_fen as kept, s.fen as counted from charge c cross join lateral (
      select coalesce((select sum(p.fen) from payment_part p where p.community_id = c.community_id and p.compound_id = c.compound_id and p.charge_id = c.id
          and not exists (select 1 from entry r where r.community_id = p.community_id and r.compound_id = p.compound_id and r.reverses = p.entry_id)), 0)
        - coalesce((select sum(l.prepaid_fen) from lowering l where l.community_id = c.community_id and l.compound_id = c.compound_id and l.charge_id = c.id
          and not exists (select 1 from entry r where r.community_id = l.community_id and r.compound_id = l.compound_id and r.reverses = l.entry_id)), 0) as fen) s
    where s.fen <> c.paid_fen`,
  'a charge lowered by other than what was taken off it': `select c.id::text as what, c.lowered_fen as kept, s.fen as counted from charge c cross join lateral (
      select coalesce(sum(l.fen), 0) as fen from lowering l where l.community_id = c.community_id and l.compound_id = c.compound_id and l.charge_id = c.id
        and not exists (select 1 from entry r where r.community_id = l.community_id and r.compound_id = l.compound_id and r.reverses = l.entry_id)) s
    where s.fen <> c.lowered_fen`,
  'a month out of which something else was paid back': `select s.period as what, s.repaid_fen as kept, r.fen as counted from settlement s cross join lateral (
      select coalesce(sum(r.fen), 0) as fen from repayment r where r.community_id = s.community_id and r.compound_id = s.compound_id
        and r.period = s.period and r.account_id = s.account_id and r.reversed_by is null) r
    where r.fen <> s.repaid_fen or s.repaid_fen < 0 or s.repaid_fen > greatest(s.owners_fen, 0)`,
  'a share of the manager that is not in the books': perBooks(
    `coalesce((select sum(s.manager_fen) ${of('settlement', 's')}), 0)`,
    `coalesce((select sum(-(${sign})) from posting p join entry e on e.community_id = p.community_id and e.compound_id = p.compound_id and e.id = p.entry_id
       join account a on a.community_id = p.community_id and a.compound_id = p.compound_id and a.id = p.account_id and a.key = 'managerShare'
       where e.kind = 'split' and p.community_id = b.community_id and p.compound_id = b.compound_id), 0)`,
  ),
  'a fund that is not what was paid, spent and given back': `select f.resolution_id::text as what, -a.balance_fen as kept, s.fen as counted from fund f
    join account a on a.community_id = f.community_id and a.compound_id = f.compound_id and a.id = f.account_id
    cross join lateral (select coalesce((select sum(h.paid_fen - h.returned_fen) from fund_home h where h.community_id = f.community_id and h.compound_id = f.compound_id
        and h.resolution_id = f.resolution_id), 0) - coalesce((select sum(${sign}) from posting p join entry e on e.community_id = p.community_id
        and e.compound_id = p.compound_id and e.id = p.entry_id left join entry o on o.community_id = e.community_id and o.compound_id = e.compound_id and o.id = e.reverses
        where p.community_id = f.community_id and p.compound_id = f.compound_id and p.account_id = f.account_id and coalesce(o.kind, e.kind) = 'fundSpent'), 0) as fen) s
    where s.fen <> -a.balance_fen`,
}

/** Everything that does not hold in any compound's books, each said with what is kept and what was counted. */
export async function findBooksFaults(client: ClientBase): Promise<string[]> {
  const faults: string[] = []
  for (const [says, sql] of Object.entries(booksChecks)) {
    const { rows } = await client.query<{ what: string; kept: string; counted: string }>(sql)
    for (const { what, kept, counted } of rows) faults.push(`${says}: ${what} (${kept}, counted ${counted})`)
  }
  return faults
}
