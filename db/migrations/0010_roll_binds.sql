-- A number on the roll that somebody has bound already: the home is theirs at once, as when they bind it afterwards.
-- Only ties of the caller's own communities; of the person nothing is told but that the tie is bound.
create function bind_ties(of_community uuid, ties uuid[], on_day date)
returns table (tie_id uuid, home_id uuid, person_id uuid)
language plpgsql security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
begin
  if not coalesce(of_community = any (my_communities()), false) then return; end if;
  return query
    with fits as (
      -- the same number twice on one home binds once
      select distinct on (t.home_id, t.kind, p.id) t.id, p.id as person, t.name
      from home_tie t join person p on p.phone_index = t.phone_index and p.erased_at is null
      where t.community_id = of_community and t.id = any (ties) and t.person_id is null
        and (t.to_day is null or t.to_day >= on_day)
        and not exists (select 1 from home_tie o where o.community_id = t.community_id and o.home_id = t.home_id
                        and o.person_id = p.id and o.kind = t.kind and o.to_day is null)
      order by t.home_id, t.kind, p.id, t.to_day nulls first, t.id
    ), bound as (
      update home_tie t set person_id = f.person from fits f
      where t.community_id = of_community and t.id = f.id
      returning t.id, t.home_id, t.person_id
    ), named as (
      update person set name = f.name
      from (select distinct on (person) person, name from fits where name is not null order by person, id) f
      where person.id = f.person and person.name is null
    )
    select b.id, b.home_id, b.person_id from bound b;
end $$;
revoke execute on function bind_ties(uuid, uuid[], date) from public;
grant execute on function bind_ties(uuid, uuid[], date) to app;
