import { randomUUID } from 'node:crypto'
import { type BooksHouse, older, openBooksHouse } from '../ledger/house'
import { openDesk } from '../spending/desk'
import { asTreasurerReads } from './treasurer'

let house: BooksHouse
beforeAll(async () => {
  house = await openBooksHouse({ now: '2026-10-31T02:00:00Z', from: '2026-10-01' })
})
afterAll(() => house.api.close())

const publish = async (period: string) => {
  const sent = { ...house.at, id: randomUUID(), period }
  await house.api.get(house.tokens.keeper, 'statement.publish', sent)
  return house.api.get(house.tokens.owner, 'statement.get', { ...house.at, statementId: sent.id })
}
const lines = (of: { name: string; fen: number }[]) =>
  Object.fromEntries(of.map((p) => [p.name, p.fen / 100]))

test('two months of a small compound: what came, what went, what was late, what was taken back', async () => {
  const { api, tokens, at } = house
  const desk = openDesk(house)
  const parking = (await house.accountOf('income.parking')).accountId
  await api.get(tokens.keeper, 'split.set', {
    ...{
      ...at,
      id: randomUUID(),
      accountId: parking,
      from: '2026-10',
      ownersBp: 7000,
      managerBp: 3000,
      decision: older,
    },
  })
  const [space] = await house.park(1, { day: '2026-10-01' })
  const lease = await house.letTo(space!.id, '2026-10-01')
  const take = (fen: number, on: string) =>
    api.get(tokens.guard, 'receipt.take', house.receipt({ leaseId: lease.leaseId }, fen, { on }))
  const settle = (month: string) => api.get(tokens.keeper, 'split.settle', { ...at, month, id: randomUUID() })

  // October: part of the parking is paid, a lamp is bought, a broom is paid without its paper
  await take(100_00, '2026-10-20')
  const lamp = await desk.paid({ words: '楼道灯', fen: 80_00 }, '2026-10-22')
  const broom = await desk.approved({ words: '扫把', fen: 45_60 })
  const { photoIds: _, ...cashless } = await desk.payment(broom, '2026-10-25')
  await api.get(tokens.keeper, 'spending.pay', cashless)
  await settle('2026-10')
  api.now = new Date('2026-11-02T02:00:00Z')
  await house.tick()
  const october = await publish('2026-10')

  // November: the rest is paid, the broom's paper comes, the lamp goes back, the manager gets its share
  await take(205_00, '2026-11-02')
  api.now = new Date('2026-11-30T02:00:00Z')
  await api.get(tokens.keeper, 'spending.addVoucher', {
    ...at,
    spendingId: broom.spendingId,
    photoIds: await house.papers(),
  })
  await api.get(tokens.keeper, 'entry.reverse', {
    ...at,
    entryId: lamp.entryId,
    id: randomUUID(),
    reason: '灯退了',
  })
  await settle('2026-11')
  await api.get(tokens.keeper, 'split.pay', {
    ...{ ...at, id: randomUUID(), fen: 91_50, by: 'bank', on: '2026-11-30', photoIds: await house.papers() },
  })
  api.now = new Date('2026-12-01T02:00:00Z')
  await house.tick()
  const november = await publish('2026-11')

  expect(await asTreasurerReads(house, ['cash', 'bank', 'due', 'managerShare'])).toBe(
    `
2026-10-01 | 期初结余 | 借 银行存款 | 贷 公共收益结余 | 10000.00 | 现金 0.00  银行存款 10000.00  应收款 0.00  应付物业分成 0.00
2026-10-01 | 到期应收 | 借 应收款 | 贷 应收未收 | 155.00 | 现金 0.00  银行存款 10000.00  应收款 155.00  应付物业分成 0.00
2026-10-20 | 收款 | 借 现金 100.00+应收未收 100.00 | 贷 应收款 100.00+停车费 100.00 | 200.00 | 现金 100.00  银行存款 10000.00  应收款 55.00  应付物业分成 0.00
2026-10-22 | 支出 楼道灯 | 借 维修 | 贷 银行存款 | 80.00 | 现金 100.00  银行存款 9920.00  应收款 55.00  应付物业分成 0.00
2026-10-31 | 按约定分成 | 借 物业分成 | 贷 应付物业分成 | 30.00 | 现金 100.00  银行存款 9920.00  应收款 55.00  应付物业分成 30.00
2026-11-01 | 到期应收 | 借 应收款 | 贷 应收未收 | 150.00 | 现金 100.00  银行存款 9920.00  应收款 205.00  应付物业分成 30.00
2026-11-02 | 收款 | 借 现金 205.00+应收未收 205.00 | 贷 应收款 205.00+停车费 205.00 | 410.00 | 现金 305.00  银行存款 9920.00  应收款 0.00  应付物业分成 30.00
2026-10-25 →11 | 支出 扫把 | 借 维修 | 贷 银行存款 | 45.60 | 现金 305.00  银行存款 9874.40  应收款 0.00  应付物业分成 30.00
2026-11-30 | 冲正 灯退了 | 借 银行存款 | 贷 维修 | 80.00 | 现金 305.00  银行存款 9954.40  应收款 0.00  应付物业分成 30.00
2026-11-30 | 按约定分成 | 借 物业分成 | 贷 应付物业分成 | 61.50 | 现金 305.00  银行存款 9954.40  应收款 0.00  应付物业分成 91.50
2026-11-30 | 付物业分成 | 借 应付物业分成 | 贷 银行存款 | 91.50 | 现金 305.00  银行存款 9862.90  应收款 0.00  应付物业分成 0.00
2026-12-01 | 到期应收 | 借 应收款 | 贷 应收未收 | 155.00 | 现金 305.00  银行存款 9862.90  应收款 155.00  应付物业分成 0.00
`.trim(),
  )
  expect([lines(october.sources), lines(october.uses), october.gaps, october.late]).toEqual([
    { 停车费: 100, 应付物业分成: 30 },
    { 维修: 80, 物业分成: 30 },
    { count: 1, fen: 45_60 },
    0,
  ])
  expect([october.openingFen, october.closingFen, october.arrearsFen]).toEqual([10_000_00, 10_020_00, 55_00])
  expect([lines(november.sources), lines(november.uses), november.gaps, november.late]).toEqual([
    // more came back of repairs than went out
    { 停车费: 205, 维修: 34.4 },
    { 应付物业分成: 30, 物业分成: 61.5 },
    { count: 0, fen: 0 },
    1,
  ])
  expect([november.openingFen, november.closingFen]).toEqual([10_020_00, 10_167_90])
})

test('nothing in these books is wrong, and nothing failed', async () => {
  expect(await house.checks()).toEqual([])
  expect(house.api.faults).toEqual([])
})
