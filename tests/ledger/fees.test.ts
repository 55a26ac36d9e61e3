import { randomUUID } from 'node:crypto'
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

describe('fees of homes', () => {
  test('nine buildings joined into one compound charge 10 yuan a home, and by area to the fen', async () => {
    const { api, tokens, next, ids } = house
    const worker = tokens.worker
    const compounds = Array.from({ length: 9 }, (_, i) => ({ id: randomUUID(), name: `独栋${i + 1}` }))
    const communityId = next.communityId
    for (const { id, name } of compounds) {
      await api.get(worker, 'place.addCompound', {
        communityId,
        id,
        name,
        management: 'none',
        from: '2026-01-01',
      })
      const building = randomUUID()
      await api.get(worker, 'place.addBuilding', {
        communityId,
        compoundId: id,
        id: building,
        name,
        entrances: [],
      })
      for (const number of ['101', '102', '201'])
        await api.owner(
          `insert into home (community_id, id, compound_id, building_id, number, label, sort_key, kind, area_centiares)
           values ($1, gen_random_uuid(), $2, $3, $4, $5, $5, 'dwelling', 6055)`,
          [communityId, id, building, number, `${name}${number}`],
        )
    }
    const joined = { communityId, compoundId: randomUUID() }
    await api.get(worker, 'place.join', {
      ...{
        communityId,
        id: joined.compoundId,
        name: '合起来的小区',
        management: 'selfManaged',
        from: '2026-03-01',
      },
      compoundIds: compounds.map((c) => c.id),
    })
    await api.get(worker, 'role.grant', {
      ...{
        id: randomUUID(),
        role: 'bookkeeper',
        scopeId: joined.compoundId,
        communityId,
        personId: ids.keeperNext,
      },
      from: '2026-03-01',
      to: null,
    })
    const keeper = tokens.keeperNext
    await api.get(keeper, 'account.open', {
      ...joined,
      id: randomUUID(),
      from: '2026-03-01',
      opening: [],
      spendLimitFen: 0,
      answerDays: 7,
    })
    const fee = {
      ...joined,
      id: randomUUID(),
      name: '垃圾清运费',
      basis: 'home' as const,
      fen: 10_00,
      homeKinds: ['dwelling' as const],
      from: '2026-03-01',
      decision: older,
    }
    await api.get(keeper, 'charge.addFee', fee)
    await api.get(keeper, 'charge.addFee', fee)
    expect(await api.refusal(keeper, 'charge.addFee', { ...fee, id: randomUUID(), from: '2026-03-02' })).toBe(
      'fee_from',
    )
    await api.get(keeper, 'charge.addFee', {
      ...fee,
      id: randomUUID(),
      name: '物业费',
      basis: 'area',
      fen: 10,
    })
    const fees = (await api.get(keeper, 'charge.fees', joined)).items
    expect(fees.map((f) => [f.name, f.homes, f.monthFen])).toEqual(
      expect.arrayContaining([
        ['垃圾清运费', 27, 270_00],
        ['物业费', 27, 27 * 6_06],
      ]),
    )
    expect(await house.tick()).toBeGreaterThanOrEqual(54)
    expect(await house.tick()).toBe(0)
    const arrears = await api.get(keeper, 'charge.arrears', joined)
    expect([arrears.totalFen, arrears.homes, arrears.items.length]).toEqual([270_00 + 27 * 6_06, 27, 27])
    const [home] = arrears.items
    await api.get(keeper, 'receipt.take', {
      ...house.receipt({ homeId: home!.homeId! }, home!.owedFen),
      ...joined,
    })
    const { items } = await api.get(keeper, 'charge.list', { ...joined, homeId: home!.homeId! })
    expect(items.map((c) => c.fen - c.paidFen)).toEqual([0, 0])
    await api.get(keeper, 'charge.endFee', { ...joined, feeId: fee.id, to: '2026-03' })
    expect(await api.refusal(keeper, 'charge.endFee', { ...joined, feeId: fee.id, to: '2026-04' })).toBe(
      'fee_over',
    )
  })

  test('what is owed shows by home to keepers, in total to owners, and is lowered with a reason', async () => {
    const { api, tokens, at } = house
    const [space] = await house.park(1, { fen: 1000, day: '2026-03-01' })
    const { leaseId } = await house.letTo(space!.id, '2026-03-01')
    const { items } = await api.get(tokens.keeper, 'receipt.due', { ...at, leaseId })
    const lower = { ...at, chargeId: items[0]!.chargeId, id: randomUUID(), byFen: 10_00, reason: '车位施工' }
    expect(await api.refusal(tokens.guard, 'charge.lower', lower)).toBe('forbidden')
    expect(await api.refusal(tokens.keeper, 'charge.lower', { ...lower, byFen: 310_01 })).toBe('lowered_over')
    expect(await api.get(tokens.keeper, 'charge.lower', lower)).toEqual({ owedFen: 300_00, prepaidFen: 0 })
    expect(await api.get(tokens.keeper, 'charge.lower', lower)).toEqual({ owedFen: 300_00, prepaidFen: 0 })
    const all = await api.get(tokens.owner, 'charge.arrears', at)
    const kept = await api.get(tokens.supervisor, 'charge.arrears', at)
    expect([all.totalFen, all.items]).toEqual([kept.totalFen, []])
    expect(kept.items.find((i) => i.leaseId === leaseId)?.owedFen).toBe(300_00)
    expect(all.totalFen).toBe(await house.balance('due'))
    // a home that owes for its space and for its refuse is one home
    const fee = { name: '卫生费', basis: 'home' as const, fen: 10_00, homeKinds: ['dwelling' as const] }
    const sent = { ...at, id: randomUUID(), ...fee, from: '2026-03-01', decision: older }
    await api.get(tokens.keeper, 'charge.addFee', sent)
    await house.tick()
    const after = await api.get(tokens.keeper, 'charge.arrears', at)
    expect(after.items.length).toBeGreaterThan(new Set(after.items.map((i) => i.homeId)).size)
    expect(after.homes).toBe(new Set(after.items.map((i) => i.homeId)).size)
  })

  test('what was taken off wrongly stands again, paid as it was; not once what was held of it is used', async () => {
    const { api, tokens, at } = house
    const [space] = await house.park(1, { fen: 1000, day: '2026-03-01' })
    const { leaseId } = await house.letTo(space!.id, '2026-03-01')
    const due = () => api.get(tokens.keeper, 'receipt.due', { ...at, leaseId })
    const [first, second] = (await due()).items
    await api.get(tokens.guard, 'receipt.take', house.receipt({ leaseId }, first!.fen))
    const lower = async (byFen: number) => {
      const sent = { ...at, chargeId: first!.chargeId, id: randomUUID(), byFen, reason: '记错' }
      expect((await api.get(tokens.keeper, 'charge.lower', sent)).prepaidFen).toBe(byFen)
      return { ...at, entryId: sent.id, id: randomUUID(), reason: '减错了一户' }
    }
    const mended = await lower(50_00)
    await api.get(tokens.keeper, 'entry.reverse', mended)
    expect(await due()).toMatchObject({ owedFen: second?.fen ?? 0, prepaidFen: 0 })
    const used = await lower(50_00)
    const back = { ...at, id: randomUUID(), of: { leaseId }, held: 'prepaid' as const, fen: 1_00 }
    await api.get(tokens.keeper, 'receipt.refund', {
      ...{ ...back, by: 'cash', on: '2026-03-10', photoIds: await house.papers() },
    })
    expect(await api.refusal(tokens.keeper, 'entry.reverse', used)).toBe('reversal_used')
    // what fell due has an act of its own that mends it
    const { id } = await house.one<{ id: string }>(
      `select id from entry where kind = 'charged' and compound_id = $1 limit 1`,
      [at.compoundId],
    )
    expect(await api.refusal(tokens.keeper, 'entry.reverse', { ...used, entryId: id })).toBe('not_reversible')
  })

  test('are entered once: the same again waits until the one before has ended', async () => {
    const { api, tokens, next } = house
    const fee = (name: string, more: object = {}) => ({
      ...{ ...next, id: randomUUID(), name, basis: 'home' as const, fen: 10_00, decision: older },
      ...{ homeKinds: ['dwelling' as const, 'shop' as const], from: '2026-04-01', ...more },
    })
    const first = fee('保洁费')
    await api.get(tokens.keeperNext, 'charge.addFee', first)
    for (const again of [
      fee('保洁费'),
      fee('保洁费', { fen: 12_00, homeKinds: ['shop'], from: '2026-03-01' }),
    ]) {
      expect(await api.refusal(tokens.keeperNext, 'charge.addFee', again)).toBe('fee_twice')
      expect(await house.lines(again.id)).toEqual([])
    }
    // others pay another price under the same name
    await api.get(tokens.keeperNext, 'charge.addFee', fee('保洁费', { fen: 20_00, homeKinds: ['other'] }))
    await api.get(tokens.keeperNext, 'charge.endFee', { ...next, feeId: first.id, to: '2026-04' })
    await api.get(tokens.keeperNext, 'charge.addFee', fee('保洁费', { fen: 12_00, from: '2026-05-01' }))
    const both = await Promise.all(
      [1, 2].map(() => api.ask(tokens.keeperNext, 'charge.addFee', fee('一起点的'))),
    )
    expect(both.map((a) => a.status).sort()).toEqual([200, 409])
  })

  test('more than a hundred million a month is a slip of the hand; books that cannot be charged hold up no others', async () => {
    const { api, tokens, at, next, there } = house
    const great = await house.homeIn(house.places.building, '大户', 10_000_000)
    const fee = {
      ...{ id: randomUUID(), name: '物业费', basis: 'area' as const, fen: 10_000_000_000 },
      ...{ homeKinds: ['dwelling' as const], from: '2026-03-01', decision: older },
    }
    expect(await api.refusal(tokens.keeper, 'charge.addFee', { ...at, ...fee })).toBe('fee_too_much')
    expect(await house.lines(fee.id)).toEqual([])
    await api.owner(
      `insert into fee (community_id, compound_id, id, name, basis, fen, home_kinds, from_day, decided_on, decision, sent_hash, added_at)
       values ($1, $2, $3, '物业费', 'area', 10000000000, '{dwelling}', '2026-03-01', '2026-03-01', '大会', $4, $5)`,
      [at.communityId, at.compoundId, fee.id, Buffer.alloc(32), api.now],
    )
    const small = { ...fee, basis: 'home' as const, fen: 10_00 }
    await api.get(tokens.keeperNext, 'charge.addFee', { ...next, ...small, id: randomUUID() })
    await api.get(tokens.keeperThere, 'charge.addFee', { ...there, ...small, id: randomUUID() })
    await expect(house.tick()).rejects.toThrow(`the books of ${at.compoundId} were not charged`)
    for (const [token, of] of [
      [tokens.keeperNext, next],
      [tokens.keeperThere, there],
    ] as const)
      expect((await api.get(token, 'charge.arrears', of)).totalFen).toBe(10_00)
    await api.owner('delete from fee where id = $1', [fee.id])
    await api.owner('delete from home where id = $1', [great.id])
  })
})
