import { randomUUID } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { Client } from 'pg'
import { booksChecks, findBooksFaults } from '../../db/checks/books'
import { checkBooks } from '../../functions/local/checkBooks'
import { older } from '../ledger/house'
import { openStatementHouse, type StatementHouse } from './house'

let house: StatementHouse
let client: Client
beforeAll(async () => {
  house = await openStatementHouse()
  const { api, tokens, at } = house
  const income = (await house.accountOf('income.parking')).accountId
  await api.get(tokens.keeper, 'split.set', {
    ...{ ...at, id: randomUUID(), accountId: income, from: '2026-10', ownersBp: 7000, managerBp: 3000 },
    decision: older,
  })
  await house.settle('2026-10')
  await house.publish('2026-10')
  await api.get(tokens.keeper, 'advance.add', {
    ...{ ...at, id: randomUUID(), organisationId: house.places.propertyCompany.id, name: '修大门' },
    ...{ fen: 2_000_00, accountId: (await house.accountOf('expense.repair')).accountId, on: '2026-11-02' },
    ...{ from: '2026-11', months: 20, shareBp: 5000, decision: older, photoIds: await house.papers() },
  })
  await api.get(tokens.supervisor, 'apportion.add', {
    ...{ ...at, id: randomUUID(), name: '1单元扶手', fen: 101, method: 'equal' },
    homes: [house.places.home1, house.places.home2].map((h) => ({ homeId: h!.id })),
  })
  client = new Client({ connectionString: api.database.urls.owner })
  await client.connect()
})
afterAll(async () => {
  await client.end()
  await house.api.close()
})

const tables = [
  ...[
    'books',
    'account',
    'account_month',
    'entry',
    'posting',
    'entry_voucher',
    'charge',
    'held',
    'payment_part',
    'advance',
    'settlement',
  ],
  ...['statement', 'spending', 'spending_approval', 'apportionment_share'],
]
const constraints = [
  ...[
    'charge drop constraint charge_within',
    'account drop constraint account_floor',
    'statement drop constraint statement_hash',
  ],
  ...[
    'spending_approval drop constraint spending_approval_person',
    'settlement drop constraint settlement_whole',
  ],
  ...[
    'settlement drop constraint settlement_share',
    'entry drop constraint entry_number',
    'entry drop constraint entry_reversed_once',
  ],
]
const aReceipt = `(select id from entry where kind = 'received')`
const doc = (path: string, value: string) =>
  `update statement set doc = jsonb_set(doc, '{${path}}', ${value})`

/** For every check one row that is changed behind its back, as only the owner of the tables could with all guards off. */
const breakages: Record<keyof typeof booksChecks & string, string> = {
  'a statement whose hash is not that of its text': `update statement set text = replace(text, '155.00', '156.00')`,
  'a statement whose lines are not those of its entries': doc('picture,sources,0,fen', `'15501'`),
  'money of a month that did not come and go so': 'update account_month set came_fen = came_fen + 1',
  'a statement that does not come out at the money that was there': doc('picture,closingFen', `'1'`),
  'a statement that counts other entries than there are': doc('entries,count', `'1'`),
  'a statement of a month that still takes entries': `update books set closed_through = null`,
  'a month that is closed without its statement': `update books set closed_through = '2026-11' where closed_through is not null`,
  'a spending that went on without two people of two bodies': `delete from spending_approval where body = 'committee'`,
  'a spending approved by whoever asked for it': `update spending set asked_by = (select person_id from spending_approval where body = 'committee')`,
  'a spending whose entry is another': 'update spending set fen = fen + 1',
  'money that went out as a spending that nobody approved':
    'delete from spending_approval; delete from spending',
  'shares that do not come to the cost': 'update apportionment_share set fen = fen + 1 where place = 1',
  'a charge of which more was paid than it came to': 'update charge set paid_fen = fen + 1',
  'an entry whose sides differ, or that lacks a line': `update posting set fen = fen + 1 where side = 'debit' and entry_id = ${aReceipt}`,
  'an account whose balance is not that of its postings': `update account set balance_fen = balance_fen + 1 where key = 'bank'`,
  'a month of an account that is not that of its postings': `update account_month set debit_fen = debit_fen + 1`,
  'books that do not come to nothing': `update account set balance_fen = balance_fen + 1 where key = 'bank'`,
  'an account below its floor': `update account set balance_fen = -1 where key = 'cash'`,
  'numbers that skip or repeat': 'update entry set number = number + 1',
  'an entry that counts in a month before the one that it happened in': `update entry set period = '2026-09' where id = ${aReceipt}`,
  'a reversal of a reversal, or one that does not mirror': `update entry set kind = 'reversal', reverses = ${aReceipt} where kind = 'spent'`,
  'money that went out without its paper': 'delete from entry_voucher',
  'an entry that moves what its kind does not': `update entry set kind = 'received' where kind = 'spent'`,
  'more of bank fees by hand than goes in a month': `update entry set kind = 'manual' where kind = 'advanced'`,
  'an entry that counts in a month that had not come': `update entry set period = '2099-01' where id = ${aReceipt}`,
  'an opening that is not on the first day, or its end': `update entry set occurred_on = occurred_on + 1 where kind = 'opening'`,
  'money that was there and is told twice': `update entry set kind = 'opening' where kind = 'received'`,
  'something carried over that is not in the books': `update entry set kind = 'opening' where kind = 'charged'`,
  'money that went out or is owed for nothing': 'update advance set total_fen = total_fen + 1',
  'dues that are not those of the charges': 'update charge set lowered_fen = lowered_fen + 1',
  'dues without their other side': `update account set balance_fen = balance_fen - 1 where key = 'unpaid'`,
  'prepayments that are not those held': `update account set balance_fen = balance_fen - 1 where key = 'prepaid'`,
  'deposits that are not those held': `update account set balance_fen = balance_fen - 1 where key = 'deposit'`,
  'an advance that is not what is owed': 'update advance set repaid_fen = 1',
  'a charge whose payments are not its own': 'update payment_part set fen = fen - 1',
  'a charge lowered by other than what was taken off it': 'update charge set lowered_fen = lowered_fen + 1',
  'a month out of which something else was paid back': 'update settlement set repaid_fen = 1',
  'a share of the manager that is not in the books': 'update settlement set manager_fen = manager_fen + 1',
  'a fund that is not what was paid, spent and given back': `insert into fund (community_id, compound_id, resolution_id, account_id)
    select community_id, compound_id, gen_random_uuid(), id from account where key = 'deposit' and compound_id = (select compound_id from statement);
    update account set balance_fen = -5 where key = 'deposit'`,
}

test('books that were lived through the app have nothing wrong in them', async () => {
  expect(await findBooksFaults(client)).toEqual([])
})

test('every check has a breakage that it is tried on', () => {
  expect(Object.keys(breakages).sort()).toEqual(Object.keys(booksChecks).sort())
})

test.each(Object.entries(breakages))('%s is found', async (says, sql) => {
  await client.query('begin')
  try {
    for (const table of tables) await client.query(`alter table ${table} disable trigger user`)
    for (const constraint of constraints) await client.query(`alter table ${constraint}`)
    await client.query('alter table fund drop constraint fund_community_id_resolution_id_fkey')
    await client.query(sql)
    expect((await findBooksFaults(client)).map((fault) => fault.split(': ')[0])).toContain(says)
  } finally {
    await client.query('rollback')
  }
})

describe('npm run check-books', () => {
  const said: string[] = []
  beforeAll(() => {
    for (const way of ['log', 'error'] as const)
      jest.spyOn(console, way).mockImplementation((...words: unknown[]) => void said.push(words.join(' ')))
  })
  afterAll(() => jest.restoreAllMocks())
  afterEach(() => void said.splice(0))

  test('recounts the books of a database, and says how it is called without one', async () => {
    expect(await checkBooks([], house.api.database.urls.owner)).toBe(true)
    expect(said).toEqual([`${Object.keys(booksChecks).length} checks, 0 wrong.`])
    expect(await checkBooks([], undefined)).toBe(false)
    expect(said.at(-1)).toContain('npm run check-books')
  })

  test('reads a saved journal back, and finds the line in which a figure was changed', async () => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'journal-'))
    const file = path.join(folder, 'a.journal')
    try {
      const { text } = await house.api.get(house.tokens.owner, 'statement.journal', house.at)
      await writeFile(file, text)
      expect(await checkBooks([file], undefined)).toBe(true)
      expect(said[0]).toMatch(/^\d+ transactions, \d+ accounts, which come to 0; 0 wrong\.$/)
      await writeFile(file, text.replace('155.00', '165.00'))
      expect(await checkBooks([file], undefined)).toBe(false)
    } finally {
      await rm(folder, { recursive: true })
    }
  })
})
