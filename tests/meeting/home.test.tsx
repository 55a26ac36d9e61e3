import { screen } from '@testing-library/react'
import Home from '../../miniprogram/home/index'
import { leadsTo } from '../../miniprogram/inbox/leadsTo'
import Open from '../../miniprogram/open/index'
import { newPhone, openAs } from '../kernel/screens/open'
import { bridge, bridgeNow, communityWorker, idOf, newcomer, owner, saltTree } from '../kernel/screens/people'
import { tap } from '../kernel/screens/tap'
import { phone } from '../kernel/taro'
import { communityId, faceOf, key, minutesAway } from './faces'

beforeEach(newPhone)

const home = (...items: ReturnType<typeof faceOf>[]) =>
  openAs(owner, <Home />, { answers: { 'meeting.mine': { items } } })

test('the next meeting to which I am invited stands on the home page', async () => {
  await home(faceOf(1, { invited: true, title: '9栋楼宇会：扶手加装和费用' }), faceOf(2, { invited: true }))
  expect(screen.getByText('9栋楼宇会：扶手加装和费用')).toBeTruthy()
  expect(screen.getByText('11月24日 周二 19:00 · 9栋门口')).toBeTruthy()
  expect(screen.getByText('后天')).toBeTruthy()
  expect(screen.getByText('后面还有 1 次请你的会。')).toBeTruthy()
  await tap('button', '9栋楼宇会：扶手加装和费用，11月24日 周二 19:00，打开')
  expect(phone.stack.at(-1)).toBe(`/meeting/one?communityId=${communityId}&meetingId=${key.meetingId}`)
})

test('when people come in, it says that one can sign in', async () => {
  await home(
    faceOf(1, { invited: true, startsAt: minutesAway(20), endsAt: minutesAway(80), title: '9栋楼宇会' }),
  )
  expect(screen.getByText('可以签到了')).toBeTruthy()
  expect(screen.getByRole('button', { name: /^9栋楼宇会，.*，去签到$/ })).toBeTruthy()
})

test('without one the card says what will stand there; who only works here sees none', async () => {
  await home()
  await tap('button', '楼里的会，还没有请你的会，看全部')
  expect(phone.stack.at(-1)).toBe('/meeting/list')
  await openAs(communityWorker, <Home />, { answers: { 'meeting.mine': { items: [] } } })
  expect(screen.queryByText('楼里的会')).toBeNull()
  await tap('button', '会议，排会、签到、记纪要')
  expect(phone.stack.at(-1)).toBe('/meeting/list')
})

test('公开 leads to the meetings and to what was decided, for those of the compound', async () => {
  const answers = { 'place.tree': saltTree, 'place.get': bridgeNow }
  await openAs(owner, <Open />, { at: '/open/index', answers })
  await tap('button', '盐溪桥小区的会议和纪要，什么时候开，说了什么')
  expect(phone.stack.at(-1)).toContain(
    `/meeting/list?communityId=${communityId}&compoundId=${bridge.compoundId}`,
  )
  await tap('button', '盐溪桥小区定下来的事，谁来办，办到哪了')
  expect(phone.stack.at(-1)).toContain('/meeting/resolutions?')
  await openAs(newcomer, <Open />, { at: '/open/index', answers })
  expect(screen.queryByText('开的会，定的事')).toBeNull()
})

test.each([
  ['meeting', 'meeting/one', 'meetingId'],
  ['minutes', 'meeting/minutes', 'meetingId'],
  ['resolution', 'meeting/resolution', 'resolutionId'],
  ['pledge', 'meeting/resolution', 'resolutionId'],
])('a message about a %s opens %s', (subjectKind, page, name) => {
  const line = {
    lineId: idOf(40, 1),
    communityId,
    at: minutesAway(-5),
    subjectKind,
    subjectId: idOf(30, 7),
    action: `${subjectKind}.done`,
    subject: '',
    says: '',
    next: null,
    actor: '社区',
    times: 1,
    unread: false,
    after: null,
  }
  expect(leadsTo(line)).toEqual({ page, params: { communityId, [name]: idOf(30, 7) } })
})
