-- The title of an item is one line: in the published text its words begin with the next, and neither may pass for the other. What was
-- published before stays as it is.
alter table minutes_entry add constraint minutes_entry_title_line check (title !~ '[\r\n]') not valid;

-- Nothing ends before it began, whatever a phone tells of it afterwards.
alter table meeting add constraint meeting_in_time check (ended_at >= began_at);
