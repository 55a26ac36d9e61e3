import { randomUUID } from 'node:crypto'
import { type FindingHouse, type Found, type Name, openFindingHouse } from './findings'
import type { Piece } from './house'

let house: FindingHouse
beforeAll(async () => {
  house = await openFindingHouse()
})
afterAll(() => house.api.close())
afterEach(() => expect(house.api.faults).toEqual([]))

describe('a finding that is watched', () => {
  test('is on the next round by itself until a look says that it is gone', async () => {
    const at = await house.found({ words: '墙上的裂缝' })
    const watched = async () => {
      const { plans } = await house.api.get(house.tokens.secondGridWorker, 'patrol.today', {})
      return plans
        .find((p) => p.planId === house.of.planId)!
        .watched.find((w) => w.findingId === at.findingId)
    }
    expect(await watched()).toMatchObject({
      words: '墙上的裂缝',
      looks: 0,
      checkpointId: house.of.checkpoints[0]!.checkpointId,
    })
    await house.looked(at, 'still', 5, house.tokens.secondGridWorker)
    expect(await watched()).toMatchObject({ looks: 1 })
    expect((await house.get(at)).says).toBe('还在，看过 1 次')
    await house.looked(at, 'gone', 6)
    expect(await watched()).toBeUndefined()
    expect(await house.get(at)).toMatchObject({
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
    const at = await house.found()
    await house.looked(at, 'gone', 9)
    await house.looked(at, 'still', 7)
    expect((await house.get(at)).state).toBe('gone')
    await house.looked(at, 'still', 12)
    expect((await house.get(at)).state).toBe('watched')
  })

  test('that is whistled at a look is a whistle once, with the look’s photos, and stays one', async () => {
    const at = await house.found()
    const photoId = randomUUID()
    await house.photoComes(photoId)
    const look = house.look(at.findingId, 'whistled', 5, { photoIds: [photoId] })
    expect((await house.send({ ...house.header(house.of), looks: [look] })).whistles).toEqual([at.findingId])
    await house.looked(at, 'gone', 20)
    await house.looked(at, 'whistled', 21)
    expect(await house.get(at)).toMatchObject({ state: 'whistled', whistle: { state: 'submitted' } })
    expect((await house.whistleOf(at)).photos.map((p) => p.photoId)).toEqual([photoId])
    expect(
      await house.countOf(`record where subject_id = $1 and action = 'whistle.submitted'`, at.findingId),
    ).toBe(1)
  })

  test('may be looked at before it has arrived itself', async () => {
    const finding = house.finding(house.of)
    const look: Piece = { ...house.header(house.of), looks: [house.look(finding.id, 'whistled')] }
    expect((await house.send(look)).whistles).toEqual([])
    expect(
      (
        await house.api.get(house.tokens.worker, 'round.get', {
          communityId: house.of.communityId,
          roundId: look.roundId,
        })
      ).looks,
    ).toMatchObject([{ title: '还没有传上来的发现' }])
    expect((await house.send({ ...house.header(house.of), findings: [finding] })).whistles).toEqual([
      finding.id,
    ])
    expect((await house.get({ communityId: house.of.communityId, findingId: finding.id })).state).toBe(
      'whistled',
    )
  })

  test('is not looked at on the round of another plan', async () => {
    const [at, other] = [await house.found(), await house.add()]
    const piece = { ...house.header(other), looks: [house.look(at.findingId, 'gone')] }
    expect(await house.api.refusal(house.tokens.gridWorker, 'round.send', piece)).toBe('finding_elsewhere')
    // sent before the finding has come it is kept, and means nothing to it
    const finding = house.finding(house.of)
    await house.send({ ...house.header(other), looks: [house.look(finding.id, 'gone')] })
    await house.send({ ...house.header(house.of), findings: [finding] })
    expect(await house.get({ communityId: house.of.communityId, findingId: finding.id })).toMatchObject({
      state: 'watched',
      looks: [],
    })
  })
})

describe('at the desk', () => {
  const whistle = (at: Found, token = house.tokens.worker) =>
    house.api.get(token, 'finding.whistle', { communityId: at.communityId, findingId: at.findingId })

  test('what is watched becomes a whistle, and its line says so', async () => {
    const at = await house.found({ category: 'sanitation' })
    expect((await house.get(at)).mayWhistle).toBe(true)
    expect(await whistle(at)).toEqual({ whistleId: at.findingId })
    expect(await whistle(at, house.tokens.gridWorker)).toEqual({ whistleId: at.findingId })
    expect(await house.whistleOf(at)).toMatchObject({
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
    const fixed = await house.found({ outcome: 'fixed', before: [randomUUID()], after: [randomUUID()] })
    const gone = await house.found()
    await house.looked(gone, 'gone')
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
    const { communityId, findingId } = await house.found()
    expect(await house.api.refusal(house.tokens[who], 'finding.whistle', { communityId, findingId })).toBe(
      code,
    )
  })

  test('of a company’s own, the committee reads and does not whistle', async () => {
    const company = await house.add(house.propertyPlan())
    const at = await house.found(
      { checkpointId: company.checkpoints[0]!.checkpointId },
      company,
      house.tokens.property,
    )
    expect(await house.get(at, 'committee')).toMatchObject({ mayWhistle: false, walker: null })
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
      const at = await house.found()
      const { communityId, findingId } = at
      const { api, tokens } = house
      const round = (token: string) =>
        api.ask(token, 'round.send', {
          ...house.header(house.of),
          looks: [house.look(findingId, 'whistled')],
        })
      const answers = await Promise.all([
        api.ask(tokens.worker, 'finding.whistle', { communityId, findingId }),
        api.ask(tokens.colleague, 'finding.whistle', { communityId, findingId }),
        round(tokens.gridWorker),
        round(tokens.secondGridWorker),
      ])
      expect(answers.map((a) => a.status)).toEqual([200, 200, 200, 200])
      expect(await house.countOf('whistle where id = $1', findingId)).toBe(1)
      expect(await house.countOf('whistle_reporter where whistle_id = $1 and first', findingId)).toBe(1)
      expect(
        await house.countOf(`record where subject_id = $1 and action = 'whistle.submitted'`, findingId),
      ).toBe(1)
    }
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
