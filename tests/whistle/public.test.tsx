import { screen, waitFor } from '@testing-library/react'
import Open from '../../miniprogram/open/index'
import { daysOf } from '../../miniprogram/whistle/parts/Calendar'
import { turnMonth } from '../../miniprogram/whistle/parts/MonthTurn'
import Public from '../../miniprogram/whistle/public'
import type { Output } from '../../shared/contract'
import { dayOf } from '../../shared/kernel/time'
import { newPhone, openAs } from '../kernel/screens/open'
import {
  bridge,
  bridgeNow,
  communityWorker,
  idOf,
  newcomer,
  owner,
  salt,
  saltTree,
} from '../kernel/screens/people'
import { tap } from '../kernel/screens/tap'
import { type Answers, breakDown } from '../kernel/screens/wire'
import { phone } from '../kernel/taro'

type Item = Output<'whistle.public'>['items'][number]

const month = dayOf(new Date()).slice(0, 7)
const n = Number(month.slice(5))
const place = { communityId: salt.communityId, compoundId: bridge.compoundId }
const item = (id: number, where: string, more: Partial<Item> = {}): Item => ({
  whistleId: idOf(20, id),
  place: where,
  category: 'water',
  urgency: 'ordinary',
  state: 'responded',
  says: '弘运物业公司 已到场，明天 18:00 前办好',
  submittedAt: `${month}-03T01:00:00.000Z`,
  joined: 4,
  steps: [
    { at: `${month}-03T01:00:00.000Z`, says: '居民吹了哨' },
    { at: `${month}-03T02:00:00.000Z`, says: '社区受理' },
  ],
  ...more,
})
const days: Output<'whistle.days'> = {
  month,
  days: [
    { day: `${month}-03`, submitted: 3, open: 1 },
    { day: `${month}-05`, submitted: 12, open: 0 },
  ],
  submitted: 15,
  done: 14,
}
const open = (answers: Answers = {}) =>
  openAs(owner, <Public />, {
    at: '/whistle/public',
    params: { ...place, compound: bridge.name },
    answers: { 'whistle.days': days, 'whistle.public': { items: [item(1, '9栋')], next: null }, ...answers },
  })

beforeEach(newPhone)

test('the month is a calendar whose days say how many there were, and whether some are open', async () => {
  await open()
  expect(await screen.findByRole('button', { name: `${n}月3日，3 件，还有 1 件在办` })).toBeTruthy()
  expect(screen.getByRole('button', { name: `${n}月5日，12 件，都办完了` })).toBeTruthy()
  expect(screen.queryByRole('button', { name: new RegExp(`^${n}月4日`) })).toBeNull()
  expect(screen.getByText('这个月 15 件，办完 14 件。点一天，看那天的事。')).toBeTruthy()
  expect(phone.title).toBe('盐溪桥小区的哨')
})

test('a tapped day lists its whistles, and all of them come back by one tap', async () => {
  const wire = await open()
  await screen.findByText('9栋 漏水停水')
  wire.answer({ 'whistle.public': { items: [item(2, '3栋')], next: null } })
  await tap('button', new RegExp(`^${n}月3日`))
  expect(await screen.findByText('3栋 漏水停水')).toBeTruthy()
  expect(screen.getByText(`${n}月3日的事`)).toBeTruthy()
  await tap('link', '看全部')
  await waitFor(() => expect(wire.of('whistle.public')).toHaveLength(3))
  expect(wire.of('whistle.public').map(({ day, show }) => day ?? show)).toEqual([
    'open',
    `${month}-03`,
    'open',
  ])
})

test('under way and done are told apart, and an empty list says what will come', async () => {
  const wire = await open({
    'whistle.public': ({ show }) => ({ items: show === 'done' ? [] : [item(1, '9栋')], next: null }),
  })
  await screen.findByText('9栋 漏水停水')
  await tap('tab', '办完')
  expect(await screen.findByText('还没有办完的事')).toBeTruthy()
  expect(wire.of('whistle.public').map((i) => i.show)).toEqual(['open', 'done'])
})

test('one tells what it is and how it stands, its steps when asked for, and no person', async () => {
  await open()
  expect(await screen.findByText(/4 位邻居也遇到/)).toBeTruthy()
  expect(screen.getByText('弘运物业公司 已到场，明天 18:00 前办好')).toBeTruthy()
  expect(screen.queryByText('社区受理')).toBeNull()
  await tap('button', '9栋 漏水停水，看经过，2 步')
  expect(screen.getByText('社区受理')).toBeTruthy()
  await tap('button', '9栋 漏水停水，收起经过')
  expect(screen.queryByText('社区受理')).toBeNull()
})

test('the months before are a tap away, the months to come are not', async () => {
  const wire = await open()
  await screen.findByText('9栋 漏水停水')
  expect(screen.queryByRole('button', { name: '下个月' })).toBeNull()
  await tap('button', '上个月')
  await waitFor(() =>
    expect(wire.of('whistle.days').map((i) => i.month)).toEqual([month, turnMonth(month, -1)]),
  )
  expect(screen.getByRole('button', { name: '下个月' })).toBeTruthy()
})

test.each([
  ['2026-11', 30, 6],
  ['2026-02', 28, 6],
  ['2024-02', 29, 3],
  ['2027-01', 31, 4],
])('%s has %i days and begins after %i others of its week', (of, count, before) => {
  const grid = daysOf(of)
  expect([grid.days.length, grid.before]).toEqual([count, before])
})

test('the month before January is December', () => {
  expect([turnMonth('2027-01', -1), turnMonth('2026-12', 1)]).toEqual(['2026-12', '2027-01'])
})

test('a calendar that failed is tried again while the list stands', async () => {
  const wire = await open({ 'whistle.days': breakDown })
  expect(await screen.findByText('没能打开')).toBeTruthy()
  expect(screen.getByText('9栋 漏水停水')).toBeTruthy()
  wire.answer({ 'whistle.days': days })
  await tap('button', '再试一次')
  expect(await screen.findByRole('button', { name: new RegExp(`^${n}月3日`) })).toBeTruthy()
})

test('the door stands in 公开: for my compound, for all of them where I work, for none without a home', async () => {
  const answers = { 'place.tree': saltTree, 'place.get': bridgeNow }
  await openAs(owner, <Open />, { at: '/open/index', answers })
  await screen.findByText('小区里的哨')
  expect(screen.getAllByRole('button', { name: /的哨，/ })).toHaveLength(1)
  await tap('button', '盐溪桥小区的哨，报了什么事，办到哪一步')
  expect(phone.stack.at(-1)).toContain(
    `/whistle/public?communityId=${salt.communityId}&compoundId=${bridge.compoundId}`,
  )
  await openAs(communityWorker, <Open />, { at: '/open/index', answers })
  await screen.findByText('小区里的哨')
  expect(screen.getAllByRole('button', { name: /的哨，/ })).toHaveLength(2)
  await openAs(newcomer, <Open />, { at: '/open/index', answers })
  expect(screen.queryByText('小区里的哨')).toBeNull()
})
