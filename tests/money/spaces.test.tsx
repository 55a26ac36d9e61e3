import { act, screen } from '@testing-library/react'
import Lease from '../../miniprogram/money/lease'
import Let from '../../miniprogram/money/let'
import { readNumbers } from '../../miniprogram/money/renting/AddSpaces'
import Spaces from '../../miniprogram/money/spaces'
import Waiting from '../../miniprogram/money/waiting'
import type { Output } from '../../shared/contract'
import { newPhone, openAs } from '../kernel/screens/open'
import { held, home701, idOf, meWith, owner, responder, saltTree } from '../kernel/screens/people'
import { tap, write } from '../kernel/screens/tap'
import { type Answers, refuse } from '../kernel/screens/wire'
import { phone } from '../kernel/taro'
import { bookkeeper, books, leaseId, spaceFace, spaceOf, spacesOf } from './faces'

beforeEach(newPhone)

const tapThis = (it: HTMLElement | undefined) => act(async () => void it?.click())

const let3 = (owedFen: number) =>
  spaceFace(3, {
    state: 'let',
    lease: { leaseId, who: home701.label, plate: '渝A12345', to: null, owedFen },
  })
const open = (data: Output<'space.list'>, me = owner, answers: Answers = {}) =>
  openAs(me, <Spaces />, {
    at: '/money/spaces',
    params: { ...books },
    answers: { 'space.list': data, ...answers },
  })

describe('the grid', () => {
  test('a neighbour sees what is free and what is let, and nobody’s name', async () => {
    await open(
      spacesOf([spaceFace(1), spaceFace(2, { state: 'let' }), spaceFace(5, { state: 'let', mine: true })]),
    )
    expect(screen.getByText('3 个停车位：2 个有人用，1 个空着，2 户在排队')).toBeTruthy()
    expect(screen.getByRole('button', { name: '2 号，有人用，打开' })).toBeTruthy()
    expect(screen.getByRole('button', { name: '5 号，我家的，打开' })).toBeTruthy()
    expect(screen.getByText(/依据：2019年业主大会/)).toBeTruthy()
    expect(screen.queryByRole('button', { name: '登记停车位' })).toBeNull()
    await tap('button', '1 号，空着，打开')
    expect(screen.getByText('每天 5.00 元')).toBeTruthy()
    expect(screen.queryByRole('button', { name: '租出去' })).toBeNull()
  })

  test('those who keep the books see by a word who owes how much, and take it from there', async () => {
    await open(spacesOf([let3(31_000)], { mayChange: true }), bookkeeper)
    await tap('button', '3 号，欠 310.00，打开')
    expect(screen.getByText('9栋1单元701')).toBeTruthy()
    expect(screen.getByText('渝A·12345')).toBeTruthy()
    const [take] = screen.getAllByRole('button', { name: '收款' })
    await tapThis(take)
    expect(phone.stack.at(-1)).toContain(`/money/take?`)
  })

  test('a new price begins with next month where somebody rents, and refused it says from when', async () => {
    const lease = { leaseId, who: home701.label, plate: null, to: null, owedFen: 0 }
    const wire = await open(
      spacesOf([spaceFace(3, { state: 'let', lease })], { mayChange: true }),
      bookkeeper,
      {
        'space.setTariff': refuse('tariff_charged', undefined, {
          ...{ number: '3', through: '2026年12月31日', next: '2027年1月1日' },
        }),
      },
    )
    await tap('button', `3 号，${home701.label}，打开`)
    await tap('button', '定价')
    expect(screen.getByText('这个月已经按原价算了，新价从下个月起。')).toBeTruthy()
    await write('每天多少元', '10')
    await tap('button', '就这样定')
    expect(wire.of('space.setTariff')).toMatchObject([{ spaceIds: [spaceOf(3)], from: '2026-12-01' }])
    expect(screen.getByText(/新价请从 2027年1月1日 或以后起/)).toBeTruthy()
  })

  test('a free one is let from the grid', async () => {
    await open(spacesOf([spaceFace(1)], { mayChange: true }), bookkeeper)
    await tap('button', '1 号，空着，打开')
    await tap('button', '租出去')
    expect(phone.stack.at(-1)).toContain(`spaceId=${spaceOf(1)}`)
  })

  test('parking that rests on nothing says so, and what it rests on is written down', async () => {
    const wire = await open(spacesOf([], { ground: null, mayChange: true }), bookkeeper, {
      'space.setGround': { ground: { resolutionId: null, on: '2019-06-01', named: '2019年业主大会' } },
    })
    expect(screen.getByText('还没有写明依据')).toBeTruthy()
    await tap('button', '写明依据')
    await tap('button', '写上')
    expect(screen.getByText('请选一条决议，或写明以前的决定')).toBeTruthy()
    await tap('radio', /^以前的决定/)
    await write('哪次会定的', '2019年业主大会')
    await tap('button', '写上')
    expect(screen.getByText('请选日期')).toBeTruthy()
    expect(wire.of('space.setGround')).toEqual([])
  })

  test.each([
    ['1-46', 46],
    ['A1 A2，A3', 3],
    ['3 3 3', 1],
    ['9-1', undefined],
    ['1-500', undefined],
    ['', undefined],
  ])('“%s” reads as %p numbers', (typed, count) => expect(readNumbers(typed)?.length).toBe(count))

  test('forty-six spaces are registered in one go, each with an id of its own', async () => {
    const wire = await open(spacesOf([], { mayChange: true }), bookkeeper, { 'space.add': { added: 46 } })
    const [add] = screen.getAllByRole('button', { name: '登记停车位' })
    await tapThis(add)
    await write('编号', '1-46')
    await write('每天多少元', '5')
    await tap('button', '登记 46 个')
    const [sent] = wire.of('space.add')
    expect(new Set(sent?.spaces.map((s) => s.id)).size).toBe(46)
    expect(sent?.tariff).toEqual({ unit: 'day', fen: 500, from: '2026-11-22' })
    expect(screen.getByText('登记了 46 个停车位')).toBeTruthy()
  })
})

describe('letting', () => {
  const queue: Output<'lease.waiting'> = {
    total: 1,
    items: [
      {
        waitId: idOf(59, 1),
        place: 1,
        since: '2026-10-01T01:00:00.000Z',
        mine: false,
        called: true,
        homeId: home701.homeId,
        who: home701.label,
        plate: '渝AD12345',
      },
    ],
  }
  const openLet = (answers: Answers = {}) =>
    openAs(bookkeeper, <Let />, {
      at: '/money/let',
      params: { ...books, spaceId: spaceOf(1), number: '1', kind: 'parking' },
      answers: { 'lease.waiting': queue, 'lease.add': { id: leaseId }, ...answers },
    })

  test('the first in the line is asked first, by one tap', async () => {
    const wire = await openLet()
    await tap('button', '租给第一位')
    await tap('button', '租出去')
    expect(wire.of('lease.add')).toEqual([
      {
        ...books,
        id: expect.any(String),
        spaceId: spaceOf(1),
        homeId: home701.homeId,
        plate: '渝AD12345',
        from: '2026-11-22',
      },
    ])
    expect(phone.stack.at(-1)).toContain('/money/lease?')
  })

  test('what overlaps is refused with what to do', async () => {
    await openLet({ 'lease.add': refuse('lease_overlaps') })
    await tap('button', '租给第一位')
    await tap('button', '租出去')
    expect(screen.getByText('这个位置在这段时间已经租出去了，请换一个或改日期')).toBeTruthy()
  })

  test('without a home and a plate nothing is sent', async () => {
    const wire = await openLet({ 'lease.waiting': { total: 0, items: [] } })
    await tap('button', '租出去')
    expect(screen.getByText('请选哪一户')).toBeTruthy()
    expect(screen.getByText('这不是车牌，请照行驶证再填一次')).toBeTruthy()
    expect(wire.of('lease.add')).toEqual([])
  })
})

describe('one lease', () => {
  const lease = (more: Partial<Output<'lease.get'>> = {}): Output<'lease.get'> => ({
    leaseId,
    spaceId: spaceOf(3),
    kind: 'parking',
    number: '3',
    homeId: home701.homeId,
    who: home701.label,
    plate: '渝A12345',
    from: '2026-01-01',
    to: null,
    agreed: null,
    owedFen: 15_500,
    prepaidFen: 5_000,
    depositFen: 0,
    charges: [
      {
        chargeId: idOf(54, 11),
        from: '2026-11-01',
        to: '2026-11-30',
        fen: 15_000,
        paidFen: 0,
        loweredFen: 0,
      },
    ],
    receipts: [],
    mayChange: false,
    ...more,
  })
  const openLease = (data: Output<'lease.get'>, me = owner, answers: Answers = {}) =>
    openAs(me, <Lease />, {
      at: '/money/lease',
      params: { ...books, leaseId },
      answers: { 'lease.get': data, ...answers },
    })

  test('the home itself reads what fell due and what it paid ahead, and can change nothing', async () => {
    await openLease(lease())
    expect(screen.getByText('9栋1单元701，渝A·12345')).toBeTruthy()
    expect(screen.getByText('欠 150.00')).toBeTruthy()
    expect(screen.getByText('预收着')).toBeTruthy()
    for (const name of ['收款', '结束租用', '改车牌', '退预收'])
      expect(screen.queryByRole('button', { name })).toBeNull()
  })

  test('what is held is given back with its paper only', async () => {
    const wire = await openLease(lease({ mayChange: true }), bookkeeper)
    await tap('button', '更多')
    await tap('button', '退预收')
    await tap('radio', '现金')
    await tap('button', '退给他')
    expect(screen.getByText('没有凭证不入账，请先拍下凭证')).toBeTruthy()
    expect(wire.of('receipt.refund')).toEqual([])
  })

  test('it ends on a day, and is told that the rest is taken off by the day', async () => {
    const wire = await openLease(lease({ mayChange: true }), bookkeeper, {
      'lease.end': { to: '2026-11-22', loweredFen: 4_000, prepaidFen: 9_000 },
    })
    await tap('button', '结束租用')
    await tap('button', '就到这天')
    expect(wire.of('lease.end')).toEqual([{ ...books, leaseId, id: expect.any(String), to: '2026-11-22' }])
  })

  test('with a last day it ends on another one, or goes on from the day after as a lease of its own', async () => {
    await openLease(lease({ to: '2026-12-31', mayChange: true }), bookkeeper, {
      'lease.end': refuse('lease_charged', undefined, { to: '2026年12月31日', next: '2027年1月1日' }),
    })
    await tap('button', '改结束的日子')
    expect(screen.getByText('原来说好租到 12月31日。')).toBeTruthy()
    await tap('button', '就到这天')
    expect(screen.getByText(/要接着租，请从 2027年1月1日 起另租一份/)).toBeTruthy()
    await tap('button', '接着租')
    expect(phone.stack.at(-1)).toContain('from=2027-01-01')
    expect(phone.stack.at(-1)).toContain(`homeId=${home701.homeId}`)
  })

  test('that is over can be neither ended nor continued', async () => {
    await openLease(lease({ to: '2026-11-21', mayChange: true }), bookkeeper)
    for (const name of ['改结束的日子', '结束租用', '接着租'])
      expect(screen.queryByRole('button', { name })).toBeNull()
  })
})

describe('the waiting list', () => {
  const one = (place: number, more: Partial<Output<'lease.waiting'>['items'][number]> = {}) => ({
    waitId: idOf(59, place),
    place,
    since: '2026-11-01T01:00:00.000Z',
    mine: false,
    called: false,
    homeId: null,
    who: null,
    plate: null,
    ...more,
  })
  const openWaiting = (items: ReturnType<typeof one>[], me = owner, answers: Answers = {}) =>
    openAs(me, <Waiting />, {
      at: '/money/waiting',
      params: { ...books },
      answers: { 'lease.waiting': { total: items.length, items }, ...answers },
    })

  test('a home joins the line with its plate', async () => {
    const wire = await openWaiting([one(1)], owner, { 'lease.wait': { id: idOf(59, 2), place: 2 } })
    expect(screen.getByText('第 1 位 一户邻居')).toBeTruthy()
    await tap('button', '我家也排队')
    await write('车牌', '渝A-12345')
    await tap('button', '排队')
    expect(wire.of('lease.wait')).toEqual([
      { ...books, id: expect.any(String), homeId: home701.homeId, plate: '渝A-12345' },
    ])
  })

  test('whose turn it is is said by a word', async () => {
    await openWaiting([one(1, { mine: true, called: true }), one(2)], owner)
    expect(screen.getByText('轮到了')).toBeTruthy()
  })

  test('its own place is told, and taken back', async () => {
    const wire = await openWaiting([one(1), one(2, { mine: true })], owner, {
      'lease.unwait': { waitId: idOf(59, 2) },
    })
    await tap('button', '我家不排了')
    await tap('button', '不排了')
    expect(wire.of('lease.unwait')).toEqual([{ ...books, waitId: idOf(59, 2) }])
  })

  test('somebody is passed over with a reason only', async () => {
    const wire = await openWaiting([one(1, { who: home701.label, homeId: home701.homeId })], bookkeeper)
    await tap('button', `第 1 位，${home701.label}，从队里去掉`)
    await tap('button', '去掉')
    expect(screen.getByText('请写一句为什么，对方会看到')).toBeTruthy()
    expect(wire.of('lease.unwait')).toEqual([])
  })
})

test('a guard of the property company picks the compound, which their role does not name', async () => {
  await openAs(responder, <Spaces />, {
    at: '/money/spaces',
    answers: { 'place.tree': saltTree, 'space.list': spacesOf([spaceFace(1)]) },
  })
  expect(screen.getByRole('button', { name: '哪个小区：盐溪桥小区，选' })).toBeTruthy()
})

test('whoever keeps the books of two compounds picks which, and reads those', async () => {
  const other = { ...books, compoundId: saltTree.compounds[1]!.compoundId }
  const keeper = meWith([held('bookkeeper', '盐溪桥小区', books), held('bookkeeper', '河坎职工宿舍', other)])
  const wire = await openAs(keeper, <Spaces />, {
    at: '/money/spaces',
    answers: { 'place.tree': saltTree, 'space.list': spacesOf([spaceFace(1)]) },
  })
  expect(wire.of('space.list').at(-1)).toMatchObject(books)
  await tap('button', '哪个小区：盐溪桥小区，选')
  await tap('radio', '河坎职工宿舍')
  expect(wire.of('space.list').at(-1)).toMatchObject(other)
})
