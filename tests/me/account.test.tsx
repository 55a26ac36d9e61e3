import { fireEvent, screen, waitFor } from '@testing-library/react'
import Data from '../../miniprogram/account/data'
import Sessions from '../../miniprogram/account/sessions'
import { readToken } from '../../miniprogram/kernel/token'
import { newPhone, openAs } from '../kernel/screens/open'
import { idOf, owner } from '../kernel/screens/people'
import { phone } from '../kernel/taro'

beforeEach(newPhone)

const session = (n: number, current: boolean) => ({
  sessionId: idOf(8, n),
  device: `设备${n}`,
  openedAt: '2026-11-20T00:00:00.000Z',
  expiresAt: '2026-12-20T00:00:00.000Z',
  current,
})

test('every device that is signed in is listed, and another one can be sent away', async () => {
  const wire = await openAs(owner, <Sessions />, {
    at: '/account/sessions',
    answers: {
      'session.list': { items: [session(1, true), session(2, false)] },
      'session.end': { ended: true },
    },
  })
  expect(await screen.findByText('这一台')).toBeTruthy()
  wire.answer({ 'session.list': { items: [session(1, true)] } })
  fireEvent.click(screen.getByRole('button', { name: '退出设备2' }))
  await waitFor(() => expect(screen.queryByText('设备2')).toBeNull())
  expect(wire.of('session.end')).toEqual([{ sessionId: idOf(8, 2) }])
  expect(readToken()).toBeDefined()
})

test('sending away this device signs out', async () => {
  await openAs(owner, <Sessions />, {
    at: '/account/sessions',
    answers: { 'session.list': { items: [session(1, true)] }, 'session.end': { ended: true } },
  })
  fireEvent.click(await screen.findByRole('button', { name: '退出这一台，并回到登录页' }))
  await waitFor(() => expect(phone.stack).toEqual(['/start/index']))
  expect(readToken()).toBeUndefined()
})

test('a person takes away a copy of what is held on them', async () => {
  await openAs(owner, <Data />, {
    at: '/account/data',
    answers: {
      'me.export': {
        exportedAt: '2026-11-21T00:00:00.000Z',
        person: { personId: owner.personId, name: '王阿姨' },
        homes: [],
        roles: [],
        claims: [],
        photos: [],
        whistles: [],
        calls: [],
        notes: [],
        surveys: [],
        inbox: [],
        exports: [],
        patrols: { rounds: [], ticks: [], notes: [], findings: [], looks: [], photos: [], exports: [] },
        meetings: {
          attendances: [],
          invitations: [],
          standing: [],
          amendments: [],
          objections: [],
          progress: [],
          pledges: [],
        },
        checkins: {
          consents: [],
          slips: [],
          checkins: [],
          takings: [],
          services: [],
          homes: [],
          visits: [],
          records: [],
        },
        money: { questions: [], spendings: [], approvals: [], leases: [], waits: [] },
        sessions: [],
        record: [],
      },
    },
  })
  fireEvent.click(screen.getByRole('button', { name: '导出一份' }))
  expect(await screen.findByText(/已复制/)).toBeTruthy()
  expect(phone.clipboard).toContain('王阿姨')
})

test('an account is erased only after its word was typed, and then the phone forgets everything', async () => {
  const wire = await openAs(owner, <Data />, {
    at: '/account/data',
    answers: { 'me.erase': { erased: true } },
  })
  fireEvent.click(screen.getByRole('button', { name: '我要注销' }))
  const button = () => screen.getByRole('button', { name: '注销账号，不能恢复' })
  const type = (value: string) => fireEvent.change(screen.getByRole('textbox'), { target: { value } })
  type('注销')
  fireEvent.click(button())
  expect(wire.of('me.erase')).toHaveLength(0)
  type('注销账号')
  fireEvent.click(button())
  await waitFor(() => expect(phone.stack).toEqual(['/start/index']))
  expect(wire.of('me.erase')).toEqual([{ confirm: '注销账号' }])
  expect(readToken()).toBeUndefined()
  expect(phone.storage.has('shaodao.me')).toBe(false)
})
