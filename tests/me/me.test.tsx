import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import { followLargeType } from '../../miniprogram/kernel/device'
import { enqueue } from '../../miniprogram/kernel/queue'
import { readToken } from '../../miniprogram/kernel/token'
import MePage from '../../miniprogram/me/index'
import { newPhone, openAs } from '../kernel/screens/open'
import { claimOf701, communityWorker, home701, idOf, newcomer, owner, salt } from '../kernel/screens/people'
import { refuse } from '../kernel/screens/wire'
import { phone } from '../kernel/taro'

const at = { at: '/me/index' }
const isLarge = () => document.querySelector('.k-screen')?.classList.contains('large')

beforeAll(followLargeType)
beforeEach(newPhone)

test('large type takes effect at once and is told to the server', async () => {
  const wire = await openAs(owner, <MePage />, { ...at, answers: { 'me.update': { largeType: 'on' } } })
  expect(isLarge()).toBe(false)
  fireEvent.click(screen.getByRole('radio', { name: '大字' }))
  expect(isLarge()).toBe(true)
  await waitFor(() => expect(wire.of('me.update')).toEqual([{ largeType: 'on' }]))
})

test('large type works without signal too', async () => {
  await openAs(owner, <MePage />, at)
  phone.setOnline(false)
  await act(async () => fireEvent.click(screen.getByRole('radio', { name: '大字' })))
  expect(isLarge()).toBe(true)
  expect(screen.queryByText(/没有信号，连上后再试/)).toBeNull()
})

test('who chose large type on another phone has it here', async () => {
  await openAs({ ...owner, largeType: 'on' }, <MePage />, at)
  await waitFor(() => expect(isLarge()).toBe(true))
})

test('the phone number is bound by the platform’s code, and the homes on the roll are told', async () => {
  const wire = await openAs(newcomer, <MePage />, {
    ...at,
    answers: { 'me.phone': { phone: '154****0007', bound: ['9栋1单元701'] } },
  })
  fireEvent.click(screen.getByRole('button', { name: '用微信绑定手机号' }))
  expect(await screen.findByText('绑好了，名册上有你：9栋1单元701')).toBeTruthy()
  expect(wire.of('me.phone')).toEqual([{ code: 'phone-code' }])
})

test('a number that belongs to another account is refused with what to do next', async () => {
  await openAs(newcomer, <MePage />, { ...at, answers: { 'me.phone': refuse('phone_of_another') } })
  fireEvent.click(screen.getByRole('button', { name: '用微信绑定手机号' }))
  expect(await screen.findByText(/这个手机号已经绑在另一个账号上/)).toBeTruthy()
})

test('a claim that nobody has decided can be taken back, one that is decided cannot', async () => {
  const claims = [claimOf701(), claimOf701({ claimId: idOf(11, 2), label: '9栋1单元702', state: 'accepted' })]
  const wire = await openAs({ ...newcomer, claims }, <MePage />, {
    ...at,
    answers: { 'claim.withdraw': { state: 'withdrawn' } },
  })
  expect(screen.queryByRole('button', { name: /撤回 9栋1单元702/ })).toBeNull()
  fireEvent.click(screen.getByRole('button', { name: /撤回 9栋1单元701/ }))
  await waitFor(() => expect(wire.of('claim.withdraw')).toHaveLength(1))
})

test('my roles are told with what they are over and since when', async () => {
  await openAs(communityWorker, <MePage />, at)
  expect(screen.getByText('社区工作者 · 盐溪社区')).toBeTruthy()
  expect(screen.getAllByText('从2026年3月1日起').length).toBeGreaterThan(0)
})

test('logging out ends the session and leaves nothing signed in', async () => {
  const wire = await openAs(owner, <MePage />, { ...at, answers: { 'session.end': { ended: true } } })
  fireEvent.click(screen.getByRole('button', { name: '退出登录' }))
  await waitFor(() => expect(phone.stack).toEqual(['/start/index']))
  expect(wire.of('session.end')).toEqual([{ sessionId: owner.sessionId }])
  expect(readToken()).toBeUndefined()
})

test('a logout that the server refuses leaves the person signed in and says why', async () => {
  await openAs(owner, <MePage />, { ...at, answers: { 'session.end': refuse('busy') } })
  fireEvent.click(screen.getByRole('button', { name: '退出登录' }))
  expect(await screen.findByText('现在人多，请过一会儿再试')).toBeTruthy()
  expect(readToken()).toBeDefined()
})

test('with something unsent, logging out asks first', async () => {
  await openAs(newcomer, <MePage />, { ...at, answers: { 'session.end': { ended: true } } })
  await act(async () =>
    enqueue({
      name: 'claim.submit',
      label: '认领 701',
      input: {
        id: idOf(14, 1),
        communityId: salt.communityId,
        homeId: home701.homeId,
        kind: 'owner',
        name: '小李',
      },
    }),
  )
  phone.confirms = false
  fireEvent.click(screen.getByRole('button', { name: '退出登录' }))
  await waitFor(() => expect(phone.modals).toHaveLength(1))
  expect(phone.stack).toEqual(['/me/index'])
})
