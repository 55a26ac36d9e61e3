import { act, fireEvent, screen } from '@testing-library/react'
import Take from '../../miniprogram/money/take'
import { hasParts, partsOf } from '../../shared/lease/find'
import { newPhone, openAs } from '../kernel/screens/open'
import { home701, idOf, owner } from '../kernel/screens/people'
import { tap, write } from '../kernel/screens/tap'
import { type Answers, refuse } from '../kernel/screens/wire'
import { phone } from '../kernel/taro'
import {
  arrearsOf,
  bookkeeper,
  books,
  chargeFace,
  chargeOf,
  dueOf,
  leaseId,
  spaceFace,
  spacesOf,
} from './faces'

beforeEach(newPhone)

const taken = { id: idOf(60, 1), entryId: idOf(51, 9), number: 129, prepaidFen: 0, owedFen: 15_500 }
const open = (answers: Answers = {}, params: Record<string, string> = {}, me = bookkeeper) =>
  openAs(me, <Take />, {
    at: '/money/take',
    params,
    answers: {
      'charge.arrears': arrearsOf(),
      'receipt.due': dueOf(),
      'receipt.take': taken,
      ...answers,
    },
  })
const first = '3 号 9栋1单元701，欠 310.00 元，收'

test('three taps: whose, which charge, how it is paid', async () => {
  const wire = await open()
  await tap('button', first)
  await tap('button', '3号车位 10月，收 155.00 元')
  await tap('button', '现金收 155.00 元')
  expect(wire.of('receipt.due')[0]).toEqual({ ...books, leaseId })
  expect(wire.of('receipt.take')).toEqual([
    {
      ...books,
      id: expect.any(String),
      of: { leaseId },
      fen: 15_500,
      by: 'cash',
      on: '2026-11-22',
      chargeIds: [chargeOf(10)],
    },
  ])
  expect(screen.getByText('收好了')).toBeTruthy()
  expect(screen.getByText('第 129 号账')).toBeTruthy()
  expect(screen.getByText('还欠 155.00 元')).toBeTruthy()
})

test('a second tap while the first is under way takes nothing more', async () => {
  let answer: (value: typeof taken) => void = () => {}
  const wire = await open({ 'receipt.take': () => new Promise((come) => (answer = come)) })
  await tap('button', first)
  await tap('button', '全部一起收，310.00 元')
  const way = screen.getByRole('button', { name: '微信收 310.00 元' })
  await act(async () => {
    fireEvent.click(way)
    fireEvent.click(way)
    fireEvent.click(screen.getByRole('button', { name: '现金收 310.00 元' }))
  })
  expect(wire.of('receipt.take').map((t) => [t.by, t.fen])).toEqual([['wechat', 31_000]])
  await act(async () => answer(taken))
  expect(screen.getByText('收好了')).toBeTruthy()
})

test('without signal it waits on the phone, and it is said that it will be booked once', async () => {
  const wire = await open()
  await tap('button', first)
  await tap('button', '3号车位 10月，收 155.00 元')
  act(() => phone.setOnline(false))
  await tap('button', '现金收 155.00 元')
  expect(screen.getByText('先存在手机里')).toBeTruthy()
  expect(screen.getByText('1 条待传')).toBeTruthy()
  expect(screen.getByText('没有信号，有信号时自动记上，不会记两次。')).toBeTruthy()
  expect(wire.of('receipt.take')).toEqual([])
})

describe('one tap further', () => {
  const toThree = async (answers: Answers = {}) => {
    const wire = await open(answers)
    await tap('button', first)
    await tap('button', '3号车位 10月，收 155.00 元')
    await tap('button', '收少一点或多一点')
    return wire
  }

  test('a part of it', async () => {
    const wire = await toThree()
    await write('收多少元', '100')
    expect(screen.getByText('先收一部分，还欠 55.00 元。')).toBeTruthy()
    await tap('button', '转账收 100.00 元')
    expect(wire.of('receipt.take')).toMatchObject([{ fen: 10_000, by: 'bank', chargeIds: [chargeOf(10)] }])
  })

  test('more than it: the chosen one first, then what else is due, and it is said which', async () => {
    const wire = await toThree()
    await write('收多少元', '200')
    expect(screen.getByText('多的 45.00 元先交“3号车位 11月”。')).toBeTruthy()
    await tap('button', '现金收 200.00 元')
    expect(wire.of('receipt.take')).toMatchObject([{ fen: 20_000, prepay: true, chargeIds: [chargeOf(10)] }])
  })

  test('more than all that is due, and the rest is said to be kept for what comes', async () => {
    const wire = await toThree()
    await write('收多少元', '500.50')
    expect(
      screen.getByText('多的 155.00 元先交“3号车位 11月”，再多的 190.50 元留作预收，以后到期先从这里扣。'),
    ).toBeTruthy()
    await tap('button', '现金收 500.50 元')
    expect(wire.of('receipt.take')).toMatchObject([{ fen: 50_050, prepay: true, chargeIds: [chargeOf(10)] }])
  })

  test.each(['0', '-5', '1.234', '一百'])('%s yuan is not taken', async (typed) => {
    const wire = await toThree()
    await write('收多少元', typed)
    await tap('button', /^现金收/)
    expect(screen.getByText('请写多少元，要大于 0，最多两位小数')).toBeTruthy()
    expect(wire.of('receipt.take')).toEqual([])
  })
})

test('somebody was faster: it is told, and nothing typed is lost', async () => {
  await open({ 'receipt.take': refuse('receipt_over', undefined, { owed: '0.00 元' }) })
  await tap('button', first)
  await tap('button', '3号车位 10月，收 155.00 元')
  await tap('button', '现金收 155.00 元')
  expect(screen.getByText(/只欠 0.00 元，收多了/)).toBeTruthy()
  expect(screen.getByRole('button', { name: '现金收 155.00 元' })).toBeTruthy()
})

test('whoever owes nothing can pay ahead', async () => {
  const wire = await open({ 'receipt.due': dueOf({ items: [], owedFen: 0 }) }, { ...books, leaseId })
  await tap('button', '收一笔预收')
  await write('收多少元', '1825')
  await tap('button', '微信收 1,825.00 元')
  expect(wire.of('receipt.take')).toMatchObject([{ fen: 182_500, prepay: true, of: { leaseId } }])
})

test('what was held before there were books is told of, while that may be; it takes no money', async () => {
  await open({}, { ...books, leaseId })
  expect(screen.queryByRole('button', { name: '补记开账前收的' })).toBeNull()
  const wire = await open(
    {
      'receipt.due': dueOf({ mayCarry: true }),
      'receipt.carry': { id: idOf(60, 3), entryId: idOf(51, 9), number: 3, heldFen: 50_000 },
    },
    { ...books, leaseId },
  )
  await tap('button', '补记开账前收的')
  await tap('button', '补记')
  expect(screen.getByText('请选一样')).toBeTruthy()
  await tap('radio', '押金')
  await write('多少元', '500')
  await tap('button', '补记 500.00 元')
  expect(screen.getByText('补记了 500.00 元')).toBeTruthy()
  expect(wire.of('receipt.carry')).toMatchObject([{ of: { leaseId }, held: 'deposit', fen: 50_000 }])
})

test('a home is opened from its arrears, and its money is its own', async () => {
  const wire = await open(
    {
      'receipt.due': dueOf({
        number: null,
        plate: null,
        items: [
          chargeFace(11, { says: '垃圾清运费 11月', leaseId: null, homeId: home701.homeId, fen: 1_000 }),
        ],
        owedFen: 1_000,
      }),
    },
    { ...books, homeId: home701.homeId },
  )
  await tap('button', '垃圾清运费 11月，收 10.00 元')
  await tap('button', '现金收 10.00 元')
  expect(wire.of('receipt.take')).toMatchObject([{ of: { homeId: home701.homeId }, fen: 1_000 }])
})

test('what a home paid ahead is given back to it, with its paper only', async () => {
  const ofHome = { number: null, plate: null, items: [], owedFen: 0, prepaidFen: 10_000 }
  const wire = await open({ 'receipt.due': dueOf(ofHome) }, { ...books, homeId: home701.homeId })
  await tap('button', '退预收')
  expect(screen.getByText('手上有 100.00 元，最多退这么多。')).toBeTruthy()
  await tap('radio', '现金')
  await tap('button', '退给他')
  expect(screen.getByText('没有凭证不入账，请先拍下凭证')).toBeTruthy()
  expect(wire.of('receipt.refund')).toEqual([])
})

test('what fell due before is there to look at, paid or not', async () => {
  const before = [
    chargeFace(11),
    chargeFace(9, { paidFen: 15_500, says: '3号车位 9月' }),
    chargeFace(8, { loweredFen: 500, paidFen: 15_000, says: '3号车位 8月' }),
  ]
  const wire = await open({ 'charge.list': { items: before, next: null } }, { ...books, leaseId })
  expect(screen.queryByText('3号车位 9月')).toBeNull()
  await tap('button', '看以前的费用')
  expect(wire.of('charge.list')).toEqual([{ ...books, leaseId }])
  expect(screen.getByText('3号车位 9月')).toBeTruthy()
  expect(screen.getAllByText('交清了')).toHaveLength(2)
  expect(screen.getByText('8月1日到期，减了 5.00')).toBeTruthy()
})

test('where nothing is held, or nobody may, there is nothing to give back', async () => {
  await open({}, { ...books, leaseId })
  expect(screen.queryByRole('button', { name: '退预收' })).toBeNull()
})

describe('a visitor', () => {
  const visitor = async (answers: Answers = {}) => {
    const wire = await open({
      'space.list': spacesOf([spaceFace(1)]),
      'receipt.visitor': { id: idOf(60, 2), entryId: idOf(51, 9), number: 130, fen: 3_000 },
      ...answers,
    })
    await tap('tab', '临时停车')
    return wire
  }

  test('pays by the day, on a green plate too', async () => {
    const wire = await visitor()
    await write('车牌', '渝ad12345')
    expect(screen.getByText('车牌是 渝A·D12345')).toBeTruthy()
    await tap('button', '填上：3 天')
    await tap('button', '微信收 30.00 元')
    expect(wire.of('receipt.visitor')).toMatchObject([{ plate: '渝ad12345', days: 3, by: 'wechat' }])
    expect(screen.getByText('渝A·D12345，停 3 天，微信')).toBeTruthy()
  })

  test('what is no plate is not sent', async () => {
    const wire = await visitor()
    await write('车牌', '渝I1234')
    await tap('button', '现金收 10.00 元')
    expect(screen.getByText('这不是车牌，请照行驶证再填一次')).toBeTruthy()
    expect(wire.of('receipt.visitor')).toEqual([])
  })

  test('without a price there is nothing to take', async () => {
    await visitor({ 'space.list': spacesOf([], { visitors: null }) })
    expect(screen.getByText('还没有定临时停车的价')).toBeTruthy()
  })
})

test('a neighbour cannot take money', async () => {
  const wire = await open({}, books, owner)
  expect(screen.getByText('你现在没有收款的身份')).toBeTruthy()
  expect(wire.of('charge.arrears')).toEqual([])
})

test('whoever rents nothing is found by their home, from where the search ended', async () => {
  await open({ 'lease.list': { items: [], next: null } })
  await write('找一个', '9栋602')
  expect(await screen.findByText('租用里没有“9栋602”')).toBeTruthy()
  await tap('button', '按房号找一户')
  expect(screen.getByRole('dialog', { name: '按房号找一户' })).toBeTruthy()
})

test('what is typed is found part by part, in its order', () => {
  const found = (typed: string) => hasParts('9栋1单元701', partsOf(typed))
  for (const typed of ['9栋701', '9-1-701', '701', '9栋1单元701', '1单元 701'])
    expect(found(typed)).toBe(true)
  for (const typed of ['701-9', '8栋701', '9栋702']) expect(found(typed)).toBe(false)
  expect(hasParts('渝A12345', partsOf('渝a·12345'))).toBe(true)
})
