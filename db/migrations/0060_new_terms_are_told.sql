-- Whoever is next in line hears that it is their turn; and how much may be paid without a resolution is everybody's: owners and approvers are
-- told of new terms.
create or replace function books_audience_of(of_action text) returns text[] language sql immutable as $$
  select case of_action
    when 'lease.added' then array['home']
    when 'lease.ended' then array['home']
    when 'charge.lowered' then array['home']
    when 'fund.received' then array['home']
    when 'wait.added' then array['keepers']
    when 'wait.called' then array['home']
    when 'wait.ended' then array['home']
    when 'space.groundSet' then array['owners']
    when 'books.termsSet' then array['owners', 'approvers']
    when 'split.set' then array['owners', 'approvers']
    when 'advance.added' then array['owners', 'approvers']
    when 'advance.repaid' then array['approvers']
    when 'fund.returned' then array['paid', 'approvers']
    when 'entry.reversed' then array['approvers']
    when 'spending.asked' then array['approvers']
    when 'spending.approved' then array['asker', 'keepers']
    when 'spending.declined' then array['asker']
    when 'spending.paid' then array['asker']
    when 'statement.published' then array['owners']
    when 'statement.asked' then array['keepers', 'company']
    when 'statement.reminded' then array['keepers', 'company']
    else array[]::text[] end
$$;
