import { randomUUID } from 'node:crypto'
import { monthsFrom } from '../../shared/charge/rules'
import { type BooksHouse, older, openBooksHouse } from './house'

let house: BooksHouse
beforeEach(async () => {
  house = await openBooksHouse({ now: '2025-07-20T02:00:00Z', from: '2025-07-01' })
})
afterEach(async () => {
  expect(await house.checks()).toEqual([])
  expect(house.api.faults).toEqual([])
  await house.api.close()
})
const goTo = (day: string) => {
  house.api.now = new Date(`${day}T02:00:00Z`)
}

test('弘运’s 200,000 is paid back from the owners’ share alone over 48 months, to exactly nothing, and stops there', async () => {
  const { api, tokens, at, places } = house
  // ten spaces at 20 yuan a day: 6,000 or so a month, of which 70 % are the owners'
  const { accountId } = await house.accountOf('income.parking')
  const shares = { accountId, ownersBp: 7_000, managerBp: 3_000, from: '2025-07', decision: older }
  await api.get(tokens.keeper, 'split.set', { ...at, id: randomUUID(), ...shares })
  const sent = {
    ...{
      ...at,
      id: randomUUID(),
      organisationId: places.propertyCompany.id,
      name: '小区改造',
      fen: 200_000_00,
    },
    ...{ accountId: (await house.accountOf('expense.repair')).accountId, on: '2025-07-01', from: '2025-07' },
    ...{ months: 48, shareBp: 10_000, decision: older, photoIds: await house.papers() },
  }
  await api.get(tokens.keeper, 'advance.add', sent)
  const advance = { ...at, advanceId: sent.id }
  const spaces = await house.park(1, { unit: 'month', fen: 6_500_00 })
  const { leaseId } = await house.letTo(spaces[0]!.id)
  const paid: number[] = []
  const months = monthsFrom('2025-07', '2029-07')
  for (const [i, month] of months.entries()) {
    goTo(`${month}-28`)
    await house.tick()
    // in two months only part of the money comes, and the rest a month later
    const short = i === 5 || i === 17
    const { owedFen } = await api.get(tokens.guard, 'receipt.due', { ...at, leaseId })
    await api.get(
      tokens.guard,
      'receipt.take',
      house.receipt({ leaseId }, short ? 3_000_00 : owedFen, { by: 'bank' }),
    )
    await api.get(tokens.keeper, 'split.settle', { ...at, month, id: randomUUID() })
    const repay = {
      ...advance,
      id: randomUUID(),
      month,
      by: 'bank' as const,
      on: `${month}-28`,
      photoIds: await house.papers(),
    }
    const { status, body } = await api.ask(tokens.keeper, 'advance.repay', repay)
    paid.push(status === 200 ? (body as { fen: number }).fen : 0)
    if (status !== 200) expect([i, (body as { code: string }).code]).toEqual([48, 'nothing_due'])
  }
  expect(paid.reduce((sum, fen) => sum + fen, 0)).toBe(200_000_00)
  // 70 % of 3,000 where that is all that came; the month after catches up
  expect([paid[5], paid[6]]).toEqual([2_100_00, 2 * 4_166_67 - 2_100_00])
  expect(paid[48]).toBe(0)
  const { owedFen, says, schedule } = await api.get(tokens.owner, 'advance.get', advance)
  expect([owedFen, says]).toEqual([0, '一共 200,000.00 元，已经还清'])
  expect(schedule.every((m) => m.state === 'whole')).toBe(true)
  expect(await house.balance('advance')).toBe(0)
})

test('a year of 46 spaces is 83,950.00, with advertising of 40,000.00 beside it', async () => {
  const { api, tokens, at } = house
  goTo('2026-01-20')
  const spaces = await house.park(46, { day: '2026-01-01' })
  const leases: string[] = []
  for (const { id } of spaces) leases.push((await house.letTo(id, '2026-01-01')).leaseId)
  const advert = [{ id: randomUUID(), number: '大门' }]
  await api.get(tokens.keeper, 'space.add', { ...at, kind: 'advert', spaces: advert })
  const spot = { ...at, id: randomUUID(), spaceId: advert[0]!.id, tenant: '广告公司', from: '2026-01-01' }
  await api.get(tokens.keeper, 'lease.add', { ...spot, agreed: { unit: 'year', fen: 40_000_00 } })
  goTo('2026-12-31')
  await house.tick()
  expect(await house.balance('due')).toBe(83_950_00 + 40_000_00)
  for (const leaseId of [...leases, spot.id]) {
    const { owedFen } = await api.get(tokens.guard, 'receipt.due', { ...at, leaseId })
    await api.get(tokens.guard, 'receipt.take', house.receipt({ leaseId }, owedFen, { by: 'wechat' }))
  }
  expect(await house.balance('income.parking')).toBe(83_950_00)
  expect(await house.balance('income.advert')).toBe(40_000_00)
  const december = await api.get(tokens.owner, 'account.month', { ...at, month: '2026-12' })
  expect([
    december.openingFen,
    december.sourcesFen,
    december.usesFen,
    december.closingFen,
    december.arrearsFen,
  ]).toEqual([...[10_000_00, 123_950_00, 0, 133_950_00, 0]])
})
