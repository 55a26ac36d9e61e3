import '../kernel/camera'
import { act, screen } from '@testing-library/react'
import Ask from '../../miniprogram/money/ask'
import Spending from '../../miniprogram/money/spending'
import Spendings from '../../miniprogram/money/spendings'
import type { Output } from '../../shared/contract'
import { camera } from '../kernel/camera'
import { photoServer } from '../kernel/photoServer'
import { newPhone, openAs } from '../kernel/screens/open'
import { owner } from '../kernel/screens/people'
import { tap, write } from '../kernel/screens/tap'
import { type Answers, refuse } from '../kernel/screens/wire'
import { phone } from '../kernel/taro'
import {
  accountOf,
  bookkeeper,
  books,
  entryId,
  member,
  resolutionId,
  spendingId,
  spendingOf,
  supervisor,
} from './faces'

beforeEach(() => {
  newPhone()
  camera.reset()
})

const key = { ...books, spendingId }
const open = (spending: Output<'spending.get'>, me = supervisor, answers: Answers = {}) =>
  openAs(me, <Spending />, {
    at: '/money/spending',
    params: key,
    answers: { 'spending.get': spending, ...answers },
  })
const committee = { body: 'committee' as const, at: '2026-11-20T03:00:00.000Z', mine: false }

describe('approving', () => {
  test('the first of two is told that another body is still wanted', async () => {
    const wire = await open(spendingOf({ acts: ['approve', 'decline'] }), supervisor, {
      'spending.approve': { state: 'asked' },
    })
    expect(screen.getByText('等你批准')).toBeTruthy()
    expect(screen.getByText('等两方的两个人批准')).toBeTruthy()
    await tap('button', '批准')
    expect(wire.of('spending.approve')).toEqual([key])
    expect(screen.getByText('你批准了，还要另一方的一个人批')).toBeTruthy()
  })

  test('the second lets it be paid', async () => {
    await open(
      spendingOf({ acts: ['approve', 'decline'], approvals: [committee], open: ['branch', 'supervisors'] }),
      supervisor,
      {
        'spending.approve': { state: 'approved' },
      },
    )
    expect(screen.getByText('业委会批准')).toBeTruthy()
    expect(screen.getByText('小区党支部或监督小组的人能批')).toBeTruthy()
    await tap('button', '批准')
    expect(screen.getByText('批准了，可以付款了')).toBeTruthy()
  })

  test('nobody approves their own: it is said, and there is no button', async () => {
    await open(spendingOf({ mine: true, acts: ['withdraw'] }))
    expect(screen.getByText('自己申请的不能自己批，请别人来批。')).toBeTruthy()
    expect(screen.queryByRole('button', { name: '批准' })).toBeNull()
  })

  test('a second of the same body is told why not', async () => {
    await open(spendingOf({ approvals: [committee], open: ['branch', 'supervisors'] }), member)
    expect(screen.getByText('你们这一方已经有人批过了，要另一方的人来批。')).toBeTruthy()
  })

  test('what is refused in a race is told', async () => {
    await open(spendingOf({ acts: ['approve'] }), supervisor, {
      'spending.approve': refuse('body_approved', undefined, { body: '监督小组' }),
    })
    await tap('button', '批准')
    expect(screen.getByText('监督小组已经批过了，要另一方的人来批')).toBeTruthy()
  })

  test('it is declined with a reason only', async () => {
    const wire = await open(spendingOf({ acts: ['approve', 'decline'] }), supervisor, {
      'spending.decline': { state: 'declined' },
    })
    await tap('button', '不批准')
    await write('为什么不批', '价钱高了')
    const [, last] = screen.getAllByRole('button', { name: '不批准' })
    await act(async () => void last?.click())
    expect(screen.getByText('没有批准，原因大家看得到')).toBeTruthy()
    expect(wire.of('spending.decline')).toEqual([{ ...key, reason: '价钱高了' }])
  })

  test('whoever has approved it may change their mind, and is not asked to', async () => {
    const mine = { ...committee, mine: true }
    await open(spendingOf({ acts: ['decline'], approvals: [mine] }), supervisor)
    expect(screen.queryByRole('button', { name: /不批准/ })).toBeNull()
    await tap('button', '更多')
    await tap('button', '改主意，不批准')
    expect(screen.getByLabelText('为什么不批')).toBeTruthy()
  })

  test('an owner sees who approved, and no button', async () => {
    await open(spendingOf({ approvals: [committee] }), owner)
    expect(screen.getByText('业委会批准')).toBeTruthy()
    expect(screen.queryByRole('button', { name: '批准' })).toBeNull()
    expect(screen.queryByText(/不能自己批/)).toBeNull()
  })
})

describe('paying', () => {
  const approved = spendingOf({ state: 'approved', acts: ['pay'], approvals: [committee] })

  test('with its voucher it is in the books', async () => {
    const server = photoServer()
    const wire = await open(approved, bookkeeper, {
      ...server.answers,
      'spending.pay': { state: 'paid', entryId },
    })
    await tap('button', '付款')
    await tap('radio', '转账')
    camera.takes(900_000)
    await tap('button', '拍凭证')
    await tap('button', '付 960.00 元')
    expect(await screen.findByText('付了，凭证有了，入账了')).toBeTruthy()
    expect(wire.of('spending.pay')).toEqual([
      { ...key, by: 'bank', on: '2026-11-22', photoIds: [...server.photos.keys()] },
    ])
  })

  test('without one it is said before that it will show as a gap', async () => {
    const wire = await open(approved, bookkeeper, { 'spending.pay': { state: 'gap', entryId: null } })
    await tap('button', '付款')
    expect(screen.getByText(/没有凭证也能先记下付了，但是不入账/)).toBeTruthy()
    await tap('button', '付 960.00 元')
    expect(screen.getByText('请选一样')).toBeTruthy()
    await tap('radio', '现金')
    await tap('button', '付 960.00 元')
    expect(wire.of('spending.pay')).toEqual([{ ...key, by: 'cash', on: '2026-11-22' }])
    expect(screen.getByText('记下付了，等补凭证才入账')).toBeTruthy()
  })

  test('a gap is closed by a photo and by nothing else', async () => {
    const wire = await open(
      spendingOf({ state: 'gap', acts: ['addVoucher'], paidOn: '2026-11-21' }),
      bookkeeper,
    )
    expect(screen.getByText('没有凭证不入账，账上还看不到这一笔')).toBeTruthy()
    await tap('button', '补凭证')
    await tap('button', '补上，入账')
    expect(screen.getByText('没有凭证不入账，请先拍下凭证')).toBeTruthy()
    expect(wire.of('spending.addVoucher')).toEqual([])
  })
})

describe('asking', () => {
  const chart: Output<'account.list'> = {
    from: '2026-01-01',
    spendLimitFen: 500_000,
    answerDays: 7,
    closedThrough: null,
    items: [
      {
        accountId: accountOf(5),
        key: 'expense.repair',
        code: '5001',
        name: '维修',
        kind: 'expense',
        balanceFen: 0,
        byHand: false,
      },
    ],
  }
  const none = { waiting: 0, toPay: 0, gaps: 0 }
  const ask = () =>
    openAs(bookkeeper, <Ask />, {
      at: '/money/ask',
      params: { ...books },
      answers: {
        'account.list': chart,
        'fund.list': { items: [] },
        'spending.list': { items: [], next: null, counts: none, mine: 0, limitFen: 500_000, mayAsk: true },
        'resolution.list': {
          items: [],
          next: null,
          counts: { open: 0, overdue: 0, done: 0, all: 0 },
        },
        'spending.ask': { id: spendingId },
      },
    })

  test('within the limit it is asked for at once', async () => {
    const wire = await ask()
    await write('买什么、做什么', '换楼道灯 12 盏')
    await write('多少元', '960')
    await tap('button', '用在哪一项：选一项，选')
    await tap('radio', '维修')
    await tap('button', '申请 960.00 元')
    expect(wire.of('spending.ask')).toEqual([
      { ...books, id: expect.any(String), words: '换楼道灯 12 盏', fen: 96_000, accountId: accountOf(5) },
    ])
    expect(phone.stack.at(-1)).toContain('/money/spending?')
  })

  test('over it a resolution has to be named', async () => {
    const wire = await ask()
    await write('买什么、做什么', '换水泵')
    await write('多少元', '5000.01')
    await tap('button', '用在哪一项：选一项，选')
    await tap('radio', '维修')
    await tap('button', '申请 5,000.01 元')
    expect(screen.getByText('超过 5,000.00 元 要有业主决议，请选一条')).toBeTruthy()
    expect(wire.of('spending.ask')).toEqual([])
  })
})

test('the desk tells how many wait where, and begins for an approver with what waits', async () => {
  const { open: _, declined: __, vouchers: ___, ...face } = spendingOf({ acts: ['approve', 'decline'] })
  const wire = await openAs(supervisor, <Spendings />, {
    at: '/money/spendings',
    params: { ...books },
    answers: {
      'spending.list': {
        items: [{ ...face, resolution: { resolutionId, words: '换灯' } }],
        next: null,
        counts: { waiting: 1, toPay: 2, gaps: 0 },
        mine: 1,
        limitFen: 500_000,
        mayAsk: true,
      },
    },
  })
  expect(wire.of('spending.list')).toEqual([{ ...books, tab: 'waiting' }])
  for (const name of ['等批准 1', '等付款 2', '缺凭证 0', '全部'])
    expect(screen.getByRole('tab', { name })).toBeTruthy()
  await tap('button', '换楼道灯 12 盏，960.00 元，等你批准，打开')
  expect(phone.stack.at(-1)).toContain(`/money/spending?communityId=${books.communityId}`)
  await tap('button', '申请一笔支出')
  expect(phone.stack.at(-1)).toContain('/money/ask?')
})
