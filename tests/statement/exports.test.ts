import { randomUUID } from 'node:crypto'
import readExcel from 'read-excel-file/node'
import { readJournal } from '../../db/checks/readJournal'
import { openStatementHouse, type StatementHouse } from './house'

let house: StatementHouse
let key: { communityId: string; compoundId: string; statementId: string }
beforeAll(async () => {
  house = await openStatementHouse()
  await house.desk.paid({ words: '=1+1', fen: 12_34 }, '2026-10-31')
  await house.settle('2026-10')
  const { hash: _, ...october } = await house.publish('2026-10')
  key = october
  // what comes late, and what is taken back, count in November
  await house.desk.paid({ words: '补电费; 十月|九月', fen: 12_00 }, '2026-10-15')
  const { entryId } = house.lamp
  await house.api.get(house.tokens.keeper, 'entry.reverse', {
    ...house.at,
    entryId,
    id: randomUUID(),
    reason: '灯退了',
  })
})
afterAll(() => house.api.close())

const balances = async () =>
  Object.fromEntries(
    (
      await house.api.owner<{ name: string; fen: string }>(
        `select code || ' ' || name as name, balance_fen as fen from account where compound_id = $1`,
        [house.at.compoundId],
      )
    ).map((a) => [a.name, Number(a.fen)]),
  )
const read = async (period?: string, name: 'owner' | 'keeper' = 'owner') => {
  const { text } = await house.api.get(house.tokens[name], 'statement.journal', {
    ...house.at,
    ...(period && { period }),
  })
  return { text, ...readJournal(text) }
}

test('the journal of all entries, read back by somebody else, is balanced and holds the balances of the database', async () => {
  const journal = await read()
  expect(journal.problems).toEqual([])
  const held = Object.fromEntries([...journal.balances].map(([name, fen]) => [name.split(':')[1], fen]))
  expect(held).toEqual(await balances())
  const [entries] = await house.api.owner<{ n: string }>(
    'select count(*) as n from entry where compound_id = $1',
    [house.at.compoundId],
  )
  // the opening stands at its head, and the claims at its end
  expect(journal.transactions).toBe(Number(entries!.n) + 1)
  expect(journal.text).toContain('补电费； 十月｜九月')
  expect(journal.text).not.toMatch(/渝A|owner|L[0-9a-f]{6}/)
})

test('the journal of a month begins with what was there, and ends with what is', async () => {
  const [october, november] = [await read('2026-10'), await read('2026-11')]
  expect([...october.problems, ...november.problems]).toEqual([])
  const { money } = await house.read(key)
  for (const { name, closingFen } of money) {
    const line = [...october.balances].find(([account]) => account.endsWith(name))!
    expect(line[1]).toBe(closingFen)
  }
  expect(november.text).toMatch(/^2026-11-01 期初$/m)
  expect(november.text).toMatch(/^2026-10-15 \(\d+\) 支出/m)
  expect(november.text).toContain('记在 2026-11')
  expect(await read('2026')).toMatchObject({ problems: [] })
})

test('the spreadsheet holds the lines, the entries and their postings; whatever somebody wrote is text', async () => {
  const { base64, fileName } = await house.api.get(house.tokens.owner, 'statement.export', key)
  expect(fileName).toBe('弘运小区收支2026年10月.xlsx')
  const sheets = await readExcel(Buffer.from(base64, 'base64'))
  expect(sheets.map((s) => s.sheet)).toEqual(['收支 2026年10月', '分录', '明细'])
  const [lines, entries, postings] = sheets.map((s) => s.data.slice(1))
  const statement = await house.read(key)
  expect(lines!.find((l) => l[0] === '期末余额')![2]).toBe(statement.closingFen / 100)
  const memos = entries!.map((e) => e[4])
  expect(memos).toContain("' =1+1")
  const sideOf = (side: string) =>
    postings!.filter((p) => p[4] === side).reduce((sum, p) => sum + Math.round(Number(p[5]) * 100), 0)
  expect(sideOf('借')).toBe(sideOf('贷'))
  expect(entries!.reduce((sum, e) => sum + Math.round(Number(e[5]) * 100), 0)).toBe(sideOf('借'))
})

test('nobody exports the books but owners and whoever keeps or watches them', async () => {
  const { api, tokens, at } = house
  for (const name of ['keeper', 'supervisor', 'worker', 'guard'] as const)
    await api.get(tokens[name], 'statement.journal', { ...at, period: '2026-10' })
  for (const name of ['tenant', 'grid', 'ownerNext', 'keeperNext'] as const) {
    expect([name, await api.refusal(tokens[name], 'statement.journal', at)]).toEqual([name, 'forbidden'])
    expect([name, await api.refusal(tokens[name], 'statement.export', key)]).toEqual([name, 'forbidden'])
  }
  expect(await api.refusal(tokens.ownerThere, 'statement.journal', at)).toBe('not_found')
  expect(await api.refusal(tokens.ownerThere, 'statement.export', key)).toBe('not_found')
})

test('nothing in these books is wrong, and nothing failed', async () => {
  expect(await house.checks()).toEqual([])
  expect(house.api.faults).toEqual([])
})
