import { randomUUID } from 'node:crypto'
import { Client } from 'pg'
import { tokenHash } from '../../functions/kernel/secrets'
import type { TestApi } from '../kernel/api'
import { type At, type Name, openWhistleHouse, type WhistleHouse } from './house'

let house: WhistleHouse
let api: TestApi
let app: Client
let tokens: WhistleHouse['tokens']
/** a: sent to the property company, with the department. b: to nobody yet. c: told by telephone, sent to the committee. d: elsewhere. */
let whistles: Record<'a' | 'b' | 'c' | 'd', At>
const secret = '13812345678'

beforeAll(async () => {
  house = await openWhistleHouse({ now: new Date('2026-11-16T01:00:00Z') })
  ;({ api, tokens } = house)
  const { here, there, compound, compoundThere } = house.places
  const [photoOfA, photoOfAnswer] = await house.photos('resident', 2)
  const a = await house.submit({ anonymous: true, photoIds: [photoOfA!] })
  await api.get(tokens.neighbour, 'whistle.join', { ...a, anonymous: true })
  await api.get(tokens.worker, 'whistle.askBack', { ...a, words: '在哪一层？' })
  await api.get(tokens.resident, 'whistle.answer', { ...a, words: '五层', photoIds: [photoOfAnswer!] })
  await api.get(tokens.worker, 'whistle.accept', a)
  await house.dispatch(a, { co: [house.parties.department] })
  await api.get(tokens.property, 'whistle.respond', a)
  await api.get(tokens.property, 'whistle.resolve', { ...a, words: '换好了' })
  await api.get(tokens.resident, 'whistle.followUp', { ...a, outcome: 'half', words: '还有点松' })
  const b = await house.submit({}, tokens.neighbour)
  const c = { communityId: here.id, whistleId: randomUUID() }
  await api.get(tokens.worker, 'whistle.intake', {
    communityId: here.id,
    id: c.whistleId,
    compoundId: compound.id,
    category: 'lift',
    urgency: 'ordinary',
    words: '电梯响',
    source: 'phone',
    name: '老人家',
    phone: secret,
  })
  await api.get(tokens.worker, 'whistle.accept', c)
  await house.dispatch(c, { lead: house.parties.committee })
  const elsewhere = { communityId: there.id, compoundId: compoundThere.id }
  const d = await house.submit(elsewhere, tokens.stranger)
  whistles = { a, b, c, d }
  app = new Client({ connectionString: api.database.urls.app })
  await app.connect()
})
afterAll(async () => {
  await app.end()
  await api.close()
})

type Row = Record<string, unknown>
/** What SQL can reach as somebody, with nothing but row-level security between. */
async function as<T>(who: Name, work: () => Promise<T>): Promise<T> {
  await app.query('begin')
  try {
    await app.query('select enter($1, $2)', [tokenHash(tokens[who]), api.now])
    return await work()
  } finally {
    await app.query('rollback')
  }
}
const rows = async (who: Name, sql: string, values: unknown[] = []) =>
  as(who, async () => (await app.query<Row>(sql, values)).rows)
const letters = (ids: unknown[]) =>
  Object.entries(whistles)
    .filter(([, w]) => ids.includes(w.whistleId))
    .map(([letter]) => letter)
    .join('')
const sees = async (who: Name, table: string) =>
  letters(
    (await rows(who, `select ${table === 'whistle' ? 'id' : 'whistle_id'} as id from ${table}`)).map(
      (r) => r.id,
    ),
  )

const communitySide: Name[] = ['worker', 'colleague', 'gridWorker']
const others: Name[] = [
  'resident',
  'neighbour',
  'buildingLead',
  'property',
  'secondHand',
  'department',
  'committee',
  'branch',
  'formerCompany',
  'otherWorker',
  'stranger',
]

// w: whistle, r: reporters, n: who wrote the words of a step, d: dispatch, p: what is published
test.each<[Name, Record<string, string>]>([
  ['worker', { w: 'abc', r: '', n: 'a', d: 'ac', p: 'abc' }],
  ['gridWorker', { w: 'abc', r: '', n: 'a', d: 'ac', p: 'abc' }],
  ['officer', { w: 'abcd', r: '', n: 'a', d: 'ac', p: 'abcd' }],
  ['otherWorker', { w: 'd', r: '', n: '', d: '', p: 'd' }],
  ['resident', { w: 'a', r: 'a', n: '', d: 'a', p: 'abc' }],
  ['neighbour', { w: 'ab', r: 'ab', n: '', d: 'a', p: 'abc' }],
  ['property', { w: 'a', r: '', n: '', d: 'a', p: 'abcd' }],
  ['department', { w: 'a', r: '', n: '', d: 'a', p: '' }],
  ['committee', { w: 'c', r: '', n: '', d: 'c', p: 'abc' }],
  ['branch', { w: '', r: '', n: '', d: '', p: 'abc' }],
  ['buildingLead', { w: '', r: '', n: '', d: '', p: 'abc' }],
  ['formerCompany', { w: '', r: '', n: '', d: '', p: '' }],
  ['stranger', { w: 'd', r: 'd', n: '', d: '', p: 'd' }],
])('%s sees by SQL alone just what is theirs', async (who, expected) => {
  const found = {
    w: await sees(who, 'whistle'),
    r: await sees(who, 'whistle_reporter'),
    n: await sees(who, 'whistle_note where person_id <> me()'),
    d: await sees(who, 'dispatch'),
    p: await sees(who, 'whistle_public'),
  }
  expect(found).toEqual(expected)
})

test('a reporter sees of those who reported it nobody but themselves', async () => {
  for (const who of ['resident', 'neighbour', 'stranger'] as const) {
    const found = await rows(who, 'select distinct person_id from whistle_reporter')
    expect(found).toEqual([{ person_id: house.ids[who] }])
  }
})

test('everybody sees of the inbox their own lines alone, and of the photos their own or their community’s', async () => {
  for (const who of [...communitySide, ...others]) {
    const inboxes = await rows(who, 'select distinct person_id from inbox')
    expect(inboxes.filter((i) => i.person_id !== house.ids[who])).toEqual([])
    const photos = await rows(who, 'select author_id from photo')
    const seen = who === 'resident' || communitySide.includes(who) ? 2 : 0
    expect([who, photos.length]).toEqual([who, seen])
  }
})

describe('who reported it', () => {
  /** Every table with the columns of it that the app may read. */
  const readable = () =>
    api.owner<{ name: string; columns: string }>(
      `select c.relname as name, string_agg(quote_ident(a.attname), ', ') as columns from pg_class c
       join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and has_column_privilege('app', c.oid, a.attnum, 'SELECT')
       where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace group by 1 order by 1`,
    )
  /** The tables in which somebody finds this text, in any row that is theirs to see. */
  async function finds(who: Name, text: string): Promise<string[]> {
    const tables = await readable()
    expect(tables.length).toBeGreaterThan(20)
    return as(who, async () => {
      const found: string[] = []
      for (const { name, columns } of tables) {
        const { rowCount } = await app.query(
          `select 1 from (select ${columns} from ${name}) t where t::text like $1 limit 1`,
          [`%${text}%`],
        )
        if (rowCount) found.push(name)
      }
      return found
    })
  }

  // a building lead knows who lives in the building, which tells nothing of who whistled
  const register = (who: Name) => (who === 'buildingLead' ? ['home_tie', 'person'] : [])

  test.each(others.filter((who) => who !== 'resident'))(
    'is found by %s in no table, however they search',
    async (who) => {
      expect(await finds(who, house.ids.resident)).toEqual(register(who))
    },
  )

  test('is found beside the whistle by oneself alone', async () => {
    expect(await finds('resident', house.ids.resident)).toContain('whistle_reporter')
    for (const who of [...communitySide, 'officer'] as const)
      expect(await finds(who, house.ids.resident)).not.toContain('whistle_reporter')
  })

  test('by telephone is found by nobody in any table, and told to the community’s workers alone', async () => {
    for (const who of [...communitySide, 'officer', ...others] as const)
      for (const text of ['老人家', secret]) expect(await finds(who, text)).toEqual([])
    const tellers = 'select name from whistle_tellers($1, $2)'
    const at = [whistles.c.communityId, whistles.c.whistleId]
    expect(await rows('worker', tellers, at)).toEqual([{ name: '老人家' }])
    for (const who of ['gridWorker', 'officer', ...others] as const)
      expect(await rows(who, tellers, at)).toEqual([])
  })

  test('is named to an officer neither by the record nor by a refusal', async () => {
    const { communityId, whistleId } = whistles.a
    const told = (who: Name) =>
      api
        .get(tokens[who], 'record.list', { communityId, subjectId: whistleId })
        .then(({ items }) =>
          items.filter((i) => i.action === 'whistle.submitted').map((i) => [i.actor, i.actorId]),
        )
    expect(await told('officer')).toEqual([['报事的居民', null]])
    expect(await told('worker')).toEqual([['业主 resident', house.ids.resident]])
    const { body } = await api.ask(tokens.officer, 'whistle.accept', whistles.a)
    expect(JSON.stringify(body)).not.toContain('resident')
  })

  test('is told by the timeline to the community alone', async () => {
    const steps = `select action, actor, mine from whistle_steps($1, $2)`
    const at = [whistles.a.communityId, whistles.a.whistleId]
    for (const who of ['property', 'department', 'neighbour'] as const) {
      const told = await rows(who, steps, at)
      expect(told.length).toBeGreaterThan(5)
      expect(told.filter((s) => s.actor !== null)).toEqual([])
    }
    const told = (await rows('worker', steps, at)).map((s) => s.actor)
    expect(told).toContain('property')
    expect(told).not.toContain('resident')
    for (const who of ['committee', 'branch', 'buildingLead', 'otherWorker', 'stranger'] as const)
      expect(await rows(who, steps, at)).toEqual([])
  })

  test('is told by no refusal to the party that came too late', async () => {
    for (const [who, action] of [
      ['property', 'resolve'],
      ['secondHand', 'dispute'],
    ] as const) {
      const { body } = await api.ask(tokens[who], `whistle.${action}`, {
        ...whistles.a,
        words: '好了',
        reason: '好了',
      } as never)
      expect(JSON.stringify(body)).not.toContain('resident')
    }
    const { body } = await api.ask(tokens.worker, 'whistle.accept', whistles.a)
    expect(body).toMatchObject({ code: 'moved_by', about: { who: 'resident' } })
  })
})
