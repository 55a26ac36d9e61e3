import { screen, within } from '@testing-library/react'
import One from '../../miniprogram/whistle/one'
import { addDays, dayOf, sayDay, sayWhen } from '../../shared/kernel/time'
import { newPhone, openAs } from '../kernel/screens/open'
import { communityWorker, idOf, owner } from '../kernel/screens/people'
import { tap } from '../kernel/screens/tap'
import { breakDown, refuse } from '../kernel/screens/wire'
import { phone } from '../kernel/taro'
import {
  at,
  dispatchOf,
  hoursAway,
  key,
  photoOf,
  resolvedOf701,
  stepOf,
  type Whistle,
  whistleOf,
} from './sample'

beforeEach(newPhone)

const open = (whistle: Whistle, me = owner) =>
  openAs(me, <One />, { ...at, answers: { 'whistle.get': whistle } })

test('the reporter sees what it is, how it stands, what happened and what waits for them', async () => {
  await open(resolvedOf701())
  expect(await screen.findByText('一单元楼梯没有扶手')).toBeTruthy()
  expect(screen.getByText('9栋 1单元 · 安全隐患 · 12 位邻居也遇到')).toBeTruthy()
  expect(screen.getByText('等你评价')).toBeTruthy()
  expect(screen.getByText('你吹了哨')).toBeTruthy()
  expect(screen.getByText('社区受理')).toBeTruthy()
  expect(screen.getByText('弘运物业公司装好了')).toBeTruthy()
  expect(screen.getByText('装了不锈钢扶手')).toBeTruthy()
  expect(screen.getByText('等你说一句：修好了吗？')).toBeTruthy()
})

test('until which day an answer is waited for is said, counted from when it was done', async () => {
  const done = stepOf(1, '物业装好了', '物业', { action: 'whistle.resolved', at: hoursAway(-48) })
  const later = stepOf(2, '系统提醒', '系统', { action: 'whistle.reminded', at: hoursAway(-1) })
  await open(resolvedOf701({ steps: [done, later] }))
  const day = sayDay(addDays(dayOf(new Date(done.at)), 7)).slice(5)
  expect(await screen.findByText(new RegExp(`${day}前没有回答，就按“没有答复”结束`))).toBeTruthy()
})

test('the three answers of the reporter stand as buttons, and nothing else', async () => {
  await open(resolvedOf701())
  await screen.findByText('等你评价')
  for (const name of ['修好了', '修了一半', '没修好'])
    expect(screen.getByRole('button', { name })).toBeTruthy()
  expect(screen.queryByRole('button', { name: '回访' })).toBeNull()
})

test('exactly the acts that the server opens are drawn; more than four are behind one word', async () => {
  await open(whistleOf({ acts: ['join', 'askBack', 'accept', 'reject', 'merge'] }), communityWorker)
  expect(await screen.findByRole('button', { name: '受理并派单' })).toBeTruthy()
  expect(screen.getByRole('button', { name: '问清楚' })).toBeTruthy()
  expect(screen.queryByRole('button', { name: '我也遇到' })).toBeNull()
  await tap('button', '更多')
  const sheet = within(screen.getByRole('dialog', { name: '还可以' }))
  expect(sheet.getByRole('button', { name: '并入另一件' })).toBeTruthy()
  expect(sheet.getByRole('button', { name: '我也遇到' })).toBeTruthy()
  await tap('button', '并入另一件')
  expect(screen.getByRole('dialog', { name: '并入另一件' })).toBeTruthy()
})

test('who may do nothing is shown no buttons', async () => {
  await open(whistleOf({ state: 'closed', mine: 'first', outcome: 'solved', stars: 4 }))
  expect(await screen.findByText('你说修好了，满意 4 颗星（一共 5 颗）')).toBeTruthy()
  expect(screen.queryAllByRole('button').map((b) => b.getAttribute('aria-label') ?? b.textContent)).toEqual(
    [],
  )
})

test('both deadlines are said in words, and one that has passed says how late it is', async () => {
  await open(whistleOf({ state: 'responded', responseDueAt: hoursAway(-5), resolutionDueAt: hoursAway(-3) }))
  expect(await screen.findByText(/^[^，]+ 前办好（晚了 3 小时）$/)).toBeTruthy()
  expect(screen.queryByText(/到现场/)).toBeNull()
})

test('the one deadline that is left is told once', async () => {
  const resolutionDueAt = hoursAway(3)
  const says = `弘运物业公司 已到场，${sayWhen(new Date(resolutionDueAt), new Date())} 前办好`
  await open(whistleOf({ state: 'responded', says, resolutionDueAt }))
  expect(await screen.findByText(says)).toBeTruthy()
  expect(screen.getAllByText(/前办好/)).toHaveLength(1)
})

test('what waits for an answer is under way for nobody', async () => {
  await open(resolvedOf701({ dispatches: [dispatchOf(1, '弘运物业公司', { takenBy: '小李' })] }))
  expect(await screen.findByText('牵头 · 小李办的')).toBeTruthy()
  expect(screen.getByText('已办结')).toBeTruthy()
  expect(screen.queryByText('在办')).toBeNull()
})

test('a deadline that reaches into a year without a calendar says so', async () => {
  await open(whistleOf({ provisional: true }))
  expect(
    await screen.findByText(/前到现场，.+ 前办好。明年的放假安排还没公布，公布后时限会跟着调整$/),
  ).toBeTruthy()
})

test('photos stand as before and after, open large among each other, and wait visibly to be released', async () => {
  await open(
    whistleOf({
      photos: [
        photoOf(1),
        photoOf(2, { when: 'after', released: false }),
        photoOf(3, { thumb: null, whole: null, released: false }),
      ],
    }),
  )
  expect(await screen.findAllByText('之前')).toHaveLength(2)
  expect(screen.getByText('之后')).toBeTruthy()
  expect(screen.getAllByText('等社区看过再公开')).toHaveLength(2)
  await tap('button', '看大图：之前的照片 1')
  expect(phone.previewed).toEqual({ current: '/files/1.jpg', urls: ['/files/1.jpg', '/files/2.jpg'] })
})

test('one that was merged leads to the one it went into', async () => {
  await open(whistleOf({ state: 'merged', mine: 'first', mergedInto: idOf(20, 2) }))
  await screen.findByText('并到另一件')
  await tap('button', '这件事并到了另一件，去看那一件')
  expect(phone.stack.at(-1)).toBe(`/whistle/one?communityId=${key.communityId}&whistleId=${idOf(20, 2)}`)
})

test('the community sees who reported it, who stays anonymous to others, and who has no app', async () => {
  const reporters = [
    { name: '王阿姨', phone: '154****0001', anonymous: true, first: true },
    { name: '老赵', phone: null, anonymous: false, first: false },
  ]
  await open(
    whistleOf({ reporters, callers: [{ callerId: idOf(20, 3), name: '李大爷', phone: '139****0002' }] }),
    communityWorker,
  )
  expect(await screen.findByText('谁报的')).toBeTruthy()
  expect(screen.getByText('154****0001')).toBeTruthy()
  expect(screen.getByText('对外匿名')).toBeTruthy()
  expect(screen.getByText('没有用手机报，要打电话告诉进展')).toBeTruthy()
})

test('a long story is folded to its last steps', async () => {
  const steps = Array.from({ length: 30 }, (_, i) =>
    stepOf(i, `社区第 ${i} 步`, '社区', { at: hoursAway(-40 + i) }),
  )
  await open(whistleOf({ steps, dispatches: [dispatchOf(1, '弘运物业公司')] }))
  expect(await screen.findByText('社区第 29 步')).toBeTruthy()
  expect(screen.queryByText('社区第 17 步')).toBeNull()
  await tap('button', '看前面的 18 步')
  expect(screen.getByText('社区第 0 步')).toBeTruthy()
})

test('a month after closing one question is asked, answered by one tap', async () => {
  const wire = await open(whistleOf({ state: 'closed', mine: 'first', surveyAsked: true }))
  await screen.findByText('一个月前的这件事，现在还好吗？')
  wire.answer({
    'whistle.survey': { answer: 'well' },
    'whistle.get': whistleOf({ state: 'closed', mine: 'first' }),
  })
  await tap('button', '好着呢')
  expect(await screen.findByText('记下了，谢谢你')).toBeTruthy()
  expect(wire.of('whistle.survey')).toEqual([{ ...key, answer: 'well' }])
  expect(screen.queryByText('一个月前的这件事，现在还好吗？')).toBeNull()
})

test("another community's whistle is not there, and what failed can be tried again", async () => {
  const wire = await openAs(owner, <One />, { ...at, answers: { 'whistle.get': refuse('not_found') } })
  expect(await screen.findByText('没能打开')).toBeTruthy()
  wire.answer({ 'whistle.get': breakDown })
  await tap('button', '再试一次')
  wire.answer({ 'whistle.get': whistleOf() })
  await tap('button', '再试一次')
  expect(await screen.findByText('一单元楼梯没有扶手')).toBeTruthy()
})

test('what was read is there without signal', async () => {
  await open(resolvedOf701())
  await screen.findByText('等你评价')
  phone.setOnline(false)
  await openAs(owner, <One />, at)
  expect(await screen.findByText('没有信号，这是上次看到的内容')).toBeTruthy()
  expect(screen.getByText('弘运物业公司装好了')).toBeTruthy()
})

test('a link without its ids leads to my whistles', async () => {
  await openAs(owner, <One />, { at: '/whistle/one' })
  await tap('button', '看我的哨')
  expect(phone.stack.at(-1)).toBe('/whistle/mine')
})
