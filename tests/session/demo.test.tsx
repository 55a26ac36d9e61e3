import '../kernel/screens/inBrowser'
import { fireEvent, screen, waitFor } from '@testing-library/react'
import Start from '../../miniprogram/start/index'
import { newPhone, openAs } from '../kernel/screens/open'
import { communityWorker, idOf } from '../kernel/screens/people'
import { refuse } from '../kernel/screens/wire'
import { phone } from '../kernel/taro'

const persons = [
  { personId: idOf(9, 1), title: '居民 · 业主', where: '盐溪桥小区 9栋1单元701' },
  { personId: idOf(9, 2), title: '社区工作者', where: '盐溪社区' },
  { personId: idOf(9, 3), title: '街道工作人员', where: '江畔街道' },
]
const start = { at: '/start/index' }

beforeEach(newPhone)

test('the browser offers the demo persons in groups, and one tap makes one of them', async () => {
  const wire = await openAs(undefined, <Start />, {
    ...start,
    answers: {
      'session.persons': { persons },
      'session.demo': { token: 't', expiresAt: '2026-12-21T00:00:00.000Z', personId: idOf(9, 2) },
      'me.get': communityWorker,
    },
  })
  expect(await screen.findByText('住在这里的人')).toBeTruthy()
  expect(screen.getByText('街道和区')).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: /社区工作者/ }))
  await waitFor(() => expect(phone.stack).toEqual(['/home/index']))
  expect(wire.of('session.demo')[0]?.personId).toBe(idOf(9, 2))
})

test('where the demo is off the browser says how to open it in WeChat', async () => {
  await openAs(undefined, <Start />, { ...start, answers: { 'session.persons': refuse('demo_off') } })
  expect(await screen.findByText('请在微信里打开')).toBeTruthy()
  expect(screen.queryByText('选一个身份看看')).toBeNull()
})

test('without signal the list of persons can be asked for again', async () => {
  phone.online = false
  await openAs(undefined, <Start />, { ...start, answers: { 'session.persons': { persons } } })
  phone.online = false
  expect(await screen.findByText('现在没有信号')).toBeTruthy()
  phone.online = true
  fireEvent.click(screen.getByRole('button', { name: '再试一次' }))
  expect(await screen.findByText('社区工作者')).toBeTruthy()
})
