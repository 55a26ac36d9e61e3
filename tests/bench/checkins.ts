import { randomUUID } from 'node:crypto'
import type { Client } from 'pg'
import { type CareBuilding, type Carer, proposeCare } from '../../shared/care/propose'
import { csv } from '../roll/sheets'
import { askWell, quantile } from './measure'
import { type Request, Wire } from './wire'

/** An id that the contract takes, worked out from a word and a number within SQL. */
const id = (kind: string, n: number | string) =>
  `overlay(overlay(md5('${kind}' || ${n}) placing '7' from 13) placing '8' from 17)::uuid`
const worker = 'bench-worker-of-sixteen-communities'
const liaison = 'bench-liaison-of-the-first-unit'
const officer = 'bench-officer-of-the-subdistrict'
const member = 'bench-party-member-number-one'

/**
 * HC's figures: 34,000 members of a district, of whom 7,000 of 79 units in the 16 communities of one subdistrict, where 25,000
 * homes stand; the rest in 64 communities of four other subdistricts. Put there at once, as their paths would have left them.
 */
export async function settleDistrict(owner: Client): Promise<void> {
  const session = (token: string, person: string) =>
    `insert into session (id, token_hash, person_id, device, opened_at, expires_at)
     values (gen_random_uuid(), sha256(convert_to('${token}', 'UTF8')), ${person}, 'bench', now(), now() + interval '1 day')`
  await owner.query(`
    insert into district values (${id('district', 1)}, '合川');
    insert into subdistrict select ${id('subdistrict', 'n')}, ${id('district', 1)}, '街道' || n from generate_series(0, 4) n;
    insert into community select ${id('community', 'n')}, ${id('subdistrict', '(n / 16)')}, '社区' || n from generate_series(0, 79) n;
    insert into organisation select ${id('unit', 'n')}, ${id('subdistrict', '(n % 5)')}, '单位' || n, 'unit' from generate_series(0, 394) n;
    insert into compound select ${id('community', 'n')}, ${id('compound', "(n || '/' || p)")}, '小区' || p, 'none', '2020-01-01'
      from generate_series(0, 15) n, generate_series(0, 4) p;
    insert into building (community_id, id, compound_id, name, sort_key, code, since)
      select ${id('community', 'n')}, ${id('building', "(n || '/' || b)")}, ${id('compound', "(n || '/' || b / 6)")}, b || '栋', lpad(b::text, 6, '0'),
        substr(md5('code' || n || '/' || b), 1, 16), '2020-01-01' from generate_series(0, 15) n, generate_series(0, 29) b;
    insert into home (community_id, id, compound_id, building_id, number, label, sort_key, kind, area_centiares)
      select ${id('community', 'n')}, ${id('home', "(n || '/' || h)")}, ${id('compound', "(n || '/' || h % 30 / 6)")}, ${id('building', "(n || '/' || h % 30)")},
        h::text, h % 30 || '栋' || h, lpad((h % 30)::text, 6, '0') || lpad(h::text, 6, '0'), 'dwelling', 8000
      from generate_series(0, 15) n, generate_series(1, 1563) h where n * 1563 + h <= 25000;
    insert into person (id, joined_at) select ${id('member', 'n')}, now() from generate_series(1, 34000) n;
    insert into person (id, joined_at) values (${id('person', "'worker'")}, now()), (${id('person', "'liaison'")}, now()), (${id('person', "'officer'")}, now());
    insert into role_grant (id, person_id, role, scope, community_id, from_day, granted_at)
      select gen_random_uuid(), ${id('person', "'worker'")}, 'communityWorker', 'community', ${id('community', 'n')}, '2020-01-01', now() from generate_series(0, 15) n;
    insert into role_grant (id, person_id, role, scope, organisation_id, from_day, granted_at)
      values (gen_random_uuid(), ${id('person', "'liaison'")}, 'liaison', 'organisation', ${id('unit', 0)}, '2020-01-01', now());
    insert into role_grant (id, person_id, role, scope, subdistrict_id, from_day, granted_at)
      values (gen_random_uuid(), ${id('person', "'officer'")}, 'subdistrictOfficer', 'subdistrict', ${id('subdistrict', 0)}, '2020-01-01', now());
    ${session(worker, id('person', "'worker'"))}; ${session(liaison, id('person', "'liaison'"))}; ${session(officer, id('person', "'officer'"))};
    ${session(member, id('member', 1))};
    insert into slip (organisation_id, id, number, name, expires_day, issued_by, issued_at)
      select ${id('unit', 'case when n <= 7000 then n % 79 * 5 else n % 395 end')}, ${id('slip', 'n')}, lpad((n * 97 + 1)::text, 12, '0'), '党员' || n, current_date + 60,
        ${id('person', "'liaison'")}, now() - interval '200 days' from generate_series(1, 34000) n;
    insert into checkin (community_id, id, kind, state, person_id, organisation_id, slip_id, presented_at, accepted_at, decided_by, confirmed_at, confirmed_by,
        sent_hash, receipt_number, check_code)
      select ${id('community', 'case when n <= 7000 then n % 16 else 16 + n % 64 end')}, ${id('checkin', 'n')}, 'inService', 'confirmed', ${id('member', 'n')},
        ${id('unit', 'case when n <= 7000 then n % 79 * 5 else n % 395 end')}, ${id('slip', 'n')}, now() - interval '190 days', now() - interval '189 days',
        ${id('person', "'worker'")}, now() - interval '188 days', ${id('person', "'liaison'")}, sha256('x'), lpad((n * 97 + 1)::text, 12, '0'), 'ABCDEFGHJK'
      from generate_series(1, 34000) n;
    insert into checkin_profile (community_id, checkin_id, name, building_id, home_id, skills, interests, free, work)
      select c.community_id, c.id, '党员' || n, h.building_id, h.id, '{repair}', '{}', '{restMorning}', '{"kind":"none"}'
      from generate_series(1, 34000) n join checkin c on c.id = ${id('checkin', 'n')} and c.community_id = ${id('community', 'case when n <= 7000 then n % 16 else 16 + n % 64 end')}
      left join home h on h.community_id = c.community_id and n <= 7000 and h.id = ${id('home', "(n % 16 || '/' || 1 + n * 7919 % 1500)")};
    insert into task (community_id, id, kind, title, skills, times, places, taken_by, state, made_by, made_at)
      select ${id('community', 'n % 16')}, ${id('task', 'n')}, 'post', '岗位' || n, '{repair}', '{}', 500, 'first', 'open', ${id('person', "'worker'")}, now()
      from generate_series(1, 800) n;
    insert into service (community_id, id, checkin_id, who_id, state, in_at, in_way, out_at, out_way, whole, at_work, twice, counted, settled_by, settled_at, sent_hash)
      select c.community_id, gen_random_uuid(), c.id, c.person_id, 'confirmed', now() - i * interval '10 days', 'code', now() - i * interval '10 days' + interval '2 hours', 'code',
        120, 0, 0, 120, ${id('person', "'worker'")}, now(), sha256('x') from checkin c, generate_series(1, 3) i
      where c.community_id in (select ${id('community', 'n')} from generate_series(0, 15) n);
    analyze`)
}

const communityIds = async (owner: Client): Promise<string[]> =>
  (
    await owner.query<{ id: string }>(`select ${id('community', 'n')} as id from generate_series(0, 15) n`)
  ).rows.map((r) => r.id)

/** A roster of 3,000 by the way a screen takes, and what is read and worked out most. Lines of a table. */
export async function measureCheckins(owner: Client, port: number): Promise<(string | number)[][]> {
  const wire = await Wire.open(port)
  const ask = async <T>(request: Request) => JSON.parse((await askWell(wire, request)).text) as T
  const seconds = (from: number) => ((performance.now() - from) / 1000).toFixed(2)
  const rows: (string | number)[][] = []
  const [unit] = (await owner.query<{ id: string }>(`select ${id('unit', 0)} as id`)).rows

  const file = csv([
    ['姓名', '手机号'],
    ...Array.from({ length: 3000 }, (_, i) => [`新党员${i}`, `138${String(i).padStart(8, '0')}`]),
  ])
  let from = performance.now()
  const rosterId = randomUUID()
  const rosters = `/api/units/${unit!.id}/rosters`
  const { url, fields } = await ask<{ url: string; fields: Record<string, string> }>({
    method: 'POST',
    path: rosters,
    token: liaison,
    body: { id: rosterId, fileName: '名单.csv', bytes: file.length },
  })
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  form.set('file', new Blob([new Uint8Array(file)], { type: 'application/octet-stream' }), '名单.csv')
  const sent = await fetch(`http://127.0.0.1:${port}${url}`, { method: 'POST', body: form })
  if (!sent.ok) throw new Error(`the storage answered ${sent.status}`)
  const roster = { method: 'POST' as const, token: liaison, body: {} }
  let calls = 0
  for (let state = 'checking'; state === 'checking'; calls++)
    state = (await ask<{ state: string }>({ ...roster, path: `${rosters}/${rosterId}/preview` })).state
  const { adds } = await ask<{ adds: { slips: number } }>({
    ...roster,
    path: `${rosters}/${rosterId}/import`,
  })
  rows.push([`roster of 3,000: ${adds.slips} slips, looked at in ${calls} pieces`, `${seconds(from)} s`])

  const communities = await communityIds(owner)
  const total = { homes: 0, near: 0, left: 0, uneven: 0 }
  from = performance.now()
  const digests: string[] = []
  for (const c of communities) {
    const p = await ask<{
      digest: string
      homes: number
      same: number
      neighbour: number
      left: number
      loads: { homes: number }[]
    }>({
      method: 'GET',
      path: `/api/c/${c}/care/proposal`,
      token: worker,
    })
    digests.push(p.digest)
    total.homes += p.homes
    total.near += p.same + p.neighbour
    total.left += p.left
    total.uneven = Math.max(total.uneven, p.loads.at(-1)!.homes - p.loads[0]!.homes)
  }
  rows.push([
    `home care of ${total.homes.toLocaleString('en')} homes by 7,000 members proposed in 16 communities: ${((100 * total.near) / total.homes).toFixed(1)} % same or neighbouring building, ${total.left} left, uneven by ${total.uneven}`,
    `${seconds(from)} s`,
  ])
  from = performance.now()
  for (const [i, c] of communities.entries()) {
    await ask({
      method: 'POST',
      path: `/api/c/${c}/care/proposal`,
      token: worker,
      body: { digest: digests[i]! },
    })
    // as the database itself would within the minute: until then it plans for an empty table
    if (i === 0) await owner.query('analyze care_link')
  }
  rows.push(['all of it accepted', `${seconds(from)} s`])
  rows.push(['the same as one community of 25,000 homes', `${wholeTown()} s`])

  const latency = async (name: string, request: Request, times = 40) => {
    const measured: number[] = []
    await askWell(wire, request)
    for (let i = 0; i < times; i++) measured.push((await askWell(wire, request)).microseconds)
    rows.push([
      name,
      `${Math.round(quantile(measured, 0.5))} µs (p99 ${Math.round(quantile(measured, 0.99))})`,
    ])
  }
  const [here] = communities
  const [subdistrict] = (await owner.query<{ id: string }>(`select ${id('subdistrict', 0)} as id`)).rows
  const year = new Date().getFullYear()
  await latency('`checkin.mine`', { method: 'GET', path: '/api/checkin', token: member })
  await latency('`task.mine`, 20 of 50', { method: 'GET', path: '/api/tasks', token: member })
  await latency('`service.mine`', { method: 'GET', path: `/api/services?year=${year}`, token: member })
  await latency('`checkin.list`, 20 of 437', {
    method: 'GET',
    path: `/api/c/${here}/checkins`,
    token: worker,
  })
  await latency('`care.buildings`, 30 of 1,563 homes', {
    method: 'GET',
    path: `/api/c/${here}/care`,
    token: worker,
  })
  await latency('`slip.list`, 20 of 3,000', {
    method: 'GET',
    path: `/api/units/${unit!.id}/slips`,
    token: liaison,
  })
  await latency(
    '`checkin.totals` of 16 communities and 79 units',
    { method: 'GET', path: `/api/subdistricts/${subdistrict!.id}/checkins?year=${year}`, token: officer },
    10,
  )
  wire.close()
  return rows
}

/** Twenty-five thousand homes and seven thousand members at once, without a database. */
function wholeTown(): string {
  const buildings: CareBuilding[] = Array.from({ length: 480 }, (_, i) => ({
    id: `b${i}`,
    compoundId: `c${Math.floor(i / 6)}`,
  }))
  const homes = Array.from({ length: 25_000 }, (_, i) => ({ homeId: `h${i}`, buildingId: `b${i % 480}` }))
  const carers: Carer[] = Array.from({ length: 7_000 }, (_, i) => ({
    checkinId: `m${i}`,
    buildingId: `b${(i * 7919) % 480}`,
    homes: 0,
    onCommittee: false,
  }))
  const from = performance.now()
  const links = proposeCare(buildings, homes, carers)
  if (links.length !== homes.length) throw new Error('homes were left')
  return ((performance.now() - from) / 1000).toFixed(2)
}
