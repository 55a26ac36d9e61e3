-- What happened: written in the same transaction as the change, never changed. No names, phones or free text,
-- only references to rows that can be erased. What belongs to no community carries the id of "above".
create table record (
  community_id uuid not null,
  id uuid not null,
  at timestamptz not null,
  actor_id uuid references person,
  -- in which role they did it
  actor_role text,
  action text not null,
  subject_kind text not null,
  subject_id uuid not null,
  -- whom it concerns besides the actor
  about_id uuid references person,
  before jsonb,
  after jsonb,
  primary key (community_id, id)
);
create index record_of_subject on record (community_id, subject_id, id desc nulls first);
create index record_in_order on record (community_id, id desc nulls first);
create index record_about on record (about_id, id desc nulls first) where about_id is not null;
create index record_by on record (actor_id, id desc nulls first);

call bind_rows('record');
create policy reads on record for select to app using (
     community_id = any ((select my_communities())::uuid[])
  or about_id = (select me())
  or actor_id = (select me()));
create policy writes on record for insert to app with check (actor_id = (select me()));
grant select, insert on record to app;
