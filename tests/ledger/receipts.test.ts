import { randomUUID } from 'node:crypto'
import type { ErrorBody } from '../../shared/kernel/refusal'
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
let n = 0
/** A space at 10 yuan a day, let for March: 310 yuan are due. */
const leased = async () => {
  const { api, tokens, at } = house
  await house.ground()
  const spaces = [{ id: randomUUID(), number: `车位${n++}` }]
  await api.get(tokens.keeper, 'space.add', {
    ...at,
    kind: 'parking',
    spaces,
    tariff: { unit: 'day', fen: 1000, from: '2026-03-01' },
  })
  return house.letTo(spaces[0]!.id, '2026-03-01')
}

describe('a receipt', () => {
  test('pays what is due in part, and then the rest; only then is it income', async () => {
    const { api, tokens } = house
    const { leaseId } = await leased()
    const before = await house.balance('income.parking')
    const sent = house.receipt({ leaseId }, 100_00)
    const taken = await api.get(tokens.guard, 'receipt.take', sent)
    expect([taken.owedFen, taken.prepaidFen]).toEqual([210_00, 0])
    expect(await house.balance('income.parking')).toBe(before + 100_00)
    expect(await house.lines(sent.id)).toEqual(['receipt.taken'])
    const over = house.receipt({ leaseId }, 210_01)
    expect(await api.refusal(tokens.guard, 'receipt.take', over)).toBe('receipt_over')
    const rest = await api.get(tokens.guard, 'receipt.take', { ...over, prepay: true })
    expect([rest.owedFen, rest.prepaidFen]).toEqual([0, 1])
    const entry = await api.get(tokens.keeper, 'entry.get', { ...house.at, entryId: sent.id })
    expect(entry.about).toMatch(/^车位0 L.* 渝A/)
    // neighbours read the entry without whose it is
    const read = await api.get(tokens.owner, 'entry.get', { ...house.at, entryId: sent.id })
    expect([read.about, read.says, JSON.stringify(read).includes('渝A')]).toEqual([null, '收款', false])
    // of what was due and is paid now it says nothing more: 100 yuan came in
    const { items } = await api.get(tokens.owner, 'entry.list', { ...house.at, period: '2026-03' })
    expect([read.totalFen, items.find((i) => i.entryId === sent.id)?.totalFen]).toEqual([100_00, 100_00])
    expect(items.find((i) => i.kind === 'charged')?.totalFen).toBe(310_00)
  })

  test('that comes twice at once is one', async () => {
    const { api, tokens } = house
    const { leaseId } = await leased()
    const sent = house.receipt({ leaseId }, 310_00)
    const [first, second] = await Promise.all([1, 2].map(() => api.get(tokens.guard, 'receipt.take', sent)))
    expect(second!.number).toBe(first!.number)
    const { count } = await house.one<{ count: number }>(
      'select count(*)::int from payment_part where entry_id = $1',
      [sent.id],
    )
    expect(count).toBe(1)
    expect(await api.refusal(tokens.guard, 'receipt.take', { ...sent, by: 'bank' })).toBe('id_taken')
    expect(
      await api.refusal(tokens.guard, 'receipt.visitor', {
        ...house.at,
        id: sent.id,
        plate: '渝A12345',
        days: 1,
        by: 'cash',
        on: '2026-03-10',
      }),
    ).toBe('id_taken')
  })

  test('of fifty who pay one charge at once is one', async () => {
    const { api, tokens, at } = house
    const { leaseId } = await leased()
    const { items } = await api.get(tokens.guard, 'receipt.due', { ...at, leaseId })
    const cash = await house.balance('cash')
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, i) =>
        api.ask(
          tokens[i % 2 ? 'guard' : 'keeper'],
          'receipt.take',
          house.receipt({ leaseId }, 310_00, { chargeIds: [items[0]!.chargeId] }),
        ),
      ),
    )
    const codes = answers.map((a) => (a.status === 200 ? 'paid' : (a.body as ErrorBody).code))
    expect(codes.filter((c) => c === 'paid')).toEqual(['paid'])
    expect(new Set(codes)).toEqual(new Set(['paid', 'receipt_over']))
    expect(await house.balance('cash')).toBe(cash + 310_00)
    const { count } = await house.one<{ count: number }>(
      'select count(*)::int from payment_part where charge_id = $1',
      [items[0]!.chargeId],
    )
    expect(count).toBe(1)
  })

  test('is refused without one payer, of another compound, of another day, by whoever takes no money', async () => {
    const { api, tokens, places } = house
    const { leaseId, homeId } = await leased()
    const sent = house.receipt({ leaseId }, 100)
    const refused = (more: object) => api.refusal(tokens.guard, 'receipt.take', { ...sent, ...more })
    expect(await refused({ of: {} })).toBe('payer_missing')
    expect(await refused({ of: { leaseId, homeId } })).toBe('payer_missing')
    expect(await refused({ of: { homeId: places.homeThere.id } })).toBe('payer_elsewhere')
    expect(await refused({ on: '2025-12-31' })).toBe('before_books')
    expect(await refused({ on: '2026-03-11' })).toBe('in_future')
    for (const fen of [0, -1, 0.5]) expect(await refused({ fen })).toBe('invalid')
    for (const name of ['owner', 'tenant', 'supervisor', 'keeperNext'] as const)
      expect([name, await api.refusal(tokens[name], 'receipt.take', sent)]).toEqual([name, 'forbidden'])
    expect(await api.refusal(tokens.keeperThere, 'receipt.take', sent)).toBe('not_found')
    expect(await api.refusal(tokens.guard, 'receipt.due', house.at)).toBe('payer_missing')
  })

  test('that was a mistake is taken back with all that it paid', async () => {
    const { api, tokens, at } = house
    const { leaseId } = await leased()
    const sent = house.receipt({ leaseId }, 400_00, { prepay: true })
    await api.get(tokens.guard, 'receipt.take', sent)
    await api.get(tokens.keeper, 'entry.reverse', {
      ...at,
      entryId: sent.id,
      id: randomUUID(),
      reason: '收错了人',
    })
    const due = await api.get(tokens.guard, 'receipt.due', { ...at, leaseId })
    expect([due.owedFen, due.prepaidFen]).toEqual([310_00, 0])
    const list = await api.get(tokens.guard, 'receipt.list', { ...at, leaseId })
    expect(list.items.map((r) => r.reversed)).toEqual([true])
  })

  test('whose prepayment is used or given back since is not taken back', async () => {
    const { api, tokens, at } = house
    const { leaseId } = await leased()
    const sent = house.receipt({ leaseId }, 400_00, { prepay: true })
    await api.get(tokens.guard, 'receipt.take', sent)
    const refund = {
      ...at,
      id: randomUUID(),
      of: { leaseId },
      held: 'prepaid' as const,
      fen: 90_00,
      by: 'cash' as const,
      on: '2026-03-10',
    }
    await api.get(tokens.keeper, 'receipt.refund', { ...refund, photoIds: await house.papers() })
    const reverse = { ...at, entryId: sent.id, id: randomUUID(), reason: '收错了人' }
    expect(await api.refusal(tokens.keeper, 'entry.reverse', reverse)).toBe('reversal_used')
    // once the refund is taken back, so can the receipt be
    await api.get(tokens.keeper, 'entry.reverse', { ...reverse, entryId: refund.id, id: randomUUID() })
    await api.get(tokens.keeper, 'entry.reverse', reverse)
  })
})

describe('a prepayment', () => {
  test('pays what falls due by itself, as far as it reaches', async () => {
    const { api, tokens, at } = house
    const { leaseId } = await leased()
    await api.get(tokens.guard, 'receipt.take', house.receipt({ leaseId }, 310_00 + 350_00, { prepay: true }))
    house.api.now = new Date('2026-05-10T02:00:00Z')
    await house.tick()
    const due = await api.get(tokens.guard, 'receipt.due', { ...at, leaseId })
    // April's 300 are paid, and 50 of May's 310
    expect([due.owedFen, due.prepaidFen]).toEqual([260_00, 0])
    house.api.now = new Date('2026-03-10T02:00:00Z')
  })
})

describe('a deposit', () => {
  test('is held and given back, and never more than is held', async () => {
    const { api, tokens, at } = house
    const { leaseId } = await leased()
    const deposit = { ...at, id: randomUUID(), leaseId, fen: 200_00, by: 'bank' as const, on: '2026-03-10' }
    expect((await api.get(tokens.guard, 'receipt.deposit', deposit)).depositFen).toBe(200_00)
    expect((await api.get(tokens.guard, 'receipt.deposit', deposit)).depositFen).toBe(200_00)
    const refund = {
      ...at,
      id: randomUUID(),
      of: { leaseId },
      held: 'deposit' as const,
      by: 'bank' as const,
      on: '2026-03-10',
    }
    expect(
      await api.refusal(tokens.keeper, 'receipt.refund', {
        ...refund,
        fen: 200_01,
        photoIds: await house.papers(),
      }),
    ).toBe('refund_over')
    const photoIds = [await house.papers(), await house.papers()]
    const both = await Promise.all(
      photoIds.map((paper) =>
        api.ask(tokens.keeper, 'receipt.refund', {
          ...refund,
          id: randomUUID(),
          fen: 150_00,
          photoIds: paper,
        }),
      ),
    )
    expect(both.map((a) => a.status).sort()).toEqual([200, 409])
    expect(
      await api.refusal(tokens.keeper, 'receipt.deposit', {
        ...deposit,
        id: randomUUID(),
        leaseId: randomUUID(),
      }),
    ).toBe('payer_elsewhere')
    expect(
      await api.refusal(tokens.keeper, 'receipt.refund', {
        ...refund,
        id: randomUUID(),
        fen: 1,
        photoIds: await house.papers('guard'),
      }),
    ).toBe('voucher_unknown')
  })
})

describe('a visitor', () => {
  test('pays by the day, at once, by a plate that is one', async () => {
    const { api, tokens, at } = house
    await house.ground()
    const sent = {
      ...at,
      id: randomUUID(),
      plate: '渝BD12345',
      days: 3,
      by: 'wechat' as const,
      on: '2026-03-10',
    }
    expect(await api.refusal(tokens.guard, 'receipt.visitor', sent)).toBe('tariff_missing')
    await api.get(tokens.keeper, 'space.setTariff', {
      ...at,
      spaceIds: [],
      unit: 'day',
      fen: 500,
      from: '2026-03-01',
    })
    expect(await api.refusal(tokens.guard, 'receipt.visitor', { ...sent, plate: '路过' })).toBe('plate_none')
    expect((await api.get(tokens.guard, 'receipt.visitor', sent)).fen).toBe(15_00)
    expect((await api.get(tokens.guard, 'receipt.visitor', sent)).fen).toBe(15_00)
    expect(await api.refusal(tokens.tenant, 'receipt.visitor', sent)).toBe('forbidden')
    expect(await house.balance('wechat')).toBe(15_00)
  })
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
    const { leaseId } = await leased()
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
  })
})
