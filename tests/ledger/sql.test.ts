import { randomUUID } from 'node:crypto'
import { Client } from 'pg'
import { tokenHash } from '../../functions/kernel/secrets'
import { entryKinds } from '../../shared/entry/kinds'
import { feesByHandAtMost, linesOf } from '../../shared/entry/lines'
import { type BooksHouse, openBooksHouse } from './house'

let house: BooksHouse
let owner: Client
let app: Client
let accounts: Record<string, string>

beforeAll(async () => {
  house = await openBooksHouse()
  owner = new Client({ connectionString: house.api.database.urls.owner })
  app = new Client({ connectionString: house.api.database.urls.app })
  await owner.connect()
  await app.connect()
  const { items } = await house.api.get(house.tokens.keeper, 'account.list', house.at)
  accounts = Object.fromEntries(items.map((a) => [a.key, a.accountId]))
})
afterAll(async () => {
  await owner.end()
  await app.end()
  await house.api.close()
})

type Line = [key: string, side: string, fen: number | string]
interface Made {
  lines?: number
  total?: number
  kind?: string
  reverses?: string
  on?: string
  period?: string
}
const transfer: Line[] = [
  ['cash', 'debit', 100],
  ['bank', 'credit', 100],
]
const spend: Line[] = [
  ['expense.repair', 'debit', 100],
  ['bank', 'credit', 100],
]
const lessIncome: Line[] = [
  ['income.other', 'debit', 100],
  ['bank', 'credit', 100],
]
const fee: Line[] = [
  ['expense.bankFee', 'debit', 100],
  ['bank', 'credit', 100],
]
const opening: Line[] = [
  ['bank', 'debit', 100],
  ['opening', 'credit', 100],
]
const held: Line[] = [
  ['opening', 'debit', 100],
  ['deposit', 'credit', 100],
]
/** Writes straight into the tables; tells the constraint that refused it, if one did. */
async function attempt(client: Client, work: () => Promise<void>): Promise<string | undefined> {
  await client.query('begin')
  try {
    await work()
    await client.query('commit')
    return undefined
  } catch (error) {
    await client.query('rollback')
    const { constraint, code } = error as { constraint?: string; code?: string }
    return constraint ?? code
  }
}
const entry = async (client: Client, lines: Line[], made: Made = {}, id: string = randomUUID()) => {
  const { communityId, compoundId } = house.at
  await client.query(
    `insert into entry (community_id, compound_id, id, kind, occurred_on, recorded_at, recorded_by, lines, total_fen, reverses, period)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      ...[
        communityId,
        compoundId,
        id,
        made.kind ?? 'manual',
        made.on ?? '2026-11-20',
        house.api.now,
        house.ids.keeper,
      ],
      ...[made.lines ?? lines.length, made.total ?? 100, made.reverses ?? null, made.period ?? null],
    ],
  )
  for (const [i, line] of lines.entries()) await posting(client, id, i + 1, line)
  return id
}
const posting = (client: Client, entryId: string, n: number, [key, side, fen]: Line) =>
  client.query('insert into posting values ($1, $2, $3, $4, $5, $6, $7)', [
    ...[house.at.communityId, house.at.compoundId, entryId, n, accounts[key], side, fen],
  ])
const tries = (lines: Line[], made?: Made) =>
  attempt(owner, async () => void (await entry(owner, lines, made)))
const asKeeper = async () =>
  void (await app.query('select enter($1, $2)', [tokenHash(house.tokens.keeper), house.api.now]))

describe('whoever owns the tables', () => {
  test('may enter what balances', async () => {
    expect(await tries(transfer)).toBeUndefined()
    expect(await house.checks()).toEqual([])
  })

  test.each<[string, Line[], Made, string]>([
    [
      'sides that differ',
      [
        ['cash', 'debit', 100],
        ['bank', 'credit', 99],
      ],
      {},
      'entry_balanced',
    ],
    ['one line alone', [['cash', 'debit', 100]], { lines: 2 }, 'entry_balanced'],
    ['no line', [], { lines: 2 }, 'entry_balanced'],
    ['one line that says so', [['cash', 'debit', 100]], { lines: 1 }, 'entry_lines_check'],
    [
      'two debits',
      [
        ['cash', 'debit', 100],
        ['bank', 'debit', 100],
      ],
      {},
      'entry_balanced',
    ],
    ['other than what it says it comes to', transfer, { total: 200 }, 'entry_balanced'],
    [
      'a line more than it says',
      [...transfer, ['cash', 'debit', 1], ['bank', 'credit', 1]],
      { lines: 2 },
      'entry_balanced',
    ],
    [
      'nothing',
      [
        ['cash', 'debit', 0],
        ['bank', 'credit', 0],
      ],
      {},
      'posting_fen_check',
    ],
    [
      'less than nothing',
      [
        ['cash', 'debit', -100],
        ['bank', 'credit', -100],
      ],
      {},
      'posting_fen_check',
    ],
    [
      'a fraction of a fen',
      [
        ['cash', 'debit', '0.5'],
        ['bank', 'credit', '0.5'],
      ],
      {},
      '22P02',
    ],
    [
      'more than there can be',
      [
        ['cash', 'debit', '99999999999999999999'],
        ['bank', 'credit', '1'],
      ],
      {},
      '22003',
    ],
    [
      'money that is not there',
      [
        ['bank', 'debit', 100],
        ['wechat', 'credit', 100],
      ],
      {},
      'account_floor',
    ],
    ['money out without its paper', transfer, { kind: 'refunded' }, 'entry_vouched'],
    ['a spending by hand', spend, {}, 'entry_lines_of_kind'],
    ['a spending that is called a receipt', spend, { kind: 'received' }, 'entry_lines_of_kind'],
    ['money out as less income', lessIncome, {}, 'entry_lines_of_kind'],
    ['a bank fee without its paper', fee, {}, 'entry_vouched'],
    ['money that was never there', opening, { kind: 'opening' }, 'opening_is_first'],
    [
      'the money that was there, told twice',
      opening,
      { kind: 'opening', on: '2026-01-01', period: '2026-01' },
      'opening_once',
    ],
    [
      'a deposit of nobody’s from before',
      held,
      { kind: 'opening', on: '2026-01-01', period: '2026-01' },
      'entry_is_behind',
    ],
    ['a month that has not come', transfer, { period: '2026-12' }, 'entry_period_late'],
    ['a day before the books', transfer, { on: '2025-12-31' }, 'entry_before_books'],
    ['a day to come', transfer, { on: '2026-11-21' }, 'entry_in_future'],
    ['a month before its day', transfer, { period: '2026-10' }, 'entry_period_early'],
    ['a kind that there is not', transfer, { kind: 'gift' }, 'entry_kind_check'],
  ])('may not enter %s', async (_, lines, made, constraint) => {
    expect(await tries(lines, made)).toBe(constraint)
  })

  test('may hang no balanced pair on an entry that is there', async () => {
    const { id } = await house.one<{ id: string }>(`select id from entry where kind = 'manual' limit 1`)
    const hung = await attempt(owner, async () => {
      await posting(owner, id, 3, ['cash', 'debit', 50])
      await posting(owner, id, 4, ['bank', 'credit', 50])
    })
    expect(hung).toBe('entry_balanced')
  })

  test('finds in the tables what the program says: which sides each kind moves, and how much of fees goes by hand', async () => {
    for (const kind of entryKinds) {
      const { lines } = await house.one<{ lines: string[] | null }>('select lines_of($1) as lines', [kind])
      expect([kind, lines]).toEqual([kind, kind === 'reversal' ? null : linesOf[kind]])
    }
    expect(await house.one('select fees_at_most()::int as fen')).toEqual({ fen: feesByHandAtMost })
  })

  test('may change and delete nothing that is posted', async () => {
    for (const sql of [
      'update entry set total_fen = total_fen + 1',
      `update entry set memo = '改了'`,
      'delete from entry',
      'update posting set fen = fen + 1',
      'delete from posting',
      'truncate posting cascade',
      'truncate entry cascade',
    ])
      expect([sql, await attempt(owner, async () => void (await owner.query(sql)))]).toEqual([
        sql,
        'posted_is_frozen',
      ])
  })

  test('may reverse an entry once, as its mirror alone, and no reversal', async () => {
    const id = randomUUID()
    await attempt(owner, async () => void (await entry(owner, transfer, {}, id)))
    const mirror: Line[] = [
      ['cash', 'credit', 100],
      ['bank', 'debit', 100],
    ]
    const reversal = { kind: 'reversal', reverses: id }
    expect(await tries(transfer, reversal)).toBe('entry_mirrors')
    const four = randomUUID()
    const both: Line[] = [...transfer, ['wechat', 'debit', 50], ['bank', 'credit', 50]]
    expect(
      await attempt(owner, async () => void (await entry(owner, both, { total: 150 }, four))),
    ).toBeUndefined()
    expect(await tries(mirror, { kind: 'reversal', reverses: four })).toBe('entry_mirrors')
    expect(await tries(mirror, { kind: 'manual', reverses: id })).toMatch(/^entry_check/)
    const first = randomUUID()
    expect(
      await attempt(owner, async () => void (await entry(owner, mirror, reversal, first))),
    ).toBeUndefined()
    expect(await tries(mirror, reversal)).toBe('entry_reversed_once')
    expect(await tries(transfer, { kind: 'reversal', reverses: first })).toBe('entry_reversal_itself')
  })

  test('may enter nothing into a closed month: what comes late counts in the next, with its own day', async () => {
    const { communityId, compoundId } = house.at
    const where = `where community_id = '${communityId}' and compound_id = '${compoundId}'`
    const closing = (client: Client, sql: string) =>
      attempt(client, async () => {
        if (client === app) await asKeeper()
        await client.query(sql)
      })
    // by its statement alone, whoever tries
    expect(await closing(owner, `update books set closed_through = '2026-10' ${where}`)).toBe(
      'closed_is_published',
    )
    expect(await closing(app, `select close_month('${communityId}', '${compoundId}', '2026-01')`)).toBe(
      'closed_is_published',
    )
    for (let month = 1; month <= 10; month++)
      await house.api.get(house.tokens.keeper, 'statement.publish', {
        ...{ ...house.at, id: randomUUID(), period: `2026-${String(month).padStart(2, '0')}` },
      })
    expect(await tries(transfer, { on: '2026-10-31', period: '2026-10' })).toBe('entry_period_closed')
    const late = randomUUID()
    expect(
      await attempt(owner, async () => void (await entry(owner, transfer, { on: '2026-10-31' }, late))),
    ).toBeUndefined()
    expect(await house.one('select period, occurred_on::text from entry where id = $1', [late])).toEqual({
      period: '2026-11',
      occurred_on: '2026-10-31',
    })
    for (const back of [`'2026-09'`, 'null'])
      expect(
        await attempt(
          owner,
          async () => void (await owner.query(`update books set closed_through = ${back} ${where}`)),
        ),
      ).toBe('closed_stays')
    const { months, late: count } = await house.api.get(house.tokens.owner, 'account.month', {
      ...house.at,
      month: '2026-11',
    })
    expect([months[0], count]).toEqual(['2026-11', 1])
  })
})

describe('the role of the app', () => {
  test('has no right to change or delete what is posted, balances or what is held', async () => {
    const { rows } = await owner.query<{ name: string }>(
      `select t || ' ' || p as name from unnest(array['entry', 'posting', 'account', 'account_month', 'charge', 'held', 'receipt', 'payment_part',
         'lowering', 'fund_home', 'fund_payment', 'advance', 'repayment', 'split_rule']) t, unnest(array['UPDATE', 'DELETE', 'TRUNCATE']) p, unnest(array['app', 'tick']) r
       where has_table_privilege(r, t, p) or (p = 'UPDATE' and has_any_column_privilege(r, t, p))`,
    )
    expect(rows).toEqual([])
  })

  test('enters nothing unbalanced, and nothing in somebody else’s name', async () => {
    const asApp = (work: () => Promise<unknown>) =>
      attempt(app, async () => {
        await asKeeper()
        await work()
      })
    expect(
      await asApp(() =>
        entry(app, [
          ['cash', 'debit', 100],
          ['bank', 'credit', 90],
        ]),
      ),
    ).toBe('entry_balanced')
    expect(await asApp(() => entry(app, transfer))).toBeUndefined()
    expect(await asApp(() => app.query('update entry set total_fen = 1'))).toBe('42501')
    expect(await asApp(() => app.query(`update books set closed_through = '2026-01'`))).toBe('42501')
    const foreign = await asApp(() =>
      app.query(
        `insert into entry (community_id, compound_id, id, kind, occurred_on, recorded_at, recorded_by, lines, total_fen)
         values ($1, $2, gen_random_uuid(), 'manual', '2026-11-20', $3, $4, 2, 1)`,
        [house.next.communityId, house.next.compoundId, house.api.now, house.ids.keeper],
      ),
    )
    expect(foreign).toBe('42501')
  })

  test('shows owners every entry and nobody’s charges, whoever rents none, and nobody else anything', async () => {
    const seen = async (name: 'owner' | 'tenant' | 'grid' | 'ownerNext' | 'ownerThere' | 'supervisor') => {
      await app.query('begin')
      await app.query('select enter($1, $2)', [tokenHash(house.tokens[name]), house.api.now])
      const { rows } = await app.query<{ entries: number; postings: number; books: number }>(
        `select (select count(*) from entry where compound_id = $1)::int as entries, (select count(*) from posting where compound_id = $1)::int as postings,
           (select count(*) from account where compound_id = $1)::int as books`,
        [house.at.compoundId],
      )
      await app.query('rollback')
      return Object.values(rows[0]!).map((n) => n > 0)
    }
    expect(await seen('owner')).toEqual([true, true, true])
    expect(await seen('supervisor')).toEqual([true, true, true])
    for (const name of ['tenant', 'grid', 'ownerNext', 'ownerThere'] as const)
      expect([name, await seen(name)]).toEqual([name, [false, false, false]])
  })
})

test('an account of another compound is none of this one’s', async () => {
  const [other] = await house.api.owner<{ id: string }>(
    `select id from account where key = 'cash' and compound_id = $1`,
    [house.next.compoundId],
  )
  accounts.foreign = other!.id
  expect(
    await tries([
      ['foreign', 'debit', 100],
      ['bank', 'credit', 100],
    ]),
  ).toMatch(/^posting_.*fkey/)
})

test('a corruption that was planted behind the constraints is found', async () => {
  await owner.query('begin')
  await owner.query('alter table posting disable trigger user')
  await owner.query('update posting set fen = fen + 1 where line = 1')
  const client = owner
  const { findBooksFaults } = await import('../../db/checks/books')
  const faults = await findBooksFaults(client)
  await owner.query('rollback')
  expect(faults.some((f) => f.startsWith('an entry whose sides differ'))).toBe(true)
  expect(faults.some((f) => f.startsWith('an account whose balance'))).toBe(true)
  expect(await house.checks()).toEqual([])
})
