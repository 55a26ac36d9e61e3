-- What was covered badly is covered again: the paper stays as it is, its copy gives way to a better one and is gone.
drop trigger frozen_masked on entry_voucher;
create trigger frozen_paper before update on entry_voucher for each row
  when ((old.community_id, old.photo_id, old.compound_id, old.entry_id, old.place)
      is distinct from (new.community_id, new.photo_id, new.compound_id, new.entry_id, new.place)
    or (old.masked_photo_id is not null and new.masked_photo_id is null)) execute function posted_is_frozen();
create function copy_gives_way() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update photo set author_id = null, state = 'refused', refused_for = 'forgotten', width = null, height = null, made_at = null,
    check_state = 'waiting', checked_by = null, checked_at = null, open_until = coalesce(open_until, opened_at)
    where community_id = old.community_id and id = old.masked_photo_id;
  return null;
end $$;
create trigger copy_gives_way after update of masked_photo_id on entry_voucher for each row
  when (old.masked_photo_id is not null and old.masked_photo_id <> new.masked_photo_id) execute function copy_gives_way();

-- Compounds whose vouchers I see whole: I keep their books or sit in one of their bodies.
create function my_papers_of() returns uuid[] language sql stable security definer set search_path = public, pg_temp as $$
  select array(select g.compound_id from role_grant g where g.person_id = me()
    and g.role in ('bookkeeper', 'committeeMember', 'committeeDirector', 'branchSecretary', 'supervisor')
    and g.from_day <= my_day() and (g.to_day is null or g.to_day >= my_day()))
$$;
create or replace function entry_vouchers(of_community uuid, of_compound uuid, of_entry uuid)
returns table (photo_id uuid, masked boolean, masked_key text, paper_key text)
language sql stable security definer set search_path = public, pg_temp as $$
  select v.photo_id, v.masked_photo_id is not null, case m.state when 'ready' then m.file_key end,
    case when p.state = 'ready' and of_compound = any (my_papers_of()) then p.file_key end
  from entry_voucher v
  join photo p on p.community_id = v.community_id and p.id = v.photo_id
  left join photo m on m.community_id = v.community_id and m.id = v.masked_photo_id
  where v.community_id = of_community and v.compound_id = of_compound and v.entry_id = of_entry and of_compound = any (my_books())
  order by v.place, v.photo_id
$$;
-- A paper behind an entry is none of the photos that a community worker looks at before others see them.
create function is_paper(of_community uuid, of_photo uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select 1 from entry_voucher where community_id = of_community and photo_id = of_photo)
    or exists (select 1 from entry_voucher where community_id = of_community and masked_photo_id = of_photo)
$$;
create policy no_papers on photo as restrictive for select to app using (author_id = (select me()) or not is_paper(community_id, id));
do $$ declare f text; begin
  foreach f in array array['my_papers_of()', 'is_paper(uuid, uuid)'] loop
    execute 'revoke execute on function ' || f || ' from public';
    execute 'grant execute on function ' || f || ' to app';
  end loop;
end $$;
