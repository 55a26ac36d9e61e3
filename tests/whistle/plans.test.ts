import { Client } from 'pg'
import { linesOfMine } from '../../functions/inbox/queries'
import { tokenHash } from '../../functions/kernel/secrets'
import { standingOf } from '../../functions/whistle/queries'
import { boardCounts, boardList, deskOpen, raisedIn } from '../../functions/whistle/reading/boardQueries'
import {
  countMine,
  openNearby,
  publicDays,
  publicWhistles,
  whistlesOfMine,
} from '../../functions/whistle/reading/queries'
import { whistleALot } from '../bench/whistles'
import { community, residentId, residentToken, settle, worker } from '../bench/world'
import { freshDatabase, type TestDatabase } from '../kernel/database'
import { planOf, readBy, sayPlan } from '../kernel/plans'

let database: TestDatabase
const clients: Client[] = []

async function enteredAs(token: string): Promise<Client> {
  const client = new Client({ connectionString: database.urls.app })
  await client.connect()
  clients.push(client)
  await client.query('begin')
  await client.query('select enter($1, now())', [tokenHash(token)])
  return client
}

let [atDesk, resident]: Client[] = []
beforeAll(async () => {
  database = await freshDatabase()
  const owner = new Client({ connectionString: database.urls.owner })
  await owner.connect()
  await settle(owner)
  await whistleALot(owner, 20_000)
  // whoever works for the community was told of every one of them
  await owner.query(
    `insert into inbox (community_id, person_id, subject_kind, subject_id, hour, entry_id, action, at)
     select community_id, $1, 'whistle', id, date_trunc('hour', submitted_at), id, 'whistle.submitted', submitted_at
     from whistle where community_id = $2`,
    [residentId(0), community],
  )
  await owner.query('analyze inbox')
  await owner.end()
  atDesk = await enteredAs(worker)
  resident = await enteredAs(residentToken(1))
})
afterAll(async () => {
  for (const client of clients) await client.end()
  await database.drop()
})

const hot = {
  'the board by deadline': () => planOf(atDesk!, (tx) => boardList('open', undefined, {}).list(tx)),
  'the board, near its deadlines': () =>
    planOf(atDesk!, (tx) => boardList('nearDue', undefined, {}).list(tx)),
  'the board, overdue': () => planOf(atDesk!, (tx) => boardList('overdue', undefined, {}).list(tx)),
  'the board, to accept': () => planOf(atDesk!, (tx) => boardList('toAccept', undefined, {}).list(tx)),
  'the board, to follow up': () => planOf(atDesk!, (tx) => boardList('toFollowUp', undefined, {}).list(tx)),
  'all of a community': () => planOf(atDesk!, (tx) => boardList('all', undefined, {}).list(tx)),
  'how many in each tab': () => planOf(atDesk!, (tx) => boardCounts(tx)),
  'my whistles': () => planOf(resident!, (tx) => whistlesOfMine(tx)),
  'how many are mine': () => planOf(resident!, (tx) => countMine(tx)),
  'one whistle': () => planOf(resident!, (tx) => standingOf(tx)),
  'those of a compound': () => planOf(resident!, (tx) => publicWhistles.all(tx)),
  'open ones of a compound': () => planOf(resident!, (tx) => publicWhistles.open(tx)),
  'those that may be the same': () => planOf(resident!, (tx) => openNearby(tx)),
  'the days of a month': () => planOf(resident!, (tx) => publicDays(tx)),
  'the inbox': () => planOf(resident!, (tx) => linesOfMine(tx)),
  'what was raised': () => planOf(atDesk!, (tx) => raisedIn(tx)),
  'what lies on a desk': () => planOf(atDesk!, (tx) => deskOpen(tx)),
}

/** What may be sorted, and why that stays small however many whistles there are. All else comes in order from its index. */
const sorted: Partial<Record<keyof typeof hot, string>> = {
  'my whistles': 'what one person reported, ten a day at most',
  'the days of a month': 'one month of one compound',
  'what was raised': 'a page of each community of a subdistrict',
  'what lies on a desk': 'what is open there',
}

describe('among 20,000 whistles, under row security,', () => {
  test.each(Object.entries(hot))('%s goes along its index', async (what, plan) => {
    const said = sayPlan(await plan())
    expect(said.filter((line) => /^Seq Scan (whistle|record|inbox|dispatch)/.test(line))).toEqual([])
    if (!(what in sorted)) expect(said.filter((line) => line.includes('Sort'))).toEqual([])
    expect(said).toMatchSnapshot()
  })

  test('a list that has to sort all there is would be found out', async () => {
    const planted = await planOf(atDesk!, (tx) =>
      tx.run('planted', 'select id from whistle order by words limit 21', []),
    )
    expect(sayPlan(planted).filter((line) => line.includes('Sort'))).not.toEqual([])
  })

  test('the inbox of a worker who was told of all of them reads one page and no more', async () => {
    const lines = await readBy(atDesk!, 'inbox', (tx) => linesOfMine(tx, [null, null]))
    expect(lines).toBeLessThan(50)
  })
})
