import { screen, waitFor } from '@testing-library/react'
import Party from '../../miniprogram/desk/party'
import type { Output } from '../../shared/contract'
import { newPhone, openAs } from '../kernel/screens/open'
import { communityWorker, hong, responder } from '../kernel/screens/people'
import { tap } from '../kernel/screens/tap'
import { type Answers, breakDown, refuse } from '../kernel/screens/wire'
import { phone } from '../kernel/taro'
import { inMinutes, type OnDesk, onDesk } from './onDesk'

const pipe = onDesk(1, { title: '水管漏水', urgency: 'danger', joined: 3 })
const lamp = onDesk(2, { title: '路灯不亮', lead: false, state: 'responded', takenBy: '小陈' })
const lift = onDesk(3, {
  title: '电梯不动',
  communityId: hong.communityId,
  takenBy: '我',
  takenByMe: true,
  responseDueAt: inMinutes(-185),
})
const page = (...items: OnDesk[]): Output<'whistle.desk'> => ({
  items,
  next: null,
  counts: { toRespond: 2, underWay: 5, overdue: 1 },
})
const open = (more: Answers = {}, me = responder) =>
  openAs(me, <Party />, {
    at: '/desk/party',
    answers: { 'whistle.desk': page(pipe, lamp, lift), 'whistle.take': { takenBy: '我' }, ...more },
  })

beforeEach(newPhone)

test('the desk tells how much there is, whose part it is, who has it and how long there is', async () => {
  await open()
  expect(await screen.findByText('2 件要到现场 · 5 件在办 · 1 件超时')).toBeTruthy()
  expect(screen.getAllByText('弘运物业公司 · 牵头')).toHaveLength(2)
  expect(screen.getByText('弘运物业公司 · 协办')).toBeTruthy()
  expect(screen.getByText('还没有人接')).toBeTruthy()
  expect(screen.getByText('小陈 接下了')).toBeTruthy()
  expect(screen.getByText('你接下了')).toBeTruthy()
  expect(screen.getByText('危急·还剩 1 小时 30 分')).toBeTruthy()
  expect(screen.getByText('已超 3 小时')).toBeTruthy()
})

test('one tap takes what nobody has, with my name', async () => {
  const wire = await open()
  await screen.findByText('水管漏水')
  expect(screen.getAllByRole('button', { name: /^接下 / })).toHaveLength(1)
  wire.answer({ 'whistle.desk': page({ ...pipe, takenBy: '我', takenByMe: true }, lamp, lift) })
  await tap('button', '接下 水管漏水')
  expect(await screen.findByText('你接下了：水管漏水')).toBeTruthy()
  expect(wire.of('whistle.take')).toEqual([
    {
      communityId: pipe.communityId,
      whistleId: pipe.whistleId,
      dispatchId: pipe.dispatchId,
      personId: responder.personId,
    },
  ])
  await waitFor(() => expect(screen.queryByRole('button', { name: /^接下 / })).toBeNull())
})

test('when a colleague was faster it says so, and the desk is read again', async () => {
  const wire = await open({ 'whistle.take': refuse('whistle_moved') })
  await screen.findByText('水管漏水')
  await tap('button', '接下 水管漏水')
  expect(await screen.findByText(/^水管漏水：.*请刷新再看/)).toBeTruthy()
  expect(wire.of('whistle.desk').length).toBeGreaterThan(1)
})

test('without signal nothing is taken, and it says so', async () => {
  await open()
  await screen.findByText('水管漏水')
  phone.setOnline(false)
  await tap('button', '接下 水管漏水')
  expect(await screen.findByText('现在没有信号，连上后再试')).toBeTruthy()
  expect(screen.getByText('还没有人接')).toBeTruthy()
})

test('a line opens the whistle in its own community', async () => {
  await open()
  await screen.findByText('电梯不动')
  await tap('button', /^电梯不动，/)
  expect(phone.stack.at(-1)).toBe(`/whistle/one?communityId=${hong.communityId}&whistleId=${lift.whistleId}`)
})

test('what is done is behind the other tab, where nothing is taken', async () => {
  const wire = await open({
    'whistle.desk': ({ show }) =>
      show === 'done' ? page({ ...pipe, title: '早就修好', state: 'closed' }) : page(),
  })
  expect(await screen.findByText('没有派给你们的事')).toBeTruthy()
  await tap('tab', '办完')
  expect(await screen.findByText('早就修好')).toBeTruthy()
  expect(screen.getByText('已结束')).toBeTruthy()
  expect(screen.queryByRole('button', { name: /^接下/ })).toBeNull()
  expect(wire.of('whistle.desk').map((i) => i.show)).toEqual(['open', 'done'])
})

test('hundreds come twenty at a time, a failed answer is tried again', async () => {
  const twenty = (from: number) => Array.from({ length: 20 }, (_, i) => onDesk(from + i))
  const wire = await open({ 'whistle.desk': breakDown })
  expect(await screen.findByText('没能打开')).toBeTruthy()
  wire.answer({
    'whistle.desk': ({ after }) => ({ ...page(...twenty(Number(after ?? 1))), next: after ? null : '21' }),
  })
  await tap('button', '再试一次')
  expect(await screen.findByText('第 20 件')).toBeTruthy()
  await tap('button', '再看一些')
  expect(await screen.findByText('第 40 件')).toBeTruthy()
})

test('whoever sits at no desk is told so', async () => {
  const wire = await open({}, communityWorker)
  expect(screen.getByText('你现在没有办派来的事的身份')).toBeTruthy()
  expect(wire.of('whistle.desk')).toHaveLength(0)
})
