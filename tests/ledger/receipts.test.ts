import { randomUUID } from 'node:crypto'
import type { ErrorBody } from '../../shared/kernel/refusal'
import { type BooksHouse, openBooksHouse } from './house'

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
    expect([read.about, read.says, JSON.stringify(read).includes('渝A')]).toEqual([null, '收停车费', false])
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

  test('of a charge that is named twice pays it once; of more than it, the others, and then what comes', async () => {
    const { api, tokens, at } = house
    const { leaseId } = await leased()
    house.api.now = new Date('2026-04-10T02:00:00Z')
    await house.tick()
    const [march, april] = (await api.get(tokens.guard, 'receipt.due', { ...at, leaseId })).items
    const twice = house.receipt({ leaseId }, 300_01, { chargeIds: [april!.chargeId, april!.chargeId] })
    expect(await api.refusal(tokens.guard, 'receipt.take', twice)).toBe('receipt_over')
    const taken = await api.get(tokens.guard, 'receipt.take', { ...twice, fen: 350_00, prepay: true })
    // April first, as named, then 50 of March; nothing is kept while March is owed
    expect([taken.owedFen, taken.prepaidFen]).toEqual([260_00, 0])
    const { items } = await api.get(tokens.guard, 'receipt.due', { ...at, leaseId })
    expect(items.map((c) => [c.chargeId, c.paidFen])).toEqual([[march!.chargeId, 50_00]])
    house.api.now = new Date('2026-03-10T02:00:00Z')
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

describe('a prepayment of a home', () => {
  test('is held for the home, and given back to it', async () => {
    const { api, tokens, at, places } = house
    const of = { homeId: places.home2.id }
    await api.get(tokens.keeper, 'receipt.take', house.receipt(of, 100_00, { prepay: true }))
    expect((await api.get(tokens.keeper, 'receipt.due', { ...at, ...of })).prepaidFen).toBe(100_00)
    const refund = { ...at, id: randomUUID(), of, held: 'prepaid' as const, fen: 100_00, by: 'cash' as const }
    await api.get(tokens.keeper, 'receipt.refund', {
      ...{ ...refund, on: '2026-03-10', photoIds: await house.papers() },
    })
    expect((await api.get(tokens.keeper, 'receipt.due', { ...at, ...of })).prepaidFen).toBe(0)
    expect(await house.lines(refund.id)).toEqual(['receipt.refunded'])
  })
})

describe('what was paid and lowered since', () => {
  test('pays what else is open, though nothing new falls due', async () => {
    const { api, tokens, at } = house
    const { leaseId } = await leased()
    house.api.now = new Date('2026-04-10T02:00:00Z')
    await house.tick()
    const [, april] = (await api.get(tokens.guard, 'receipt.due', { ...at, leaseId })).items
    const { chargeId } = april!
    await api.get(tokens.guard, 'receipt.take', house.receipt({ leaseId }, 300_00, { chargeIds: [chargeId] }))
    await api.get(tokens.keeper, 'charge.lower', {
      ...{ ...at, chargeId, id: randomUUID(), byFen: 100_00, reason: '车位施工' },
    })
    expect(await house.tick()).toBe(0)
    const due = await api.get(tokens.guard, 'receipt.due', { ...at, leaseId })
    expect([due.owedFen, due.prepaidFen]).toEqual([210_00, 0])
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
