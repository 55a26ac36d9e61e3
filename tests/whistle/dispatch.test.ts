import { randomUUID } from 'node:crypto'
import type { Input } from '../../shared/contract'
import type { TestApi } from '../kernel/api'
import { type At, openWhistleHouse, type WhistleHouse } from './house'

type Dispatch = Omit<Input<'whistle.dispatch'>, keyof At>

// nine o’clock in China
const monday = '2026-11-16T01:00:00Z'

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

const inHours = (hours: number) => new Date(api.now.getTime() + hours * 3_600_000).toISOString()
const send = (at: At, more: Partial<Dispatch> = {}) =>
  api.get(tokens.worker, 'whistle.dispatch', {
    ...at,
    id: randomUUID(),
    lead: house.parties.property,
    ...more,
  })
const refused = (at: At, more: Partial<Dispatch>) =>
  api.refusal(tokens.worker, 'whistle.dispatch', {
    ...at,
    id: randomUUID(),
    lead: house.parties.property,
    ...more,
  })
const lastLine = async (at: At) => (await house.lines(at)).at(-1)!

describe('a whistle is sent', () => {
  test('to whoever is engaged in its compound or its community, or is a body of the compound', async () => {
    for (const lead of ['property', 'department', 'committee', 'branch'] as const) {
      const at = await house.bring('accepted')
      expect(await send(at, { lead: house.parties[lead] })).toMatchObject({ state: 'dispatched' })
    }
  })

  test('not to a party of another community, of another compound, whose engagement ended or begins tomorrow', async () => {
    const { parties, places } = house
    const at = await house.bring('accepted')
    const coming = randomUUID()
    await api.owner(`insert into organisation select $1, $2, '新物业公司', 'property'`, [
      coming,
      places.subdistrict.id,
    ])
    await api.owner(`insert into engagement values ($1, $2, $3, null, $4::date + 1, null)`, [
      places.here.id,
      randomUUID(),
      coming,
      '2026-11-16',
    ])
    const foreign: Dispatch['lead'][] = [
      parties.elsewhere,
      parties.former,
      { kind: 'organisation', partyId: coming },
      { kind: 'organisation', partyId: randomUUID() },
      { kind: 'committee', partyId: places.compoundThere.id },
      { kind: 'branch', partyId: places.nextCompound.id },
      { kind: 'committee', partyId: parties.property.partyId },
    ]
    for (const party of foreign) {
      expect(await refused(at, { lead: party })).toBe('party_elsewhere')
      expect(await refused(at, { co: [party] })).toBe('party_elsewhere')
    }
    // the company works in this compound, not in the next
    const next = await house.bring('accepted', { compoundId: places.nextCompound.id })
    expect(await refused(next, {})).toBe('party_elsewhere')
    expect(await house.sentTo(at)).toEqual([])
    expect((await house.row(at)).state).toBe('accepted')
  })

  test('to no party twice', async () => {
    const { property, department } = house.parties
    const at = await house.bring('accepted')
    expect(await refused(at, { co: [property] })).toBe('party_twice')
    expect(await refused(at, { co: [department, department] })).toBe('party_twice')
    expect(await refused(at, { co: Array.from({ length: 6 }, () => department) })).toBe('invalid')
  })

  test('with co-parties beside the lead, who see it and do not move it', async () => {
    const { department, committee } = house.parties
    const at = await house.bring('accepted')
    await send(at, { co: [department, committee], instruction: '先拉警戒线' })
    expect(await house.sentTo(at)).toEqual([
      '弘运物业公司: current',
      '城管中队 (co): current',
      '弘运小区业委会 (co): current',
    ])
    const moves = {
      respond: {},
      dispute: { reason: '不归我们' },
      extend: { resolveBy: inHours(24 * 30), reason: '等配件' },
      resolve: { words: '换好了' },
    }
    for (const co of [tokens.department, tokens.committee]) {
      expect(await api.get(co, 'whistle.get', at)).toMatchObject({ state: 'dispatched', mayReport: true })
      for (const [move, input] of Object.entries(moves))
        expect([
          move,
          await api.refusal(co, `whistle.${move as keyof typeof moves}`, { ...at, ...input } as never),
        ]).toEqual([move, 'forbidden'])
    }
    expect(await lastLine(at)).toMatchObject({
      action: 'whistle.dispatched',
      actor_role: 'communityWorker',
      before: { state: 'accepted' },
      after: { state: 'dispatched', by: 'community', kind: 'organisation', co: 2 },
    })
    const heard = await api.owner<{ name: string }>(
      `select p.name from inbox i join person p on p.id = i.person_id where i.subject_id = $1 and i.action = 'whistle.dispatched' order by 1`,
      [at.whistleId],
    )
    expect(heard.map((h) => h.name)).toEqual([
      'committee',
      'department',
      'property',
      'resident',
      'secondHand',
    ])
  })
})

describe('its deadlines', () => {
  test('go on as they run if none are set', async () => {
    const at = await house.bring('accepted')
    const before = await house.row(at)
    house.later(1)
    await send(at)
    expect(await house.row(at)).toMatchObject({
      response_due_at: before.response_due_at,
      resolution_due_at: before.resolution_due_at,
    })
  })

  test('begin anew where they are over, each by itself', async () => {
    const at = await house.bring('accepted')
    house.later(24 * 4) // Friday, nine o’clock: the eight hours are over, the seven days are not
    const before = await house.row(at)
    await send(at)
    expect(await house.row(at)).toMatchObject({
      response_due_at: new Date(api.now.getTime() + 9 * 3_600_000),
      resolution_due_at: before.resolution_due_at,
    })
    house.later(24 * 10) // both are over
    await send(at, { lead: house.parties.department })
    const { response_due_at, resolution_due_at } = await house.row(at)
    expect(response_due_at > api.now && resolution_due_at > response_due_at).toBe(true)
  })

  test('are those that were set, each or both', async () => {
    const at = await house.bring('accepted')
    const [respondBy, resolveBy] = [inHours(3), inHours(50)]
    expect(await send(at, { respondBy, resolveBy })).toEqual({
      state: 'dispatched',
      responseDueAt: respondBy,
      resolutionDueAt: resolveBy,
      provisional: false,
    })
    const other = await house.bring('accepted')
    const far = await house.bring('accepted')
    expect(await send(far, { resolveBy: inHours(24 * 60) })).toMatchObject({
      resolutionDueAt: inHours(24 * 60),
    })
    // what is to be solved in two hours is answered by then
    expect(await send(other, { resolveBy: inHours(2) })).toMatchObject({
      responseDueAt: inHours(2),
      resolutionDueAt: inHours(2),
    })
  })

  test('lie ahead, response before resolution', async () => {
    const at = await house.bring('accepted')
    expect(await refused(at, { respondBy: inHours(-1) })).toBe('due_past')
    expect(await refused(at, { resolveBy: inHours(0) })).toBe('due_past')
    expect(await refused(at, { respondBy: inHours(5), resolveBy: inHours(4) })).toBe('due_reversed')
    expect(await refused(at, { respondBy: inHours(24 * 30) })).toBe('due_reversed')
    expect(await refused(at, { respondBy: 'soon' })).toBe('invalid')
    // sixty days and no more
    expect(await refused(at, { resolveBy: inHours(24 * 60 + 1) })).toBe('due_too_far')
    expect(await refused(at, { respondBy: inHours(24 * 61), resolveBy: inHours(24 * 62) })).toBe(
      'due_too_far',
    )
    expect(await refused(at, { resolveBy: '2199-12-31T00:00:00Z' })).toBe('due_too_far')
    expect(await house.sentTo(at)).toEqual([])
  })
})

describe('sent again', () => {
  test('with the same id it is the same dispatch, and the answer tells how it stands', async () => {
    const at = await house.bring('accepted')
    const dispatch = { id: randomUUID(), co: [house.parties.department] }
    const first = await send(at, dispatch)
    const lines = await house.lines(at)
    expect(await send(at, dispatch)).toEqual(first)
    await api.get(tokens.property, 'whistle.respond', at)
    expect(await send(at, dispatch)).toEqual({ ...first, state: 'responded' })
    expect(await house.sentTo(at)).toHaveLength(2)
    expect(await house.lines(at)).toHaveLength(lines.length + 1)
  })

  test('after somebody else was sent it is still the same dispatch, and sends nobody anew', async () => {
    const { department, committee } = house.parties
    const at = await house.bring('accepted')
    const dispatch = { id: randomUUID(), co: [department] }
    const first = await send(at, dispatch)
    await send(at, { lead: committee })
    await api.get(tokens.committee, 'whistle.respond', at)
    const lines = await house.lines(at)
    expect(await send(at, dispatch)).toEqual({ ...first, state: 'responded' })
    expect(await house.lines(at)).toEqual(lines)
    expect(await house.sentTo(at)).toContain('弘运小区业委会: current')
  })

  test('with the same id and other content, or the id of another dispatch, it is refused', async () => {
    const [at, other] = [await house.bring('accepted'), await house.bring('dispatched')]
    const id = randomUUID()
    await send(at, { id })
    expect(await refused(at, { id, lead: house.parties.department })).toBe('id_taken')
    expect(await refused(at, { id, instruction: '快' })).toBe('id_taken')
    expect(await refused(other, { id })).toBe('id_taken')
    // also that of one that was relieved since
    await send(at, { lead: house.parties.department })
    expect(await refused(at, { id, instruction: '快' })).toBe('id_taken')
    expect(await house.sentTo(other)).toEqual(['弘运物业公司: current'])
  })

  test('to somebody else it relieves the former and all that went out with it; the new one has to come anew', async () => {
    const { department, committee } = house.parties
    const at = await house.bring('accepted')
    await send(at, { co: [department] })
    await api.get(tokens.property, 'whistle.respond', at)
    house.later(1)
    await send(at, { lead: committee })
    expect(await house.sentTo(at)).toEqual([
      '弘运物业公司: replaced',
      '城管中队 (co): replaced',
      '弘运小区业委会: current',
    ])
    expect(await house.row(at)).toMatchObject({ state: 'dispatched', responded_at: null })
    expect(await api.refusal(tokens.property, 'whistle.respond', at)).toBe('forbidden')
    await api.get(tokens.committee, 'whistle.respond', at)
  })

  test('by two at once it has one lead, and nothing breaks', async () => {
    for (let n = 0; n < 5; n++) {
      const at = await house.bring('accepted')
      await Promise.all([
        send(at, { lead: house.parties.committee }),
        api.get(tokens.colleague, 'whistle.dispatch', {
          ...at,
          id: randomUUID(),
          lead: house.parties.department,
        }),
      ])
      expect((await house.sentTo(at)).map((d) => d.split(': ')[1]).sort()).toEqual(['current', 'replaced'])
    }
  })
})
