import { screen } from '@testing-library/react'
import Home from '../../miniprogram/home/index'
import { leadsTo } from '../../miniprogram/inbox/leadsTo'
import Desk from '../../miniprogram/money/desk'
import Mine from '../../miniprogram/money/mine'
import Open from '../../miniprogram/open/index'
import { newPhone, openAs } from '../kernel/screens/open'
import { bridgeNow, communityWorker, home701, idOf, owner, saltTree } from '../kernel/screens/people'
import { tap } from '../kernel/screens/tap'
import { refuse } from '../kernel/screens/wire'
import { phone } from '../kernel/taro'
import {
  bookkeeper,
  books,
  chargeFace,
  communityId,
  compoundId,
  entryFace,
  monthOf,
  photoId,
  picture,
  questionOf,
  statementId,
  supervisor,
} from './faces'

beforeEach(newPhone)

describe('the home page', () => {
  test('this month’s money is the third card, with its signs', async () => {
    await openAs(owner, <Home />, { answers: { 'account.month': monthOf() } })
    for (const says of ['本月公共收益', '+6,900.00', '−2,150.00', '83,333.20', '还欠垫资'])
      expect(screen.getByText(says)).toBeTruthy()
    await tap('link', '本月公共收益，看每一笔')
    expect(phone.stack.at(-1)).toBe(`/money/month?communityId=${communityId}&compoundId=${compoundId}`)
  })

  test('where no books are kept there is no card', async () => {
    await openAs(owner, <Home />, { answers: { 'account.month': refuse('not_found') } })
    expect(screen.queryByText('本月公共收益')).toBeNull()
  })

  test('what my home has to pay waits for me', async () => {
    await openAs(owner, <Home />, {
      answers: { 'charge.mine': { items: [], receipts: [], owedFen: 15_500, prepaid: [] } },
    })
    await tap('button', '我家要交 155.00 元，打开')
    expect(phone.stack.at(-1)).toBe('/money/mine')
  })

  test('spending that waits for a supervisor’s word stands on theirs', async () => {
    await openAs(supervisor, <Home />, {
      answers: {
        'spending.list': {
          items: [],
          next: null,
          counts: { waiting: 2, toPay: 0, gaps: 0 },
          mine: 2,
          limitFen: 1,
          mayAsk: true,
        },
      },
    })
    await tap('button', '等你批准的支出 2 件，打开')
    expect(phone.stack.at(-1)).toContain('/money/spendings?')
  })
})

test('a bookkeeper’s home begins with taking money, and all that waits for them', async () => {
  const { movedFen: _, ...waiting } = entryFace()
  await openAs(bookkeeper, <Home />, {
    answers: {
      'spending.list': {
        items: [],
        next: null,
        counts: { waiting: 0, toPay: 1, gaps: 1 },
        mine: 0,
        limitFen: 1,
        mayAsk: true,
      },
      'entry.unmasked': { items: [{ ...waiting, photoId }] },
      'statement.open': {
        items: [{ ...questionOf({ dueAt: '2026-11-27T16:00:00.000Z' }), statementId, period: '2026-10' }],
      },
    },
  })
  await tap('button', /^收款/)
  expect(phone.stack.at(-1)).toContain('/money/take?')
  await tap('button', '等你付款的支出 1 件，打开')
  expect(phone.stack.at(-1)).toContain('tab=toPay')
  expect(screen.getByText('11月27日 周五 当天答复完')).toBeTruthy()
  await tap('button', '业主问的，等答复 1 条，打开')
  expect(phone.stack.at(-1)).toContain('/money/questions?')
  await tap('button', '付了缺凭证 1 件，打开')
  expect(phone.stack.at(-1)).toContain('tab=gaps')
  await tap('button', '凭证等着遮挡 1 张，打开')
  expect(phone.stack.at(-1)).toContain('/money/cover?')
})

test('公开 leads an owner into the money of their own compound, and to what others published', async () => {
  await openAs(owner, <Open />, {
    at: '/open/index',
    answers: { 'place.tree': saltTree, 'place.get': bridgeNow },
  })
  await tap('button', '盐溪桥小区这个月的钱，从哪来，到哪去，每一笔')
  expect(phone.stack.at(-1)).toContain(`/money/month?communityId=${communityId}&compoundId=${compoundId}`)
  expect(screen.queryByRole('button', { name: /^河坎职工宿舍这个月的钱/ })).toBeNull()
  await tap('button', '河坎职工宿舍的收支公示，一个月一份，公布了不再改')
  expect(phone.stack.at(-1)).toContain('/money/statements?')
})

describe('my own charges', () => {
  test('what is due, what is paid, and where to pay', async () => {
    await openAs(owner, <Mine />, {
      at: '/money/mine',
      answers: {
        'charge.mine': {
          items: [
            { ...chargeFace(11), communityId, compoundId, compound: '盐溪桥小区' },
            { ...chargeFace(10, { paidFen: 15_500 }), communityId, compoundId, compound: '盐溪桥小区' },
          ],
          receipts: [
            {
              receiptId: idOf(60, 1),
              compound: '盐溪桥小区',
              on: '2026-10-05',
              fen: 15_500,
              says: '3号车位',
            },
          ],
          owedFen: 15_500,
          prepaid: [
            { kind: 'parking', number: '1', fen: 58_000 },
            { kind: null, number: null, fen: 1_000 },
          ],
        },
      },
    })
    expect(screen.getByText('155.00 元')).toBeTruthy()
    expect(screen.getByText('要交 155.00')).toBeTruthy()
    expect(screen.getByText('1 号停车位预交着 580.00 元，到期先从里面扣，只抵这一项')).toBeTruthy()
    expect(screen.getByText('住户费用预交着 10.00 元，到期先从里面扣，只抵这一项')).toBeTruthy()
    expect(screen.getByText('10月1日到期，交清了')).toBeTruthy()
    expect(screen.getByText(/到小区管账的人那里交/)).toBeTruthy()
  })

  test('nobody owes anything: it says what would stand here', async () => {
    await openAs(owner, <Mine />, {
      at: '/money/mine',
      answers: { 'charge.mine': { items: [], receipts: [], owedFen: 0, prepaid: [] } },
    })
    expect(screen.getByText('没有要交的')).toBeTruthy()
  })
})

describe('the desk of the books', () => {
  const none = { waiting: 0, toPay: 0, gaps: 0 }
  const desk = (me = bookkeeper, counts = none, mine = 0, next = '2026-11') => {
    const { movedFen: _, ...face } = entryFace()
    return openAs(me, <Desk />, {
      at: '/money/desk',
      params: { ...books },
      answers: {
        'account.month': monthOf(),
        'spending.list': { items: [], next: null, counts, mine, limitFen: 500_000, mayAsk: true },
        'entry.unmasked': { items: counts.gaps > 0 ? [{ ...face, photoId }] : [] },
        'statement.open': { items: [] },
        'statement.preview': { period: '2026-11', ...picture, notReady: [], vouchersWaiting: 0, next },
      },
    })
  }

  test('what waits stands first, each with how many, and leads there', async () => {
    await desk(bookkeeper, { waiting: 1, toPay: 2, gaps: 1 }, 0, '2026-10')
    await tap('button', '等付款的 2 件，打开')
    expect(phone.stack.at(-1)).toContain('tab=toPay')
    await tap('button', '凭证待遮挡 1 件，打开')
    expect(phone.stack.at(-1)).toContain('/money/cover?')
    await tap('button', '2026年10月的收支等公布，看草稿')
    expect(phone.stack.at(-1)).toContain('period=2026-10')
    await tap('button', '收款')
    expect(phone.stack.at(-1)).toContain('/money/take?')
  })

  test('a supervisor takes no money, and is told that nothing waits', async () => {
    await desk(supervisor)
    expect(screen.getByText('眼下没有等着办的。')).toBeTruthy()
    expect(screen.queryByRole('button', { name: '收款' })).toBeNull()
    // the doors promise what is behind them, and nothing that another does there
    expect(screen.getByRole('button', { name: '收款记录，哪天收的，怎么付的' })).toBeTruthy()
    expect(screen.getByRole('button', { name: '收支公示，每月一份，存表格' })).toBeTruthy()
  })

  test('the community worker finds the way to it on their home page', async () => {
    await openAs(communityWorker, <Home />)
    await tap('button', '公共收益，看账、支出、公示')
    expect(phone.stack.at(-1)).toBe('/money/desk')
  })
})

test.each([
  ['spending', 'money/spending', 'spendingId'],
  ['statement', 'money/statement', 'statementId'],
  ['lease', 'money/lease', 'leaseId'],
  ['advance', 'money/advance', 'advanceId'],
  ['fund', 'money/fund', 'resolutionId'],
  ['split', 'money/splits', ''],
])('a message about a %s opens %s in the compound that the record names', (subjectKind, page, name) => {
  const line = {
    lineId: idOf(40, 1),
    communityId,
    at: '2026-11-20T01:00:00.000Z',
    subjectKind,
    subjectId: idOf(55, 7),
    action: `${subjectKind}.done`,
    subject: home701.label,
    says: '',
    next: null,
    actor: '小区记账员',
    times: 1,
    unread: false,
    after: { compoundId },
  }
  expect(leadsTo(line)).toEqual({
    page,
    params: { communityId, compoundId, ...(name && { [name]: idOf(55, 7) }) },
  })
})
