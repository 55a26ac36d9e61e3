-- What is asked for from a fund, or paid without its paper, is not in the books yet: until it is, nothing of the fund goes back.
create function fund_is_free() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if exists (select 1 from spending s where s.community_id = new.community_id and s.compound_id = new.compound_id
      and s.fund_of = new.resolution_id and s.state in ('asked', 'approved', 'gap')) then
    raise exception 'something of it is still out' using errcode = 'check_violation', constraint = 'fund_in_use';
  end if;
  return new;
end $$;
create trigger fund_is_free before update of closed_at on fund for each row when (new.closed_at is not null) execute function fund_is_free();

-- and from one that went back nothing is asked for
create function fund_is_open() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if exists (select 1 from fund f where f.community_id = new.community_id and f.compound_id = new.compound_id
      and f.resolution_id = new.fund_of and f.closed_at is not null) then
    raise exception 'it went back' using errcode = 'check_violation', constraint = 'fund_is_open';
  end if;
  return new;
end $$;
create trigger fund_is_open before insert on spending for each row when (new.fund_of is not null) execute function fund_is_open();
