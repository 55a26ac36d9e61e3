import type { Client } from 'pg'

const idOf = (kind: number, n = 1) =>
  `0199${String(kind).padStart(4, '0')}-0000-7000-8000-${String(n).padStart(12, '0')}`

export const community = idOf(3)
export const compound = idOf(4)
export const worker = 'bench-worker-of-the-community'
export const residents = 800
export const residentId = (n: number) => idOf(6, n)
export const residentToken = (n: number) => `bench-resident-${String(n).padStart(8, '0')}`

/** Above the roll: a community with one compound, its worker, and residents who have signed in. */
export async function settle(owner: Client): Promise<void> {
  const session = `insert into session (id, token_hash, person_id, device, opened_at, expires_at)
    select gen_random_uuid(), sha256(convert_to(token, 'UTF8')), id, 'bench', now(), now() + interval '1 day'`
  await owner.query(`
    insert into district values ('${idOf(1)}', '区');
    insert into subdistrict values ('${idOf(2)}', '${idOf(1)}', '街道');
    insert into community values ('${community}', '${idOf(2)}', '社区');
    insert into compound values ('${community}', '${compound}', '小区', 'none', '2020-01-01', null);
    insert into person (id, name, joined_at) select ('${idOf(6, 0).slice(0, -12)}' || lpad(n::text, 12, '0'))::uuid, '住户' || n, now()
      from generate_series(0, ${residents}) n;
    insert into role_grant (id, person_id, role, scope, community_id, from_day, granted_at)
      values ('${idOf(7)}', '${idOf(6, 0)}', 'communityWorker', 'community', '${community}', '2020-01-01', now());
    ${session} from (values ('${worker}', '${idOf(6, 0)}'::uuid)) w (token, id);
    ${session} from (select 'bench-resident-' || lpad(right(id::text, 8), 8, '0') as token, id from person where id <> '${idOf(6, 0)}') r;
  `)
}

/** Each resident has signed in as owner of a home; all homes, for those who claim another one. */
export async function moveIn(owner: Client): Promise<string[]> {
  await owner.query(`
    with home_of as (select t.id as tie_id, row_number() over (order by h.sort_key, h.id) as n
      from home h join home_tie t on t.community_id = h.community_id and t.home_id = h.id)
    update home_tie t set person_id = ('${idOf(6, 0).slice(0, -12)}' || lpad(n::text, 12, '0'))::uuid
    from home_of o where t.id = o.tie_id and n <= ${residents}`)
  await owner.query('analyze')
  const { rows } = await owner.query<{ id: string }>('select id from home order by sort_key, id')
  return rows.map(({ id }) => id)
}
