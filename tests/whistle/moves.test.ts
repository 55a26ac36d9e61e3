import { Client } from 'pg'
import { transitions, whistleStates } from '../../shared/whistle/states'
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

/** Where each state may go by the table of transitions; staying is no move. */
const inCode = (): string[] => {
  const moves = Object.values(transitions).flatMap(({ from, to }) =>
    to === 'same' ? [] : from.flatMap((a) => to.filter((b) => b !== a).map((b) => `${a} ${b}`)),
  )
  return [...new Set(moves)].sort()
}
const inDatabase = async (): Promise<string[]> => {
  const { rows } = await owner.query<{ body: string }>(
    `select pg_get_functiondef('whistle_moves()'::regprocedure) as body`,
  )
  return [...rows[0]!.body.matchAll(/\('(\w+)', '(\w+)'\)/g)].map((m) => `${m[1]} ${m[2]}`).sort()
}

test('the moves that the database allows are those of the table, and none besides', async () => {
  const moves = inCode()
  expect(moves.length).toBeGreaterThan(20)
  expect(await inDatabase()).toEqual(moves)
})

test('the database refuses every other one, whoever tries', async () => {
  // the trigger alone, on a table that has nothing but a state
  await owner.query('create temporary table stands (state text)')
  await owner.query(
    'create trigger moves before update of state on stands for each row when (old.state is distinct from new.state) execute function whistle_moves()',
  )
  const allowed: string[] = []
  for (const a of whistleStates)
    for (const b of whistleStates.filter((s) => s !== a)) {
      await owner.query('truncate stands')
      await owner.query('insert into stands values ($1)', [a])
      await owner.query('update stands set state = $1', [b]).then(
        () => allowed.push(`${a} ${b}`),
        (error: { code: string }) => expect(error.code).toBe('23514'),
      )
    }
  expect(allowed.sort()).toEqual(inCode())
})
