import { screen, within } from '@testing-library/react'
import Mine from '../../miniprogram/whistle/mine'
import type { Output } from '../../shared/contract'
import { newPhone, openAs } from '../kernel/screens/open'
import { idOf, owner, salt } from '../kernel/screens/people'
import { tap } from '../kernel/screens/tap'
import { type Answers, breakDown } from '../kernel/screens/wire'
import { phone } from '../kernel/taro'

type Line = Output<'whistle.mine'>['items'][number]

const lineOf = (n: number, title: string, more: Partial<Line> = {}): Line => ({
  communityId: salt.communityId,
  whistleId: idOf(20, n),
  title,
  place: '9栋 1单元',
  category: 'safety',
  urgency: 'ordinary',
  state: 'dispatched',
  says: '弘运物业公司 今天 17:00 前到场',
  submittedAt: '2026-11-03T00:12:00.000Z',
  joined: 0,
  waitsForMe: false,
  ...more,
})
const railing = lineOf(1, '一单元楼梯没有扶手')
const lamp = lineOf(2, '路灯不亮', { state: 'resolved', says: '修好了吗？请你说一句', waitsForMe: true })

const open = (mine: Answers['whistle.mine']) =>
  openAs(owner, <Mine />, { at: '/whistle/mine', answers: { 'whistle.mine': mine } })

beforeEach(newPhone)

test('what waits for me stands first, in words and not only in colour, and all are counted', async () => {
  await open({ items: [railing, lamp], next: null, total: 2 })
  expect(await screen.findByText('一共 2 件，也有你加入的别人的哨。')).toBeTruthy()
  expect(screen.getByText('等你说一句的 1 件')).toBeTruthy()
  const cards = screen.getAllByRole('button', { name: /，打开$/ })
  expect(cards.map((card) => within(card).getAllByRole('heading')[0]!.textContent)).toEqual([
    '路灯不亮',
    '一单元楼梯没有扶手',
  ])
  expect(screen.getByText('等你评价')).toBeTruthy()
  expect(screen.getByText('已派单')).toBeTruthy()
})

test('one opens as a page of its own', async () => {
  await open({ items: [railing], next: null, total: 1 })
  await screen.findByText('一单元楼梯没有扶手')
  await tap('button', /^一单元楼梯没有扶手/)
  expect(phone.stack.at(-1)).toBe(
    `/whistle/one?communityId=${salt.communityId}&whistleId=${railing.whistleId}`,
  )
})

test('nothing waits: then nothing is said about it', async () => {
  await open({ items: [railing], next: null, total: 1 })
  await screen.findByText('一单元楼梯没有扶手')
  expect(screen.queryByText(/等你说一句的/)).toBeNull()
  expect(screen.queryByText('其他的')).toBeNull()
})

test('hundreds come twenty at a time, and the number is that of all', async () => {
  const wire = await open(({ after }) => {
    const from = after === undefined ? 0 : Number(after)
    const items = Array.from({ length: 20 }, (_, i) => lineOf(from + i, `第 ${from + i} 件`))
    return { items, next: String(from + 20), total: 300 }
  })
  expect(await screen.findByText(/一共 300 件/)).toBeTruthy()
  expect(screen.queryByText('第 20 件')).toBeNull()
  await tap('button', '再看一些')
  expect(await screen.findByText('第 39 件')).toBeTruthy()
  expect(wire.of('whistle.mine')).toEqual([{}, { after: '20' }])
})

test('who never whistled is led to the first one', async () => {
  await open({ items: [], next: null, total: 0 })
  expect(await screen.findByText('你还没有吹过哨')).toBeTruthy()
  await tap('button', '吹第一次哨')
  expect(phone.stack.at(-1)).toBe('/whistle/new')
})

test('what failed is tried again, and what was read is there without signal', async () => {
  const wire = await open(breakDown)
  expect(await screen.findByText('没能打开')).toBeTruthy()
  wire.answer({ 'whistle.mine': { items: [lamp], next: null, total: 1 } })
  await tap('button', '再试一次')
  expect(await screen.findByText('路灯不亮')).toBeTruthy()
  phone.setOnline(false)
  await openAs(owner, <Mine />, { at: '/whistle/mine' })
  expect(await screen.findByText('没有信号，这是上次看到的内容')).toBeTruthy()
  expect(screen.getByText('路灯不亮')).toBeTruthy()
  expect(screen.getByText(/一共 1 件/)).toBeTruthy()
})
