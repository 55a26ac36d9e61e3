-- Who reads the books and who writes in them.
do $$ declare t text; begin
  foreach t in array array['books', 'account', 'account_month', 'entry', 'posting', 'entry_voucher'] loop
    execute format('call bind_rows(%L)', t);
  end loop;
end $$;

-- Compounds whose books I keep, watch, or approve spending for; of a property company, those that were given to it.
create function my_desk_books() returns uuid[] language sql stable security definer set search_path = public, pg_temp as $$
  select array(
    select g.compound_id from role_grant g where g.person_id = me()
      and g.role in ('bookkeeper', 'committeeMember', 'committeeDirector', 'branchSecretary', 'supervisor')
      and g.from_day <= my_day() and (g.to_day is null or g.to_day >= my_day())
    union
    select e.compound_id from role_grant g join engagement e on e.organisation_id = g.organisation_id and e.compound_id is not null
        and e.from_day <= my_day() and (e.to_day is null or e.to_day >= my_day())
      where g.person_id = me() and g.role = 'responder' and g.from_day <= my_day() and (g.to_day is null or g.to_day >= my_day())
    union
    select c.id from compound c where c.community_id = any (my_worked_communities()))
$$;
-- Those, and the compounds in which I own a home: an owner sees every entry, whoever rents what was published.
create function my_books() returns uuid[] language sql stable security definer set search_path = public, pg_temp as $$
  select my_desk_books() || array(select h.compound_id from home_tie t join home h on h.community_id = t.community_id and h.id = t.home_id
    where t.person_id = me() and t.kind = 'owner' and t.from_day <= my_day() and (t.to_day is null or t.to_day >= my_day()))
$$;

-- that there are books, and from when on, is no secret in the compound
create policy reach on books for select to app using (
  compound_id = any ((select my_compounds())::uuid[]) or compound_id = any ((select my_desk_books())::uuid[]));
create policy opens on books for insert to app with check (compound_id = any ((select my_desk_books())::uuid[]) and opened_by = (select me()));
create policy keeps on books for update to app using (compound_id = any ((select my_desk_books())::uuid[]));
do $$ declare t text; begin
  foreach t in array array['account', 'account_month', 'entry', 'posting', 'entry_voucher'] loop
    execute format('create policy reads on %I for select to app using (compound_id = any ((select my_books())::uuid[]))', t);
  end loop;
end $$;
create policy adds on account for insert to app with check (compound_id = any ((select my_desk_books())::uuid[]));
create policy posts on entry for insert to app with check (compound_id = any ((select my_desk_books())::uuid[]) and recorded_by = (select me()));
create policy posts on posting for insert to app with check (compound_id = any ((select my_desk_books())::uuid[]));
-- a photo that somebody else took is not theirs to show
create policy shows on entry_voucher for insert to app with check (compound_id = any ((select my_desk_books())::uuid[]) and masked_photo_id is null
  and exists (select 1 from photo p where p.community_id = entry_voucher.community_id and p.id = entry_voucher.photo_id and p.author_id = (select me())));
create policy masks on entry_voucher for update to app using (compound_id = any ((select my_desk_books())::uuid[]));

grant select, insert, update (spend_limit_fen, answer_days, ground_resolution_id, ground_on, ground_named) on books to app;
grant select, insert on account, entry, posting to app;
grant select on account_month to app;
grant select, insert, update (masked_photo_id, masked_by, masked_at) on entry_voucher to app;

-- The scheduler enters what falls due.
create policy ticks on books for select to tick using (true);
create policy ticks on account for select to tick using (true);
create policy ticks on entry to tick using (true) with check (recorded_by is null);
create policy ticks on posting to tick using (true) with check (true);
grant select on books, account to tick;
grant select, insert on entry, posting to tick;

-- The papers behind an entry, as far as the caller may see them: covered for owners, whole for those who keep, approve and watch.
create function entry_vouchers(of_community uuid, of_compound uuid, of_entry uuid)
returns table (photo_id uuid, masked boolean, masked_key text, paper_key text)
language sql stable security definer set search_path = public, pg_temp as $$
  select v.photo_id, v.masked_photo_id is not null, case m.state when 'ready' then m.file_key end,
    case when p.state = 'ready' and of_compound = any (my_desk_books()) then p.file_key end
  from entry_voucher v
  join photo p on p.community_id = v.community_id and p.id = v.photo_id
  left join photo m on m.community_id = v.community_id and m.id = v.masked_photo_id
  where v.community_id = of_community and v.compound_id = of_compound and v.entry_id = of_entry and of_compound = any (my_books())
  order by v.place, v.photo_id
$$;
-- Photos of mine that are made and stand behind nothing yet.
create function my_papers(of_community uuid, photos uuid[]) returns bigint
language sql stable security definer set search_path = public, pg_temp as $$
  select count(*) from photo p where p.community_id = of_community and p.id = any (photos) and p.author_id = me() and p.state = 'ready'
    and not exists (select 1 from entry_voucher v where v.community_id = p.community_id and p.id in (v.photo_id, v.masked_photo_id))
$$;
-- A decision that a rule of money rests on: published, and of this compound.
create function decision_of(of_community uuid, of_compound uuid, of_resolution uuid) returns table (on_day date, named text)
language sql stable security definer set search_path = public, pg_temp as $$
  select day_in_china(m.starts_at), left(r.words, 60) from resolution r join meeting m on m.community_id = r.community_id and m.id = r.meeting_id
  where r.community_id = of_community and r.id = of_resolution and r.compound_id = of_compound and r.published and r.state <> 'dropped'
    and (of_compound = any (my_books()) or of_compound = any (my_compounds()))
$$;

-- The person goes: papers behind entries stay, without whose photo they were.
create or replace function forget_photos(who uuid) returns void
language sql security definer set search_path = public, pg_temp as $$
  update photo set author_id = null where author_id = who and state = 'ready' and (check_state = 'released'
    or exists (select 1 from entry_voucher v where v.community_id = photo.community_id and photo.id in (v.photo_id, v.masked_photo_id)));
  update photo set author_id = null, state = 'refused', refused_for = 'forgotten', width = null, height = null, made_at = null,
    check_state = 'waiting', checked_by = null, checked_at = null, open_until = coalesce(open_until, opened_at)
    where author_id = who;
$$;

do $$ declare f text; begin
  foreach f in array array['my_desk_books()', 'my_books()', 'entry_vouchers(uuid, uuid, uuid)', 'my_papers(uuid, uuid[])',
    'decision_of(uuid, uuid, uuid)', 'close_month(uuid, uuid, text)'] loop
    execute 'revoke execute on function ' || f || ' from public';
    execute 'grant execute on function ' || f || ' to app';
  end loop;
end $$;
