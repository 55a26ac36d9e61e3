-- Whoever is next in line is told when a space is free, and those who keep the list see that they were.
alter table wait add column told_at timestamptz;

create policy calls on wait to tick using (ended_at is null);
grant select (community_id, compound_id, id, home_id, at, ended_at, told_at), update (told_at) on wait to tick;
