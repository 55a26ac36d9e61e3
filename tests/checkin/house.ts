import { randomUUID } from 'node:crypto'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { Client } from 'pg'
import { handleFiles } from '../../functions/doors/storage'
import { newToken, sealPhone, tokenHash } from '../../functions/kernel/secrets'
import { ourDisk } from '../../functions/kernel/storage'
import type { Input, Output } from '../../shared/contract'
import { openApi, type TestApi } from '../kernel/api'

export type CheckinHouse = Awaited<ReturnType<typeof openCheckinHouse>>
type Profile = Input<'checkin.present'>['profile']

export const profile = (more: Partial<Profile> = {}): Profile => ({
  skills: ['repair'],
  interests: ['elderly'],
  free: ['restMorning'],
  work: { kind: 'workdays', spans: [{ from: '09:00', to: '17:00' }] },
  ...more,
})

/** Two communities of one subdistrict and one of another district, two units, their people; nobody has checked in yet. */
export async function openCheckinHouse(now = new Date('2026-11-21T02:00:00Z')) {
  const api = await openApi({ now })
  const id = randomUUID
  const ids = {
    district: id(),
    otherDistrict: id(),
    subdistrict: id(),
    farSubdistrict: id(),
    here: id(),
    there: id(),
    far: id(),
    compound: id(),
    unit: id(),
    otherUnit: id(),
  }
  await api.owner(`insert into district values ($1, '一区'), ($2, '二区')`, [ids.district, ids.otherDistrict])
  await api.owner(`insert into subdistrict values ($1, $2, '一街道'), ($3, $4, '远街道')`, [
    ids.subdistrict,
    ids.district,
    ids.farSubdistrict,
    ids.otherDistrict,
  ])
  await api.owner(`insert into community values ($1, $2, '甲社区'), ($3, $2, '乙社区'), ($4, $5, '远社区')`, [
    ids.here,
    ids.subdistrict,
    ids.there,
    ids.far,
    ids.farSubdistrict,
  ])
  await api.owner(`insert into organisation values ($1, $2, '一单位', 'unit'), ($3, $2, '二单位', 'unit')`, [
    ids.unit,
    ids.subdistrict,
    ids.otherUnit,
  ])
  await api.owner(
    `insert into engagement (community_id, id, organisation_id, from_day)
     select c, gen_random_uuid(), o, '2024-01-01' from unnest($1::uuid[]) c, unnest($2::uuid[]) o`,
    [
      [ids.here, ids.there],
      [ids.unit, ids.otherUnit],
    ],
  )
  const addPerson = async (phone?: string) => {
    const [personId, token] = [id(), newToken()]
    const sealed = phone === undefined ? undefined : sealPhone(phone)
    await api.owner('insert into person (id, joined_at, phone_cipher, phone_index) values ($1, $2, $3, $4)', [
      personId,
      api.now,
      sealed?.phoneCipher ?? null,
      sealed?.phoneIndex ?? null,
    ])
    await api.owner(
      `insert into session (id, token_hash, person_id, device, opened_at, expires_at)
       values (gen_random_uuid(), $1, $2, '', $3, $3::timestamptz + interval '900 days')`,
      [tokenHash(token), personId, api.now],
    )
    return { id: personId, token }
  }
  const grant = (personId: string, role: string, scope: string, over: string) =>
    api.owner(
      `insert into role_grant (id, person_id, role, scope, ${scope}_id, from_day, granted_at)
       values (gen_random_uuid(), $1, $2, $3, $4, '2024-01-01', '2024-01-01')`,
      [personId, role, scope, over],
    )
  const office = async (role: string, scope: string, over: string) => {
    const person = await addPerson()
    await grant(person.id, role, scope, over)
    return person
  }
  /** Buildings of so many homes each, in a compound of a community. */
  const addHomes = async (communityId: string, buildings: number, homes: number) => {
    const compoundId = id()
    await api.owner(`insert into compound values ($1, $2, $3, 'none', '2020-01-01')`, [
      communityId,
      compoundId,
      `院${compoundId.slice(0, 4)}`,
    ])
    return api.owner<{ buildingId: string; homeIds: string[] }>(
      `with b as (insert into building (community_id, id, compound_id, name, sort_key, code, since)
         select $1, gen_random_uuid(), $2, n || '栋', lpad(n::text, 6, '0') || '栋', substr(md5(random()::text), 1, 16), '2020-01-01'
         from generate_series(1, $3) n returning id, name, sort_key),
       h as (insert into home (community_id, id, compound_id, building_id, number, label, sort_key, kind, area_centiares)
         select $1, gen_random_uuid(), $2, b.id, 100 + n, b.name || (100 + n), b.sort_key || (100 + n), 'dwelling', 8000
         from b, generate_series(1, $4) n returning id, building_id, sort_key)
       select b.id as "buildingId", array_agg(h.id order by h.sort_key) as "homeIds" from b join h on h.building_id = b.id
       group by b.id, b.sort_key order by b.sort_key`,
      [communityId, compoundId, buildings, homes],
    )
  }
  const people = {
    worker: await office('communityWorker', 'community', ids.here),
    workerThere: await office('communityWorker', 'community', ids.there),
    workerFar: await office('communityWorker', 'community', ids.far),
    officer: await office('subdistrictOfficer', 'subdistrict', ids.subdistrict),
    liaison: await office('liaison', 'organisation', ids.unit),
    otherLiaison: await office('liaison', 'organisation', ids.otherUnit),
    member: await addPerson('13900000001'),
    second: await addPerson('13900000002'),
    stranger: await addPerson(),
  }
  const tokens = Object.fromEntries(Object.entries(people).map(([name, p]) => [name, p.token])) as Record<
    keyof typeof people,
    string
  >
  const [homesHere, homesThere] = [await addHomes(ids.here, 2, 3), await addHomes(ids.there, 1, 3)]

  const consent = async (token: string) => api.get(token, 'checkin.consent', { id: id(), version: 1 })
  const issue = async (name: string, more: Partial<Input<'slip.issue'>> = {}, token = tokens.liaison) => {
    const slipId = id()
    const { number } = await api.get(token, 'slip.issue', { unitId: ids.unit, id: slipId, name, ...more })
    return { slipId, number, name }
  }
  const presenting = (
    slip: { number: string; name: string },
    more: object = {},
  ): Input<'checkin.present'> => ({
    communityId: ids.here,
    id: id(),
    number: slip.number,
    name: slip.name,
    homeId: homesHere[0]!.homeIds[0]!,
    profile: profile(),
    ...more,
  })
  /** A member who is checked in here: from the slip to the receipt. */
  const checkIn = async (token: string, name: string, more: object = {}) => {
    await consent(token)
    const sent = presenting(await issue(name), more)
    await api.get(token, 'checkin.present', sent)
    const worker = sent.communityId === ids.there ? tokens.workerThere : tokens.worker
    const key = { communityId: sent.communityId, checkinId: sent.id }
    await api.get(worker, 'checkin.accept', key)
    return key
  }
  return {
    api,
    ids,
    people,
    tokens,
    homesHere,
    homesThere,
    addPerson,
    addHomes,
    grant,
    consent,
    issue,
    presenting,
    checkIn,
    /** Many members who are checked in, by the owner's hand: for numbers, not for the path. */
    async many(
      count: number,
      communityId = ids.here,
    ): Promise<{ id: string; token: string; checkinId: string }[]> {
      const made: { id: string; token: string; checkinId: string }[] = []
      for (let i = 0; i < count; i++) {
        const person = await addPerson()
        const checkinId = id()
        await api.owner(
          `insert into checkin (community_id, id, kind, state, person_id, presented_at, accepted_at, decided_by, sent_hash, receipt_number, check_code)
           values ($1, $2, 'noOffice', 'accepted', $3, $4, $4, $3, decode(repeat('00', 32), 'hex'), lpad((floor(random() * 1e12))::bigint::text, 12, '0'), 'AAAAAAAAAA')`,
          [communityId, checkinId, person.id, api.now],
        )
        await api.owner(
          `insert into checkin_profile (community_id, checkin_id, name, skills, interests, free, work) values ($1, $2, $3, '{}', '{}', '{}', '{"kind":"none"}')`,
          [communityId, checkinId, `党员${i}`],
        )
        made.push({ ...person, checkinId })
      }
      return made
    },
    /** What Postgres says to somebody who writes past the verbs, as the app's role: the rows changed, or why not. Nothing stays. */
    async past(token: string, sql: string, values: unknown[]): Promise<string> {
      const app = new Client({ connectionString: api.database.urls.app })
      await app.connect()
      try {
        await app.query('begin')
        await app.query('select enter($1, $2)', [tokenHash(token), api.now])
        return `${(await app.query(sql, values)).rowCount}`
      } catch (error) {
        return (error as Error).message
      } finally {
        await app.end()
      }
    },
    later: (hours: number) => {
      api.now = new Date(api.now.getTime() + hours * 3_600_000)
    },
    lines: async (subjectId: string) =>
      (
        await api.owner<{ action: string }>(
          'select action from record where subject_id = $1 order by at, id',
          [subjectId],
        )
      ).map((r) => r.action),
    /** All that is there, to see that a refusal has written nothing. */
    count: async () =>
      JSON.stringify(
        await api.owner(`select (select count(*) from slip) as slips, (select count(*) from checkin) as checkins, (select count(*) from consent) as consents,
          (select count(*) from task_taking) as takings, (select count(*) from service) as services, (select count(*) from care_link) as links,
          (select count(*) from care_visit) as visits, (select count(*) from record) as record`),
      ),
  }
}

/** A roster sent to where it was told to, and looked at until it is known what it would do. */
export async function openRosterDoor(api: TestApi) {
  const door = handleFiles(ourDisk, () => api.now)
  const server = http.createServer((req, res) => void door(req, res))
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    async upload(token: string, unitId: string, file: Buffer, fileName = '名单.csv'): Promise<string> {
      const rosterId = randomUUID()
      const { url, fields } = await api.get(token, 'slip.upload', {
        unitId,
        id: rosterId,
        fileName,
        bytes: file.length,
      })
      const form = new FormData()
      for (const [name, value] of Object.entries(fields)) form.append(name, value)
      form.append('file', new Blob([new Uint8Array(file)]), fileName)
      const res = await fetch(new URL(url, address), { method: 'POST', body: form })
      if (!res.ok) throw new Error(`upload answered ${res.status}: ${await res.text()}`)
      return rosterId
    },
    async preview(token: string, unitId: string, rosterId: string): Promise<Output<'slip.preview'>> {
      for (;;) {
        const view = await api.get(token, 'slip.preview', { unitId, rosterId })
        if (view.state !== 'checking') return view
      }
    },
    close: () =>
      new Promise<void>((closed) => {
        server.close(() => closed())
        server.closeAllConnections()
      }),
  }
}
