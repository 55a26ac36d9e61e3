-- A home that owes for its space and for its refuse is one; whoever rents without a home is counted by lease.
create or replace function arrears_homes(of_community uuid, of_compound uuid) returns bigint
language sql stable security definer set search_path = public, pg_temp as $$
  select count(distinct coalesce(c.home_id, c.lease_id)) from charge c
  where c.community_id = of_community and c.compound_id = of_compound and c.paid_fen + c.lowered_fen < c.fen and of_compound = any (my_books())
$$;

-- What was prepaid is looked for with every tick.
create index held_prepaid on held (community_id, compound_id, of_id) where prepaid_fen > 0;
