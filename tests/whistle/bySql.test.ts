import { Client, type DatabaseError } from 'pg'
import { tokenHash } from '../../functions/kernel/secrets'
import { transitions, type WhistleState, whistleActions, whistleStates } from '../../shared/whistle/states'
import type { TestApi } from '../kernel/api'
import { type At, type Name, openWhistleHouse, type WhistleHouse } from './house'

let house: WhistleHouse
let api: TestApi
let app: Client
let at: At
beforeAll(async () => {
  house = await openWhistleHouse({ now: new Date('2026-11-16T01:00:00Z') })
  ;({ api } = house)
  at = await house.bring('responded')
  await api.get(house.tokens.property, 'whistle.resolve', {
    ...at,
    words: '换好了',
    photoIds: await house.photos('property'),
  })
  app = new Client({ connectionString: api.database.urls.app })
  await app.connect()
})
afterAll(async () => {
  await app.end()
  await api.close()
})

/** What comes of a statement as somebody: how many rows, or why not. */
async function tryAs(who: Name | undefined, sql: string, values: unknown[] = []): Promise<number | string> {
  await app.query('begin')
  try {
    if (who) await app.query('select enter($1, $2)', [tokenHash(house.tokens[who]), api.now])
    return (await app.query(sql, values)).rowCount ?? 0
  } catch (error) {
    return (error as Error).message
  } finally {
    await app.query('rollback')
  }
}
const everybody: Name[] = [
  'resident',
  'property',
  'worker',
  'officer',
  'committee',
  'otherWorker',
  'stranger',
]

describe('past the verbs, the role of the app', () => {
  test('puts no whistle into the table but by the one function, and by that only as somebody', async () => {
    const copy = `insert into whistle (community_id, id, compound_id, place, category, urgency, source, sent_hash, state, submitted_at,
        response_from, response_due_at, resolution_from, resolution_due_at)
      select community_id, gen_random_uuid(), compound_id, place, category, urgency, source, sent_hash, 'submitted', submitted_at,
        response_from, response_due_at, resolution_from, resolution_due_at from whistle`
    for (const who of everybody) expect(await tryAs(who, copy)).toBe('permission denied for table whistle')
    const { communityId } = at
    expect(
      await tryAs(
        undefined,
        `select add_whistle($1, gen_random_uuid(), sha256('x'), now(), '{}', '{}', false, '{}', null, null, null)`,
        [communityId],
      ),
    ).toBe('signed out')
  })

  test('changes and deletes no step, no words of a step, no photo of one, nothing that was published or told', async () => {
    const kept = [
      'record',
      'whistle_note',
      'whistle_photo',
      'whistle_reporter',
      'whistle_caller',
      'whistle_public',
      'whistle_reminder',
    ]
    for (const who of everybody) {
      for (const table of kept) {
        expect(await tryAs(who, `update ${table} set community_id = community_id`)).toMatch(
          /^permission denied/,
        )
        expect(await tryAs(who, `delete from ${table}`)).toMatch(/^permission denied/)
        expect(await tryAs(who, `truncate ${table} cascade`)).toMatch(/^permission denied/)
      }
      for (const table of ['whistle', 'dispatch', 'inbox', 'outbox'])
        expect(await tryAs(who, `delete from ${table}`)).toMatch(/^permission denied/)
    }
  })

  test('changes nothing of a whistle but how it stands', async () => {
    for (const column of [
      'words',
      'place',
      'submitted_at',
      'source',
      'joined',
      'sent_hash',
      'compound_id',
      'community_id',
      'id',
    ])
      for (const who of everybody)
        expect(await tryAs(who, `update whistle set ${column} = ${column}`)).toBe(
          'permission denied for table whistle',
        )
  })

  test('moves only what the caller sees', async () => {
    const touch = 'update whistle set category = category where id = $1'
    const moved = []
    for (const who of [...everybody, 'neighbour', 'branch', 'buildingLead', 'formerCompany'] as const)
      if ((await tryAs(who, touch, [at.whistleId])) === 1) moved.push(who)
    expect(moved).toEqual(['resident', 'property', 'worker', 'officer'])
  })

  test('writes in nobody else’s name', async () => {
    const { communityId, whistleId } = at
    const join = `insert into whistle_reporter values ($1, $2, $3, now(), false, false)`
    expect(await tryAs('worker', join, [communityId, whistleId, house.ids.neighbour])).toMatch(
      /row-level security/,
    )
    const note = `insert into whistle_note select community_id, id, subject_id, $2, '不是我写的' from record where subject_id = $1 limit 1`
    expect(await tryAs('worker', note, [whistleId, house.ids.resident])).toMatch(/row-level security/)
  })
})

describe('whoever does not see a whistle', () => {
  test('adds nothing to it: no photo, no line on its record, no words', async () => {
    const [photo] = await house.photos('stranger')
    const { communityId, whistleId } = at
    const [line] = await api.owner<{ id: string }>('select id from record where subject_id = $1 limit 1', [
      whistleId,
    ])
    const add: [string, unknown[]][] = [
      ['insert into whistle_photo values ($1, $2, $3, null, true, 1)', [communityId, photo, whistleId]],
      [
        `insert into record (community_id, id, at, actor_id, action, subject_kind, subject_id)
         values ($1, gen_random_uuid(), now(), me(), 'whistle.resolved', 'whistle', $2)`,
        [communityId, whistleId],
      ],
      [
        'insert into whistle_note values ($1, $2, $3, me(), $4)',
        [communityId, line!.id, whistleId, '不是我的事'],
      ],
    ]
    for (const [sql, values] of add)
      for (const who of ['stranger', 'otherWorker', 'formerCompany'] as const)
        expect([who, await tryAs(who, sql, values)]).toEqual([
          who,
          expect.stringMatching(/row-level security/),
        ])
  })

  test('nor does anybody show a photo of somebody else', async () => {
    const [photo] = await house.photos('resident')
    expect(
      await tryAs('property', 'insert into whistle_photo values ($1, $2, $3, null, true, 1)', [
        at.communityId,
        photo,
        at.whistleId,
      ]),
    ).toMatch(/row-level security/)
  })
})

describe('a reporter', () => {
  const join = (who: Name, first: boolean) =>
    tryAs(who, 'insert into whistle_reporter values ($1, $2, $3, now(), $4, false)', [
      at.communityId,
      at.whistleId,
      house.ids[who],
      first,
    ])

  test('is nobody of another compound or community, and nobody makes themselves the first', async () => {
    for (const who of ['stranger', 'otherWorker', 'formerCompany'] as const)
      expect(await join(who, false)).toMatch(/row-level security/)
    await api.owner('update whistle_reporter set first = false where whistle_id = $1', [at.whistleId])
    expect(await join('neighbour', true)).toMatch(/row-level security/)
    await api.owner('update whistle_reporter set first = true where whistle_id = $1', [at.whistleId])
    expect(await join('neighbour', false)).toBe(1)
  })
})

describe('Postgres itself', () => {
  const legal = new Set(
    whistleActions.flatMap((action) => {
      const { from, to } = transitions[action]
      return to === 'same' ? [] : from.flatMap((f: WhistleState) => to.map((t) => `${f} ${t}`))
    }),
  )

  test('lets a whistle go from state to state just as the table of moves says, whoever asks', async () => {
    const owner = new Client({ connectionString: api.database.urls.owner })
    await owner.connect()
    const wrong: string[] = []
    await owner.query('begin')
    // a state alone, with what else goes with it out of the way
    const checks = await owner.query<{ name: string }>(
      `select conname as name from pg_constraint where conrelid = 'whistle'::regclass and contype = 'c'`,
    )
    for (const { name } of checks.rows) await owner.query(`alter table whistle drop constraint ${name}`)
    for (const from of whistleStates)
      for (const to of whistleStates) {
        await owner.query('alter table whistle disable trigger whistle_moves')
        await owner.query('update whistle set state = $2 where id = $1', [at.whistleId, from])
        await owner.query('alter table whistle enable trigger whistle_moves')
        await owner.query('savepoint move')
        const refused = await owner
          .query('update whistle set state = $2 where id = $1', [at.whistleId, to])
          .then(
            () => undefined,
            (error: DatabaseError) => error,
          )
        if (refused) await owner.query('rollback to savepoint move')
        const allowed = from === to || legal.has(`${from} ${to}`)
        if (allowed !== !refused) wrong.push(`${from} to ${to}: ${refused ? refused.message : 'moved'}`)
        if (refused && (refused.code !== '23514' || !refused.message.includes(`from ${from} to ${to}`)))
          wrong.push(`${from} to ${to}: ${refused.message}`)
      }
    await owner.query('rollback')
    await owner.end()
    expect(legal.size).toBeGreaterThan(20)
    expect(wrong).toEqual([])
  })

  test('lets no whistle begin in any state but the first', async () => {
    const columns = await api.owner<{ list: string }>(
      `select string_agg(attname, ', ') as list from pg_attribute where attrelid = 'whistle'::regclass and attnum > 0
         and attgenerated = '' and not attisdropped and attname not in ('id', 'state')`,
    )
    const begin = (state: string) =>
      api
        .owner(
          `insert into whistle (id, state, ${columns[0]!.list}) select gen_random_uuid(), $2, ${columns[0]!.list} from whistle where id = $1`,
          [at.whistleId, state],
        )
        .then(
          () => 'begun',
          (error: Error) => error.message,
        )
    for (const state of whistleStates)
      expect([state, await begin(state)]).toEqual([
        state,
        state === 'submitted' ? 'begun' : 'a whistle begins as submitted',
      ])
  })

  test('keeps what a state needs: no closing without an outcome, no solution without somebody there, no pause without its moment', async () => {
    const refused = (set: string) =>
      api.owner(`update whistle set ${set} where id = $1`, [at.whistleId]).then(
        () => 'kept',
        (error: DatabaseError) => error.code,
      )
    expect(await refused(`state = 'closed', closed_at = now(), outcome = null`)).toBe('23514')
    expect(await refused(`state = 'closed', outcome = 'solved'`)).toBe('23514')
    expect(await refused(`state = 'followedUp', outcome = 'half'`)).toBe('23514')
    expect(await refused('responded_at = null')).toBe('23514')
    expect(await refused('resolved_at = null')).toBe('23514')
    expect(await refused('paused_at = now()')).toBe('23514')
    expect(await refused('merged_into = id')).toBe('23514')
    expect(await refused(`response_due_at = response_from - interval '1 second'`)).toBe('23514')
    expect(await refused(`state = 'resolved'`)).toBe('kept')
  })
})
