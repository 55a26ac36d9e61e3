-- What a task is about, if it is about one of the things that members say they would like to do: theirs come first, within what fits.
alter table task add column about text check (about in ('elderly', 'children', 'disabled', 'environment', 'safety', 'greening', 'culture',
  'mediation', 'publicity', 'meetings'));
