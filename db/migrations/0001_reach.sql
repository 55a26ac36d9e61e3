-- Who asks, for every policy. `enter` sets these for one transaction; without it they are empty and no row is seen.
-- Policies read them through a scalar subquery, so that they are worked out once and stay a filter on the index scan.
create function my_list(setting text) returns uuid[] language sql stable as
  $$ select string_to_array(current_setting(setting, true), ',')::uuid[] $$;
create function me() returns uuid language sql stable as
  $$ select nullif(current_setting('app.person', true), '')::uuid $$;
-- the day in China on which it is asked; outside `enter` the database's own
create function my_day() returns date language sql stable as
  $$ select coalesce(nullif(current_setting('app.day', true), '')::date, (now() at time zone 'Asia/Shanghai')::date) $$;
create function my_communities() returns uuid[] language sql stable as $$ select my_list('app.communities') $$;
create function my_compounds() returns uuid[] language sql stable as $$ select my_list('app.compounds') $$;
create function my_buildings() returns uuid[] language sql stable as $$ select my_list('app.buildings') $$;
create function my_homes() returns uuid[] language sql stable as $$ select my_list('app.homes') $$;
create function my_organisations() returns uuid[] language sql stable as $$ select my_list('app.organisations') $$;
-- compounds that were given to my organisations to look after
create function my_given() returns uuid[] language sql stable as $$ select my_list('app.given') $$;
-- subdistricts and districts that I work for
create function my_above() returns uuid[] language sql stable as $$ select my_list('app.above') $$;

-- Row security on, also for the owner, whose own functions (`enter` and the like) get a policy by name.
create procedure bind_rows(of_table regclass) language plpgsql as $$
begin
  execute format('alter table %s enable row level security', of_table);
  execute format('alter table %s force row level security', of_table);
  execute format('create policy owner_works on %s to %I using (true) with check (true)', of_table, current_user);
  execute format('revoke all on %s from public', of_table);
end $$;

grant usage on schema public to app, tick;
