import { randomUUID } from 'node:crypto'
import { type Finding, openPatrolHouse, type PatrolHouse, type Piece } from './house'

let house: PatrolHouse
let of: Awaited<ReturnType<PatrolHouse['add']>>
beforeAll(async () => {
  house = await openPatrolHouse()
  of = await house.add()
})
afterAll(() => house.api.close())
afterEach(() => expect(house.api.faults).toEqual([]))

type Name = keyof PatrolHouse['tokens']
const found = async (more: Partial<Finding> = {}, plan = of, token = house.tokens.gridWorker) => {
  const finding = house.finding(plan, more)
  const answer = await house.send({ ...house.header(plan), findings: [finding] }, token)
  return { communityId: plan.communityId, findingId: finding.id, answer }
}
type Found = { communityId: string; findingId: string }
const get = ({ communityId, findingId }: Found, who: Name = 'worker') =>
  house.api.get(house.tokens[who], 'finding.get', { communityId, findingId })
const whistleOf = ({ communityId, findingId }: Found, who: Name = 'worker') =>
  house.api.get(house.tokens[who], 'whistle.get', { communityId, whistleId: findingId })
const looked = (
  at: Found,
  outcome: 'still' | 'gone' | 'fixed' | 'whistled',
  minutes = 5,
  token = house.tokens.gridWorker,
) =>
  house.send(
    {
      ...house.header(of),
      looks: [
        house.look(at.findingId, outcome, minutes, outcome === 'fixed' ? { photoIds: [randomUUID()] } : {}),
      ],
    },
    token,
  )
const countOf = async (sql: string, id: string) =>
  (await house.api.owner<{ n: number }>(`select count(*)::int as n from ${sql}`, [id]))[0]!.n

/** The photo of an id that a phone minted comes up and is made. */
async function photoComes(photoId: string, who: Name = 'gridWorker') {
  const { api, tokens } = house
  const { communityId } = of
  await api.get(tokens[who], 'media.upload', {
    communityId,
    id: photoId,
    bytes: 1000,
    contentType: 'image/jpeg',
  })
  await api.owner(
    `update photo set state = 'ready', width = 800, height = 600, made_at = opened_at where id = $1`,
    [photoId],
  )
}

describe('a finding that is fixed on the spot', () => {
  test('stands before its photos come, and says how many are missing', async () => {
    const [before, after] = [randomUUID(), randomUUID()]
    const at = await found({ outcome: 'fixed', before: [before], after: [after] })
    expect(await get(at)).toMatchObject({
      state: 'fixed',
      says: '当场处理好了',
      photosExpected: 2,
      photosArrived: 0,
      saysPhotos: '还有 2 张照片没有传上来',
      photos: [
        { photoId: before, when: 'before', arrived: false, thumb: null },
        { photoId: after, when: 'after', arrived: false, thumb: null },
      ],
    })
    await photoComes(before)
    const half = await get(at)
    expect(half).toMatchObject({ photosArrived: 1, saysPhotos: '还有 1 张照片没有传上来' })
    expect(half.photos[0]).toMatchObject({ arrived: true, thumb: expect.stringContaining('thumb.jpg') })
    await photoComes(after)
    expect(await get(at)).toMatchObject({ photosArrived: 2, saysPhotos: null })
  })

  test('shows nobody else’s photo under its name', async () => {
    const before = randomUUID()
    await photoComes(before, 'resident')
    const at = await found({ outcome: 'fixed', before: [before], after: [randomUUID()] })
    expect(await get(at)).toMatchObject({ photosArrived: 0 })
  })

  test('takes no photo from somebody on another plan, who knows its id', async () => {
    const company = await house.add(house.propertyPlan())
    const [mine, foreign] = [randomUUID(), randomUUID()]
    const at = await found({ before: [mine] })
    await photoComes(foreign, 'property')
    const look = house.look(at.findingId, 'still', 3, { photoIds: [foreign, mine] })
    await house.send({ ...house.header(company), looks: [look] }, house.tokens.property)
    await photoComes(mine)
    const { photos, looks } = await get(at)
    expect([photos.map((p) => [p.photoId, p.arrived]), looks]).toEqual([[[mine, true]], []])
  })

  test('shows photos that nobody has released to the community and the walker’s company alone', async () => {
    const company = await house.add(house.propertyPlan())
    const [before, after] = [randomUUID(), randomUUID()]
    const fixed = {
      outcome: 'fixed' as const,
      before: [before],
      after: [after],
      checkpointId: company.checkpoints[0]!.checkpointId,
    } satisfies Partial<Finding>
    const at = await found(fixed, company, house.tokens.property)
    await photoComes(before, 'property')
    const thumbs = async (who: Name) => (await get(at, who)).photos.map((p) => p.thumb !== null)
    expect(await thumbs('worker')).toEqual([true, false])
    expect(await thumbs('secondHand')).toEqual([true, false])
    expect(await thumbs('committee')).toEqual([false, false])
    await house.api.owner(
      `update photo set check_state = 'released', checked_at = opened_at, checked_by = author_id where id = $1`,
      [before],
    )
    expect(await thumbs('committee')).toEqual([true, false])
  })
})

describe('a finding that is whistled', () => {
  test('is a whistle with source patrol, each showing the other, with the line of both', async () => {
    const at = await found({
      outcome: 'whistled',
      category: 'safety',
      urgency: 'danger',
      words: '栏杆断了',
      spot: '三楼',
    })
    expect(at.answer.whistles).toEqual([at.findingId])
    expect(await whistleOf(at)).toMatchObject({
      source: 'patrol',
      category: 'safety',
      urgency: 'danger',
      words: '栏杆断了',
      place: '弘运小区 1栋 · 地下室 三楼',
      state: 'submitted',
      finding: { findingId: at.findingId, plan: '第一网格巡查', seenAt: house.at(2) },
      steps: [{ says: '网格员吹了哨' }],
      reporters: [{ name: 'gridWorker', first: true }],
    })
    expect(await get(at)).toMatchObject({
      state: 'whistled',
      whistle: { whistleId: at.findingId, state: 'submitted' },
      mayWhistle: false,
    })
    // whoever may not see the round sees only where the whistle comes from
    await house.api.get(house.tokens.worker, 'whistle.accept', {
      communityId: at.communityId,
      whistleId: at.findingId,
    })
    await house.dispatch({ communityId: at.communityId, whistleId: at.findingId })
    expect(await whistleOf(at, 'property')).toMatchObject({ source: 'patrol', finding: null })
    expect((await get(at)).says).toMatch(/^吹了哨：弘运物业公司 /)
    expect((await house.lines(at.findingId)).map((l) => l.action).sort()).toEqual(
      ['finding.made', 'whistle.accepted', 'whistle.dispatched', 'whistle.submitted'].sort(),
    )
  })

  test('of a company’s round comes from the property', async () => {
    const company = await house.add(house.propertyPlan())
    const at = await found(
      { outcome: 'whistled', checkpointId: company.checkpoints[2]!.checkpointId },
      company,
      house.tokens.property,
    )
    expect(await whistleOf(at)).toMatchObject({ source: 'property', place: '弘运小区 2栋 · 配电间' })
    expect(await whistleOf(at, 'property')).toMatchObject({
      mine: 'first',
      finding: { findingId: at.findingId },
    })
  })

  test('once, however often and by however many phones it is sent', async () => {
    const finding = house.finding(of, { outcome: 'whistled' })
    const piece: Piece = { ...house.header(of), findings: [finding] }
    await Promise.all(Array.from({ length: 6 }, () => house.send(piece)))
    expect(await countOf('whistle where id = $1', finding.id)).toBe(1)
    expect(await countOf(`record where subject_id = $1 and action = 'whistle.submitted'`, finding.id)).toBe(1)
    expect(await countOf('whistle_reporter where whistle_id = $1', finding.id)).toBe(1)
  })

  test('takes its photos along, whichever comes first', async () => {
    const [early, late] = [randomUUID(), randomUUID()]
    await photoComes(early)
    const at = await found({ outcome: 'whistled', before: [early, late] })
    expect((await whistleOf(at)).photos.map((p) => p.photoId)).toEqual([early])
    await photoComes(late)
    expect((await whistleOf(at)).photos.map((p) => [p.photoId, p.thumb !== null])).toEqual([
      [early, true],
      [late, true],
    ])
    // a photo of somebody else under an announced id does not
    const foreign = randomUUID()
    const other = await found({ outcome: 'whistled', before: [foreign] })
    await photoComes(foreign, 'resident')
    expect((await whistleOf(other)).photos).toEqual([])
  })

  test('under an id that a whistle has already is refused, and nothing is written', async () => {
    const { whistleId } = await house.submit()
    const before = await house.rows()
    const finding = house.finding(of, { outcome: 'whistled', id: whistleId })
    expect(
      await house.api.refusal(house.tokens.gridWorker, 'round.send', {
        ...house.header(of),
        findings: [finding],
      }),
    ).toBe('id_taken')
    expect(await house.rows()).toBe(before)
  })

  test('has no daily limit, and takes none of what its finder may whistle at home', async () => {
    const findings = Array.from({ length: 12 }, () =>
      house.finding(of, { outcome: 'whistled', words: '一样的事' }),
    )
    expect((await house.send({ ...house.header(of), findings })).whistles).toHaveLength(12)
  })

  test('in a compound that has become part of another since goes to that one', async () => {
    const plan = await house.add()
    const piece = { ...house.header(plan), findings: [house.finding(plan, { outcome: 'whistled' })] }
    // the building moved while the phone lay in a pocket
    const { places, api } = house
    const joined = randomUUID()
    await api.owner(
      `insert into compound (community_id, id, name, management, from_day) values ($1, $2, '合起来的小区', 'none', '2026-11-21')`,
      [places.here.id, joined],
    )
    await api.owner('update building set compound_id = $1 where id = $2', [joined, places.building.id])
    await house.send(piece)
    const [row] = await api.owner('select compound_id from whistle where id = $1', [piece.findings[0]!.id])
    expect(row).toEqual({ compound_id: joined })
    await api.owner('update building set compound_id = $1 where id = $2', [
      places.compound.id,
      places.building.id,
    ])
  })
})

describe('a finding that is watched', () => {
  test('is on the next round by itself until a look says that it is gone', async () => {
    const at = await found({ words: '墙上的裂缝' })
    const watched = async () => {
      const { plans } = await house.api.get(house.tokens.secondGridWorker, 'patrol.today', {})
      return plans.find((p) => p.planId === of.planId)!.watched.find((w) => w.findingId === at.findingId)
    }
    expect(await watched()).toMatchObject({
      words: '墙上的裂缝',
      looks: 0,
      checkpointId: of.checkpoints[0]!.checkpointId,
    })
    await looked(at, 'still', 5, house.tokens.secondGridWorker)
    expect(await watched()).toMatchObject({ looks: 1 })
    expect((await get(at)).says).toBe('还在，看过 1 次')
    await looked(at, 'gone', 6)
    expect(await watched()).toBeUndefined()
    expect(await get(at)).toMatchObject({
      state: 'gone',
      says: '后来没有了',
      looks: [{ outcome: 'still', walker: 'secondGridWorker' }, { outcome: 'gone' }],
    })
    expect(await house.lines(at.findingId)).toMatchObject([
      { action: 'finding.made' },
      {
        action: 'finding.looked',
        before: { state: 'watched' },
        after: { outcome: 'still', state: 'watched' },
      },
      { action: 'finding.looked', before: { state: 'watched' }, after: { outcome: 'gone', state: 'gone' } },
    ])
  })

  test('goes by the last look, whichever arrived last', async () => {
    const at = await found()
    await looked(at, 'gone', 9)
    await looked(at, 'still', 7)
    expect((await get(at)).state).toBe('gone')
    await looked(at, 'still', 12)
    expect((await get(at)).state).toBe('watched')
  })

  test('that is whistled at a look is a whistle once, with the look’s photos, and stays one', async () => {
    const at = await found()
    const photoId = randomUUID()
    await photoComes(photoId)
    const look = house.look(at.findingId, 'whistled', 5, { photoIds: [photoId] })
    expect((await house.send({ ...house.header(of), looks: [look] })).whistles).toEqual([at.findingId])
    await looked(at, 'gone', 20)
    await looked(at, 'whistled', 21)
    expect(await get(at)).toMatchObject({ state: 'whistled', whistle: { state: 'submitted' } })
    expect((await whistleOf(at)).photos.map((p) => p.photoId)).toEqual([photoId])
    expect(await countOf(`record where subject_id = $1 and action = 'whistle.submitted'`, at.findingId)).toBe(
      1,
    )
  })

  test('may be looked at before it has arrived itself', async () => {
    const finding = house.finding(of)
    const look: Piece = { ...house.header(of), looks: [house.look(finding.id, 'whistled')] }
    expect((await house.send(look)).whistles).toEqual([])
    expect(
      (
        await house.api.get(house.tokens.worker, 'round.get', {
          communityId: of.communityId,
          roundId: look.roundId,
        })
      ).looks,
    ).toMatchObject([{ title: '还没有传上来的发现' }])
    expect((await house.send({ ...house.header(of), findings: [finding] })).whistles).toEqual([finding.id])
    expect((await get({ communityId: of.communityId, findingId: finding.id })).state).toBe('whistled')
  })

  test('is not looked at on the round of another plan', async () => {
    const [at, other] = [await found(), await house.add()]
    const piece = { ...house.header(other), looks: [house.look(at.findingId, 'gone')] }
    expect(await house.api.refusal(house.tokens.gridWorker, 'round.send', piece)).toBe('finding_elsewhere')
    // sent before the finding has come it is kept, and means nothing to it
    const finding = house.finding(of)
    await house.send({ ...house.header(other), looks: [house.look(finding.id, 'gone')] })
    await house.send({ ...house.header(of), findings: [finding] })
    expect(await get({ communityId: of.communityId, findingId: finding.id })).toMatchObject({
      state: 'watched',
      looks: [],
    })
  })
})

describe('at the desk', () => {
  const whistle = (at: Found, token = house.tokens.worker) =>
    house.api.get(token, 'finding.whistle', { communityId: at.communityId, findingId: at.findingId })

  test('what is watched becomes a whistle, and its line says so', async () => {
    const at = await found({ category: 'sanitation' })
    expect((await get(at)).mayWhistle).toBe(true)
    expect(await whistle(at)).toEqual({ whistleId: at.findingId })
    expect(await whistle(at, house.tokens.gridWorker)).toEqual({ whistleId: at.findingId })
    expect(await whistleOf(at)).toMatchObject({
      source: 'patrol',
      category: 'sanitation',
      finding: { findingId: at.findingId },
    })
    expect((await house.lines(at.findingId)).filter((l) => l.action === 'finding.whistled')).toMatchObject([
      { actor_role: 'communityWorker', before: { state: 'watched' }, after: { state: 'whistled' } },
    ])
  })

  test('what was fixed or is gone does not', async () => {
    const { api, tokens } = house
    const fixed = await found({ outcome: 'fixed', before: [randomUUID()], after: [randomUUID()] })
    const gone = await found()
    await looked(gone, 'gone')
    for (const { communityId, findingId } of [fixed, gone])
      expect(await api.refusal(tokens.worker, 'finding.whistle', { communityId, findingId })).toBe(
        'finding_over',
      )
  })

  test.each<[Name, string]>([
    ['committee', 'forbidden'],
    ['resident', 'forbidden'],
    ['otherGridWorker', 'not_found'],
    ['property', 'not_found'],
    ['otherWorker', 'not_found'],
  ])('the %s makes none: %s', async (who, code) => {
    const { communityId, findingId } = await found()
    expect(await house.api.refusal(house.tokens[who], 'finding.whistle', { communityId, findingId })).toBe(
      code,
    )
  })

  test('of a company’s own, the committee reads and does not whistle', async () => {
    const company = await house.add(house.propertyPlan())
    const at = await found(
      { checkpointId: company.checkpoints[0]!.checkpointId },
      company,
      house.tokens.property,
    )
    expect(await get(at, 'committee')).toMatchObject({ mayWhistle: false, walker: null })
    expect(
      await house.api.refusal(house.tokens.committee, 'finding.whistle', {
        communityId: at.communityId,
        findingId: at.findingId,
      }),
    ).toBe('forbidden')
    expect(await whistle(at, house.tokens.secondHand)).toEqual({ whistleId: at.findingId })
  })

  test('and on rounds at the same time it is whistled once', async () => {
    for (let n = 0; n < 5; n++) {
      const at = await found()
      const { communityId, findingId } = at
      const { api, tokens } = house
      const round = (token: string) =>
        api.ask(token, 'round.send', { ...house.header(of), looks: [house.look(findingId, 'whistled')] })
      const answers = await Promise.all([
        api.ask(tokens.worker, 'finding.whistle', { communityId, findingId }),
        api.ask(tokens.colleague, 'finding.whistle', { communityId, findingId }),
        round(tokens.gridWorker),
        round(tokens.secondGridWorker),
      ])
      expect(answers.map((a) => a.status)).toEqual([200, 200, 200, 200])
      expect(await countOf('whistle where id = $1', findingId)).toBe(1)
      expect(await countOf('whistle_reporter where whistle_id = $1 and first', findingId)).toBe(1)
      expect(await countOf(`record where subject_id = $1 and action = 'whistle.submitted'`, findingId)).toBe(
        1,
      )
    }
  })
})

test('whoever walks rounds may send as many photos as they find things, and others as many as before', async () => {
  const { api, tokens, ids, places } = house
  const sent = (who: 'gridWorker' | 'resident') =>
    api.owner(
      `insert into photo (community_id, id, author_id, file_key, bytes, content_type, state, refused_for, opened_at)
       select $1::uuid, id, $2, 'c/' || $1::uuid || '/photos/' || id, 1000, 'image/jpeg', 'refused', 'broken', $3
       from (select gen_random_uuid() as id from generate_series(1, 150)) n`,
      [places.here.id, ids[who], api.now],
    )
  const upload = (who: 'gridWorker' | 'resident') =>
    api.ask(tokens[who], 'media.upload', {
      communityId: places.here.id,
      id: randomUUID(),
      bytes: 1000,
      contentType: 'image/jpeg',
    })
  await Promise.all([sent('gridWorker'), sent('resident')])
  expect((await upload('gridWorker')).status).toBe(200)
  expect(await upload('resident')).toMatchObject({
    status: 429,
    body: { code: 'photos_a_day', message: '一天最多传 100 张照片，请明天再传' },
  })
})

test('the list of findings goes by state and category, latest first, and goes on', async () => {
  const { api, tokens } = house
  const plan = await house.add()
  const findings = Array.from({ length: 23 }, (_, i) =>
    house.finding(plan, { at: house.at(10 + i), category: i % 2 ? 'sanitation' : 'safety' }),
  )
  await house.send({ ...house.header(plan), findings })
  const asked = { communityId: plan.communityId, planId: plan.planId }
  const first = await api.get(tokens.worker, 'finding.list', { ...asked, state: 'watched' })
  const rest = await api.get(tokens.worker, 'finding.list', {
    ...asked,
    state: 'watched',
    after: first.next!,
  })
  expect([...first.items, ...rest.items].map((f) => f.findingId)).toEqual(findings.map((f) => f.id).reverse())
  const safety = await api.get(tokens.worker, 'finding.list', { ...asked, category: 'safety' })
  expect(safety.items).toHaveLength(12)
  expect((await api.get(tokens.worker, 'finding.list', { ...asked, state: 'gone' })).items).toEqual([])
  expect((await api.get(tokens.property, 'finding.list', asked)).items).toEqual([])
})
