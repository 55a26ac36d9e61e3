-- A day for which a lease was charged keeps its price, and is charged once: no tariff begins on it or before it any more, and no lease is prolonged
-- into a month that it was charged for already, because the scheduler charges a month once.
create function tariff_after_charged() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if exists (select 1 from lease l join charge c on c.community_id = l.community_id and c.compound_id = l.compound_id and c.lease_id = l.id
      where l.community_id = new.community_id and l.compound_id = new.compound_id and l.space_id = new.space_id and l.agreed_unit is null
        and least(c.to_day, l.to_day) >= new.from_day) then
    raise exception 'space % was charged for days from % on', new.space_id, new.from_day using errcode = 'check_violation', constraint = 'tariff_after_charged';
  end if;
  return new;
end $$;
create trigger tariff_after_charged before insert or update on space_tariff for each row execute function tariff_after_charged();

create function lease_ends_with_charged() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if exists (select 1 from charge c where c.community_id = new.community_id and c.compound_id = new.compound_id and c.lease_id = new.id
      and c.period >= month_of(old.to_day + 1)) then
    raise exception 'lease % was charged for the month after its end', new.id using errcode = 'check_violation', constraint = 'lease_ends_with_charged';
  end if;
  return new;
end $$;
create trigger lease_ends_with_charged before update of to_day on lease for each row
  when (old.to_day < coalesce(new.to_day, 'infinity')) execute function lease_ends_with_charged();

-- leases are listed by the number of their space
drop index lease_in_order;
