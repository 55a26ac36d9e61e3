-- What whoever walks looks at, at this checkpoint: 门锁、积水、灭火器.
alter table patrol_stop add column watch_for text check (watch_for <> '');
