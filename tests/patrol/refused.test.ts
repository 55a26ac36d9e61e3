import { randomUUID } from 'node:crypto'
import { openPatrolHouse, type PatrolHouse, type Piece, type Tick } from './house'

let house: PatrolHouse
let of: Awaited<ReturnType<PatrolHouse['add']>>
beforeAll(async () => {
  house = await openPatrolHouse()
  of = await house.add()
})
afterAll(() => house.api.close())
afterEach(() => expect(house.api.faults).toEqual([]))

type Name = keyof PatrolHouse['tokens']
const whole = (): Piece => {
  const piece = {
    ...house.header(of),
    ticks: of.checkpoints.map((_, n) => house.tick(of, n, n + 1)),
    findings: [house.finding(of)],
    notes: [{ id: randomUUID(), at: house.at(9), words: '下雨' }],
  }
  return { ...piece, finish: house.finish(piece) }
}
const refusal = (piece: Piece, token = house.tokens.gridWorker) =>
  house.api.refusal(token, 'round.send', piece)

describe('what is not taken', () => {
  const tickOf = (more: Partial<Tick>): Partial<Piece> => ({ ticks: [house.tick(of, 0, 1, more)] })
  const cases: [string, () => Partial<Piece>][] = [
    ['checkpoint_of_other', () => tickOf({ checkpointId: randomUUID() })],
    ['code_of_other', () => tickOf({ code: of.checkpoints[1]!.code })],
    ['code_of_other', () => tickOf({ code: undefined })],
    ['reason_for_hand', () => tickOf({ way: 'hand' })],
    ['position_missing', () => tickOf({ way: 'position' })],
    ['before_start', () => tickOf({ at: house.at(-1) })],
    ['before_start', () => ({ notes: [{ id: randomUUID(), at: house.at(-5), words: '早' }] })],
    ['finish_before_start', () => ({ finish: { ...house.finish({}), at: house.at(-1) } })],
    ['nothing_said', () => ({ findings: [house.finding(of, { words: undefined })] })],
    ['finding_nowhere', () => ({ findings: [house.finding(of, { checkpointId: undefined })] })],
    ['both_photos', () => ({ findings: [house.finding(of, { outcome: 'fixed', before: [randomUUID()] })] })],
    ['both_photos', () => ({ looks: [house.look(randomUUID(), 'fixed')] })],
    ['checkpoint_of_other', () => ({ findings: [house.finding(of, { checkpointId: randomUUID() })] })],
    [
      'place_elsewhere',
      () => ({
        findings: [house.finding(of, { checkpointId: undefined, compoundId: house.places.compoundThere.id })],
      }),
    ],
    ['invalid', () => tickOf({ at: '0000-01-01T00:00:00Z' })],
    ['invalid', () => tickOf({ at: '昨天' })],
    ['invalid', () => ({ ticks: Array.from({ length: 201 }, () => house.tick(of, 0)) })],
    ['invalid', () => ({ findings: [house.finding(of, { before: Array.from({ length: 5 }, randomUUID) })] })],
  ]
  test.each(cases)('%s: the whole piece is refused, and nothing of it written', async (code, more) => {
    const good = { ...house.header(of), notes: [{ id: randomUUID(), at: house.at(1), words: '好的' }] }
    const before = await house.rows()
    expect(await refusal({ ...good, ...more() })).toBe(code)
    expect(await house.rows()).toBe(before)
  })

  test('is a checkpoint of another plan, or of another version', async () => {
    const other = await house.add()
    expect(await refusal({ ...house.header(of), ticks: [house.tick(other, 0)] })).toBe('checkpoint_of_other')
    expect(await refusal({ ...house.header(of), versionId: other.versionId })).toBe('not_found')
    expect(await refusal({ ...house.header(of), planId: other.planId })).toBe('not_found')
  })

  test('is other content under a known id: of the round, a tick, a finding, a look, a note or the finish', async () => {
    const piece: Piece = { ...whole(), looks: [house.look(randomUUID(), 'still')] }
    await house.send({ ...piece, finish: { ...piece.finish!, looks: 1 } })
    const head = house.header(of, 0, { roundId: piece.roundId, startedAt: piece.startedAt })
    const before = await house.rows()
    const changed: Partial<Piece>[] = [
      { startedAt: house.at(1) },
      { ticks: [{ ...piece.ticks![0]!, at: house.at(5) }] },
      { findings: [{ ...piece.findings![0]!, words: '别的' }] },
      { looks: [{ ...piece.looks![0]!, outcome: 'gone' }] },
      { notes: [{ ...piece.notes![0]!, words: '别的' }] },
    ]
    for (const more of changed) expect(await refusal({ ...head, ...more })).toBe('id_taken')
    const { finish } = piece
    for (const more of [{ at: house.at(99) }, { ticks: 9 }])
      expect(await refusal({ ...head, finish: { ...finish!, looks: 1, ...more } })).toBe('more_than_finished')
    // one id twice in one piece, with two contents
    const tick = house.tick(of, 0)
    expect(await refusal({ ...house.header(of), ticks: [tick, { ...tick, at: house.at(7) }] })).toBe(
      'id_taken',
    )
    // an id of another round
    expect(await refusal({ ...house.header(of), ticks: [piece.ticks![0]!] })).toBe('id_taken')
    expect(await house.rows()).toBe(before)
  })

  test('is anything beyond what was told with the finish', async () => {
    const { finish, ...piece } = whole()
    await house.send({ ...piece, finish })
    const head = house.header(of, 0, { roundId: piece.roundId, startedAt: piece.startedAt })
    expect(await refusal({ ...head, ticks: [house.tick(of, 0)] })).toBe('more_than_finished')
    const early = whole()
    await house.send({ ...early, finish: undefined })
    expect(await refusal({ ...early, finish: { ...early.finish!, ticks: 2 } })).toBe('more_than_finished')
  })

  test('is a round of somebody else, on the same grid or not', async () => {
    const piece = whole()
    await house.send(piece)
    expect(await refusal(piece, house.tokens.secondGridWorker)).toBe('not_your_round')
    expect(await refusal(piece, house.tokens.otherGridWorker)).toBe('not_found')
    const named = await house.add(house.plan({ walkerIds: [house.ids.gridWorker] }))
    expect(await refusal(house.header(named), house.tokens.secondGridWorker)).toBe('not_your_plan')
    await house.send(house.header(named))
  })

  test.each<[Name, string]>([
    ['worker', 'forbidden'],
    ['committee', 'forbidden'],
    ['resident', 'forbidden'],
    ['property', 'not_found'],
    ['department', 'not_found'],
    ['otherWorker', 'not_found'],
    ['stranger', 'not_found'],
  ])('is a round by the %s: %s', async (who, code) => {
    expect(await refusal(house.header(of), house.tokens[who])).toBe(code)
  })

  test('is a company’s round under an id that a grid’s round has, which it does not see', async () => {
    const piece = whole()
    await house.send(piece)
    const company = await house.add(house.propertyPlan())
    const before = await house.rows()
    expect(await refusal(house.header(company, 0, { roundId: piece.roundId }), house.tokens.property)).toBe(
      'id_taken',
    )
    const tick = { ...house.tick(company, 0), id: piece.ticks![0]!.id }
    expect(await refusal({ ...house.header(company), ticks: [tick] }, house.tokens.property)).toBe('id_taken')
    expect(await house.rows()).toBe(before)
  })
})
