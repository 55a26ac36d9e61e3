import { randomUUID } from 'node:crypto'
import { type BooksHouse, openBooksHouse } from '../ledger/house'
import { openDesk } from './desk'

let house: BooksHouse
let desk: ReturnType<typeof openDesk>
beforeAll(async () => {
  house = await openBooksHouse()
  desk = openDesk(house)
})
afterAll(() => house.api.close())

describe('a spending', () => {
  test('is asked for by one, approved by two of two bodies, paid with its voucher, and in the books', async () => {
    const { api, tokens } = house
    const before = await house.balance('bank')
    const one = await desk.ask()
    expect((await desk.get(one)).says).toMatch(/^等两方批准/)
    expect((await desk.get(one, 'director')).acts).toEqual(['approve', 'decline'])
    expect(await api.get(tokens.director, 'spending.approve', one)).toEqual({ state: 'asked' })
    expect((await desk.get(one)).says).toBe('等第二个人批准：小区党支部或监督小组')
    expect(await api.get(tokens.supervisor, 'spending.approve', one)).toEqual({ state: 'approved' })
    expect((await desk.get(one, 'keeper')).acts).toEqual(['pay'])
    const { state, entryId } = await api.get(tokens.keeper, 'spending.pay', await desk.payment(one))
    expect(state).toBe('paid')
    expect(await house.balance('bank')).toBe(before - 300_00)
    const read = await desk.get(one)
    expect([read.entryId, read.paidOn, read.askedBy, read.acts]).toEqual([
      entryId,
      '2026-11-20',
      '经办人',
      [],
    ])
    expect(read.approvals.map((a) => a.body)).toEqual(['committee', 'supervisors'])
    const entry = await api.get(tokens.owner, 'entry.get', { ...house.at, entryId: entryId! })
    expect([entry.kind, entry.memo, entry.lines.map((l) => [l.name, l.side, l.fen])]).toEqual([
      'spent',
      '换楼道灯',
      [
        ['维修', 'debit', 300_00],
        ['银行存款', 'credit', 300_00],
      ],
    ])
    expect(await house.lines(one.spendingId)).toEqual([
      'spending.asked',
      'spending.approved',
      'spending.approved',
      'spending.paid',
    ])
  })

  test('shows in slices, and when it was paid before it was approved', async () => {
    const accountId = (await house.accountOf('expense.office')).accountId
    const first = await desk.approved({ accountId, fen: 3_000_00 })
    const second = await desk.ask({ accountId, fen: 2_000_00 })
    expect(await desk.get(second, 'member')).toMatchObject({
      recent: { count: 1, fen: 3_000_00 },
      overTogether: false,
    })
    const third = await desk.ask({ accountId, fen: 1 })
    expect(await desk.get(second, 'member')).toMatchObject({
      recent: { count: 2, fen: 3_000_01 },
      overTogether: true,
    })
    for (const one of [second, third]) await house.api.get(house.tokens.guard, 'spending.withdraw', one)
    expect((await desk.get(first)).recent).toEqual({ count: 0, fen: 0 })
    expect((await desk.get(first)).paidFirst).toBe(false)
    await house.api.get(house.tokens.keeper, 'spending.pay', await desk.payment(first, '2026-11-19'))
    expect(await desk.get(first)).toMatchObject({ paidFirst: true, says: '付了，已入账，先付后批' })
  })

  test('has a limit of which owners and approvers hear when it is changed', async () => {
    const { api, tokens, at } = house
    const terms = { ...at, spendLimitFen: 5_000_00, answerDays: 7 }
    await api.get(tokens.director, 'account.setTerms', { ...terms, spendLimitFen: 6_000_00 })
    for (const name of ['owner', 'member', 'supervisor'] as const)
      expect((await api.get(tokens[name], 'inbox.list', {})).items.map((l) => l.says)).toContain(
        '改了支出限额：超过 6,000.00 元 要有业主决议；提问 7 天内答复',
      )
    await api.get(tokens.director, 'account.setTerms', terms)
  })

  test('that was asked for twice is one; other content under its id is refused', async () => {
    const { api, tokens } = house
    const sent = await desk.asked()
    await Promise.all([1, 2].map(() => api.get(tokens.guard, 'spending.ask', sent)))
    expect(await api.refusal(tokens.guard, 'spending.ask', { ...sent, fen: 301_00 })).toBe('id_taken')
  })

  test('is for one use that is there, above the limit by a resolution alone', async () => {
    const { api, tokens } = house
    const refused = async (more: object) =>
      api.refusal(tokens.guard, 'spending.ask', { ...(await desk.asked()), ...more })
    expect(await refused({ accountId: undefined })).toBe('spending_for')
    expect(await refused({ fundOf: randomUUID() })).toBe('spending_for')
    for (const key of ['bank', 'income.parking', 'expense.manager', 'opening'])
      expect([key, await refused({ accountId: (await house.accountOf(key)).accountId })]).toEqual([
        key,
        'account_elsewhere',
      ])
    const { accountId } = await house.accountOf('expense.repair', house.next)
    expect(await refused({ accountId })).toBe('account_elsewhere')
    expect(await refused({ fen: 5_000_01 })).toBe('spending_over')
    expect(await refused({ fen: 5_000_01, resolutionId: randomUUID() })).toBe('decision_elsewhere')
    for (const fen of [0, -1, 1.5, 100_000_000_01]) expect(await refused({ fen })).toBe('invalid')
  })

  test('is no business of who only owns, rents, or lives elsewhere', async () => {
    const { api, tokens } = house
    const one = await desk.ask()
    for (const name of ['owner', 'tenant', 'worker', 'grid', 'ownerNext', 'keeperNext'] as const) {
      expect([name, await api.refusal(tokens[name], 'spending.ask', await desk.asked())]).toEqual([
        name,
        'forbidden',
      ])
      expect([name, await api.refusal(tokens[name], 'spending.approve', one)]).toEqual([name, 'forbidden'])
    }
    for (const name of ['tenant', 'grid', 'ownerNext', 'keeperNext'] as const)
      expect([name, await api.refusal(tokens[name], 'spending.get', one)]).toEqual([name, 'forbidden'])
    for (const name of ['keeperThere', 'ownerThere'] as const)
      expect([name, await api.refusal(tokens[name], 'spending.get', one)]).toEqual([name, 'not_found'])
    const elsewhere = { ...house.next, spendingId: one.spendingId }
    expect(
      await api.refusal(tokens.keeperNext, 'spending.pay', { ...elsewhere, by: 'bank', on: '2026-11-20' }),
    ).toBe('not_found')
  })

  test('may be withdrawn by whoever asked, and declined with a reason that all read', async () => {
    const { api, tokens } = house
    const one = await desk.ask()
    expect(await api.refusal(tokens.keeper, 'spending.withdraw', one)).toBe('not_asker')
    expect(await api.get(tokens.guard, 'spending.withdraw', one)).toEqual({ state: 'withdrawn' })
    expect(await api.refusal(tokens.director, 'spending.approve', one)).toBe('spending_moved')
    const other = await desk.ask()
    await api.get(tokens.secretary, 'spending.decline', { ...other, reason: '先比一比价钱' })
    expect((await desk.get(other)).declined).toMatchObject({ body: 'branch', reason: '先比一比价钱' })
    expect((await desk.get(other, 'director')).acts).toEqual([])
  })

  test('waits on the desk of whoever can move it', async () => {
    const { api, tokens, at } = house
    await desk.ask({ words: '修门禁' })
    const tab = async (name: 'secretary' | 'keeper' | 'owner', of: 'waiting' | 'toPay' | 'gaps' | 'all') =>
      api.get(tokens[name], 'spending.list', { ...at, tab: of })
    const waiting = await tab('secretary', 'waiting')
    expect(waiting.items.map((s) => s.state)).toEqual(waiting.items.map(() => 'asked'))
    expect(waiting.mine).toBe(waiting.counts.waiting)
    expect([waiting.limitFen, waiting.mayAsk]).toEqual([5_000_00, true])
    const seen = await tab('owner', 'all')
    expect([seen.mine, seen.mayAsk, seen.items.every((s) => s.acts.length === 0)]).toEqual([0, false, true])
    expect(await api.refusal(tokens.tenant, 'spending.list', { ...at, tab: 'all' })).toBe('forbidden')
  })
})

describe('what is paid', () => {
  test('without a voucher shows as a gap, and is in the books once the voucher is there', async () => {
    const { api, tokens, at } = house
    const one = await desk.approved({ words: '买扫把', fen: 45_60 })
    const [bank, entries] = [await house.balance('bank'), await house.one('select count(*) from entry')]
    const { photoIds: _, ...without } = await desk.payment(one, '2026-11-18')
    expect(await api.get(tokens.keeper, 'spending.pay', without)).toEqual({ state: 'gap', entryId: null })
    expect([await house.balance('bank'), await house.one('select count(*) from entry')]).toEqual([
      bank,
      entries,
    ])
    const month = await api.get(tokens.owner, 'account.month', { ...at, month: '2026-11' })
    expect(month.gaps).toEqual({ count: 1, fen: 45_60 })
    const list = await api.get(tokens.owner, 'spending.list', { ...at, tab: 'gaps' })
    expect(list.items.map((s) => [s.words, s.says])).toEqual([['买扫把', '付了，缺凭证，先付后批']])
    const voucher = { ...one, photoIds: await house.papers() }
    expect(
      await api.refusal(tokens.keeper, 'spending.addVoucher', {
        ...voucher,
        photoIds: await house.papers('guard'),
      }),
    ).toBe('voucher_unknown')
    const { entryId } = await api.get(tokens.keeper, 'spending.addVoucher', voucher)
    expect(await house.balance('bank')).toBe(bank - 45_60)
    const entry = await api.get(tokens.owner, 'entry.get', { ...at, entryId })
    expect([entry.occurredOn, entry.voucher]).toEqual(['2026-11-18', 'waiting'])
    expect(await api.refusal(tokens.keeper, 'spending.addVoucher', voucher)).toBe('spending_moved')
    expect((await api.get(tokens.owner, 'account.month', { ...at, month: '2026-11' })).gaps.count).toBe(0)
  })

  test('is paid once, from money that is there, on a day that was', async () => {
    const { api, tokens } = house
    const one = await desk.approved()
    const pay = await desk.payment(one)
    expect(await api.refusal(tokens.keeper, 'spending.pay', { ...pay, by: 'cash' })).toBe('not_enough')
    expect(await api.refusal(tokens.keeper, 'spending.pay', { ...pay, on: '2026-11-21' })).toBe('in_future')
    expect(await api.refusal(tokens.keeper, 'spending.pay', { ...pay, on: '2025-12-31' })).toBe(
      'before_books',
    )
    const there = await house.papers('keeperThere', 1, house.there.communityId)
    expect(await api.refusal(tokens.keeper, 'spending.pay', { ...pay, photoIds: there })).toBe(
      'voucher_unknown',
    )
    expect(await api.refusal(tokens.director, 'spending.pay', pay)).toBe('forbidden')
    const statuses = await Promise.all(
      [1, 2, 3].map(async () => {
        const photoIds = await house.papers()
        return (await api.ask(tokens.keeper, 'spending.pay', { ...pay, photoIds })).status
      }),
    )
    expect(statuses.sort()).toEqual([200, 409, 409])
  })

  test('owners see as a masked copy, and until then as waiting; who approves sees the paper', async () => {
    const { api, tokens, at } = house
    const one = await desk.paid()
    const [waiting] = (await desk.get(one)).vouchers
    expect(waiting).toMatchObject({ state: 'waiting', masked: null, paper: null })
    expect((await desk.get(one, 'supervisor')).vouchers[0]!.paper).not.toBeNull()
    const [maskedPhotoId] = await house.papers()
    await api.get(tokens.keeper, 'entry.mask', {
      ...at,
      entryId: one.entryId,
      photoId: waiting!.photoId,
      maskedPhotoId: maskedPhotoId!,
    })
    const [masked] = (await desk.get(one)).vouchers
    expect([masked!.state, masked!.paper, masked!.masked !== null]).toEqual(['masked', null, true])
  })

  test('is taken back by a reversal, and stands as reversed', async () => {
    const { api, tokens, at } = house
    const before = await house.balance('bank')
    const one = await desk.paid()
    await api.get(tokens.keeper, 'entry.reverse', {
      ...at,
      entryId: one.entryId,
      id: randomUUID(),
      reason: '付错了',
    })
    expect([(await desk.get(one)).state, await house.balance('bank')]).toEqual(['reversed', before])
  })
})

test('nothing in these books is wrong, and nothing failed', async () => {
  expect(await house.checks()).toEqual([])
  expect(house.api.faults).toEqual([])
})
