import { randomUUID } from 'node:crypto'
import type { Input } from '../../shared/contract'
import type { TestApi } from '../kernel/api'
import { type Name, openWhistleHouse, type WhistleHouse } from './house'

type Report = Input<'whistle.submit'>

// nine o’clock in China
const monday = '2026-11-09T01:00:00Z'

let house: WhistleHouse
let api: TestApi
let tokens: WhistleHouse['tokens']
beforeAll(async () => {
  house = await openWhistleHouse({ now: new Date(monday) })
  ;({ api, tokens } = house)
})
beforeEach(() => house.anew(monday))
afterEach(() => expect(api.faults).toEqual([]))
afterAll(() => api.close())

const send = (report: Report, token = tokens.resident) => api.get(token, 'whistle.submit', report)
const refused = (more: Partial<Report>, token = tokens.resident) =>
  api.refusal(token, 'whistle.submit', house.report(more))
/** All that is kept of one report. */
const kept = async (id: string) => {
  const [row] = await api.owner(
    `select to_jsonb(w) - 'sent_hash' as whistle, (select jsonb_agg(to_jsonb(r)) from whistle_reporter r where r.whistle_id = w.id) as reporters,
       (select jsonb_agg(p.photo_id order by p.place) from whistle_photo p where p.whistle_id = w.id) as photos,
       (select jsonb_agg(r.action) from record r where r.subject_id = w.id) as lines,
       (select jsonb_agg(to_jsonb(i) order by i.id) from inbox i where i.subject_id = w.id) as told
     from whistle w where w.id = $1`,
    [id],
  )
  return row
}
const countOf = async (table: string) =>
  (await api.owner<{ n: number }>(`select count(*)::int as n from ${table}`))[0]!.n

describe('a report', () => {
  test('is kept as it was sent, with its place in words, its reporter and its line', async () => {
    const { building, entrance } = house.places
    const photoIds = await house.photos('resident', 2)
    const report = house.report({
      buildingId: building.id,
      entranceId: entrance.id,
      spot: '  三楼楼梯 ',
      pin: { lat: 29.97, lng: 106.27 },
      photoIds,
      words: ' 扶手断了 ',
    })
    const answer = await send(report)
    expect(answer).toEqual({
      id: report.id,
      state: 'submitted',
      // eight working hours from nine o’clock, and seven working days
      responseDueAt: '2026-11-09T10:00:00.000Z',
      resolutionDueAt: '2026-11-18T10:00:00.000Z',
      provisional: false,
    })
    const row = await kept(report.id)
    expect(row).toMatchObject({
      whistle: {
        place: '弘运小区 1栋1单元 · 三楼楼梯',
        words: '扶手断了',
        lat: 29.97,
        lng: 106.27,
        source: 'resident',
        state: 'submitted',
        provisional: false,
        joined: 0,
      },
      reporters: [{ person_id: house.ids.resident, first: true, anonymous: false }],
      photos: photoIds,
      lines: ['whistle.submitted'],
    })
    // the community's workers hear of it, the reporter need not
    const heard = (row!.told as { person_id: string }[]).map((i) => i.person_id)
    expect(heard.sort()).toEqual([house.ids.worker, house.ids.colleague].sort())
  })

  test('puts neither words nor place nor name on the record', async () => {
    const report = house.report({ words: '楼上王先生家漏水', spot: '王先生家', anonymous: true })
    await send(report)
    const [line] = await house.lines({ communityId: report.communityId, whistleId: report.id })
    expect(JSON.stringify(line)).not.toMatch(/王先生|弘运/)
    expect(line).toMatchObject({
      action: 'whistle.submitted',
      actor_role: 'owner',
      after: {
        state: 'submitted',
        by: 'reporter',
        source: 'resident',
        category: 'facility',
        urgency: 'ordinary',
      },
    })
  })

  test('may be anonymous, and only a place and a photo', async () => {
    const photoIds = await house.photos('resident')
    const { words: _, ...wordless } = house.report({ photoIds, anonymous: true })
    await send(wordless)
    expect(await kept(wordless.id)).toMatchObject({
      whistle: { words: null, place: '弘运小区' },
      reporters: [{ anonymous: true }],
    })
  })

  test('may come from whoever stands in front of it, as what they are there', async () => {
    const sources = []
    for (const who of [
      ...['stranger', 'gridWorker', 'property', 'neighbour', 'worker'],
      // no daily manager, or of another compound only in the past
      ...['department', 'formerCompany'],
    ] as Name[]) {
      const report = house.report()
      await send(report, tokens[who])
      sources.push((await house.row({ communityId: report.communityId, whistleId: report.id })).source)
    }
    expect(sources).toEqual([
      ...['resident', 'patrol', 'property', 'resident', 'resident'],
      ...['resident', 'resident'],
    ])
  })

  test('of danger, or of water, has two hours and a day by the wall clock, at the weekend too', async () => {
    // Saturday evening in China
    api.now = new Date('2026-11-14T12:00:00Z')
    for (const more of [{ urgency: 'danger' }, { category: 'water' }] as const)
      expect(await send(house.report(more))).toMatchObject({
        responseDueAt: '2026-11-14T14:00:00.000Z',
        resolutionDueAt: '2026-11-15T12:00:00.000Z',
      })
    // all else begins on Monday
    expect(await send(house.report())).toMatchObject({
      responseDueAt: '2026-11-16T10:00:00.000Z',
      resolutionDueAt: '2026-11-24T10:00:00.000Z',
    })
    expect(await send(house.report({ urgency: 'complex' }))).toMatchObject({
      responseDueAt: '2026-11-16T10:00:00.000Z',
      resolutionDueAt: '2026-12-04T10:00:00.000Z',
    })
    api.now = new Date('2026-11-16T01:00:00Z')
  })

  test('lives by the clocks that its community set, and by no other’s', async () => {
    const set = (community: string, amount: number) =>
      api.owner(
        `insert into whistle_clock values ($1, 'noise', 'ordinary', $2, 'hours', 30, 'hours', $3, $4)`,
        [community, amount, house.ids.worker, api.now],
      )
    await set(house.places.here.id, 5)
    await set(house.places.there.id, 1)
    expect(await send(house.report({ category: 'noise' }))).toMatchObject({
      responseDueAt: new Date(api.now.getTime() + 5 * 3_600_000).toISOString(),
      resolutionDueAt: new Date(api.now.getTime() + 30 * 3_600_000).toISOString(),
    })
  })
})

describe('sent again', () => {
  test.each([
    ['at once', 0],
    ['a day later', 24],
  ])(
    '%s with the same id it is the same one whistle, and the answer tells how it stands',
    async (_, hours) => {
      const report = house.report({ photoIds: await house.photos('resident', 3) })
      const first = await send(report)
      const before = await kept(report.id)
      house.later(hours)
      expect(await send(report)).toEqual(first)
      expect(await kept(report.id)).toEqual(before)
      await house.bringOn({ communityId: report.communityId, whistleId: report.id }, 'accepted')
      expect(await send(report)).toEqual({ ...first, state: 'accepted' })
    },
  )

  test('it is still the same when the day’s quota is used up, a photo was refused or the compound is no more', async () => {
    const { here, compound } = house.places
    const photoIds = await house.photos('resident')
    const { id: compoundId } = (
      await api.owner<{ id: string }>(
        `insert into compound values ($1, $2, '临时的院子', 'none', '2026-01-01') returning id`,
        [here.id, randomUUID()],
      )
    )[0]!
    const report = house.report({ photoIds, compoundId })
    const first = await send(report)
    house.later(24)
    for (let n = 0; n < 10; n++) await send(house.report())
    await api.owner(
      `update photo set state = 'refused', refused_for = 'broken', width = null, height = null, made_at = null where id = $1`,
      [photoIds[0]],
    )
    await api.owner(`update compound set to_day = '2026-11-01' where id = $1`, [compoundId])
    expect(await send(report)).toEqual(first)
    expect(await refused({ compoundId: compound.id })).toBe('whistles_a_day')
  })

  test('with other content it is refused, and what was kept stays', async () => {
    const report = house.report({ photoIds: await house.photos('resident') })
    await send(report)
    const before = await kept(report.id)
    const { photoIds: _, ...without } = report
    for (const other of [
      { ...report, words: '别的事' },
      { ...report, anonymous: true },
      { ...report, category: 'noise' as const },
      without,
    ])
      expect(await api.refusal(tokens.resident, 'whistle.submit', other)).toBe('id_taken')
    expect(await kept(report.id)).toEqual(before)
  })

  test('by somebody else with the id of mine, even word for word, it is refused; they see and change nothing', async () => {
    const report = house.report({ words: '我家门锁坏了', anonymous: true })
    await send(report)
    const before = await kept(report.id)
    const [whistles, reporters] = [await countOf('whistle'), await countOf('whistle_reporter')]
    for (const hostile of [tokens.neighbour, tokens.stranger, tokens.property, tokens.worker])
      for (const sent of [report, { ...report, words: '换成我的' }]) {
        const { status, body } = await api.ask(hostile, 'whistle.submit', sent)
        expect([status, body]).toMatchObject([409, { code: 'id_taken' }])
        expect(JSON.stringify(body)).not.toContain('门锁')
      }
    expect(await kept(report.id)).toEqual(before)
    expect([await countOf('whistle'), await countOf('whistle_reporter')]).toEqual([whistles, reporters])
  })

  test('in another community the id is free: it is another whistle', async () => {
    const report = house.report()
    await send(report)
    const { there, compoundThere } = house.places
    await send({ ...report, communityId: there.id, compoundId: compoundThere.id }, tokens.stranger)
    expect(await api.owner('select 1 from whistle where id = $1', [report.id])).toHaveLength(2)
  })
})
