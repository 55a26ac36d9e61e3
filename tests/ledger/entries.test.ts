import { randomUUID } from 'node:crypto'
import { type BooksHouse, openBooksHouse } from './house'

let house: BooksHouse
beforeAll(async () => {
  house = await openBooksHouse()
})
afterAll(() => house.api.close())

const transfer = async (fen = 100, more: object = {}) => {
  const { at } = house
  const [bank, cash] = [await house.accountOf('bank'), await house.accountOf('cash')]
  return {
    ...at,
    id: randomUUID(),
    occurredOn: '2026-11-20',
    memo: '取现金备用',
    lines: [
      { accountId: cash.accountId, side: 'debit' as const, fen },
      { accountId: bank.accountId, side: 'credit' as const, fen },
    ],
    ...more,
  }
}

describe('books', () => {
  test('begin with what was there, and with every account of the template', async () => {
    const { items, from, closedThrough } = await house.api.get(house.tokens.owner, 'account.list', house.at)
    expect([from, closedThrough]).toEqual(['2026-01-01', null])
    expect(items.filter((a) => a.balanceFen !== 0).map((a) => [a.name, a.balanceFen])).toEqual([
      ['银行存款', 10_000_00],
      ['公共收益结余', 10_000_00],
    ])
    expect(await house.lines(house.at.compoundId)).toEqual(['books.opened'])
  })

  test('are opened once, and the same opening sent again is one', async () => {
    const { api, tokens, at } = house
    const sent = { ...at, id: randomUUID(), from: '2026-01-01', opening: [], spendLimitFen: 0, answerDays: 7 }
    expect(await api.refusal(tokens.keeper, 'account.open', sent)).toBe('books_open')
    const { id } = await house.one<{ id: string }>('select id from books where compound_id = $1', [
      at.compoundId,
    ])
    const opening = [{ key: 'bank' as const, fen: 10_000_00 }]
    const again = { ...sent, id, opening, spendLimitFen: 5_000_00 }
    expect(await api.get(tokens.keeper, 'account.open', again)).toEqual({ id })
    expect(await api.refusal(tokens.keeper, 'account.open', { ...again, answerDays: 8 })).toBe('id_taken')
  })

  test('are read by owners, and found by nobody of another compound', async () => {
    const { api, tokens, at } = house
    for (const name of ['owner', 'keeper', 'guard', 'member', 'supervisor', 'worker'] as const)
      expect((await api.get(tokens[name], 'account.list', at)).items.length).toBeGreaterThan(20)
    // whoever rents and whoever walks the grid read what was published
    for (const name of ['tenant', 'grid', 'ownerNext', 'keeperNext'] as const)
      expect(await api.refusal(tokens[name], 'account.list', at)).toBe('forbidden')
    for (const name of ['ownerThere', 'keeperThere'] as const)
      expect(await api.refusal(tokens[name], 'account.list', at)).toBe('not_found')
  })
})

describe('an entry by hand', () => {
  test('moves both accounts, has the next number, and leaves its line on the record', async () => {
    const { api, tokens } = house
    const sent = await transfer(3_000_00)
    const { number, month } = await api.get(tokens.keeper, 'entry.post', sent)
    expect([number, month]).toEqual([2, '2026-11'])
    expect([await house.balance('cash'), await house.balance('bank')]).toEqual([3_000_00, 7_000_00])
    expect(await house.lines(sent.id)).toEqual(['entry.posted'])
    const read = await api.get(tokens.owner, 'entry.get', { ...house.at, entryId: sent.id })
    expect(read.lines.map((l) => [l.name, l.side, l.fen])).toEqual([
      ['现金', 'debit', 3_000_00],
      ['银行存款', 'credit', 3_000_00],
    ])
    expect([read.by, read.about, read.mayReverse, read.voucher]).toEqual(['小区记账员', null, false, 'none'])
  })

  test('comes twice and is one; other content under its id is refused', async () => {
    const { api, tokens } = house
    const sent = await transfer(100)
    const [first, second] = await Promise.all([
      api.get(tokens.keeper, 'entry.post', sent),
      api.get(tokens.keeper, 'entry.post', sent),
    ])
    expect(second).toEqual(first)
    expect(await api.refusal(tokens.keeper, 'entry.post', { ...sent, memo: '别的' })).toBe('id_taken')
  })

  test('is refused where its sides differ, an account is another’s, or has an act of its own', async () => {
    const { api, tokens } = house
    const sent = await transfer(100)
    const [debit, credit] = sent.lines
    const post = (lines: typeof sent.lines, more = {}) =>
      api.refusal(tokens.keeper, 'entry.post', { ...sent, lines, ...more })
    expect(await post([debit!, { ...credit!, fen: 99 }])).toBe('unbalanced')
    const foreign = await house.api.owner<{ id: string }>(
      `select id from account where key = 'cash' and compound_id = $1`,
      [house.next.compoundId],
    )
    expect(await post([{ ...debit!, accountId: foreign[0]!.id }, credit!])).toBe('account_elsewhere')
    for (const key of ['income.parking', 'due', 'advance', 'opening', 'expense.repair'])
      expect([
        key,
        await post([debit!, { ...credit!, accountId: (await house.accountOf(key)).accountId }]),
      ]).toEqual([key, 'not_by_hand'])
    const fee = (await house.accountOf('expense.bankFee')).accountId
    expect(await post([{ ...debit!, accountId: fee }, credit!])).toBe('voucher_needed')
    for (const key of ['income.other', 'income.interest'])
      expect([
        key,
        await post([{ ...debit!, accountId: (await house.accountOf(key)).accountId }, credit!]),
      ]).toEqual([key, 'income_taken_back'])
    const photoIds = await house.papers('guard')
    expect(await post([{ ...debit!, accountId: fee }, credit!], { photoIds })).toBe('voucher_unknown')
    expect(await post(sent.lines, { occurredOn: '2025-12-31' })).toBe('before_books')
    expect(await post(sent.lines, { occurredOn: '2026-11-21' })).toBe('in_future')
    const much = await transfer(9_000_000_00)
    expect(await api.refusal(tokens.keeper, 'entry.post', much)).toBe('not_enough')
    const { body } = await api.ask(tokens.keeper, 'entry.post', {
      ...sent,
      lines: [{ ...debit!, fen: 1.5 }, credit!],
    })
    expect((body as { code: string }).code).toBe('invalid')
    for (const fen of [-1, 0, 1e15, Number.MAX_SAFE_INTEGER])
      expect(
        await post([
          { ...debit!, fen },
          { ...credit!, fen },
        ]),
      ).toBe('invalid')
  })

  test('is for the bookkeeper alone', async () => {
    const { api, tokens } = house
    const sent = await transfer(100)
    for (const name of ['owner', 'guard', 'director', 'worker', 'keeperNext'] as const)
      expect([name, await api.refusal(tokens[name], 'entry.post', sent)]).toEqual([name, 'forbidden'])
    expect(await api.refusal(tokens.keeperThere, 'entry.post', sent)).toBe('not_found')
  })
})

describe('a reversal', () => {
  test('mirrors what it names, once, and is none itself', async () => {
    const { api, tokens, at } = house
    const before = await house.balance('bank')
    const sent = await transfer(500)
    await api.get(tokens.keeper, 'entry.post', sent)
    const reverse = { ...at, entryId: sent.id, id: randomUUID(), reason: '记错了' }
    await api.get(tokens.keeper, 'entry.reverse', reverse)
    await api.get(tokens.keeper, 'entry.reverse', reverse)
    expect(await house.balance('bank')).toBe(before)
    const again = { ...reverse, id: randomUUID() }
    expect(await api.refusal(tokens.keeper, 'entry.reverse', again)).toBe('reversed_already')
    expect(await api.refusal(tokens.keeper, 'entry.reverse', { ...again, entryId: reverse.id })).toBe(
      'reversal_itself',
    )
    expect(await api.refusal(tokens.director, 'entry.reverse', again)).toBe('forbidden')
    expect(
      await api.refusal(tokens.keeper, 'entry.reverse', {
        ...house.next,
        ...again,
        compoundId: house.next.compoundId,
      }),
    ).toBe('forbidden')
    const read = await api.get(tokens.owner, 'entry.get', { ...at, entryId: sent.id })
    expect(read.reversedBy).toBe(reverse.id)
    expect(await house.lines(sent.id)).toEqual(['entry.posted', 'entry.reversed'])
  })

  test('of two at once is one', async () => {
    const { api, tokens, at } = house
    const sent = await transfer(700)
    await api.get(tokens.keeper, 'entry.post', sent)
    const codes = await Promise.all(
      [1, 2, 3].map(async () => {
        const { status } = await api.ask(tokens.keeper, 'entry.reverse', {
          ...at,
          entryId: sent.id,
          id: randomUUID(),
          reason: '记错了',
        })
        return status
      }),
    )
    expect(codes.sort()).toEqual([200, 409, 409])
  })
})

describe('a voucher', () => {
  test('is seen covered by owners, and whole by those who keep, approve and watch', async () => {
    const { api, tokens, at } = house
    const [bank, fee] = [await house.accountOf('bank'), await house.accountOf('expense.bankFee')]
    const [photo] = await house.papers()
    const sent = await transfer(25, {
      photoIds: [photo!],
      lines: [
        { accountId: fee.accountId, side: 'debit', fen: 25 },
        { accountId: bank.accountId, side: 'credit', fen: 25 },
      ],
    })
    await api.get(tokens.keeper, 'entry.post', sent)
    const look = async (name: 'owner' | 'supervisor' | 'guard' | 'worker') =>
      (await api.get(tokens[name], 'entry.get', { ...at, entryId: sent.id })).vouchers[0]!
    expect(await look('owner')).toMatchObject({ state: 'waiting', masked: null, paper: null })
    expect((await look('supervisor')).paper).not.toBeNull()
    const [copy] = await house.papers()
    const mask = { ...at, entryId: sent.id, photoId: photo!, maskedPhotoId: copy! }
    expect((await api.get(tokens.supervisor, 'entry.unmasked', at)).items.map((i) => i.photoId)).toEqual([
      photo,
    ])
    expect(await api.refusal(tokens.supervisor, 'entry.mask', mask)).toBe('forbidden')
    expect(await api.refusal(tokens.keeper, 'entry.mask', { ...mask, maskedPhotoId: photo! })).toBe(
      'voucher_unknown',
    )
    await api.get(tokens.keeper, 'entry.mask', mask)
    expect(await look('owner')).toMatchObject({ state: 'masked', paper: null })
    expect((await look('owner')).masked).not.toBeNull()
    await api.get(tokens.keeper, 'entry.mask', mask)
    // covered badly: another copy takes its place, the first is gone, and nothing brings it back
    const better = { ...mask, maskedPhotoId: (await house.papers())[0]! }
    await api.get(tokens.keeper, 'entry.mask', better)
    const shown = await api.owner('select masked_photo_id from entry_voucher where photo_id = $1', [photo])
    expect(shown).toEqual([{ masked_photo_id: better.maskedPhotoId }])
    const gone = await api.owner('select state, refused_for, author_id from photo where id = $1', [copy])
    expect(gone).toEqual([{ state: 'refused', refused_for: 'forgotten', author_id: null }])
    expect(await api.refusal(tokens.keeper, 'entry.mask', mask)).toBe('voucher_unknown')
    expect((await house.lines(sent.id)).filter((line) => line === 'voucher.masked').length).toBe(2)
    // whole only for whoever keeps the books and the bodies; it is no photo to look at beforehand
    expect((await look('supervisor')).paper).not.toBeNull()
    for (const name of ['guard', 'worker'] as const)
      expect(await look(name)).toMatchObject({ state: 'masked', paper: null })
    const key = { communityId: at.communityId, photoId: photo! }
    const queue = await api.get(tokens.worker, 'media.queue', { communityId: at.communityId })
    const papers = [photo, better.maskedPhotoId]
    expect(queue.items.filter((p) => papers.some((id) => id === p.photoId))).toEqual([])
    for (const photoId of papers)
      expect(await api.refusal(tokens.worker, 'media.get', { ...key, photoId: photoId! })).toBe('not_found')
    expect(await api.refusal(tokens.worker, 'media.check', { ...key, verdict: 'release' })).toBe('not_found')
    await api.get(tokens.keeper, 'media.get', key)
    // one paper stands behind one entry
    expect(await api.refusal(tokens.keeper, 'entry.post', { ...sent, id: randomUUID() })).toBe(
      'voucher_unknown',
    )
  })
})

test('bank fees go by hand up to so much in a month, with what was taken back not counted', async () => {
  const { api, tokens, at } = house
  const [bank, fee] = [await house.accountOf('bank'), await house.accountOf('expense.bankFee')]
  const fees = async (fen: number, occurredOn = '2026-11-20') => {
    const sent = await transfer(fen, { occurredOn, photoIds: await house.papers() })
    sent.lines = [
      { accountId: fee.accountId, side: 'debit', fen },
      { accountId: bank.accountId, side: 'credit', fen },
    ]
    return sent
  }
  // one of 0.25 is there already
  const whole = await fees(199_75)
  await api.get(tokens.keeper, 'entry.post', whole)
  const { body } = await api.ask(tokens.keeper, 'entry.post', await fees(1))
  expect(body).toMatchObject({
    code: 'fees_over',
    message: '手续费手工一个月最多记 200.00 元，这个月还能记 0.00 元；更多的请走支出审批',
  })
  await api.get(tokens.keeper, 'entry.post', await fees(1, '2026-10-31'))
  await api.get(tokens.keeper, 'entry.reverse', {
    ...{ ...at, entryId: whole.id, id: randomUUID(), reason: '记错了' },
  })
  await api.get(tokens.keeper, 'entry.post', await fees(150_00))
})

test('lists open by account and month or year, the last first', async () => {
  const { api, tokens, at } = house
  const { accountId } = await house.accountOf('cash')
  const list = await api.get(tokens.owner, 'entry.list', { ...at, accountId, period: '2026-11' })
  expect(list.items.length).toBeGreaterThan(3)
  expect(list.items.map((e) => e.number)).toEqual(list.items.map((e) => e.number).sort((a, b) => b - a))
  expect(list.items.reduce((sum, e) => sum + e.movedFen!, 0)).toBe(await house.balance('cash'))
  const of = async (period: string) =>
    (await api.get(tokens.owner, 'entry.list', { ...at, accountId, period })).items.map((e) => e.month)
  expect(new Set(await of('2026'))).toEqual(new Set(['2026-11']))
  expect(await of('2025')).toEqual([])
  const month = await api.get(tokens.owner, 'account.get', { ...at, accountId })
  expect(month.months[0]!.debitFen - month.months[0]!.creditFen).toBe(month.balanceFen)
})

test('nothing in these books is wrong', async () => {
  expect(await house.checks()).toEqual([])
  expect(house.api.faults).toEqual([])
})
