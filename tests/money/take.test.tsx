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

  test('more than it, and the rest is said to be kept for what comes', async () => {
    const wire = await toThree()
    await write('收多少元', '500.50')
    expect(screen.getByText('多的 345.50 元留作预收，以后到期先从这里扣。')).toBeTruthy()
    await tap('button', '现金收 500.50 元')
    const [sent] = wire.of('receipt.take')
    expect(sent).toMatchObject({ fen: 50_050, prepay: true })
    expect(sent?.chargeIds).toBeUndefined()
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
