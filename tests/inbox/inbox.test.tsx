import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import Home from '../../miniprogram/home/index'
import Inbox from '../../miniprogram/inbox/index'
import type { Output } from '../../shared/contract'
import { newPhone, openAs } from '../kernel/screens/open'
import { idOf, newcomer, owner, salt } from '../kernel/screens/people'
import { tap } from '../kernel/screens/tap'
import { type Answers, breakDown } from '../kernel/screens/wire'
import { phone } from '../kernel/taro'

type Line = Output<'inbox.list'>['items'][number]

const at = { at: '/inbox/index' }
const daysAgo = (n: number) => new Date(Date.now() - n * 86_400_000)
const line = (n: number, when: Date, says: string, more: Partial<Line> = {}): Line => ({
  lineId: idOf(15, n),
  communityId: salt.communityId,
  at: when.toISOString(),
  subjectKind: 'claim',
  subjectId: idOf(13, 1),
  action: 'claim.accepted',
  subject: '9栋1单元701',
  says,
  next: null,
  actor: '社区工作者 小陈',
  times: 1,
  unread: false,
  after: null,
  ...more,
})
const railing = line(1, daysAgo(0), '派给了弘运物业公司', {
  subjectKind: 'whistle',
  subjectId: idOf(20, 1),
  action: 'whistle.dispatched',
  subject: '一单元楼梯没有扶手',
  next: '弘运物业公司 今天 17:00 前到场',
  actor: '社区',
  times: 3,
  unread: true,
})
const seen = line(2, daysAgo(1), '看了你的完整手机号，为了联系办事', {
  subjectKind: 'person',
  action: 'person.revealed',
})
const page = (unread: number, ...items: Line[]) => ({ items, next: null, unread })
const open = (answers: Answers) => openAs(owner, <Inbox />, { ...at, answers })

beforeEach(newPhone)

test('a line says what it is about, who did what, what comes next and how many steps it stands for', async () => {
  await open({ 'inbox.list': page(1, railing, seen), 'inbox.read': { unread: 0 } })
  expect(await screen.findByText('一单元楼梯没有扶手')).toBeTruthy()
  expect(screen.getByText('社区派给了弘运物业公司')).toBeTruthy()
  expect(screen.getByText('弘运物业公司 今天 17:00 前到场')).toBeTruthy()
  expect(screen.getByText(/ · 3 步$/)).toBeTruthy()
  expect(screen.getByText('看了你的完整手机号，为了联系办事')).toBeTruthy()
  expect(screen.getByText(/^社区工作者 小陈 · \d\d:\d\d$/)).toBeTruthy()
  expect(screen.getByText('今天')).toBeTruthy()
  expect(screen.getByText('昨天')).toBeTruthy()
})

test('a line leads to its whistle; the others lead where more of them stands', async () => {
  const tie = line(3, daysAgo(2), '把你登记到了 9栋1单元701', { subjectKind: 'tie', action: 'tie.added' })
  await open({ 'inbox.list': page(0, railing, line(4, daysAgo(1), '核实通过'), seen, tie) })
  await screen.findByText('核实通过')
  await tap('button', /^未读，一单元楼梯没有扶手，社区派给了弘运物业公司/)
  expect(phone.stack.at(-1)).toBe(`/whistle/one?communityId=${salt.communityId}&whistleId=${idOf(20, 1)}`)
  await tap('button', /^核实通过/)
  expect(phone.stack).toEqual(['/me/index'])
  await tap('button', /^把你登记到了/)
  expect(phone.stack).toEqual(['/home/index'])
  expect(screen.queryByRole('button', { name: /^看了你的/ })).toBeNull()
})

test('opening marks all up to the newest as read; what was new stays marked while it is looked at', async () => {
  const wire = await open({ 'inbox.list': page(1, railing, seen), 'inbox.read': { unread: 0 } })
  expect(await screen.findByText('新')).toBeTruthy()
  await waitFor(() => expect(wire.of('inbox.read')).toEqual([{ until: railing.at }]))
  expect(phone.badge).toBeUndefined()
  expect(screen.getByText('新')).toBeTruthy()
  wire.answer({ 'inbox.list': page(0, { ...railing, unread: false }) })
  await act(async () => phone.show())
  await waitFor(() => expect(screen.queryByText('新')).toBeNull())
  expect(wire.of('inbox.read')).toHaveLength(1)
})

test('where nothing is new nothing is marked', async () => {
  const wire = await open({ 'inbox.list': page(0, seen) })
  await screen.findByText('昨天')
  expect(wire.of('inbox.read')).toHaveLength(0)
})

test('marking that failed takes nothing away, and is done the next time', async () => {
  const wire = await open({ 'inbox.list': page(2, railing), 'inbox.read': breakDown })
  await screen.findByText('一单元楼梯没有扶手')
  expect(phone.badge).toBe('2')
  await openAs(owner, <Inbox />, {
    ...at,
    answers: { 'inbox.list': page(2, railing), 'inbox.read': { unread: 0 } },
  })
  await waitFor(() => expect(phone.badge).toBeUndefined())
  expect(wire.of('inbox.read')).toHaveLength(1)
})

test('the tab of the messages says how many are new, asked whenever a tab is shown', async () => {
  const wire = await openAs(owner, <Home />, { answers: { 'inbox.unread': { unread: 4 } } })
  await waitFor(() => expect(phone.badge).toBe('4'))
  wire.answer({ 'inbox.unread': { unread: 120 } })
  await act(async () => phone.show())
  await waitFor(() => expect(phone.badge).toBe('99+'))
  wire.answer({ 'inbox.unread': { unread: 0 } })
  await act(async () => phone.show())
  await waitFor(() => expect(phone.badge).toBeUndefined())
})

test('the number of who used the phone before is not shown to the next', async () => {
  await openAs(owner, <Home />, { answers: { 'inbox.unread': { unread: 4 } } })
  await waitFor(() => expect(phone.badge).toBe('4'))
  await openAs(newcomer, <Home />, { answers: { 'inbox.unread': breakDown } })
  await waitFor(() => expect(phone.badge).toBeUndefined())
})

test('twenty at a time: more are read when asked for, and a day is not told twice', async () => {
  const wire = await open({
    'inbox.list': ({ after }) =>
      after === undefined
        ? { items: [line(1, daysAgo(0), '第一条')], next: 'c', unread: 0 }
        : page(0, line(2, daysAgo(0), '第二条')),
  })
  fireEvent.click(await screen.findByRole('button', { name: '再看一些' }))
  expect(await screen.findByText('第二条')).toBeTruthy()
  expect(screen.getAllByText('今天')).toHaveLength(1)
  expect(screen.queryByRole('button', { name: '再看一些' })).toBeNull()
  expect(wire.of('inbox.list')).toEqual([{}, { after: 'c' }])
})

test('without signal the last messages are there, and nothing is marked', async () => {
  await open({ 'inbox.list': page(0, seen) })
  await screen.findByText('昨天')
  phone.setOnline(false)
  const wire = await open({})
  expect(await screen.findByText('没有信号，这是上次看到的内容')).toBeTruthy()
  expect(screen.getByText('看了你的完整手机号，为了联系办事')).toBeTruthy()
  expect(wire.of('inbox.read')).toHaveLength(0)
})

test('an empty inbox says what will come here', async () => {
  await open({ 'inbox.list': page(0) })
  expect(await screen.findByText('还没有消息')).toBeTruthy()
})
