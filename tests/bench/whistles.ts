import type { Client } from 'pg'
import { community, compound, residentId, residents } from './world'

export const whistleCount = 200_000
const property = '0199cccc-0000-7000-8000-000000000001'
export const whistleId = (n: number) => `0199aaaa-0000-7000-8000-${String(n).padStart(12, '0')}`

/**
 * Three years of whistles of one community: one in a hundred is still open. The triggers would make the copy row by row,
 * so they rest meanwhile and the copy is made at once.
 */
export async function whistleALot(owner: Client, count = whistleCount): Promise<void> {
  const nth = `('0199aaaa-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid`
  const who = `('${residentId(0).slice(0, -12)}' || lpad((1 + n % ${residents})::text, 12, '0'))::uuid`
  const at = `now() - (${count} - n) * interval '3 years' / ${count}`
  const open = 'n % 100 = 0'
  await owner.query(`
    set session_replication_role = replica;
    insert into whistle (community_id, id, compound_id, place, category, urgency, source, words, pieces, sent_hash, state, submitted_at,
        response_from, response_due_at, resolution_from, resolution_due_at, responded_at, resolved_at, outcome, stars, followed_up_at, closed_at)
      select '${community}', ${nth}, '${compound}', '小区 ' || n % 90 || '栋',
        (array['water', 'power', 'lift', 'safety', 'sanitation', 'facility', 'parking', 'noise'])[1 + n % 8], 'ordinary', 'resident',
        '第' || n || '件：楼道里的灯不亮了，晚上看不见台阶', array['楼道', '道里', '里的', '的灯', '灯不', '不亮'], sha256('bench'),
        case when ${open} then (array['submitted', 'accepted', 'dispatched', 'responded', 'resolved'])[1 + (n / 100) % 5] else 'closed' end,
        ${at}, ${at}, ${at} + interval '1 day', ${at}, ${at} + interval '9 days', ${at} + interval '5 hours', ${at} + interval '3 days',
        case when ${open} then null else 'solved' end, case when ${open} then null else 4 end,
        case when ${open} then null else ${at} + interval '4 days' end, case when ${open} then null else ${at} + interval '5 days' end
      from generate_series(1, ${count}) n;
    insert into whistle_reporter (community_id, whistle_id, person_id, at, first, anonymous)
      select '${community}', ${nth}, ${who}, ${at}, true, false from generate_series(1, ${count}) n;
    insert into record (community_id, id, at, actor_id, action, subject_kind, subject_id, after)
      select '${community}', record_id(${at} + s * interval '1 hour'), ${at} + s * interval '1 hour', case when s = 0 then ${who} end,
        (array['whistle.submitted', 'whistle.accepted', 'whistle.dispatched', 'whistle.responded', 'whistle.resolved', 'whistle.closed'])[s + 1],
        'whistle', ${nth}, jsonb_build_object('by', 'reporter', 'state', 'submitted')
      from generate_series(1, ${count}) n, generate_series(0, 5) s;
    insert into organisation (id, subdistrict_id, name, kind) select '${property}', subdistrict_id, '物业公司', 'property' from community;
    insert into engagement (community_id, id, organisation_id, from_day) values ('${community}', '${property}', '${property}', '2020-01-01');
    insert into dispatch (community_id, id, whistle_id, kind, organisation_id, name, lead, with_id, state, at, sent_hash, ended_at)
      select '${community}', ${nth}, ${nth}, 'organisation', '${property}', '物业公司', true, ${nth},
        case when ${open} then 'current' else 'done' end, ${at} + interval '2 hours', sha256('bench'),
        case when ${open} then null else ${at} + interval '5 days' end
      from generate_series(1, ${count}) n where not (${open}) or (n / 100) % 5 > 1;
    insert into inbox (community_id, person_id, subject_kind, subject_id, hour, entry_id, action, at)
      select '${community}', ${who}, 'whistle', ${nth}, date_trunc('hour', ${at}), ${nth}, 'whistle.accepted', ${at} from generate_series(1, ${count}) n;
    insert into whistle_public (community_id, whistle_id, compound_id, place, category, urgency, state, words, pieces, joined, submitted_at,
        next_due_at, closed_at)
      select community_id, id, compound_id, place, category, urgency, state, words, pieces, joined, submitted_at, next_due_at, closed_at from whistle;
    update tally set whistles = ${count} where community_id = '${community}';
    set session_replication_role = origin;
    analyze`)
}
