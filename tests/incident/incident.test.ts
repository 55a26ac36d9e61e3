import { randomUUID } from 'node:crypto'
import { demoId } from '../../functions/demo/stage'
import { hongyun, hongyunCompound, yanxi, yanxiCompound } from '../../functions/demo/story'
import type { Input } from '../../shared/contract'
import { openApi, type TestApi } from '../kernel/api'
import { recorded, signIn } from '../kernel/signIn'
import { openHongyun } from '../whistle/people'

const hour = 3_600_000
let api: TestApi
let there: Awaited<ReturnType<typeof openHongyun>>
beforeAll(async () => {
  api = await openApi({ demo: true, now: new Date() })
  there = await openHongyun(api)
})
afterAll(async () => {
  await api.close()
})
beforeEach(() => {
  // a new day, with its own quota of whistles
  api.now = new Date(api.now.getTime() + 24 * hour)
})
afterEach(() => expect(api.faults).toEqual([]))

const ago = (hours: number) => new Date(api.now.getTime() - hours * hour).toISOString()
const cut = (more: Partial<Input<'incident.open'>> = {}): Input<'incident.open'> => ({
  communityId: hongyun,
  id: randomUUID(),
  title: '全小区停水',
  category: 'water',
  compoundId: hongyunCompound,
  fromAt: ago(3),
  words: '主管爆了，水厂在抢修，请先存水。',
  ...more,
})
const open = async (more: Partial<Input<'incident.open'>> = {}) => {
  const { id } = await api.get(there.tokens.worker, 'incident.open', cut(more))
  return { communityId: hongyun, incidentId: id }
}
const whistle = async (token?: string) => (await there.submit({ category: 'water' }, token)).whistleId
/** Told by telephone and written down. */
const called = async () =>
  (
    await api.get(there.tokens.worker, 'whistle.intake', {
      communityId: hongyun,
      id: randomUUID(),
      compoundId: hongyunCompound,
      category: 'water',
      urgency: 'ordinary',
      words: '打来电话说家里没水',
      source: 'phone',
      name: '三楼的老人',
      phone: '13900000001',
    })
  ).id
const incidentOf = async (id: string) =>
  (await api.owner<{ incident_id: string | null }>('select incident_id from whistle where id = $1', [id]))[0]!
    .incident_id
const inboxOf = (key: string, whistleId: string) =>
  api.owner<{ action: string }>('select action from inbox where person_id = $1 and subject_id = $2', [
    demoId(key),
    whistleId,
  ])
const timeline = (whistleId: string) =>
  api.owner<{ action: string; words: string | null }>(
    `select r.action, n.words from record r left join whistle_note n on n.entry_id = r.id where r.subject_id = $1 order by r.id`,
    [whistleId],
  )
const { add, remove, answer, end, get, list } = {
  add: 'incident.add',
  remove: 'incident.remove',
  answer: 'incident.answer',
  end: 'incident.end',
  get: 'incident.get',
  list: 'incident.list',
} as const

describe('opening one', () => {
  test('from several whistles puts them all onto it, and tells everybody who reported one', async () => {
    const ids = [await whistle(), await whistle(there.tokens.neighbour)]
    const at = await open({ whistleIds: [...ids, await called()] })
    for (const id of ids) {
      expect(await incidentOf(id)).toBe(at.incidentId)
      expect((await timeline(id)).at(-1)).toEqual({
        action: 'whistle.joinedIncident',
        words: '主管爆了，水厂在抢修，请先存水。',
      })
    }
    expect(await inboxOf('partyMember', ids[0]!)).toEqual([{ action: 'whistle.joinedIncident' }])
    expect(await inboxOf('entranceLead', ids[1]!)).toEqual([{ action: 'whistle.joinedIncident' }])
    expect(await recorded(api, at.incidentId)).toEqual(['incident.opened'])
    const seen = await api.get(there.tokens.worker, get, at)
    expect(seen).toMatchObject({ whistles: 3, compound: '弘运小区', buildings: [], endedAt: null })
    expect(seen.on.map((w) => w.whistleId)).toEqual(expect.arrayContaining(ids))
    expect(seen.reaches).toEqual({ people: 2, callers: 1 })
  })

  test('alone, before anybody has whistled, tells the whole compound', async () => {
    const at = await open({ title: '明天检修电梯', category: 'lift', untilAt: ago(-30), fromAt: ago(-20) })
    const seen = await api.get(there.tokens.resident, get, at)
    expect(seen).toMatchObject({ title: '明天检修电梯', whistles: 0, on: [], alone: null, reaches: null })
  })

  test('over a few buildings names them', async () => {
    const tree = await api.get(there.tokens.worker, 'place.tree', { communityId: hongyun })
    const [, second, third] = tree.compounds[0]!.buildings
    const at = await open({ buildingIds: [third!.buildingId, second!.buildingId] })
    const seen = await api.get(there.tokens.neighbour, get, at)
    expect(seen.buildings).toEqual([second!.name, third!.name])
  })

  test('sent again is the same one, and under the same id other content is refused', async () => {
    const id = await whistle()
    const sent = cut({ whistleIds: [id] })
    await api.get(there.tokens.worker, 'incident.open', sent)
    expect(await api.get(there.tokens.worker, 'incident.open', sent)).toEqual({ id: sent.id, whistles: 1 })
    expect((await recorded(api, id)).filter((a) => a === 'whistle.joinedIncident')).toHaveLength(1)
    expect(await api.refusal(there.tokens.worker, 'incident.open', { ...sent, words: '别的话' })).toBe(
      'id_taken',
    )
  })

  test('at the same time twice makes one', async () => {
    const sent = cut({ whistleIds: [await whistle()] })
    const ask = () => api.ask(there.tokens.worker, 'incident.open', sent)
    const answers = await Promise.all([ask(), ask(), ask()])
    expect(answers.map((a) => a.status)).toEqual([200, 200, 200])
    expect(await recorded(api, sent.id)).toEqual(['incident.opened'])
    expect(
      await api.get(there.tokens.worker, get, { communityId: hongyun, incidentId: sent.id }),
    ).toMatchObject({ whistles: 1 })
  })

  test('is refused with a building of another compound, or with its end before its beginning', async () => {
    expect(
      await api.refusal(there.tokens.worker, 'incident.open', cut({ buildingIds: [demoId('盐溪 9栋')] })),
    ).toBe('place_elsewhere')
    expect(await api.refusal(there.tokens.worker, 'incident.open', cut({ untilAt: ago(4) }))).toBe(
      'window_reversed',
    )
    expect(await api.refusal(there.tokens.worker, 'incident.open', cut({ compoundId: yanxiCompound }))).toBe(
      'not_found',
    )
  })
})

describe('what goes onto it', () => {
  test('one that is on it already stays, and nothing more is written', async () => {
    const id = await whistle()
    const at = await open({ whistleIds: [id] })
    const more = await whistle()
    expect(await api.get(there.tokens.worker, add, { ...at, whistleIds: [id, more] })).toEqual({ added: 1 })
    expect(await api.get(there.tokens.worker, add, { ...at, whistleIds: [id, more] })).toEqual({ added: 0 })
    expect((await recorded(api, more)).filter((a) => a === 'whistle.joinedIncident')).toHaveLength(1)
  })

  test('whoever comes later is told the last answer', async () => {
    const at = await open()
    await api.get(there.tokens.worker, answer, { ...at, id: randomUUID(), words: '今晚八点来水。' })
    const late = await whistle()
    await api.get(there.tokens.worker, add, { ...at, whistleIds: [late] })
    expect((await timeline(late)).at(-1)).toEqual({
      action: 'whistle.joinedIncident',
      words: '今晚八点来水。',
    })
  })

  test('one that is over, of another compound, on another incident or of another community stays away', async () => {
    const at = await open()
    const over = await there.submit({ category: 'water' })
    await api.get(there.tokens.resident, 'whistle.withdraw', over)
    const elsewhere = await open({ whistleIds: [await whistle()] })
    const [taken] = (await api.get(there.tokens.worker, get, elsewhere)).on
    const [foreign] = await api.owner<{ id: string }>(
      `insert into whistle (community_id, id, compound_id, place, category, urgency, source, sent_hash, state, submitted_at,
         response_from, response_due_at, resolution_from, resolution_due_at)
       values ($1, gen_random_uuid(), $2, '9栋', 'water', 'ordinary', 'resident', sha256('x'), 'submitted', $3, $3, $3, $3, $3) returning id`,
      [yanxi, yanxiCompound, api.now],
    )
    const tried = (whistleId: string) =>
      api.refusal(there.tokens.worker, add, { ...at, whistleIds: [whistleId] })
    expect(await tried(over.whistleId)).toBe('whistle_over')
    expect(await tried(taken!.whistleId)).toBe('whistle_on_other_incident')
    expect(await tried(foreign!.id)).toBe('not_found')
    expect(await tried(randomUUID())).toBe('not_found')
    expect((await api.get(there.tokens.worker, get, at)).whistles).toBe(0)
  })

  test('one that was something else leaves it, and can go onto another', async () => {
    const id = await whistle()
    const at = await open({ whistleIds: [id] })
    expect(await api.get(there.tokens.worker, remove, { ...at, whistleIds: [id] })).toEqual({ removed: 1 })
    expect(await api.get(there.tokens.worker, remove, { ...at, whistleIds: [id] })).toEqual({ removed: 0 })
    expect(await incidentOf(id)).toBeNull()
    expect((await recorded(api, id)).at(-1)).toBe('whistle.leftIncident')
    await open({ whistleIds: [id] })
    expect((await api.get(there.tokens.worker, get, at)).whistles).toBe(0)
  })

  test('two who take one whistle for two incidents at once: one gets it', async () => {
    for (let i = 0; i < 20; i++) {
      const id = await called()
      const both = [await open(), await open()]
      const answers = await Promise.all(
        both.map((at) => api.ask(there.tokens.worker, add, { ...at, whistleIds: [id] })),
      )
      expect(answers.map((a) => a.status).sort()).toEqual([200, 409])
      const counts = await Promise.all(both.map((at) => api.get(there.tokens.worker, get, at)))
      expect(counts.map((c) => c.whistles).sort()).toEqual([0, 1])
    }
  })
})

describe('an answer', () => {
  test('stands in every timeline, reaches everybody in the app, and is public in the compound', async () => {
    const ids = [await whistle(), await whistle(there.tokens.neighbour)]
    const at = await open({ whistleIds: ids })
    api.now = new Date(api.now.getTime() + 2 * hour)
    const id = randomUUID()
    const words = '水管已经换好，下午三点来水。'
    expect(await api.get(there.tokens.worker, answer, { ...at, id, words })).toEqual({ id, whistles: 2 })
    for (const whistleId of ids)
      expect((await timeline(whistleId)).at(-1)).toEqual({ action: 'whistle.incidentAnswered', words })
    expect(await inboxOf('entranceLead', ids[1]!)).toContainEqual({ action: 'whistle.incidentAnswered' })
    const { items } = await api.get(there.tokens.committee, list, {
      communityId: hongyun,
      compoundId: hongyunCompound,
      show: 'open',
    })
    expect(items.find((i) => i.incidentId === at.incidentId)?.answer).toMatchObject({ words })
  })

  test('is one statement for however many, and leaves those alone that are over', async () => {
    const ids = [await whistle(), await whistle(), await whistle(there.tokens.neighbour)]
    const at = await open({ whistleIds: ids })
    const [gone, ...go] = ids as [string, string, string]
    await api.get(there.tokens.resident, 'whistle.withdraw', { communityId: hongyun, whistleId: gone })
    const before = await timeline(gone)
    const words = '水已经来了。'
    const sent = { ...at, id: randomUUID(), words }
    expect(await api.get(there.tokens.worker, answer, sent)).toEqual({ id: sent.id, whistles: 2 })
    expect(await timeline(gone)).toEqual(before)
    for (const id of go)
      expect((await timeline(id)).at(-1)).toEqual({ action: 'whistle.incidentAnswered', words })
    // the lines came with one insert: they have the transaction, and the command in it, in common
    const [written] = await api.owner<{ statements: number }>(
      `select count(distinct xmin::text || cmin::text)::int as statements from record
       where action = 'whistle.incidentAnswered' and subject_id = any ($1)`,
      [go],
    )
    expect(written).toEqual({ statements: 1 })
    expect((await api.get(there.tokens.worker, get, at)).reaches).toMatchObject({ people: 2 })
  })

  test('sent again is told once', async () => {
    const id = await whistle()
    const at = await open({ whistleIds: [id] })
    const sent = { ...at, id: randomUUID(), words: '马上来水。' }
    await api.get(there.tokens.worker, answer, sent)
    await api.get(there.tokens.worker, answer, sent)
    expect((await recorded(api, id)).filter((a) => a === 'whistle.incidentAnswered')).toHaveLength(1)
    expect((await api.get(there.tokens.worker, get, at)).answers).toHaveLength(1)
  })
})

test('over is over: nothing more is added, removed or answered, and the past stays to be read', async () => {
  const id = await whistle()
  const at = await open({ whistleIds: [id] })
  await api.get(there.tokens.worker, end, at)
  const { worker } = there.tokens
  expect(await api.refusal(worker, add, { ...at, whistleIds: [await whistle()] })).toBe('incident_ended')
  expect(await api.refusal(worker, remove, { ...at, whistleIds: [id] })).toBe('incident_ended')
  expect(await api.refusal(worker, answer, { ...at, id: randomUUID(), words: '还有一句' })).toBe(
    'incident_ended',
  )
  expect(await api.refusal(worker, end, at)).toBe('incident_ended')
  expect(await recorded(api, at.incidentId)).toEqual(['incident.opened', 'incident.ended'])
  const shown = async (show: 'open' | 'all') =>
    (await api.get(there.tokens.resident, list, { communityId: hongyun, show })).items.map(
      (i) => i.incidentId,
    )
  expect(await shown('open')).not.toContain(at.incidentId)
  expect(await shown('all')).toContain(at.incidentId)
})

test('open whistles of its place, kind and time that are on none are offered to the community', async () => {
  const before = await whistle()
  api.now = new Date(api.now.getTime() + 5 * hour)
  const tree = await api.get(there.tokens.worker, 'place.tree', { communityId: hongyun })
  const [first, second] = tree.compounds[0]!.buildings
  const at = await open({ fromAt: ago(1), buildingIds: [first!.buildingId], category: 'power' })
  const submit = async (more: object) => (await there.submit({ category: 'power', ...more })).whistleId
  const here = await submit({ buildingId: first!.buildingId })
  const somewhere = await submit({})
  const [next, otherKind] = [await submit({ buildingId: second!.buildingId }), await whistle()]
  const seen = await api.get(there.tokens.worker, get, at)
  const offered = seen.alone!.map((w) => w.whistleId)
  expect(offered.sort()).toEqual([here, somewhere].sort())
  expect(offered).not.toEqual(expect.arrayContaining([before, next, otherKind]))
  expect(seen.candidates).toBe(2)
  await api.get(there.tokens.worker, add, { ...at, whistleIds: [here] })
  const after = await api.get(there.tokens.worker, get, at)
  expect(after.alone!.map((w) => w.whistleId)).toEqual([somewhere])
})

test('whoever reported one sees their own on it, and nobody else’s', async () => {
  const mine = await whistle()
  const at = await open({ whistleIds: [mine, await whistle(there.tokens.neighbour)] })
  const seen = await api.get(there.tokens.resident, get, at)
  expect(seen.whistles).toBe(2)
  expect(seen.on.map((w) => w.whistleId)).toEqual([mine])
  expect(JSON.stringify(seen)).not.toMatch(/partyMember|住户\d/)
})

test('a resident of another compound cannot find it, and no resident can open, answer or end one', async () => {
  const at = await open()
  expect(await api.refusal(there.tokens.stranger, get, at)).toBe('not_found')
  expect(await api.refusal(there.tokens.otherWorker, get, at)).toBe('not_found')
  expect(await api.refusal(there.tokens.resident, 'incident.open', cut())).toBe('forbidden')
  expect(await api.refusal(there.tokens.resident, end, at)).toBe('forbidden')
  expect(await api.refusal(there.tokens.otherWorker, end, at)).toBe('not_found')
  const owner = await signIn(api, 'owner')
  expect(await api.refusal(owner, list, { communityId: hongyun, show: 'all' })).toBe('not_found')
})

test('a compound with hundreds of them is read twenty at a time, newest first', async () => {
  await api.owner(
    `insert into incident (community_id, id, compound_id, title, category, from_at, words, sent_hash, opened_at)
     select $1, gen_random_uuid(), $2, '停水' || n, 'water', $3::timestamptz - n * interval '1 hour', '在修', sha256('x'), $3
     from generate_series(1, 200) n`,
    [hongyun, hongyunCompound, new Date('2025-01-01T00:00:00Z')],
  )
  const seen: string[] = []
  let after: string | undefined
  do {
    const page = await api.get(there.tokens.resident, list, {
      communityId: hongyun,
      show: 'all',
      ...(after && { after }),
    })
    expect(page.items.length).toBeLessThanOrEqual(20)
    seen.push(...page.items.map((i) => i.from))
    after = page.next ?? undefined
  } while (after)
  expect(seen.length).toBeGreaterThan(200)
  expect(seen).toEqual([...seen].sort().reverse())
})
