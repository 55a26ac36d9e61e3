// What was asked for, approved and published, held against what is in the books.
const within = `e.community_id = s.community_id and e.compound_id = s.compound_id and e.period like s.period || '%'`
// what was there when the books were opened, and what takes it back, neither came nor went
const moves = `e.kind <> 'opening' and not exists (select 1 from entry f
  where f.community_id = e.community_id and f.compound_id = e.compound_id and f.id = e.reverses and f.kind = 'opening')`
// what a reversal moves counts against what it reverses, on that side
const asMeant = 'case when e.reverses is null then 1 else -1 end'
const wasCredit = `((p.side = 'credit') = (e.reverses is null))`
const withMoney = `exists (select 1 from posting q join account b on b.community_id = q.community_id and b.compound_id = q.compound_id and b.id = q.account_id
  where q.community_id = e.community_id and q.compound_id = e.compound_id and q.entry_id = e.id and b.kind = 'money')`
const upTo = `case when length(s.period) = 4 then s.period || '-12' else s.period end`
const behind = (t: string) =>
  `${t}.community_id = s.community_id and ${t}.compound_id = s.compound_id and ${t}.spending_id = s.id`

export const publishedChecks: Record<string, string> = {
  'a statement whose hash is not that of its text': `select s.id::text as what, s.hash as kept, encode(sha256(convert_to(s.text, 'UTF8')), 'hex') as counted
    from statement s where s.hash <> encode(sha256(convert_to(s.text, 'UTF8')), 'hex')`,
  'a statement whose lines are not those of its entries': `with said as (
      select s.id, x.way, (x.p ->> 'accountId')::uuid as account_id, (x.p ->> 'fen')::bigint as fen from statement s
      cross join lateral unnest(array['sources', 'uses', 'turned']) w(way)
      cross join lateral (select w.way, p from jsonb_array_elements(coalesce(s.doc #> array['picture', w.way], '[]')) p) x),
    moved as (
      select s.id, s.doc ->> 'form' as form, p.account_id, a.kind, sum(case p.side when 'credit' then p.fen else -p.fen end) as net,
        coalesce(sum(${asMeant} * p.fen) filter (where ${withMoney} and ${wasCredit}), 0) as came,
        coalesce(sum(${asMeant} * p.fen) filter (where ${withMoney} and not ${wasCredit}), 0) as went
      from statement s join entry e on ${within} and ${moves}
      join posting p on p.community_id = e.community_id and p.compound_id = e.compound_id and p.entry_id = e.id
      join account a on a.community_id = p.community_id and a.compound_id = p.compound_id and a.id = p.account_id
        and a.kind <> 'money' and a.key not in ('due', 'unpaid')
      group by s.community_id, s.compound_id, s.id, p.account_id, a.kind),
    -- the first form told of every account what was left of all that moved
    formed as (select id, form, account_id, kind, net, case form when '1' then net else came end as came, case form when '1' then 0 else went end as went from moved),
    counted as (
      select id, account_id, c.way, c.fen from formed cross join lateral (values ('sources', greatest(came, 0) + greatest(-went, 0)),
        ('uses', greatest(went, 0) + greatest(-came, 0)),
        ('turned', case kind when 'income' then net - came + went when 'expense' then came - went - net else 0 end)) c(way, fen) where c.fen <> 0)
    select id::text || ' ' || way || ' ' || account_id as what, said.fen as kept, counted.fen as counted from said full join counted using (id, way, account_id)
    where said.fen is distinct from counted.fen`,
  'money of a month that did not come and go so': `with counted as (
      select p.community_id, p.compound_id, p.account_id, e.period, coalesce(sum(${asMeant} * p.fen) filter (where ${wasCredit}), 0) as came,
        coalesce(sum(${asMeant} * p.fen) filter (where not ${wasCredit}), 0) as went
      from entry e join posting p on p.community_id = e.community_id and p.compound_id = e.compound_id and p.entry_id = e.id
      join account a on a.community_id = p.community_id and a.compound_id = p.compound_id and a.id = p.account_id
        and a.kind <> 'money' and a.key not in ('due', 'unpaid')
      where ${moves} and ${withMoney} group by 1, 2, 3, 4)
    select m.account_id::text || ' ' || m.period as what, m.came_fen - m.went_fen as kept, coalesce(c.came, 0) - coalesce(c.went, 0) as counted
    from account_month m left join counted c using (community_id, compound_id, account_id, period)
    where m.came_fen <> coalesce(c.came, 0) or m.went_fen <> coalesce(c.went, 0)`,
  'a statement that does not come out at the money that was there': `select s.id::text as what, s.doc #>> '{picture,closingFen}' as kept, m.fen as counted
    from statement s cross join lateral (
      select coalesce(sum(case p.side when 'debit' then p.fen else -p.fen end), 0) as fen from entry e
      join posting p on p.community_id = e.community_id and p.compound_id = e.compound_id and p.entry_id = e.id
      join account a on a.community_id = p.community_id and a.compound_id = p.compound_id and a.id = p.account_id and a.kind = 'money'
      where e.community_id = s.community_id and e.compound_id = s.compound_id and e.period <= ${upTo}) m
    where (s.doc #>> '{picture,closingFen}')::bigint <> m.fen
      or (s.doc #>> '{picture,openingFen}')::bigint + (s.doc #>> '{picture,sourcesFen}')::bigint - (s.doc #>> '{picture,usesFen}')::bigint <> m.fen`,
  'a statement that counts other entries than there are': `select s.id::text as what, s.doc ->> 'entries' as kept, n.count || ' ' || n.fen as counted
    from statement s cross join lateral (select count(*) as count, coalesce(sum(e.total_fen), 0) as fen from entry e where ${within}) n
    where (s.doc #>> '{entries,count}')::bigint <> n.count or (s.doc #>> '{entries,totalFen}')::bigint <> n.fen`,
  'a statement of a month that still takes entries': `select s.id::text as what, s.period as kept, b.closed_through as counted from statement s
    join books b on b.community_id = s.community_id and b.compound_id = s.compound_id where b.closed_through is null or b.closed_through < ${upTo}`,
  'a month that is closed without its statement': `select b.compound_id::text as what, to_char(m, 'YYYY-MM') as kept, null as counted from books b
    cross join lateral generate_series(b.from_day, (b.closed_through || '-01')::date, interval '1 month') m
    where not exists (select 1 from statement s where s.community_id = b.community_id and s.compound_id = b.compound_id and s.period = to_char(m, 'YYYY-MM'))`,
  'a spending that went on without two people of two bodies': `select s.id::text as what, s.state as kept, count(a.body) as counted from spending s
    left join spending_approval a on ${behind('a')}
    where s.state in ('approved', 'gap', 'paid', 'reversed') group by s.community_id, s.compound_id, s.id
    having count(distinct a.body) < 2 or count(distinct a.person_id) < 2`,
  'a spending approved by whoever asked for it': `select s.id::text as what, s.state as kept, a.body as counted from spending s
    join spending_approval a on ${behind('a')} and a.person_id = s.asked_by`,
  'a spending whose entry is another': `select s.id::text as what, s.fen as kept, e.total_fen as counted from spending s
    left join entry e on e.community_id = s.community_id and e.compound_id = s.compound_id and e.id = s.entry_id
    where (s.state in ('paid', 'reversed')) <> (e.id is not null) or e.total_fen <> s.fen or e.occurred_on <> s.paid_on
      or e.kind <> case when s.fund_of is null then 'spent' else 'fundSpent' end`,
  'money that went out as a spending that nobody approved': `select e.id::text as what, e.total_fen as kept, null as counted from entry e
    where e.kind in ('spent', 'fundSpent') and not exists (select 1 from spending s
      where s.community_id = e.community_id and s.compound_id = e.compound_id and s.entry_id = e.id and s.state in ('paid', 'reversed'))`,
  'shares that do not come to the cost': `select a.id::text as what, a.total_fen as kept, sum(s.fen) as counted from apportionment a
    left join apportionment_share s on s.community_id = a.community_id and s.compound_id = a.compound_id and s.apportionment_id = a.id
    group by a.community_id, a.compound_id, a.id having coalesce(sum(s.fen), 0) <> a.total_fen or count(s.home_id) <> a.homes`,
}
