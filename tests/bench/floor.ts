import type { IncomingMessage, ServerResponse } from 'node:http'
import { Pool, type QueryResultRow } from 'pg'
import { homesOfCommunity } from '../../functions/home/queries'
import type { Connection } from '../../functions/kernel/database'
import { pieces } from '../../shared/whistle/likeness'
import { whistleWords } from './floorWhistles'
import { serveMeasured } from './serving'

/** The product's own words for a statement. */
const wordsOf = (query: (tx: Connection) => Promise<QueryResultRow[]>): string => {
  let words = ''
  const listening = {
    run: async (_name: string, text: string) => {
      words = text
      return []
    },
  }
  void query(listening as unknown as Connection)
  return words
}

// As the owner, so that no policy is asked; no session, no checks. Left alone, Postgres plans this list anew each time:
// without policies that looks cheaper to it and is not.
const pool = new Pool({
  connectionString: process.env.DATABASE_OWNER_URL,
  max: 10,
  options: '-c plan_cache_mode=force_generic_plan',
})
// who may see which home is no part of the floor
const homes = wordsOf((tx) => homesOfCommunity(tx))
  .split('\n')
  .filter((line) => !line.includes('my_communities'))
  .join('\n')
const person = 'select name, phone_cipher, large_type, joined_at from person where id = $1'
const claims = `select c.id, c.community_id, c.home_id, h.compound_id, c.building_id, h.entrance_id, h.label, c.person_id, c.name,
    c.kind, c.words, c.state, c.submitted_at, c.decided_at, c.reason
  from claim c join home h on h.community_id = c.community_id and h.id = c.home_id
  where c.person_id = $1 order by c.submitted_at desc limit 20`
const addClaim = `with added as (
    insert into claim (community_id, id, building_id, home_id, person_id, kind, name, words, state, submitted_at)
    select $1, $2, h.building_id, h.id, $4, $5, $6, null, 'submitted', $7 from home h where h.community_id = $1 and h.id = $3
    returning id)
  insert into record (community_id, id, at, actor_id, action, subject_kind, subject_id, after)
  select $1, gen_random_uuid(), $7, $4, 'claim.submitted', 'claim', $2, $8 from added`

async function ask(name: string, text: string, values: unknown[]): Promise<QueryResultRow[]> {
  return (await pool.query({ name, text, values })).rows
}

const said = (name: keyof typeof whistleWords, values: unknown[]) => ask(name, whistleWords[name], values)

async function readBody(req: IncomingMessage): Promise<Record<string, string>> {
  const chunks: Buffer[] = []
  for await (const chunk of req as AsyncIterable<Buffer>) chunks.push(chunk)
  return JSON.parse(Buffer.concat(chunks).toString()) as Record<string, string>
}

/** Each answers `/api/<kind>/<id>[/<second>]`. */
const answers: Record<string, (id: string, second: string, req: IncomingMessage) => Promise<unknown>> = {
  async me(id) {
    const [[self], mine] = await Promise.all([ask('person', person, [id]), ask('claims', claims, [id])])
    return { ...self, claims: mine }
  },
  async homes(id) {
    const items = await ask('homes', homes, [id, '2026-11-21', null, null, null])
    return { items: items.slice(0, 20), next: items.length > 20 }
  },
  async claims(id, _, req) {
    const body = await readBody(req)
    const after = { homeId: body.homeId, kind: body.kind }
    const values = [id, body.id, body.homeId, body.personId, body.kind, body.name, new Date(), after]
    await ask('addClaim', addClaim, values)
    return { id: body.id, state: 'submitted' }
  },
  async mine(id) {
    const [items, [count]] = await Promise.all([said('mine', [id]), said('countMine', [id])])
    return { items: items.slice(0, 20), next: items.length > 20, ...count }
  },
  async board(id) {
    const [items, [counts]] = await Promise.all([said('board', [id]), said('boardCounts', [id, new Date()])])
    return { items: items.slice(0, 20), next: items.length > 20, counts }
  },
  async whistle(id, second) {
    const key = [id, second]
    const [[one], steps, photos, dispatches, tellers, survey] = await Promise.all([
      said('one', key),
      said('steps', key),
      said('photos', key),
      said('dispatches', key),
      said('tellers', key),
      said('survey', [...key, id]),
    ])
    return { ...one, steps, photos, dispatches, tellers, survey }
  },
  async whistles(id, second, req) {
    const body = await readBody(req)
    const { id: made, category, words } = body
    await said('submit', [id, made, second, category, words, pieces(words!), new Date(), body.personId])
    return { id: made, state: 'submitted' }
  },
}

async function answer(req: IncomingMessage): Promise<unknown> {
  const [, , kind, id, second] = req.url!.split('/')
  return answers[kind!]!(id!, second ?? '', req)
}

serveMeasured(async (req: IncomingMessage, res: ServerResponse) => {
  const text = JSON.stringify(await answer(req))
  res.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) })
  res.end(text)
})
