import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import Home from '../../miniprogram/home/index'
import { leaveForLogin } from '../../miniprogram/kernel/entry'
import { reloadMe, whenSignedOut } from '../../miniprogram/kernel/session'
import { readToken } from '../../miniprogram/kernel/token'
import Start from '../../miniprogram/start/index'
import { newPhone, openAs } from '../kernel/screens/open'
import { idOf, owner } from '../kernel/screens/people'
import { refuse } from '../kernel/screens/wire'
import { phone } from '../kernel/taro'

const opened = { token: 'a-new-token', expiresAt: '2026-12-21T00:00:00.000Z', personId: owner.personId }
const start = { at: '/start/index' }

beforeEach(newPhone)

test('one tap on 微信登录 signs in and leads home', async () => {
  const wire = await openAs(undefined, <Start />, {
    ...start,
    answers: { 'session.wechat': opened, 'me.get': owner },
  })
  fireEvent.click(screen.getByRole('button', { name: '微信登录' }))
  await waitFor(() => expect(phone.stack).toEqual(['/home/index']))
  expect(wire.of('session.wechat')).toEqual([{ code: 'login-code', device: '样机 1的微信' }])
  expect(readToken()).toBe('a-new-token')
})

test('a refused login is told below the button and can be tried again', async () => {
  const wire = await openAs(undefined, <Start />, {
    ...start,
    answers: { 'session.wechat': refuse('wechat_unreachable') },
  })
  fireEvent.click(screen.getByRole('button', { name: '微信登录' }))
  expect(await screen.findByText('暂时连不上微信，请过一会儿再试')).toBeTruthy()
  wire.answer({ 'session.wechat': opened, 'me.get': owner })
  fireEvent.click(screen.getByRole('button', { name: '微信登录' }))
  await waitFor(() => expect(phone.stack).toEqual(['/home/index']))
})

test('whoever opens a page without a session is led to the login', async () => {
  await openAs(undefined, <Home />)
  expect(phone.stack).toEqual(['/start/index'])
})

test('an expired session opens the login over the page in hand, and the login leads back to it', async () => {
  const wire = await openAs(owner, <Home />, { at: '/dwelling/claim' })
  whenSignedOut(leaveForLogin)
  wire.answer({ 'me.get': refuse('signed_out') })
  await act(reloadMe)
  expect(phone.stack).toEqual(['/dwelling/claim', '/start/index?back=1'])
  expect(readToken()).toBeUndefined()

  await openAs(undefined, <Start />, {
    at: '/start/index?back=1',
    params: { back: '1' },
    answers: { 'session.wechat': opened, 'me.get': owner },
  })
  phone.stack = ['/dwelling/claim', '/start/index?back=1']
  expect(screen.getByText('登录已过期。重新登录后，刚才填的都还在。')).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: '微信登录' }))
  await waitFor(() => expect(phone.stack).toEqual(['/dwelling/claim']))
})

test('another person on the same phone finds nothing of the one before', async () => {
  await openAs(owner, <Start />, {
    ...start,
    answers: { 'session.wechat': { ...opened, personId: idOf(9, 77) } },
  })
  phone.storage.set('shaodao.kept', JSON.stringify(['place.get {}']))
  phone.storage.set('shaodao.kept.place.get {}', '{"name":"盐溪桥小区"}')
  fireEvent.click(screen.getByRole('button', { name: '微信登录' }))
  await waitFor(() => expect(phone.stack).toEqual(['/home/index']))
  expect([...phone.storage.keys()].filter((k) => k.startsWith('shaodao.kept'))).toEqual([])
})
