import { act, screen } from '@testing-library/react'
import Entries from '../../miniprogram/money/entries'
import Month from '../../miniprogram/money/month'
import { newPhone, openAs } from '../kernel/screens/open'
import { communityWorker, idOf, newcomer, owner } from '../kernel/screens/people'
import { tap } from '../kernel/screens/tap'
import { type Answers, breakDown, refuse } from '../kernel/screens/wire'
import { phone } from '../kernel/taro'
import { books, cleaning, compoundId, entryFace, monthOf, parking, statementId } from './faces'

beforeEach(newPhone)

const open = (answers: Answers = {}, me = owner, params: Record<string, string> = {}) =>
  openAs(me, <Month />, { at: '/money/month', params, answers: { 'account.month': monthOf(), ...answers } })

test('what is on the books, what came and what went stand with their signs and their words', async () => {
  const wire = await open()
  expect(wire.of('account.month')).toEqual([{ ...books, month: '2026-11' }])
  for (const says of [
    '现在账上',
    '41,207.35',
    '月初 36,457.35',
    '收 +6,900.00',
    '支 −2,150.00',
    '+6,900.00',
    '−2,150.00',
  ])
    expect(screen.getByText(says)).toBeTruthy()
  expect(screen.getByText('已还 116,666.80')).toBeTruthy()
  expect(screen.getByText('共 200,000.00')).toBeTruthy()
})

test('what moved no money stands apart from what came and went, and opens too', async () => {
  await open({
    'account.month': monthOf({
      turned: [
        { accountId: parking, key: 'income.parking', name: '停车费', kind: 'income', fen: 568_767 },
        { accountId: cleaning, key: 'expense.manager', name: '物业分成', kind: 'expense', fen: -300 },
      ],
    }),
  })
  expect(screen.getByText('没有动钱的')).toBeTruthy()
  expect(screen.getByText('收 +6,900.00')).toBeTruthy()
  expect(screen.getByText('−3.00')).toBeTruthy()
  await tap('button', '停车费，以前预交的，到期转成收入，5,687.67 元，看每一笔')
  expect(phone.stack.at(-1)).toContain(`accountId=${parking}`)
})

test('every piece opens to its entries', async () => {
  await open()
  await tap('button', '停车费，收 5,800.00 元，看每一笔')
  expect(phone.stack.at(-1)).toContain(
    `/money/entries?communityId=${books.communityId}&compoundId=${compoundId}`,
  )
  expect(phone.stack.at(-1)).toContain(`period=2026-11&accountId=${parking}`)
})

test('the entries of a use are money that went', async () => {
  await openAs(owner, <Entries />, {
    at: '/money/entries',
    params: { ...books, period: '2026-11', accountId: cleaning, name: '保洁和垃圾清运', kind: 'expense' },
    answers: { 'entry.list': { items: [entryFace()], next: null } },
  })
  expect(screen.getByText('2026年11月 保洁和垃圾清运')).toBeTruthy()
  expect(screen.getByRole('button', { name: '支出：买扫帚，−150.00 元，凭证待遮挡，打开' })).toBeTruthy()
})

test('of all entries each shows which way the money went, and that none moved', async () => {
  await openAs(owner, <Entries />, {
    at: '/money/entries',
    params: { ...books },
    answers: {
      'entry.list': {
        items: [
          entryFace({ movedFen: null }),
          entryFace({
            entryId: idOf(51, 2),
            number: 129,
            kind: 'received',
            says: '收停车费',
            moneyFen: 1_000,
            movedFen: null,
          }),
          entryFace({
            entryId: idOf(51, 3),
            number: 130,
            kind: 'charged',
            says: '到期应收',
            moneyFen: null,
            totalFen: 31_000,
            movedFen: null,
          }),
        ],
        next: null,
      },
    },
  })
  for (const name of [/^支出：买扫帚，−150.00 元/, /^收停车费，\+10.00 元/, /^到期应收，310.00 元/])
    expect(screen.getByRole('button', { name })).toBeTruthy()
  expect(screen.getAllByText('没有动钱')).toHaveLength(1)
})

test('another month is a tap away, and a published one says that it stands still', async () => {
  const wire = await open({
    'account.month': ({ month }) =>
      monthOf({ month, ...(month === '2026-10' && { closed: true, statementId }) }),
  })
  expect(screen.getByText('这个月还没有公布，来一笔变一笔。')).toBeTruthy()
  expect(screen.getByText('11月还没有公布，公布以后可以一行一行问。')).toBeTruthy()
  expect(screen.queryByRole('button', { name: '我要问这笔账' })).toBeNull()
  await tap('button', '看2026年10月')
  expect(wire.of('account.month').at(-1)).toEqual({ ...books, month: '2026-10' })
  expect(screen.getByText('10月底账上')).toBeTruthy()
  expect(screen.getByText('这个月已经公布封账，数字不会再变。')).toBeTruthy()
  await tap('button', '我要问这笔账')
  expect(phone.stack.at(-1)).toContain('/money/statement?')
  expect(phone.stack.at(-1)).toContain(`statementId=${statementId}`)
})

test('what is not in the sums is told beside them', async () => {
  await open({
    'account.month': monthOf({ arrearsFen: 123_450, gaps: { count: 1, fen: 30_000 }, late: 2 }),
  })
  await tap('button', '1 笔付了 300.00 元，还缺凭证，打开')
  expect(phone.stack.at(-1)).toContain('/money/spendings?')
  expect(phone.stack.at(-1)).toContain('tab=gaps')
  expect(screen.getByText(/其中 2 笔是以前月份的/)).toBeTruthy()
  await tap('button', '到期还没收上来 1,234.50 元，打开')
  expect(phone.stack.at(-1)).toContain('/money/arrears?')
})

test('the books are taken home as a plain text; the spreadsheet waits for the statement', async () => {
  const wire = await open({ 'statement.journal': { fileName: '账本.journal', text: '2026-11-01 * 开账' } })
  await tap('button', '下载账本')
  expect(screen.getByText('2026年11月还没有公布，公布以后可以下载表格。')).toBeTruthy()
  await tap('button', '2026年11月的账本文本')
  expect(wire.of('statement.journal')).toEqual([{ ...books, period: '2026-11' }])
  expect(phone.clipboard).toBe('2026-11-01 * 开账')
})

describe('other faces', () => {
  test('where no books were opened it says so, and whoever may open them is shown the way', async () => {
    await open({ 'account.month': refuse('not_found') })
    expect(screen.getByText('这里还没有账可以看')).toBeTruthy()
    expect(screen.queryByRole('button', { name: '给这个小区开账' })).toBeNull()
    await open({ 'account.month': refuse('not_found') }, communityWorker, books)
    await tap('button', '给这个小区开账')
    expect(phone.stack.at(-1)).toContain('/money/books?')
  })

  test('somebody without a home here is told so, and nothing is asked', async () => {
    const wire = await open({}, newcomer)
    expect(screen.getByText('你现在没有看公共收益的身份')).toBeTruthy()
    expect(wire.of('account.month')).toEqual([])
  })

  test('a fault can be tried again', async () => {
    const wire = await open({ 'account.month': breakDown })
    expect(screen.getByText('没能打开')).toBeTruthy()
    wire.answer({ 'account.month': monthOf() })
    await tap('button', '再试一次')
    expect(screen.getByText('41,207.35')).toBeTruthy()
  })

  test('without signal stands what was read last time', async () => {
    await open()
    act(() => phone.setOnline(false))
    await open()
    expect(screen.getByText('41,207.35')).toBeTruthy()
    expect(screen.getByText('没有信号，这是上次看到的内容')).toBeTruthy()
  })
})
