import { openStates } from '../../shared/whistle/states'

const open = `w.state in (${openStates.map((s) => `'${s}'`).join(', ')})`
const face = `w.community_id, w.id, w.place, w.category, w.urgency, w.state, left(w.words, 200) as words, w.submitted_at, w.joined, w.next_due_at,
  w.response_due_at, w.resolution_due_at, w.provisional, w.outcome, d.name as lead`
const lead = `left join dispatch d on d.community_id = w.community_id and d.whistle_id = w.id and d.lead and d.state in ('current', 'disputed', 'done')`

/** What each page of whistles needs from the tables, asked as their owner: no session, no policy, no function between. */
export const whistleWords = {
  mine: `select ${face}, r.first, r.at from whistle_reporter r
    join whistle w on w.community_id = r.community_id and w.id = r.whistle_id ${lead}
    where r.person_id = $1 order by r.at desc, r.whistle_id desc limit 21`,
  countMine: 'select count(*)::int as total from whistle_reporter where person_id = $1',
  one: `select w.*, d.name as lead from whistle w ${lead} where w.community_id = $1 and w.id = $2`,
  steps: `select r.id, r.at, r.action, r.after, p.name, n.words from record r left join person p on p.id = r.actor_id
    left join whistle_note n on n.community_id = r.community_id and n.entry_id = r.id
    where r.community_id = $1 and r.subject_id = $2 and r.subject_kind = 'whistle' order by r.id`,
  photos: `select o.whistle_id, o.photo_id, p.file_key from whistle_photo o join photo p on p.community_id = o.community_id and p.id = o.photo_id
    where o.community_id = $1 and o.whistle_id = $2 order by o.place`,
  dispatches: 'select * from dispatch where community_id = $1 and whistle_id = $2 order by at',
  tellers: `select r.person_id, p.name, p.phone_cipher, r.anonymous from whistle_reporter r join person p on p.id = r.person_id
    where r.community_id = $1 and r.whistle_id = $2`,
  survey: 'select 1 from whistle_survey where community_id = $1 and whistle_id = $2 and person_id = $3',
  board: `select ${face}, w.source, w.raised_at from whistle w ${lead}
    where w.community_id = $1 and ${open} order by coalesce(w.next_due_at, 'infinity'::timestamptz), w.id limit 21`,
  boardCounts: `select (select count(*)::int from whistle w where w.community_id = $1 and w.state = 'submitted') as to_accept,
    (select count(*)::int from dispatch where community_id = $1 and state = 'disputed') as disputed,
    (select count(*)::int from whistle w where w.community_id = $1 and w.state = 'resolved') as to_follow_up,
    (select whistles from tally where community_id = $1) as every, n.*
    from (select count(*)::int as open, (count(*) filter (where coalesce(w.next_due_at, 'infinity'::timestamptz) <= $2))::int as overdue
      from whistle w where w.community_id = $1 and ${open}) n`,
  submit: `with added as (insert into whistle (community_id, id, compound_id, place, category, urgency, source, words, pieces, sent_hash, state,
      submitted_at, response_from, response_due_at, resolution_from, resolution_due_at)
      values ($1, $2, $3, '小区', $4, 'ordinary', 'resident', $5, $6, sha256('floor'), 'submitted', $7, $7, $7::timestamptz + interval '1 day', $7, $7::timestamptz + interval '9 days')
      returning community_id, id),
    told as (insert into whistle_reporter (community_id, whistle_id, person_id, at, first, anonymous) select community_id, id, $8, $7, true, false from added)
    insert into record (community_id, id, at, actor_id, action, subject_kind, subject_id, after)
    select community_id, gen_random_uuid(), $7, $8, 'whistle.submitted', 'whistle', id, '{"state": "submitted"}' from added`,
} as const
