import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { Client } from 'pg'
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
    { 停车费: 100 },
    { 维修: 80 },
    { count: 1, fen: 45_60 },
    0,
  ])
  expect([october.openingFen, october.closingFen, october.arrearsFen]).toEqual([10_000_00, 10_020_00, 55_00])
  expect([lines(november.sources), lines(november.uses), november.gaps, november.late]).toEqual([
    // more came back of repairs than went out
    { 停车费: 205, 维修: 34.4 },
    { 应付物业分成: 91.5 },
    { count: 0, fen: 0 },
    1,
  ])
  expect([november.openingFen, november.closingFen]).toEqual([10_020_00, 10_167_90])
  // what is agreed is told when it is agreed, and is a use when it is paid
  expect([lines(october.turned), lines(november.turned)]).toEqual([{ 物业分成: 30 }, { 物业分成: 61.5 }])
})

test('then money that is paid early, and a deposit that comes and goes in one month', async () => {
  const { api, tokens, at } = house
  const { id: leaseId } = await house.one<{ id: string }>('select id from lease where compound_id = $1', [
    at.compoundId,
  ])
  const on = '2026-12-01'
  await api.get(tokens.guard, 'receipt.take', house.receipt({ leaseId }, 455_00, { on, prepay: true }))
  const deposit = { ...at, id: randomUUID(), leaseId, fen: 200_00, by: 'bank' as const, on }
  await api.get(tokens.guard, 'receipt.deposit', deposit)
  const wrong = house.receipt({ leaseId }, 50_00, { on, prepay: true })
  const { entryId } = await api.get(tokens.guard, 'receipt.take', wrong)
  await api.get(tokens.keeper, 'entry.reverse', { ...at, entryId, id: randomUUID(), reason: '记错了' })
  await api.get(tokens.keeper, 'receipt.refund', {
    ...{ ...at, id: randomUUID(), of: { leaseId }, held: 'deposit', fen: 200_00, by: 'bank', on },
    photoIds: await house.papers(),
  })
  api.now = new Date('2027-01-02T02:00:00Z')
  await house.tick()
  const see = async (month: string) => {
    const m = await api.get(tokens.owner, 'account.month', { ...at, month })
    expect(m.openingFen + m.sourcesFen - m.usesFen).toBe(m.closingFen)
    return [lines(m.sources), lines(m.uses), lines(m.turned)]
  }
  expect(await see('2026-12')).toEqual([{ 停车费: 155, 预收款: 300, 押金: 200 }, { 押金: 200 }, {}])
  expect(await see('2027-01')).toEqual([{}, {}, { 停车费: 155 }])
  // all that came, published: nothing of it twice
  await api.get(tokens.keeper, 'split.settle', { ...at, month: '2026-12', id: randomUUID() })
  const december = await publish('2026-12')
  expect([december.form, december.sourcesFen, december.usesFen]).toEqual([2, 655_00, 200_00])
})

test('a statement of the first form stays as it was, and holds', async () => {
  const [said] = await house.api.owner<{ id: string }>(
    `select id from statement where compound_id = $1 and period = '2026-10'`,
    [house.at.compoundId],
  )
  const client = new Client({ connectionString: house.api.database.urls.owner })
  await client.connect()
  try {
    await client.query('alter table statement disable trigger user')
    // the same months as the first form told them: of each account what was left of all that moved
    const owed = `(select jsonb_build_array(jsonb_build_object('accountId', id, 'key', key, 'name', name, 'kind', kind, 'fen', 3000))
      from account where key = 'managerShare' and compound_id = $2)`
    const { rows } = await client.query(
      `update statement s set doc = jsonb_set(doc, '{form}', '1') || jsonb_build_object('picture', ((doc -> 'picture') - 'turned')
         || jsonb_build_object('sourcesFen', 13000, 'usesFen', 11000, 'sources', (doc #> '{picture,sources}') || ${owed},
           'uses', (doc #> '{picture,uses}') || (doc #> '{picture,turned}')))
       where id = $1 returning hash`,
      [said!.id, house.at.compoundId],
    )
    await client.query('alter table statement enable trigger user')
    const read = await house.api.get(house.tokens.owner, 'statement.get', {
      ...house.at,
      statementId: said!.id,
    })
    expect([read.form, read.hash, lines(read.sources), lines(read.uses), read.turned]).toEqual([
      ...[1, rows[0].hash, { 停车费: 100, 应付物业分成: 30 }, { 维修: 80, 物业分成: 30 }, []],
    ])
    expect(await house.checks()).toEqual([])
  } finally {
    await client.end()
  }
})

test('months from before it was counted are counted once, from their entries', async () => {
  const client = new Client({ connectionString: house.api.database.urls.owner })
  await client.connect()
  try {
    const kept = async () =>
      (await client.query('select account_id, period, came_fen, went_fen from account_month order by 1, 2'))
        .rows
    const before = await kept()
    await client.query('update account_month set came_fen = 0, went_fen = 0')
    expect((await house.checks()).length).toBeGreaterThan(0)
    const migration = await readFile('db/migrations/0067_money_that_moved.sql', 'utf8')
    await client.query(migration.slice(migration.lastIndexOf('do $$')))
    expect(await kept()).toEqual(before)
  } finally {
    await client.end()
  }
})

test('nothing in these books is wrong, and nothing failed', async () => {
  expect(await house.checks()).toEqual([])
  expect(house.api.faults).toEqual([])
})
