import { Client } from 'pg'
import { tokenHash } from '../../functions/kernel/secrets'
import { contract, type EndpointName, endpointNames } from '../../shared/contract'
import { pathParameters } from '../../shared/kernel/endpoint'
import type { ErrorBody } from '../../shared/kernel/refusal'
import { permissions } from '../../shared/permissions'
import { openApi, type TestApi } from '../kernel/api'
import { sampleInput, type Things, thingsOf } from '../kernel/samples'
import { undone } from '../kernel/undone'

interface Person {
  title: string
  token: string
  personId: string
  grants: { role: string; level: string; id: string; communities: string[]; given: string[] }[]
}

// what each person holds, read from the tables by a query that shares nothing with the product's
const heldBy = `
  select g.role, g.scope || 'Id' as level,
    coalesce(g.entrance_id, g.building_id, g.compound_id, g.grid_id, g.organisation_id, g.community_id, g.subdistrict_id, g.district_id) as id,
    case g.scope
      when 'district' then (select array_agg(c.id) from community c join subdistrict s on s.id = c.subdistrict_id where s.district_id = g.district_id)
      when 'subdistrict' then (select array_agg(id) from community where subdistrict_id = g.subdistrict_id)
      when 'organisation' then (select array_agg(community_id) from engagement where organisation_id = g.organisation_id)
      else array[g.community_id] end::text[] as communities,
    array(select compound_id::text from engagement where organisation_id = g.organisation_id and compound_id is not null) as given
  from role_grant g where g.person_id = $1 and g.to_day is null
  union all
  select kind, 'homeId', home_id, array[community_id]::text[], '{}' from home_tie where person_id = $1 and to_day is null`

// who sits at the desk to which a whistle was sent: for what a party does with it
const deskOf = `
  select g.person_id as "personId" from dispatch d join role_grant g on g.to_day is null and (
       (g.role = 'responder' and g.organisation_id = d.organisation_id)
    or (d.kind = 'committee' and g.role in ('committeeMember', 'committeeDirector') and g.compound_id = d.compound_id)
    or (d.kind = 'branch' and g.role = 'branchSecretary' and g.compound_id = d.compound_id))
  where d.id = $1`
const parties = ['responder', 'committeeMember', 'committeeDirector', 'branchSecretary']

let api: TestApi
let people: Person[]
let desks: Map<string, string[]>
let yanxi: Things
let hongyun: Things

beforeAll(async () => {
  process.env.WECHAT_API = 'http://127.0.0.1:9'
  api = await openApi({ demo: true, wrap: undone, now: new Date() })
  const { persons } = await api.get(undefined, 'session.persons', {})
  people = []
  for (const { personId, title, where } of persons) {
    const { token } = await api.get(undefined, 'session.demo', { personId, device: '测试' })
    people.push({ title: `${title} ${where}`, token, personId, grants: await api.owner(heldBy, [personId]) })
  }
  yanxi = await thingsOf(api, '盐溪社区')
  hongyun = await thingsOf(api, '弘运社区')
  desks = new Map()
  for (const { whistleId, dispatchId } of [yanxi, hongyun]) {
    const desk = await api.owner<{ personId: string }>(deskOf, [dispatchId])
    desks.set(
      whistleId!,
      desk.map((d) => d.personId),
    )
  }
})
afterAll(() => api.close())

const levels = ['gridId', 'compoundId', 'buildingId', 'entranceId', 'homeId']
const aboutOneHome: EndpointName[] = [
  'home.get',
  'home.addTie',
  'home.endTie',
  'home.represent',
  'person.reveal',
  'claim.decide',
  'lease.get',
  'lease.unwait',
]
/** What was published of money is read by everybody of the community. */
const ofEverybody: EndpointName[] = ['statement.list', 'statement.get', 'statement.text']
/** 盐溪桥 manages itself: no company has laid anything out there. */
const hasNone = (name: EndpointName, things: Things): boolean => things === yanxi && names(name, 'advanceId')

/** About one plan, round or finding: those of the samples are of a grid. */
const ofARound = (name: EndpointName): boolean =>
  pathParameters(contract[name].path).some((p) => ['planId', 'roundId', 'findingId'].includes(p))

/** Where the sampled input leads, by its own words. */
function target(name: EndpointName, things: Things): Record<string, string> {
  if (aboutOneHome.includes(name)) return things
  if (ofEverybody.includes(name)) return {}
  const ofCompound = ['incidentId', 'seriesId', 'meetingId', 'resolutionId']
  // a meeting may be named beside it
  if (name === 'project.agree') return {}
  if (ofCompound.some((key) => names(name, key))) return { compoundId: things.compoundId! }
  // a grid's plan, wherever its checkpoints lie
  if (name === 'patrol.add') return {}
  if (ofARound(name)) return { gridId: things.walkedGridId! }
  return Object.fromEntries(levels.filter((k) => names(name, k)).map((k) => [k, things[k]!]))
}

function isAllowed(person: Person, name: EndpointName, things: Things): boolean {
  const who = permissions[name]
  if (typeof who === 'string') return true
  const where = target(name, things)
  return person.grants.some(
    (g) =>
      (who as readonly string[]).includes(g.role) &&
      (g.communities.includes(things.communityId!) ||
        !(names(name, 'communityId') || names(name, 'grantId'))) &&
      (g.level !== 'organisationId' ||
        where.compoundId === undefined ||
        g.given.includes(where.compoundId)) &&
      (!pathParameters(contract[name].path).includes('whistleId') ||
        !parties.includes(g.role) ||
        desks.get(things.whistleId!)!.includes(person.personId)) &&
      // neither property companies nor the bodies of a compound have anything to do with a grid's rounds
      (!ofARound(name) || !['organisationId', 'compoundId'].includes(g.level)) &&
      (where[g.level] === undefined || where[g.level] === g.id || !levels.includes(g.level)),
  )
}
const names = (name: EndpointName, key: string) =>
  pathParameters(contract[name].path).includes(key) ||
  key in ((contract[name].input as unknown as { shape: object }).shape ?? {})

async function outcome(person: Person, name: EndpointName, things: Things): Promise<string> {
  const { status, body } = await api.ask(person.token, name, sampleInput(name, things) as never)
  return status === 200 ? 'done' : (body as ErrorBody).code
}

const judged = endpointNames.filter((n) => Array.isArray(permissions[n]))
// whoever watches the line sees a place in it, and is told whose it is not
const knocks = (code: string) => ['forbidden', 'not_found', 'signed_out', 'wait_not_yours'].includes(code)

describe.each(endpointNames)('%s', (name) => {
  test('is open to those whom the table of roles names, and to nobody else', async () => {
    const wrong: string[] = []
    for (const things of [yanxi, hongyun]) {
      if (hasNone(name, things)) continue
      for (const person of people) {
        const code = await outcome(person, name, things)
        if (code === 'fault') wrong.push(`${person.title}: fault ${api.faults.splice(0).join()}`)
        if (typeof permissions[name] === 'string') {
          if (code === 'forbidden' || code === 'signed_out') wrong.push(`${person.title}: ${code}`)
        } else if (isAllowed(person, name, things) === knocks(code)) {
          wrong.push(
            `${person.title}: ${code}, in ${things.communityId === yanxi.communityId ? '盐溪' : '弘运'}`,
          )
        }
      }
    }
    expect(wrong).toEqual([])
  })

  test('without a session is refused, unless it is for anyone', async () => {
    const { status, body } = await api.ask(undefined, name, sampleInput(name, yanxi) as never)
    if (permissions[name] === 'anyone') expect((body as ErrorBody).code).not.toBe('signed_out')
    else expect([status, (body as ErrorBody).code]).toEqual([401, 'signed_out'])
  })
})

test.each(judged.filter((n) => pathParameters(contract[n].path).includes('communityId')))(
  '%s with the ids of a community that one has nothing to do with finds nothing',
  async (name) => {
    const found: string[] = []
    for (const person of people) {
      for (const things of [yanxi, hongyun]) {
        if (person.grants.some((g) => g.communities.includes(things.communityId!))) continue
        const { status, body } = await api.ask(person.token, name, sampleInput(name, things) as never)
        if (status !== 404) found.push(`${person.title}: ${status} ${(body as ErrorBody).code}`)
      }
    }
    expect(found).toEqual([])
  },
)

test.each(
  judged.filter(
    (n) =>
      pathParameters(contract[n].path).length > 1 && pathParameters(contract[n].path).includes('communityId'),
  ),
)('%s with a thing of another community under one’s own community finds nothing', async (name) => {
  const inputOf = (own: Things, other: Things) =>
    sampleInput(name, { ...other, communityId: own.communityId! })
  const found: string[] = []
  for (const person of people) {
    const own = person.grants.some((g) => g.communities.includes(yanxi.communityId!)) ? yanxi : hongyun
    const { status, body } = await api.ask(
      person.token,
      name,
      inputOf(own, own === yanxi ? hongyun : yanxi) as never,
    )
    if (status !== 404 && status !== 403) found.push(`${person.title}: ${status} ${(body as ErrorBody).code}`)
  }
  expect(found).toEqual([])
})

describe('row-level security alone', () => {
  const tenantTables = `select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'community_id'
    where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and has_table_privilege('app', c.oid, 'SELECT') order by 1`

  test('shows everybody the rows of their own communities, compounds and homes, and of no others', async () => {
    const tables = (await api.owner<{ name: string }>(tenantTables)).map((t) => t.name)
    expect(tables.length).toBeGreaterThan(12)
    const app = new Client({ connectionString: api.database.urls.app })
    await app.connect()
    const foreign: string[] = []
    for (const person of people) {
      const known = person.grants.flatMap((g) => g.communities)
      await app.query('begin')
      await app.query('select enter($1, $2)', [tokenHash(person.token), api.now])
      for (const table of tables) {
        const own = mine[table] ? `and not ${mine[table]}` : ''
        const { rows } = await app.query<{ n: number }>(
          `select count(*)::int as n from ${table} where community_id <> all ($1::uuid[]) ${own}`,
          [known, ...(own ? [person.personId] : [])],
        )
        if (rows[0]!.n > 0) foreign.push(`${person.title}: ${rows[0]!.n} rows of ${table}`)
      }
      await app.query('rollback')
    }
    await app.end()
    expect(foreign).toEqual([])
  })

  const reported = (table: string) =>
    `exists (select 1 from whistle_reporter r where r.whistle_id = ${table} and r.person_id = $2)`
  // what somebody did, claimed, reported or was told themselves is theirs to see wherever it lies
  const mine: Record<string, string> = {
    inbox: '(person_id = $2)',
    whistle: reported('whistle.id'),
    whistle_reporter: '(person_id = $2)',
    ...Object.fromEntries(
      ['dispatch', 'whistle_note', 'whistle_photo'].map((table) => [table, reported(`${table}.whistle_id`)]),
    ),
    record: '(actor_id = $2 or about_id = $2)',
    claim: '(person_id = $2)',
    role_grant: '(person_id = $2)',
  }

  test('shows a resident nobody of another home', async () => {
    const app = new Client({ connectionString: api.database.urls.app })
    await app.connect()
    for (const title of ['居民 · 业主', '居民 · 租户', '在职党员']) {
      const person = people.find((p) => p.title.startsWith(title))!
      await app.query('begin')
      await app.query('select enter($1, $2)', [tokenHash(person.token), api.now])
      const { rows: ties } = await app.query<{ home_id: string }>('select distinct home_id from home_tie')
      const homes = person.grants.filter((g) => g.level === 'homeId').map((g) => g.id)
      expect(ties.map((t) => t.home_id).sort()).toEqual(homes.sort())
      const { rows: persons } = await app.query<{ id: string }>('select id from person')
      expect(persons.map((p) => p.id)).toEqual([person.personId])
      await app.query('rollback')
    }
    await app.end()
  })

  test('lets nobody change a row that lies outside their reach', async () => {
    const writable = await api.owner<{ name: string; column: string }>(
      `select distinct on (c.relname) c.relname as name, a.attname as column from pg_class c
       join pg_attribute a on a.attrelid = c.oid and has_column_privilege('app', c.oid, a.attname, 'UPDATE')
       join pg_attribute k on k.attrelid = c.oid and k.attname = 'community_id'
       where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and a.attnum > 0 order by 1`,
    )
    expect(writable.length).toBeGreaterThan(5)
    const app = new Client({ connectionString: api.database.urls.app })
    await app.connect()
    const changed: string[] = []
    for (const person of people) {
      const known = person.grants.flatMap((g) => g.communities)
      await app.query('begin')
      await app.query('select enter($1, $2)', [tokenHash(person.token), api.now])
      for (const { name, column } of writable) {
        await app.query('savepoint one')
        const own = mine[name] ? `and not ${mine[name]}` : ''
        const { rowCount } = await app.query(
          `update ${name} set ${column} = ${column} where community_id <> all ($1::uuid[]) ${own}`,
          [known, ...(own ? [person.personId] : [])],
        )
        if (rowCount !== 0) changed.push(`${person.title}: ${rowCount} rows of ${name}`)
        await app.query('rollback to savepoint one')
      }
      await app.query('rollback')
    }
    await app.end()
    expect(changed).toEqual([])
  })
})

test('a department, a property company and a unit see in each of two communities just what was given to them', async () => {
  const seenBy = async (title: string) => {
    const { token } = people.find((p) => p.title.startsWith(title))!
    const { items } = await api.get(token, 'organisation.mine', {})
    const given = items
      .flatMap((o) => o.engagements.map((e) => `${e.community} ${e.compound ?? '全社区'}`))
      .sort()
    const trees = []
    for (const things of [yanxi, hongyun]) {
      const tree = await api.get(token, 'place.tree', { communityId: things.communityId! })
      trees.push(...tree.compounds.map((c) => c.name))
    }
    return { given, compounds: trees }
  }
  expect(await seenBy('物业')).toEqual({
    given: ['弘运社区 弘运小区', '盐溪社区 花溪苑'],
    compounds: ['花溪苑', '弘运小区'],
  })
  expect(await seenBy('职能部门')).toEqual({ given: ['弘运社区 全社区', '盐溪社区 全社区'], compounds: [] })
  expect(await seenBy('单位党组织')).toEqual({ given: ['弘运社区 全社区', '盐溪社区 全社区'], compounds: [] })
})
