import { randomUUID } from 'node:crypto'
import { type BooksHouse, older, openBooksHouse } from './house'

let house: BooksHouse
beforeAll(async () => {
  house = await openBooksHouse({ now: '2026-01-20T02:00:00Z' })
})
afterAll(async () => {
  expect(await house.checks()).toEqual([])
  expect(house.api.faults).toEqual([])
  await house.api.close()
})

describe('what was there before there were books', () => {
  const carried = (more: object = {}) => ({
    ...{ ...house.at, id: randomUUID(), organisationId: house.places.propertyCompany.id, name: '小区改造' },
    ...{
      fen: 200_000_00,
      repaidFen: 75_000_00,
      from: '2024-07',
      months: 48,
      shareBp: 10_000,
      decision: older,
      ...more,
    },
  })
  const picture = async () =>
    house.api.get(house.tokens.owner, 'account.month', { ...house.at, month: '2026-01' })

  test('is told anew where the money was told wrongly, also once some of it is spent', async () => {
    const { api, tokens, at } = house
    await api.get(tokens.keeper, 'entry.post', {
      ...{ ...at, id: randomUUID(), occurredOn: '2026-01-10', memo: '取现金' },
      lines: [
        { accountId: (await house.accountOf('cash')).accountId, side: 'debit', fen: 9_000_00 },
        { accountId: (await house.accountOf('bank')).accountId, side: 'credit', fen: 9_000_00 },
      ],
    })
    const mend = {
      ...at,
      id: randomUUID(),
      opening: [{ key: 'bank' as const, fen: 12_000_00 }],
      reason: '少记了一张存单',
    }
    const { number } = await api.get(tokens.keeper, 'account.mendOpening', mend)
    expect((await api.get(tokens.keeper, 'account.mendOpening', mend)).number).toBe(number)
    expect(await house.balance('bank')).toBe(3_000_00)
    expect(await house.balance('opening')).toBe(12_000_00)
    // the month opens with it, and nothing moved
    const month = await picture()
    expect([month.openingFen, month.sources, month.uses, month.closingFen]).toEqual([
      12_000_00,
      [],
      [],
      12_000_00,
    ])
    const refused = (more: object) =>
      api.refusal(tokens.keeper, 'account.mendOpening', { ...mend, id: randomUUID(), ...more })
    expect(await refused({ opening: [{ key: 'bank', fen: 8_000_00 }] })).toBe('not_enough')
    expect(await refused({ opening: [...mend.opening, ...mend.opening] })).toBe('opening_twice')
    expect(await refused({ id: mend.id, reason: '别的' })).toBe('id_taken')
    for (const name of ['owner', 'guard', 'director'] as const)
      expect(await api.refusal(tokens[name], 'account.mendOpening', mend)).toBe('forbidden')
    expect(await api.refusal(tokens.keeperThere, 'account.mendOpening', mend)).toBe('not_found')
    expect(await house.lines(at.compoundId)).toContain('books.openingMended')
    const told = await api.get(tokens.supervisor, 'inbox.list', {})
    expect(told.items.map((l) => l.says)).toContain('冲正了一笔账 10,000.00 元')
  })

  test('is an advance half paid back: owed, no expense of today, and paid back on from there', async () => {
    const { api, tokens, at } = house
    const sent = carried()
    expect((await api.get(tokens.keeper, 'advance.carry', sent)).owedFen).toBe(125_000_00)
    expect((await api.get(tokens.keeper, 'advance.carry', sent)).owedFen).toBe(125_000_00)
    expect([await house.balance('advance'), await house.balance('expense.repair')]).toEqual([125_000_00, 0])
    const one = { ...at, advanceId: sent.id }
    const read = await api.get(tokens.owner, 'advance.get', one)
    expect([read.totalFen, read.repaidFen, read.owedFen]).toEqual([200_000_00, 75_000_00, 125_000_00])
    // eighteen months of 48 are behind, but for a few fen
    expect(read.schedule.slice(16, 19).map((d) => d.state)).toEqual(['whole', 'part', 'toCome'])
    const month = await picture()
    expect([month.advance, month.uses]).toEqual([
      { totalFen: 200_000_00, repaidFen: 75_000_00, owedFen: 125_000_00 },
      [],
    ])
    const refused = (more: object) => api.refusal(tokens.keeper, 'advance.carry', carried(more))
    expect(await refused({ repaidFen: 200_000_00 })).toBe('advance_repaid_whole')
    expect(await refused({ organisationId: house.places.engagedThere.id })).toBe('organisation_elsewhere')
    expect(await refused({ decision: {} })).toBe('decision_missing')
    expect(await refused({ id: sent.id, months: 24 })).toBe('id_taken')
    expect(await api.refusal(tokens.guard, 'advance.carry', sent)).toBe('forbidden')
    expect(await api.refusal(tokens.keeperThere, 'advance.carry', sent)).toBe('not_found')
    // told wrongly: taken back on the first day, and told anew
    const wrong = carried({ fen: 2_000_000_00 })
    await api.get(tokens.keeper, 'advance.carry', wrong)
    await api.get(tokens.keeper, 'entry.reverse', {
      ...at,
      entryId: wrong.id,
      id: randomUUID(),
      reason: '多一个零',
    })
    expect((await picture()).advance.owedFen).toBe(125_000_00)
    expect(await house.lines(sent.id)).toEqual(['advance.added'])
  })

  test('is what was held of a lease or a home: given back like any other, and never more', async () => {
    const { api, tokens, at, places } = house
    const [space] = await house.park(1)
    const { leaseId } = await house.letTo(space!.id)
    const carry = (
      of: { leaseId: string } | { homeId: string },
      held: 'deposit' | 'prepaid',
      fen: number,
    ) => ({
      ...{ ...at, id: randomUUID(), of, held, fen },
    })
    const deposit = carry({ leaseId }, 'deposit', 500_00)
    expect((await api.get(tokens.keeper, 'receipt.carry', deposit)).heldFen).toBe(500_00)
    expect((await api.get(tokens.keeper, 'receipt.carry', deposit)).heldFen).toBe(500_00)
    const prepaid = carry({ homeId: places.home1.id }, 'prepaid', 60_00)
    await api.get(tokens.keeper, 'receipt.carry', prepaid)
    expect([await house.balance('deposit'), await house.balance('prepaid')]).toEqual([500_00, 60_00])
    const due = await api.get(tokens.keeper, 'receipt.due', { ...at, leaseId })
    expect([due.depositFen, due.mayCarry]).toEqual([500_00, true])
    expect((await api.get(tokens.guard, 'receipt.due', { ...at, leaseId })).mayCarry).toBe(false)
    const back = { ...at, id: randomUUID(), of: { leaseId }, held: 'deposit' as const, by: 'bank' as const }
    const refund = { ...back, fen: 500_00, on: '2026-01-20', photoIds: await house.papers() }
    expect(await api.refusal(tokens.keeper, 'receipt.refund', { ...refund, fen: 500_01 })).toBe('refund_over')
    await api.get(tokens.keeper, 'receipt.refund', refund)
    const reverse = { ...at, entryId: deposit.id, id: randomUUID(), reason: '记错了' }
    expect(await api.refusal(tokens.keeper, 'entry.reverse', reverse)).toBe('reversal_used')
    await api.get(tokens.keeper, 'entry.reverse', { ...reverse, entryId: prepaid.id })
    expect(await house.balance('prepaid')).toBe(0)
    const entry = await api.get(tokens.keeper, 'entry.get', { ...at, entryId: deposit.id })
    expect([entry.says, entry.about?.startsWith('1 号 '), entry.mayReverse]).toEqual([
      '期初结余：开账前收的押金',
      true,
      true,
    ])
    const refused = (more: object) =>
      api.refusal(tokens.keeper, 'receipt.carry', { ...deposit, id: randomUUID(), ...more })
    expect(await refused({ of: {} })).toBe('payer_missing')
    expect(await refused({ of: { leaseId: randomUUID() } })).toBe('payer_elsewhere')
    expect(await refused({ id: deposit.id, fen: 1 })).toBe('id_taken')
    expect(await api.refusal(tokens.guard, 'receipt.carry', deposit)).toBe('forbidden')
    expect(await api.refusal(tokens.keeperThere, 'receipt.carry', deposit)).toBe('not_found')
    expect(await house.lines(deposit.id)).toEqual(['receipt.carried'])
  })

  test('is told of until the first month is published, and frozen with it', async () => {
    const { api, tokens, at } = house
    api.now = new Date('2026-02-03T02:00:00Z')
    await api.get(tokens.keeper, 'split.settle', { ...at, month: '2026-01', id: randomUUID() })
    await api.get(tokens.keeper, 'statement.publish', { ...at, id: randomUUID(), period: '2026-01' })
    const closed = { ...at, id: randomUUID() }
    const opening = [{ key: 'bank' as const, fen: 1 }]
    expect(
      await api.refusal(tokens.keeper, 'account.mendOpening', { ...closed, opening, reason: '错' }),
    ).toBe('opening_closed')
    expect(await api.refusal(tokens.keeper, 'advance.carry', carried())).toBe('opening_closed')
    const held = { of: { homeId: house.places.home1.id }, held: 'prepaid' as const, fen: 1 }
    expect(await api.refusal(tokens.keeper, 'receipt.carry', { ...closed, ...held })).toBe('opening_closed')
    for (const { id } of await api.owner<{ id: string }>(`select openings_of($1, $2) as id`, [
      at.communityId,
      at.compoundId,
    ])) {
      expect(
        await api.refusal(tokens.keeper, 'entry.reverse', { ...closed, entryId: id, reason: '错' }),
      ).toBe('opening_closed')
      expect((await api.get(tokens.keeper, 'entry.get', { ...at, entryId: id })).mayReverse).toBe(false)
    }
    expect((await api.get(tokens.keeper, 'advance.list', at)).mayCarry).toBe(false)
  })
})
