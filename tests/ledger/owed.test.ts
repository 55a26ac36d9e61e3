import { randomUUID } from 'node:crypto'
import { type BooksHouse, older, openBooksHouse } from './house'

let house: BooksHouse
const begin = async () => {
  house = await openBooksHouse({ now: '2026-01-20T02:00:00Z' })
}
const finish = async () => {
  expect(await house.checks()).toEqual([])
  expect(house.api.faults).toEqual([])
  await house.api.close()
}
const rule = async (key: string, ownersBp: number, from = '2026-01', managerBp = 10_000 - ownersBp) => ({
  ...house.at,
  ...{
    id: randomUUID(),
    accountId: (await house.accountOf(key)).accountId,
    ownersBp,
    managerBp,
    from,
    decision: older,
  },
})
const settle = (month: string) =>
  house.api.get(house.tokens.keeper, 'split.settle', { ...house.at, month, id: randomUUID() })
/** 弘运: 200,000 laid out, paid back over four years from parking. */
const advanced = async (more: object = {}) => {
  const { at, places } = house
  const sent = {
    ...{
      ...at,
      id: randomUUID(),
      organisationId: places.propertyCompany.id,
      name: '小区改造',
      fen: 200_000_00,
    },
    ...{
      accountId: (await house.accountOf('expense.repair')).accountId,
      on: '2026-01-01',
      from: '2026-01',
      months: 48,
    },
    ...{ shareBp: 10_000, decision: older, photoIds: await house.papers(), ...more },
  }
  await house.api.get(house.tokens.keeper, 'advance.add', sent)
  return { ...at, advanceId: sent.id }
}
const repay = async (advance: { advanceId: string }, month: string) => ({
  ...{ ...house.at, ...advance, id: randomUUID(), month, by: 'bank' as const, on: `${month}-28` },
  photoIds: await house.papers(),
})

describe('a split', () => {
  beforeAll(begin)
  afterAll(finish)
  test('is all of it, from a month and by a decision; of one month the last that was set holds', async () => {
    const { api, tokens } = house
    const sent = await rule('income.parking', 6_667)
    const refused = (more: object) =>
      api.refusal(tokens.keeper, 'split.set', { ...sent, id: randomUUID(), ...more })
    for (const managerBp of [3_332, 3_334, 0]) expect(await refused({ managerBp })).toBe('split_not_whole')
    for (const managerBp of [-1, 10_001, 0.5]) expect(await refused({ managerBp })).toBe('invalid')
    expect(await refused({ accountId: (await house.accountOf('bank')).accountId })).toBe('account_elsewhere')
    expect(await refused({ decision: {} })).toBe('decision_missing')
    await api.get(tokens.keeper, 'split.set', sent)
    await api.get(tokens.keeper, 'split.set', sent)
    // typed the wrong way round, and set again: for the same month, while that is not published
    const again = { ...sent, id: randomUUID(), ownersBp: 3_333, managerBp: 6_667 }
    await api.get(tokens.keeper, 'split.set', again)
    await api.get(tokens.keeper, 'split.set', { ...sent, id: randomUUID() })
    const { rules } = await api.get(tokens.owner, 'split.list', house.at)
    expect(rules.map((r) => [r.from, r.ownersBp])).toEqual([['2026-01', 6_667]])
    expect(
      await api.refusal(tokens.keeper, 'split.set', { ...sent, ownersBp: 6_000, managerBp: 4_000 }),
    ).toBe('id_taken')
    for (const name of ['owner', 'guard', 'director'] as const)
      expect(await api.refusal(tokens[name], 'split.set', sent)).toBe('forbidden')
    expect(await api.refusal(tokens.keeperThere, 'split.set', sent)).toBe('not_found')
    const told = await api.get(tokens.owner, 'inbox.list', {})
    expect(told.items.map((l) => l.says)).toContain('定了公共收益的分成比例')
  })

  test('divides what came in to the fen, again when more comes, and pays the manager no more than that', async () => {
    const { api, tokens, at } = house
    await house.park(1)
    const { leaseId } = await house.letTo((await api.get(tokens.keeper, 'space.list', at)).items[0]!.spaceId)
    const pay = (fen: number) =>
      api.get(tokens.guard, 'receipt.take', house.receipt({ leaseId }, fen, { by: 'bank' }))
    await pay(100_01)
    const [parking] = (await settle('2026-01')).items
    expect(parking).toMatchObject({ incomeFen: 100_01, ownersFen: 66_68, managerFen: 33_33 })
    await settle('2026-01')
    expect(await house.balance('managerShare')).toBe(33_33)
    await pay(10_00)
    expect((await settle('2026-01')).items[0]).toMatchObject({ ownersFen: 73_34, managerFen: 36_67 })
    const sent = { ...at, id: randomUUID(), fen: 36_67, by: 'bank' as const, on: '2026-01-20' }
    const photoIds = await house.papers()
    expect(await api.refusal(tokens.keeper, 'split.pay', { ...sent, fen: 36_68, photoIds })).toBe(
      'manager_over',
    )
    expect((await api.get(tokens.keeper, 'split.pay', { ...sent, photoIds })).managerOwedFen).toBe(0)
    await api.get(tokens.keeper, 'split.pay', { ...sent, photoIds })
    const { months, managerOwedFen } = await api.get(tokens.owner, 'split.list', at)
    expect([months[0]!.month, managerOwedFen]).toEqual(['2026-01', 0])
    const later = { ...at, month: '2026-02', id: randomUUID() }
    expect(await api.refusal(tokens.keeper, 'split.settle', later)).toBe('period_future')
    expect(await api.refusal(tokens.director, 'split.settle', { ...later, month: '2026-01' })).toBe(
      'forbidden',
    )
  })
})

describe('an advance', () => {
  beforeAll(begin)
  afterAll(finish)
  test('that was entered wrongly is taken back and owed no more; not once something is paid back of it', async () => {
    const { api, tokens, at } = house
    const wrong = await advanced({ fen: 2_000_000_00 })
    const reverse = { ...at, entryId: wrong.advanceId, id: randomUUID(), reason: '多打了一个零' }
    await api.get(tokens.keeper, 'entry.reverse', reverse)
    expect(await house.balance('advance')).toBe(0)
    expect((await api.get(tokens.owner, 'advance.list', at)).items).toEqual([])
    expect(await api.get(tokens.owner, 'advance.get', wrong)).toMatchObject({
      ...{ reversed: true, owedFen: 0, schedule: [], next: null },
      says: '登记的 2,000,000.00 元，记错了，已经冲正，不用还',
    })
    const { advance } = await api.get(tokens.owner, 'account.month', { ...at, month: '2026-01' })
    expect(advance).toEqual({ totalFen: 0, repaidFen: 0, owedFen: 0 })
    const back = { ...(await repay(wrong, '2026-01')), on: '2026-01-20' }
    expect(await api.refusal(tokens.keeper, 'advance.repay', back)).toBe('reversed_already')
    expect(await api.refusal(tokens.director, 'entry.reverse', reverse)).toBe('forbidden')
  })

  test('is laid out by whoever looks after the compound, with a paper, and by a decision', async () => {
    const { api, tokens, at, places } = house
    const sent = {
      ...{
        ...at,
        id: randomUUID(),
        organisationId: places.engagedThere.id,
        name: '改造',
        fen: 1_00,
        on: '2026-01-01',
      },
      ...{
        accountId: (await house.accountOf('expense.repair')).accountId,
        from: '2026-01',
        months: 1,
        shareBp: 10_000,
      },
      ...{ decision: older, photoIds: await house.papers() },
    }
    const refusal = (more: object) => api.refusal(tokens.keeper, 'advance.add', { ...sent, ...more })
    expect(await refusal({})).toBe('organisation_elsewhere')
    const organisationId = places.propertyCompany.id
    expect(await refusal({ organisationId, accountId: (await house.accountOf('bank')).accountId })).toBe(
      'account_elsewhere',
    )
    expect(await refusal({ organisationId, photoIds: [randomUUID()] })).toBe('voucher_unknown')
    expect(await refusal({ organisationId, photoIds: await house.papers('guard') })).toBe('voucher_unknown')
    expect(await api.refusal(tokens.guard, 'advance.add', { ...sent, organisationId })).toBe('forbidden')
    expect(await refusal({ organisationId, photoIds: [] })).toBe('invalid')
    const { items, companies } = await api.get(tokens.owner, 'advance.list', at)
    expect(items).toEqual([])
    const { propertyCompany, engagedBefore } = house.places
    expect(companies.map((c) => c.organisationId).sort()).toEqual(
      [propertyCompany.id, engagedBefore.id].sort(),
    )
  })

  test('says why where nothing is settled, due or left; and never goes below nothing', async () => {
    const { api, tokens, at } = house
    const advance = await advanced({ fen: 1_000_00, months: 10 })
    const sent = await repay(advance, '2026-01')
    Object.assign(sent, { on: '2026-01-20' })
    const refusal = (more: object = {}) =>
      api.refusal(tokens.keeper, 'advance.repay', { ...sent, id: randomUUID(), ...more })
    expect(await refusal()).toBe('split_unsettled')
    const spaces = await house.park(1, { unit: 'month', fen: 900_00 })
    const { leaseId } = await house.letTo(spaces[0]!.id)
    const take = (fen: number) =>
      api.get(tokens.guard, 'receipt.take', house.receipt({ leaseId }, fen, { by: 'bank' }))
    await take(30_00)
    await settle('2026-01')
    // ten months of 100; the owners' share of January has 30
    expect((await api.get(tokens.keeper, 'advance.repay', sent)).fen).toBe(30_00)
    expect((await api.get(tokens.keeper, 'advance.repay', sent)).fen).toBe(30_00)
    expect(await refusal()).toBe('share_short')
    await take(870_00)
    await settle('2026-01')
    const next = { ...sent, id: randomUUID(), photoIds: await house.papers() }
    expect((await api.get(tokens.keeper, 'advance.repay', next)).fen).toBe(70_00)
    expect(await refusal()).toBe('nothing_due')

    const takeBack = { ...at, entryId: advance.advanceId, id: randomUUID(), reason: '记错了' }
    expect(await api.refusal(tokens.keeper, 'entry.reverse', takeBack)).toBe('reversal_used')

    const early = {
      ...at,
      ...advance,
      id: randomUUID(),
      fen: 800_00,
      by: 'bank' as const,
      on: '2026-01-20',
      decision: older,
    }
    const photoIds = await house.papers()
    const earlier = (more: object = {}) =>
      api.refusal(tokens.keeper, 'advance.repayEarly', { ...early, photoIds, id: randomUUID(), ...more })
    expect(await earlier({ fen: 900_01 })).toBe('advance_over')
    expect(await earlier({ fen: 800_01 })).toBe('share_short')
    expect(await earlier({ decision: {} })).toBe('decision_missing')
    expect((await api.get(tokens.keeper, 'advance.repayEarly', { ...early, photoIds })).owedFen).toBe(100_00)
    expect((await api.get(tokens.owner, 'advance.get', advance)).schedule.map((m) => m.state)).toEqual([
      'whole',
      ...Array.from({ length: 8 }, () => 'early'),
      'toCome',
    ])
    // a receipt whose share has been paid back already is not taken back behind it
    const { items } = await api.get(tokens.keeper, 'receipt.list', { ...at, leaseId })
    await api.get(tokens.keeper, 'entry.reverse', {
      ...at,
      entryId: items[0]!.entryId,
      id: randomUUID(),
      reason: '收错',
    })
    expect(
      await api.refusal(tokens.keeper, 'split.settle', { ...at, month: '2026-01', id: randomUUID() }),
    ).toBe('share_repaid')
    for (const id of [early.id, next.id])
      await api.get(tokens.keeper, 'entry.reverse', {
        ...at,
        entryId: id,
        id: randomUUID(),
        reason: '随收款更正',
      })
    await settle('2026-01')
    expect((await api.get(tokens.owner, 'advance.list', at)).items[0]!.owedFen).toBe(970_00)
  })
})

describe('what was there before there were books', () => {
  beforeAll(begin)
  afterAll(finish)
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
    expect([entry.says, entry.about?.startsWith('1号 '), entry.mayReverse]).toEqual([
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
    await settle('2026-01')
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
