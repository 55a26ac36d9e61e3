import { Client, type QueryResultRow } from 'pg'
import { homesOfCommunity, homesOfCompound } from '../../functions/home/queries'
import type { Connection } from '../../functions/kernel/database'
import { tokenHash } from '../../functions/kernel/secrets'
import { community, settle, worker } from '../bench/world'
import { freshDatabase, type TestDatabase } from '../kernel/database'

interface Plan {
  'Node Type': string
  'Index Name'?: string
  Plans?: Plan[]
}

let database: TestDatabase
let app: Client

beforeAll(async () => {
  database = await freshDatabase()
  const owner = new Client({ connectionString: database.urls.owner })
  await owner.connect()
  await settle(owner)
  await owner.query(`
    insert into building (community_id, compound_id, id, name, sort_key, code, since)
      select community_id, id, gen_random_uuid(), n || '栋', lpad(n::text, 4, '0'), lpad(n::text, 16, '0'), from_day
      from compound, generate_series(1, 50) n;
    insert into home (community_id, compound_id, building_id, id, number, label, sort_key, kind, area_centiares)
      select community_id, compound_id, id, gen_random_uuid(), n, name || n, sort_key || lpad(n::text, 4, '0'), 'dwelling', 8000
      from building, generate_series(1, 100) n;
    analyze`)
  await owner.end()
  app = new Client({ connectionString: database.urls.app })
  await app.connect()
  await app.query('begin')
  await app.query('select enter($1, now())', [tokenHash(worker)])
})
afterAll(async () => {
  await app.end()
  await database.drop()
})

/** How Postgres goes about a statement of ours, whatever its values are. */
async function planOf(query: (tx: Connection) => Promise<QueryResultRow[]>): Promise<Plan[]> {
  let words = ''
  const listening = {
    run: async (_name: string, text: string) => {
      words = text
      return []
    },
  }
  await query(listening as unknown as Connection)
  const { rows } = await app.query<{ 'QUERY PLAN': { Plan: Plan }[] }>(
    `explain (generic_plan, format json) ${words}`,
  )
  const all = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(all)]
  return all(rows[0]!['QUERY PLAN'][0]!.Plan)
}

// those of one building are few: whether they are sorted makes no difference
describe('under row security, 5,000 homes are listed along an index in the order people count, never sorted:', () => {
  test.each([
    ['those of a community', homesOfCommunity],
    ['those of a compound', homesOfCompound],
  ])('%s', async (_of, query) => {
    const plan = await planOf(query)
    expect(plan.map((node) => node['Index Name'] ?? '').join()).toMatch(/home_in_order|home_of_compound/)
    expect(plan.map((node) => node['Node Type'])).not.toContain('Sort')
  })
})

test('the worker reaches those homes', async () => {
  const { rows } = await app.query('select count(*)::int as homes from home where community_id = $1', [
    community,
  ])
  expect(rows).toEqual([{ homes: 5000 }])
})
