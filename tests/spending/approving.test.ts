import { randomUUID } from 'node:crypto'
import { type BooksHouse, openBooksHouse } from '../ledger/house'
import { addPerson, give } from '../whistle/world'
import { openDesk } from './desk'

let house: BooksHouse
let desk: ReturnType<typeof openDesk>
beforeAll(async () => {
  house = await openBooksHouse()
  desk = openDesk(house)
})
afterAll(() => house.api.close())

describe('an approval', () => {
  test('is never of one’s own, never twice of one person or one body', async () => {
    const { api, tokens } = house
    const own = await desk.ask({}, 'director')
    expect(await api.refusal(tokens.director, 'spending.approve', own)).toBe('own_spending')
    expect(await api.refusal(tokens.director, 'spending.decline', { ...own, reason: '不要' })).toBe(
      'own_spending',
    )
    await desk.approve(own, 'member')
    expect(await api.refusal(tokens.member, 'spending.approve', own)).toBe('approved_already')
    const other = await desk.approve(await desk.ask(), 'member')
    expect(await api.refusal(tokens.director, 'spending.approve', other)).toBe('body_approved')
    expect(await api.refusal(tokens.keeper, 'spending.pay', await desk.payment(other))).toBe('spending_moved')
  })

  test('of somebody who sits in two bodies counts once, for the one that is open', async () => {
    const { api, tokens, places } = house
    const both = await addPerson(api, 'both')
    await give(api, both.id, 'supervisor', 'compound', places as never)
    await give(api, both.id, 'committeeMember', 'compound', places as never)
    const one = await desk.approve(await desk.ask(), 'member')
    expect(await api.get(both.token, 'spending.approve', one)).toEqual({ state: 'approved' })
    expect((await desk.get(one)).approvals.map((a) => a.body)).toEqual(['committee', 'supervisors'])
    const other = await desk.ask()
    await api.get(both.token, 'spending.approve', other)
    expect(await api.refusal(both.token, 'spending.approve', other)).toBe('approved_already')
    expect(tokens.member).toBeDefined()
  })

  test('of two of one body at once is one, and two of two bodies at once are enough', async () => {
    const { api, tokens } = house
    const one = await desk.ask()
    const race = async (
      names: readonly ('member' | 'director' | 'secretary' | 'supervisor')[],
      of: typeof one,
    ) =>
      (await Promise.all(names.map((n) => api.ask(tokens[n], 'spending.approve', of))))
        .map((a) => a.status)
        .sort()
    expect(await race(['member', 'director'], one)).toEqual([200, 409])
    expect((await desk.get(one)).state).toBe('asked')
    const other = await desk.ask()
    expect(await race(['member', 'secretary', 'supervisor'], other)).toEqual([200, 200, 409])
    expect((await desk.get(other)).state).toBe('approved')
  })
})

describe('Postgres', () => {
  const refuses = async (constraint: string, sql: string, values: unknown[]) =>
    expect(house.api.owner(sql, values)).rejects.toMatchObject({ constraint })

  test('takes no approval of the asker, of one body twice, of one person twice, or of who sits in none', async () => {
    const { ids, at } = house
    const one = await desk.ask()
    const add = (body: string, person: keyof typeof ids): [string, unknown[]] => [
      `insert into spending_approval (community_id, compound_id, spending_id, body, person_id, at) values ($1, $2, $3, $4, $5, '2026-11-20T02:00:00Z')`,
      [at.communityId, at.compoundId, one.spendingId, body, ids[person]],
    ]
    await refuses('spending_own', ...add('committee', 'guard'))
    await refuses('spending_body', ...add('branch', 'keeper'))
    await refuses('spending_body', ...add('branch', 'member'))
    await desk.approve(one, 'member')
    await refuses('spending_approval_pkey', ...add('committee', 'director'))
    await refuses('spending_two_bodies', `update spending set state = 'approved' where id = $1`, [
      one.spendingId,
    ])
    await refuses('spending_is_frozen', `delete from spending_approval where spending_id = $1`, [
      one.spendingId,
    ])
    await refuses('spending_is_frozen', `update spending set fen = 1 where id = $1`, [one.spendingId])
    await refuses(
      'spending_moves',
      `update spending set state = 'gap', paid_on = '2026-11-20', paid_from = 'bank', paid_at = asked_at where id = $1`,
      [one.spendingId],
    )
  })

  test('takes no entry of money that went out without an approved spending behind it', async () => {
    const { at } = house
    await refuses(
      'spending_is_behind',
      `with e as (select * from post_entry($1, $2, $3, 'spent', '2026-11-20', '2026-11-20T02:00:00Z', null, null, null, null,
         array['expense.repair', 'bank'], array['debit', 'credit'], array[100, 100]::bigint[]))
       insert into entry_voucher (community_id, compound_id, entry_id, photo_id, place) select $1, $2, $3, $4, 1 from e`,
      [at.communityId, at.compoundId, randomUUID(), (await house.papers())[0]],
    )
    const one = await desk.approved()
    // the link to an entry of another sum, or of none
    await refuses(
      'spending_posted',
      `update spending set state = 'paid', paid_on = '2026-11-20', paid_from = 'bank', paid_at = asked_at where id = $1`,
      [one.spendingId],
    )
    await refuses(
      'spending_is_behind',
      `update spending set state = 'paid', paid_on = '2026-11-20', paid_from = 'bank', paid_at = asked_at, entry_id = (select id from entry where kind = 'opening' and compound_id = $2)
       where id = $1`,
      [one.spendingId, at.compoundId],
    )
    await refuses(
      'spending_limit',
      `insert into spending (community_id, compound_id, id, words, fen, account_id, state, asked_by, asked_as, asked_at, sent_hash)
      select community_id, compound_id, gen_random_uuid(), words, 500001, account_id, 'asked', asked_by, asked_as, asked_at, sent_hash from spending where id = $1`,
      [one.spendingId],
    )
  })
})

test('nothing in these books is wrong, and nothing failed', async () => {
  expect(await house.checks()).toEqual([])
  expect(house.api.faults).toEqual([])
})
