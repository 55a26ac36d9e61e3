import { randomUUID } from 'node:crypto'
import { type FindingHouse, type Name, openFindingHouse } from './findings'
import type { Finding, Piece } from './house'

let house: FindingHouse
beforeAll(async () => {
  house = await openFindingHouse()
})
afterAll(() => house.api.close())
afterEach(() => expect(house.api.faults).toEqual([]))

describe('a finding that is fixed on the spot', () => {
  test('stands before its photos come, and says how many are missing', async () => {
    const [before, after] = [randomUUID(), randomUUID()]
    const at = await house.found({ outcome: 'fixed', before: [before], after: [after] })
    expect(await house.get(at)).toMatchObject({
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
    await house.photoComes(before)
    const half = await house.get(at)
    expect(half).toMatchObject({ photosArrived: 1, saysPhotos: '还有 1 张照片没有传上来' })
    expect(half.photos[0]).toMatchObject({ arrived: true, thumb: expect.stringContaining('thumb.jpg') })
    await house.photoComes(after)
    expect(await house.get(at)).toMatchObject({ photosArrived: 2, saysPhotos: null })
  })

  test('shows nobody else’s photo under its name', async () => {
    const before = randomUUID()
    await house.photoComes(before, 'resident')
    const at = await house.found({ outcome: 'fixed', before: [before], after: [randomUUID()] })
    expect(await house.get(at)).toMatchObject({ photosArrived: 0 })
  })

  test('takes no photo from somebody on another plan, who knows its id', async () => {
    const company = await house.add(house.propertyPlan())
    const [mine, foreign] = [randomUUID(), randomUUID()]
    const at = await house.found({ before: [mine] })
    await house.photoComes(foreign, 'property')
    const look = house.look(at.findingId, 'still', 3, { photoIds: [foreign, mine] })
    await house.send({ ...house.header(company), looks: [look] }, house.tokens.property)
    await house.photoComes(mine)
    const { photos, looks } = await house.get(at)
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
    const at = await house.found(fixed, company, house.tokens.property)
    await house.photoComes(before, 'property')
    const thumbs = async (who: Name) => (await house.get(at, who)).photos.map((p) => p.thumb !== null)
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
    const at = await house.found({
      outcome: 'whistled',
      category: 'safety',
      urgency: 'danger',
      words: '栏杆断了',
      spot: '三楼',
    })
    expect(at.answer.whistles).toEqual([at.findingId])
    expect(await house.whistleOf(at)).toMatchObject({
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
    expect(await house.get(at)).toMatchObject({
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
    expect(await house.whistleOf(at, 'property')).toMatchObject({ source: 'patrol', finding: null })
    expect((await house.get(at)).says).toMatch(/^吹了哨：弘运物业公司 /)
    expect((await house.lines(at.findingId)).map((l) => l.action).sort()).toEqual(
      ['finding.made', 'whistle.accepted', 'whistle.dispatched', 'whistle.submitted'].sort(),
    )
  })

  test('of a company’s round comes from the property', async () => {
    const company = await house.add(house.propertyPlan())
    const at = await house.found(
      { outcome: 'whistled', checkpointId: company.checkpoints[2]!.checkpointId },
      company,
      house.tokens.property,
    )
    expect(await house.whistleOf(at)).toMatchObject({ source: 'property', place: '弘运小区 2栋 · 配电间' })
    expect(await house.whistleOf(at, 'property')).toMatchObject({
      mine: 'first',
      finding: { findingId: at.findingId },
    })
  })

  test('once, however often and by however many phones it is sent', async () => {
    const finding = house.finding(house.of, { outcome: 'whistled' })
    const piece: Piece = { ...house.header(house.of), findings: [finding] }
    await Promise.all(Array.from({ length: 6 }, () => house.send(piece)))
    expect(await house.countOf('whistle where id = $1', finding.id)).toBe(1)
    expect(
      await house.countOf(`record where subject_id = $1 and action = 'whistle.submitted'`, finding.id),
    ).toBe(1)
    expect(await house.countOf('whistle_reporter where whistle_id = $1', finding.id)).toBe(1)
  })

  test('takes its photos along, whichever comes first', async () => {
    const [early, late] = [randomUUID(), randomUUID()]
    await house.photoComes(early)
    const at = await house.found({ outcome: 'whistled', before: [early, late] })
    expect((await house.whistleOf(at)).photos.map((p) => p.photoId)).toEqual([early])
    await house.photoComes(late)
    expect((await house.whistleOf(at)).photos.map((p) => [p.photoId, p.thumb !== null])).toEqual([
      [early, true],
      [late, true],
    ])
    // a photo of somebody else under an announced id does not
    const foreign = randomUUID()
    const other = await house.found({ outcome: 'whistled', before: [foreign] })
    await house.photoComes(foreign, 'resident')
    expect((await house.whistleOf(other)).photos).toEqual([])
  })

  test('under an id that a whistle has already is refused, and nothing is written', async () => {
    const { whistleId } = await house.submit()
    const before = await house.rows()
    const finding = house.finding(house.of, { outcome: 'whistled', id: whistleId })
    expect(
      await house.api.refusal(house.tokens.gridWorker, 'round.send', {
        ...house.header(house.of),
        findings: [finding],
      }),
    ).toBe('id_taken')
    expect(await house.rows()).toBe(before)
  })

  test('has no daily limit, and takes none of what its finder may whistle at home', async () => {
    const findings = Array.from({ length: 12 }, () =>
      house.finding(house.of, { outcome: 'whistled', words: '一样的事' }),
    )
    expect((await house.send({ ...house.header(house.of), findings })).whistles).toHaveLength(12)
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
