import { randomUUID } from 'node:crypto'
import { eraseWord } from '../../shared/me/words'
import { type BooksHouse, older, openBooksHouse } from './house'

let house: BooksHouse
beforeAll(async () => {
  house = await openBooksHouse({ now: '2026-03-10T02:00:00Z' })
})
afterAll(async () => {
  expect(await house.checks()).toEqual([])
  expect(house.api.faults).toEqual([])
  await house.api.close()
})
const [march, today] = ['2026-03-01', '2026-03-10']

describe('parking', () => {
  test('rests on a decision, or there are no spaces to let', async () => {
    const { api, tokens, at } = house
    const add = { ...at, kind: 'parking' as const, spaces: [{ id: randomUUID(), number: '1' }] }
    expect(await api.refusal(tokens.keeper, 'space.add', add)).toBe('parking_unfounded')
    const visitors = { ...at, spaceIds: [], unit: 'day' as const, fen: 500, from: march }
    expect(await api.refusal(tokens.keeper, 'space.setTariff', visitors)).toBe('parking_unfounded')
    for (const decision of [{}, { ...older, resolutionId: randomUUID() }])
      expect(await api.refusal(tokens.keeper, 'space.setGround', { ...at, decision })).toBe(
        'decision_missing',
      )
    expect(
      await api.refusal(tokens.keeper, 'space.setGround', {
        ...at,
        decision: { resolutionId: randomUUID() },
      }),
    ).toBe('decision_elsewhere')
    await house.ground()
    await api.get(tokens.keeper, 'space.setTariff', visitors)
    expect(await api.refusal(tokens.keeper, 'space.setTariff', { ...visitors, unit: 'month' })).toBe(
      'visitors_by_day',
    )
    const { ground, visitors: day } = await api.get(tokens.tenant, 'space.list', at)
    expect([ground?.named, day?.fen]).toEqual(['2024年业主大会决定', 500])
    expect(await house.lines(at.compoundId)).toContain('space.groundSet')
  })

  test('is known by number to everybody of the compound, and by plate to its keepers and its own home', async () => {
    const { api, tokens, at, places } = house
    const [one, two] = await house.park(2, { day: march })
    const plate = house.nextPlate()
    const id = randomUUID()
    const sent = { ...at, id, spaceId: one!.id, homeId: places.home1.id, plate, from: march }
    await api.get(tokens.guard, 'lease.add', sent)
    expect(await api.get(tokens.guard, 'lease.add', sent)).toEqual({ id })
    const seen = async (name: 'keeper' | 'owner' | 'tenant') =>
      (await api.get(tokens[name], 'space.list', at)).items.map((s) => [
        s.number,
        s.state,
        s.lease?.plate ?? null,
        s.mine,
      ])
    expect(await seen('keeper')).toEqual([
      ['1', 'let', plate, false],
      ['2', 'free', null, false],
    ])
    expect(await seen('owner')).toEqual([
      ['1', 'let', plate, true],
      ['2', 'free', null, false],
    ])
    expect(await seen('tenant')).toEqual([
      ['1', 'let', null, false],
      ['2', 'free', null, false],
    ])
    expect(await api.refusal(tokens.tenant, 'lease.get', { ...at, leaseId: id })).toBe('not_found')
    const lease = await api.get(tokens.owner, 'lease.get', { ...at, leaseId: id })
    // the whole of March has fallen due with its first day
    expect([lease.owedFen, lease.charges.length, lease.mayChange]).toEqual([155_00, 1, false])
    expect((await api.get(tokens.owner, 'charge.mine', {})).owedFen).toBe(155_00)
    // more than that is held for this space, and for nothing else
    const early = house.receipt({ leaseId: id }, 160_00, { prepay: true, by: 'bank' })
    expect((await api.get(tokens.owner, 'charge.mine', {})).prepaid).toEqual([])
    await api.get(tokens.guard, 'receipt.take', early)
    expect((await api.get(tokens.owner, 'charge.mine', {})).prepaid).toEqual([
      { kind: 'parking', number: '1', fen: 5_00 },
    ])

    const refused = (more: object) =>
      api.refusal(tokens.guard, 'lease.add', { ...sent, id: randomUUID(), ...more })
    expect(await refused({ plate: house.nextPlate() })).toBe('lease_overlaps')
    expect(await refused({ plate: house.nextPlate(), from: '2026-12-01' })).toBe('lease_overlaps')
    expect(await refused({ spaceId: two!.id })).toBe('plate_let')
    expect(await refused({ spaceId: two!.id, plate: '渝O12345' })).toBe('plate_none')
    expect(await refused({ spaceId: two!.id, plate: undefined })).toBe('lease_who')
    expect(await refused({ spaceId: two!.id, homeId: places.homeThere.id, plate: house.nextPlate() })).toBe(
      'home_outside',
    )
    expect(await refused({ spaceId: randomUUID() })).toBe('space_elsewhere')
    expect(await refused({ spaceId: two!.id, plate: house.nextPlate(), from: '2025-12-31' })).toBe(
      'lease_days',
    )
    expect(await refused({ spaceId: two!.id, plate: house.nextPlate(), from: '2026-02-01' })).toBe(
      'tariff_missing',
    )
    expect(await api.refusal(tokens.guard, 'lease.add', { ...sent, plate: house.nextPlate() })).toBe(
      'id_taken',
    )
    expect(await api.refusal(tokens.owner, 'lease.add', sent)).toBe('forbidden')
    expect(await api.refusal(tokens.keeperThere, 'lease.add', sent)).toBe('not_found')
    const other = { ...sent, id: randomUUID(), plate: house.nextPlate(), spaceId: two!.id }
    const both = await Promise.all(
      [1, 2].map(() =>
        api.ask(tokens.guard, 'lease.add', { ...other, id: randomUUID(), plate: house.nextPlate() }),
      ),
    )
    expect(both.map((a) => a.status).sort()).toEqual([200, 409])
  })

  test('falls due by the tick, once and only once, to the day', async () => {
    const { api, tokens, at } = house
    const spaces = await api.get(tokens.keeper, 'space.add', {
      ...at,
      kind: 'parking',
      spaces: [{ id: randomUUID(), number: '月租' }],
      tariff: { unit: 'month', fen: 100_00, from: march },
    })
    expect(spaces.added).toBe(1)
    const { items } = await api.get(tokens.keeper, 'space.list', at)
    const { leaseId } = await house.letTo(items.find((s) => s.number === '月租')!.spaceId, '2026-03-11', {
      to: '2026-05-10',
    })
    const dues = async () =>
      (await api.get(tokens.keeper, 'lease.get', { ...at, leaseId })).charges
        .map((c) => [c.from, c.to, c.fen])
        .reverse()
    expect(await dues()).toEqual([])
    expect(await house.tick()).toBe(0)
    house.api.now = new Date('2026-05-20T02:00:00Z')
    const made = await Promise.all([house.tick(), house.tick()])
    expect(made.sort()[0]).toBe(0)
    expect(await house.tick()).toBe(0)
    expect(await dues()).toEqual([
      ['2026-03-11', '2026-03-31', 67_75],
      ['2026-04-01', '2026-04-30', 100_00],
      ['2026-05-01', '2026-05-10', 32_25],
    ])
    house.api.now = new Date('2026-03-10T02:00:00Z')
    const line = await house.one<{ n: number }>(
      `select count(*)::int as n from record where action = 'charge.made'`,
    )
    expect(line.n).toBeGreaterThan(0)
  })
})

describe('an end', () => {
  test('lowers what fell due beyond it: what was paid too much is held, and given back', async () => {
    const { api, tokens, at } = house
    const spaces = [{ id: randomUUID(), number: '退1' }]
    await api.get(tokens.keeper, 'space.add', {
      ...at,
      kind: 'parking',
      spaces,
      tariff: { unit: 'day', fen: 1000, from: march },
    })
    const { leaseId } = await house.letTo(spaces[0]!.id, march)
    await api.get(tokens.guard, 'receipt.take', house.receipt({ leaseId }, 200_00, { by: 'wechat' }))
    const end = { ...at, leaseId, id: randomUUID(), to: today }
    // 310 were due and 200 paid; ten days are 100
    expect(await api.get(tokens.guard, 'lease.end', end)).toEqual({
      to: today,
      loweredFen: 210_00,
      prepaidFen: 100_00,
    })
    expect((await api.get(tokens.guard, 'lease.end', end)).prepaidFen).toBe(100_00)
    const due = await api.get(tokens.guard, 'receipt.due', { ...at, leaseId })
    expect([due.owedFen, due.prepaidFen]).toEqual([0, 100_00])
    const refund = {
      ...at,
      id: randomUUID(),
      of: { leaseId },
      held: 'prepaid' as const,
      fen: 100_00,
      by: 'wechat' as const,
      on: today,
    }
    const photoIds = await house.papers()
    expect(await api.refusal(tokens.keeper, 'receipt.refund', { ...refund, fen: 100_01, photoIds })).toBe(
      'refund_over',
    )
    expect(await api.refusal(tokens.keeper, 'receipt.refund', { ...refund, by: 'cash', photoIds })).toBe(
      'not_enough',
    )
    expect(await api.refusal(tokens.guard, 'receipt.refund', { ...refund, photoIds })).toBe('forbidden')
    expect((await api.get(tokens.keeper, 'receipt.refund', { ...refund, photoIds })).heldFen).toBe(0)
    await api.get(tokens.keeper, 'receipt.refund', { ...refund, photoIds })
    expect(await api.refusal(tokens.guard, 'lease.end', { ...end, id: randomUUID(), to: '2025-12-31' })).toBe(
      'lease_days',
    )
  })
})

describe('what was charged', () => {
  const dayTariff = async (number: string) => {
    const { api, tokens, at } = house
    const spaces = [{ id: randomUUID(), number }]
    const tariff = { unit: 'day' as const, fen: 500, from: march }
    await api.get(tokens.keeper, 'space.add', { ...at, kind: 'parking', spaces, tariff })
    return spaces[0]!.id
  }
  test('keeps its price: a new one begins on a day that nobody was charged for', async () => {
    const { api, tokens, at } = house
    const spaceId = await dayTariff('价1')
    const { leaseId } = await house.letTo(spaceId, march)
    const set = { ...at, spaceIds: [spaceId, await dayTariff('价2')], unit: 'day' as const, fen: 1000 }
    const answer = await api.ask(tokens.keeper, 'space.setTariff', { ...set, from: '2026-03-21' })
    expect(answer).toMatchObject({
      status: 409,
      body: {
        code: 'tariff_charged',
        message: '“价1”的费用已经按原价算到 2026年3月31日，新价请从 2026年4月1日 或以后起',
      },
    })
    await api.get(tokens.keeper, 'space.setTariff', {
      ...set,
      spaceIds: [set.spaceIds[1]!],
      from: '2026-03-21',
    })
    await api.get(tokens.keeper, 'space.setTariff', { ...set, from: '2026-04-16' })
    house.api.now = new Date('2026-04-20T02:00:00Z')
    await house.tick()
    const { items } = await api.get(tokens.guard, 'receipt.due', { ...at, leaseId })
    // each day by the price that holds on it: 31 at 5 yuan; 15 at 5 and 15 at 10
    expect(items.map((c) => c.fen)).toEqual([155_00, 225_00])
    house.api.now = new Date('2026-03-10T02:00:00Z')
    await expect(
      api.owner(`insert into space_tariff values ($1, $2, $3, '2026-04-20', 'day', 700)`, [
        at.communityId,
        at.compoundId,
        spaceId,
      ]),
    ).rejects.toMatchObject({ constraint: 'tariff_after_charged' })
  })

  test('is not followed by days that are free: past a month that is charged, a new lease goes on', async () => {
    const { api, tokens, at } = house
    const spaceId = await dayTariff('续1')
    const { leaseId, homeId } = await house.letTo(spaceId, march, { to: '2026-03-25' })
    const end = (to: string) => ({ ...at, leaseId, id: randomUUID(), to })
    expect((await api.get(tokens.guard, 'lease.end', end('2026-03-20'))).loweredFen).toBe(25_00)
    for (const to of ['2026-03-25', '2026-04-30'])
      expect(await api.refusal(tokens.guard, 'lease.end', end(to))).toBe('lease_charged')
    await expect(
      api.owner(`update lease set to_day = '2026-03-31' where id = $1`, [leaseId]),
    ).rejects.toMatchObject({ constraint: 'lease_ends_with_charged' })
    const lease = { ...at, id: randomUUID(), spaceId, homeId, plate: house.nextPlate(), from: '2026-03-21' }
    await api.get(tokens.guard, 'lease.add', { ...lease, to: '2026-04-30' })
    house.api.now = new Date('2026-03-22T02:00:00Z')
    await house.tick()
    const due = await api.get(tokens.guard, 'receipt.due', { ...at, leaseId: lease.id })
    expect(due.items.map((c) => [c.from, c.to, c.fen])).toEqual([['2026-03-21', '2026-03-31', 55_00]])
    // nothing of May is charged yet: this one can be made longer
    const longer = { ...at, leaseId: lease.id, id: randomUUID(), to: '2026-05-31' }
    expect((await api.get(tokens.guard, 'lease.end', longer)).loweredFen).toBe(0)
    expect(await house.lines(lease.id)).toEqual(['lease.added', 'lease.ended'])
    house.api.now = new Date('2026-03-10T02:00:00Z')
  })
})

test('an advertising spot is let to a company at a price of its own', async () => {
  const { api, tokens, at } = house
  const spaces = [{ id: randomUUID(), number: '电梯1' }]
  await api.get(tokens.keeper, 'space.add', { ...at, kind: 'advert', spaces })
  const sent = { ...at, id: randomUUID(), spaceId: spaces[0]!.id, tenant: '某广告公司', from: march }
  expect(await api.refusal(tokens.keeper, 'lease.add', sent)).toBe('tariff_missing')
  expect(await api.refusal(tokens.keeper, 'lease.add', { ...sent, plate: '渝A12345' })).toBe('lease_who')
  await api.get(tokens.keeper, 'lease.add', { ...sent, agreed: { unit: 'year', fen: 12_000_00 } })
  await api.get(tokens.keeper, 'receipt.take', house.receipt({ leaseId: sent.id }, 1_019_17, { by: 'bank' }))
  expect(await house.balance('income.advert')).toBe(1_019_17)
  const end = { ...at, spaceId: spaces[0]!.id }
  expect(await api.refusal(tokens.keeper, 'space.end', end)).toBe('space_let')
  await api.get(tokens.keeper, 'lease.end', { ...at, leaseId: sent.id, id: randomUUID(), to: '2026-03-09' })
  await api.get(tokens.keeper, 'space.end', end)
  expect(await api.refusal(tokens.keeper, 'space.end', end)).toBe('space_ended')
})

test('leases are listed by the number of their space, as people count, and page by page', async () => {
  const { api, tokens, next } = house
  await api.get(tokens.keeperNext, 'space.setGround', { ...next, decision: older })
  const spaces = Array.from({ length: 23 }, (_, i) => ({ id: randomUUID(), number: String(i + 1) }))
  for (const kind of ['parking', 'advert'] as const) {
    const some = (kind === 'parking' ? spaces : spaces.slice(0, 2)).map((s) => ({ ...s, id: randomUUID() }))
    const tariff = { unit: 'day' as const, fen: 500, from: march }
    await api.get(tokens.keeperNext, 'space.add', { ...next, kind, spaces: some, tariff })
    for (const { id: spaceId } of [...some].reverse()) {
      const homeId = (await house.homeIn(house.places.buildingElsewhere, randomUUID().slice(0, 8))).id
      const who = kind === 'parking' ? { homeId, plate: house.nextPlate() } : { tenant: '广告公司' }
      const lease = { ...next, id: randomUUID(), spaceId, from: march, to: '2026-03-05', ...who }
      await api.get(tokens.keeperNext, 'lease.add', lease)
      // of one space the later one first
      if (spaceId === some[0]!.id)
        await api.get(tokens.keeperNext, 'lease.add', {
          ...lease,
          id: randomUUID(),
          from: today,
          to: undefined,
        })
    }
  }
  const first = await api.get(tokens.keeperNext, 'lease.list', next)
  const second = await api.get(tokens.keeperNext, 'lease.list', { ...next, after: first.next! })
  const listed = [...first.items, ...second.items].map((l) => `${l.kind} ${l.number} ${l.from.slice(8)}`)
  const numbers = spaces.slice(1).map((s) => `parking ${s.number} 01`)
  expect(listed).toEqual([
    ...['parking 1 10', 'parking 1 01', ...numbers],
    ...['advert 1 10', 'advert 1 01', 'advert 2 01'],
  ])
  expect([first.items.length, second.next]).toEqual([20, null])
})

test('a plate is changed for another, and for nothing that is none', async () => {
  const { api, tokens, at } = house
  const [mine] = (await api.get(tokens.keeper, 'lease.list', { ...at, find: '101' })).items
  const change = { ...at, leaseId: mine!.leaseId, plate: '渝 AD·88888' }
  expect(await api.get(tokens.keeper, 'lease.changePlate', change)).toEqual({ plate: '渝AD88888' })
  expect(await api.refusal(tokens.keeper, 'lease.changePlate', { ...change, plate: '没有' })).toBe(
    'plate_none',
  )
  expect(await api.refusal(tokens.owner, 'lease.changePlate', change)).toBe('forbidden')
  expect((await api.get(tokens.keeper, 'lease.list', { ...at, find: 'ad888' })).items.length).toBe(1)
  // as people write it, and not as it is kept
  await api.owner(
    `update home set label = '9栋1单元601' where id = (select home_id from lease where id = $1)`,
    [mine!.leaseId],
  )
  const found = async (find: string) =>
    (await api.get(tokens.keeper, 'lease.list', { ...at, find })).items.map((l) => l.leaseId)
  expect(await found('渝AD·88888')).toEqual([mine!.leaseId])
  for (const find of ['9栋601', '9-1-601', '9栋1单元601', '1 601'])
    expect(await found(find)).toContain(mine!.leaseId)
  // in its order, and what means something to the database is a sign like any other
  for (const find of ['9-1-601-9', '9栋60222', '%9栋601', '9栋601%']) expect(await found(find)).toEqual([])
  expect(await house.lines(mine!.leaseId)).toContain('lease.plateChanged')
})

test('the plate of somebody who has gone is nobody’s any more', async () => {
  const { api, tokens, at, places } = house
  const wait = { ...at, id: randomUUID(), homeId: places.home1.id, plate: '渝A00001' }
  await api.get(tokens.owner, 'lease.wait', wait)
  expect((await api.get(tokens.owner, 'me.export', {})).money.waits.map((w) => w.plate)).toContain('渝A00001')
  await api.get(tokens.owner, 'me.erase', { confirm: eraseWord })
  expect(await house.one('select plate from wait where id = $1', [wait.id])).toEqual({ plate: null })
})
