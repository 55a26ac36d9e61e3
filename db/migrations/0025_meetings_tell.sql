-- Whom a step of a whistle or a meeting concerns. shared/inbox/audience.ts says the same, and a test holds the two together.
create or replace function audience_of(of_action text) returns text[] language sql immutable as $$
  select case of_action
    when 'whistle.submitted' then array['workers']
    when 'whistle.askedBack' then array['reporters']
    when 'whistle.answered' then array['workers']
    when 'whistle.accepted' then array['reporters']
    when 'whistle.rejected' then array['reporters']
    when 'whistle.merged' then array['reporters']
    when 'whistle.withdrawn' then array['workers']
    when 'whistle.dispatched' then array['reporters', 'party', 'former']
    when 'whistle.disputed' then array['workers']
    when 'whistle.disputeUpheld' then array['party']
    when 'whistle.disputeRefused' then array['party']
    when 'whistle.responded' then array['reporters', 'workers']
    when 'whistle.extended' then array['reporters', 'workers', 'party']
    when 'whistle.resolved' then array['reporters', 'workers']
    when 'whistle.followedUp' then array['reporters', 'party']
    when 'whistle.reopened' then array['reporters', 'workers', 'party']
    when 'whistle.closed' then array['reporters']
    when 'whistle.handedOn' then array['about']
    when 'whistle.reported' then array['lead', 'workers']
    when 'whistle.reminded' then array['workers', 'party']
    when 'whistle.raised' then array['workers', 'party', 'officers']
    when 'whistle.revealed' then array['about']
    when 'whistle.surveyAsked' then array['first']
    when 'whistle.tabled' then array['reporters', 'party']
    when 'whistle.untabled' then array['reporters', 'party']
    when 'whistle.joinedIncident' then array['reporters']
    when 'whistle.leftIncident' then array['reporters']
    when 'whistle.incidentAnswered' then array['reporters']
    when 'meeting.noticed' then array['circle']
    when 'meeting.moved' then array['circle']
    when 'meeting.calledOff' then array['circle']
    when 'meeting.reminded' then array['circle']
    when 'meeting.unsettled' then array['keepers']
    when 'minutes.opened' then array['attended']
    when 'minutes.amended' then array['keepers']
    when 'minutes.amendmentAnswered' then array['about']
    when 'minutes.signed' then array['keepers']
    when 'minutes.redrafted' then array['keepers']
    when 'minutes.published' then array['circle']
    when 'minutes.corrected' then array['circle']
    when 'minutes.objected' then array['keepers']
    when 'minutes.objectionAnswered' then array['about']
    when 'resolution.decided' then array['party']
    when 'resolution.progressed' then array['keepers']
    when 'resolution.done' then array['circle']
    when 'resolution.dropped' then array['circle', 'party']
    when 'resolution.reminded' then array['party']
    when 'resolution.overdue' then array['party', 'keepers']
    else array[]::text[] end
$$;

-- The same of a meeting, its minutes (known by it) and its resolutions.
create function meeting_concerns(of_community uuid, of_kind text, of_subject uuid, audience text[], on_day date) returns setof uuid
language sql stable as $$
  with m as (select * from meeting where community_id = of_community and id = case of_kind
      when 'resolution' then (select r.meeting_id from resolution r where r.community_id = of_community and r.id = of_subject) else of_subject end)
  select circle_people(of_community, m.id, on_day) from m where 'circle' = any (audience) and m.noticed_at is not null
  union
  select a.person_id from m join meeting_attendance a on a.community_id = m.community_id and a.meeting_id = m.id
    where 'attended' = any (audience) and a.person_id is not null
  union
  select k.person_id from m cross join lateral (values (m.convener_id), (m.chair_id), (m.recorder_id)) k(person_id)
    where 'keepers' = any (audience) and k.person_id is not null
  union
  select g.person_id from resolution r join role_grant g on g.from_day <= on_day and (g.to_day is null or g.to_day >= on_day) and case r.party_kind
      when 'property' then g.role = 'responder' and g.organisation_id = r.organisation_id
      when 'committee' then g.role in ('committeeMember', 'committeeDirector') and g.community_id = of_community and g.compound_id = r.party_compound_id
      when 'branch' then g.role = 'branchSecretary' and g.community_id = of_community and g.compound_id = r.party_compound_id
      else g.role = 'buildingLead' and g.community_id = of_community and g.building_id = r.party_building_id end
    where of_kind = 'resolution' and 'party' = any (audience) and r.community_id = of_community and r.id = of_subject
$$;

create or replace function record_tells() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  bucket timestamptz := date_trunc('hour', new.at);
begin
  with told as (
    insert into inbox as i (community_id, person_id, subject_kind, subject_id, hour, entry_id, action, actor_id, actor_role, after, at)
    select new.community_id, c.person, new.subject_kind, new.subject_id, bucket, new.id, new.action, new.actor_id, new.actor_role, new.after, new.at
    from (select person from concerned_by(new.community_id, new.subject_id, audience_of(new.action), new.about_id, day_in_china(new.at), new.at) person
            where new.subject_kind = 'whistle'
          union
          select person from meeting_concerns(new.community_id, new.subject_kind, new.subject_id, audience_of(new.action), day_in_china(new.at)) person
            where new.subject_kind in ('meeting', 'minutes', 'resolution')
          union
          select new.about_id where new.subject_kind <> 'whistle' and new.about_id is not null) c
    join person p on p.id = c.person and p.erased_at is null
    where c.person is distinct from new.actor_id
    -- always in one order, so that two steps at once wait for each other instead of for ever
    order by c.person
    on conflict (person_id, subject_id, hour) do update set entry_id = excluded.entry_id, action = excluded.action,
      subject_kind = excluded.subject_kind, actor_id = excluded.actor_id, actor_role = excluded.actor_role, after = excluded.after,
      times = i.times + 1, at = excluded.at, read_at = null
    returning community_id, id, person_id
  )
  insert into outbox (community_id, inbox_id, person_id, at) select community_id, id, person_id, new.at from told
  on conflict (community_id, inbox_id) where sent_at is null do nothing;
  return null;
end $$;
drop trigger record_tells on record;
create trigger record_tells after insert on record for each row
  when (new.subject_kind in ('whistle', 'meeting', 'minutes', 'resolution') or new.about_id is not null) execute function record_tells();

-- What somebody wrote at or about meetings goes with them; what stands in published minutes never held their name.
create function forget_at_meetings(who uuid) returns void language sql security definer set search_path = public, pg_temp as $$
  update minutes_amendment set words = null where person_id = who;
  update minutes_objection set words = null where person_id = who;
  update resolution_progress set words = null where person_id = who;
$$;
revoke execute on function forget_at_meetings(uuid) from public;

-- The person goes, the history stays: names, numbers and free words are emptied, ties and roles end.
create or replace function erase_me(at timestamptz, on_day date) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if me() is null then raise exception 'signed out' using errcode = '28000'; end if;
  -- also lines that carry the number without being bound: of a time that is over, or written down twice
  update home_tie set name = null, phone_cipher = null, phone_index = null, person_id = null, representative = false
    where person_id = me() or phone_index = (select phone_index from person where id = me());
  update roll_line l set name = null, phone_cipher = null, phone_index = null
    from roll r where r.community_id = l.community_id and r.id = l.roll_id and r.state = 'imported'
      and l.phone_index = (select phone_index from person where id = me());
  update claim set name = null, words = null, reason = null,
    state = case when state = 'submitted' then 'withdrawn' else state end,
    decided_at = coalesce(decided_at, at)
    where person_id = me();
  -- what was written beside the place goes with the words
  update whistle w set words = null, pieces = '{}', lat = null, lng = null, place = split_part(w.place, ' · ', 1) from whistle_reporter r
    where r.person_id = me() and r.first and w.community_id = r.community_id and w.id = r.whistle_id;
  update whistle_note set words = null, person_id = null where person_id = me();
  update whistle_caller set name = null, phone_cipher = null, phone_index = null
    where phone_index = (select phone_index from person where id = me());
  update dispatch set taken_by = null where taken_by = me();
  perform forget_at_meetings(me());
  perform forget_photos(me());
  delete from inbox where person_id = me();
  update role_grant set to_day = greatest(on_day - 1, from_day - 1) where person_id = me() and (to_day is null or to_day >= on_day);
  update session set ended_at = coalesce(ended_at, at), device = '' where person_id = me();
  update person set name = null, phone_cipher = null, phone_index = null, openid_cipher = null, openid_index = null,
    large_type = 'system', demo_title = null, demo_where = null, demo_order = null, erased_at = at where id = me();
  delete from reach where person_id = me();
end $$;
