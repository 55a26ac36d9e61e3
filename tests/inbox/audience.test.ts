import { Client } from 'pg'
import { type Audience, audienceOf, audiences } from '../../shared/inbox/audience'
import { recordActions } from '../../shared/record/actions'
import { freshDatabase, type TestDatabase } from '../kernel/database'

let database: TestDatabase
let owner: Client
beforeAll(async () => {
  database = await freshDatabase()
  owner = new Client({ connectionString: database.urls.owner })
  await owner.connect()
})
afterAll(async () => {
  await owner.end()
  await database.drop()
})

const inDatabase = async (action: string): Promise<string[]> =>
  (await owner.query<{ of: string[] }>('select audience_of($1) as of', [action])).rows[0]!.of
const inCode = (action: string): readonly Audience[] =>
  (audienceOf as Record<string, readonly Audience[]>)[action] ?? []

// what is nobody's news: said to oneself, or told in another line
const silent = [
  'whistle.joined',
  'whistle.taken',
  'whistle.surveyed',
  'whistle.rescheduled',
  'whistle.clockSet',
  'whistle.quotaSet',
]

test.each(Object.keys(recordActions))(
  '%s concerns the same people in the database as in code',
  async (action) => {
    expect(await inDatabase(action)).toEqual(inCode(action))
  },
)

test('every act of a whistle is told to somebody, or is nobody’s news', () => {
  const unheard = Object.keys(recordActions).filter((a) => a.startsWith('whistle.') && inCode(a).length === 0)
  expect(unheard.sort()).toEqual([...silent].sort())
})

test('nothing is told of an act that there is not, nor to anybody unknown', () => {
  expect(Object.keys(audienceOf).filter((a) => !(a in recordActions))).toEqual([])
  expect(
    Object.values(audienceOf)
      .flat()
      .filter((a) => !audiences.includes(a)),
  ).toEqual([])
})

test('the database knows of no audience that the code does not', async () => {
  const { rows } = await owner.query<{ body: string }>(
    `select pg_get_functiondef('audience_of(text)'::regprocedure) as body`,
  )
  const named = [...rows[0]!.body.matchAll(/when '([\w.]+)'/g)].map((m) => m[1]!)
  expect(named.sort()).toEqual(Object.keys(audienceOf).sort())
})
