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
