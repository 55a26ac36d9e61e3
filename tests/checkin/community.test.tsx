import { screen } from '@testing-library/react'
import CheckinDesk from '../../miniprogram/checkin/desk'
import OneCheckin from '../../miniprogram/checkin/one'
import PostEdit from '../../miniprogram/checkin/post-edit'
import Records from '../../miniprogram/checkin/records'
import Register from '../../miniprogram/checkin/register'
import Services from '../../miniprogram/checkin/services'
import OneTask from '../../miniprogram/checkin/task'
import { newPhone, openAs } from '../kernel/screens/open'
import { communityWorker, idOf } from '../kernel/screens/people'
import { tap, write } from '../kernel/screens/tap'
import { type Answers, refuse } from '../kernel/screens/wire'
import { phone } from '../kernel/taro'
import {
  checkinId,
  checkinOf,
  communityId,
  key,
  liaison,
  member,
  recordOf,
  serviceId,
  serviceOf,
  taskId,
  taskOf,
  unit,
} from './faces'

beforeEach(newPhone)

const counts = {
  presented: 1,
  returned: 0,
  accepted: 2,
  confirmed: 9,
  transferred: 0,
  ended: 0,
  withdrawn: 0,
}
const presented = checkinOf({
  state: 'presented',
  acceptedAt: null,
  confirmedAt: null,
  receiptNumber: null,
  acts: ['accept', 'return'],
})

describe('slips that wait for the community', () => {
  const open = (answers: Answers = {}) =>
    openAs(communityWorker, <OneCheckin />, {
      at: '/checkin/one',
      params: key,
      answers: { 'checkin.get': presented, ...answers },
    })

  test('they are listed with how long they wait, and each opens', async () => {
    const { profile, phone: _, homeId: __, minutes: ___, acts: ____, ...face } = presented
    const wire = await openAs(communityWorker, <CheckinDesk />, {
      at: '/checkin/desk',
      answers: {
        'checkin.list': { items: [{ ...face, skills: profile.skills }], next: null, counts, noOffice: 12 },
      },
    })
    expect(screen.getByRole('tab', { name: '等受理 1' })).toBeTruthy()
    expect(screen.getByRole('tab', { name: '无职党员 12' })).toBeTruthy()
    expect(screen.getByText('等了 6 天')).toBeTruthy()
    await tap('tab', '等单位确认 2')
    expect(wire.of('checkin.list').at(-1)).toMatchObject({ state: 'accepted', kind: 'inService' })
    await tap('tab', '等受理 1')
    expect(wire.of('checkin.list').at(-1)).not.toHaveProperty('kind')
    await tap('button', /^党员甲，江畔水务公司/)
    expect(phone.stack.at(-1)).toBe(`/checkin/one?communityId=${communityId}&checkinId=${checkinId}`)
  })

  test('they come first on a phone, and what else is to do waits at the foot', async () => {
    await openAs(communityWorker, <CheckinDesk />, {
      at: '/checkin/desk',
      answers: { 'checkin.list': { items: [], next: null, counts, noOffice: 0 } },
    })
    expect(screen.queryByRole('button', { name: '登记无职党员' })).toBeNull()
    await tap('button', '登记、服务、任务、记录')
    await tap('button', '登记无职党员')
    expect(phone.stack.at(-1)).toBe(`/checkin/register?communityId=${communityId}`)
    expect(screen.queryByRole('button', { name: '登记无职党员' })).toBeNull()
  })

  test('one is accepted, and the receipt goes to the unit', async () => {
    const wire = await open({ 'checkin.accept': { state: 'accepted', receiptNumber: '300000000180' } })
    expect(document.querySelector('.k-button-vermilion')).toBeNull()
    await tap('button', '受理，开回执')
    expect(wire.of('checkin.accept')).toEqual([key])
    expect(screen.getByText(`受理了，回执送给${unit}确认`)).toBeTruthy()
  })

  test('one is returned only with a reason', async () => {
    const wire = await open({ 'checkin.return': { state: 'returned' } })
    await tap('button', '退回')
    await tap('button', '退回，告诉本人')
    expect(screen.getByText('请写理由，本人会看到')).toBeTruthy()
    expect(wire.of('checkin.return')).toEqual([])
    await tap('button', '填上：不住在本社区')
    await tap('button', '退回，告诉本人')
    expect(wire.of('checkin.return')).toEqual([{ ...key, reason: '不住在本社区' }])
  })

  test.each([
    ['member', member, '/checkin/mine'],
    ['liaison', liaison, '/checkin/receipts'],
  ])('a message about it leads the %s to their own page', async (_who, me, page) => {
    const wire = await openAs(me, <OneCheckin />, { at: '/checkin/one', params: key })
    expect(phone.stack.at(-1)).toBe(page)
    expect(wire.of('checkin.get')).toEqual([])
  })
})

test('a member without office is registered only once they have agreed', async () => {
  const wire = await openAs(communityWorker, <Register />, {
    at: '/checkin/register',
    answers: { 'checkin.register': ({ id }) => ({ id, receiptNumber: '300000000180' }) },
  })
  await write('姓名', '党员丙')
  await tap('button', '登记')
  expect(screen.getByText('请先征得本人同意')).toBeTruthy()
  expect(wire.of('checkin.register')).toEqual([])
  await tap('checkbox', '本人同意，当面或书面')
  await tap('button', '登记')
  expect(wire.of('checkin.register')).toMatchObject([
    { name: '党员丙', agreed: true, profile: { work: { kind: 'none' } } },
  ])
})

describe('what was registered', () => {
  const registered = checkinOf({
    ...{ kind: 'noOffice', state: 'accepted', unit: null, confirmedAt: null },
    acts: ['end', 'correct'],
  })

  test('leads to where it is put right, as long as nobody has taken it on', async () => {
    await openAs(communityWorker, <OneCheckin />, {
      ...{ at: '/checkin/one', params: key },
      answers: { 'checkin.get': registered },
    })
    await tap('button', '更正登记')
    expect(phone.stack.at(-1)).toBe(`/checkin/register?communityId=${communityId}&checkinId=${checkinId}`)
  })

  test('is put right; a number left empty stays, a wrong one goes, a namesake is asked about', async () => {
    const wire = await openAs(communityWorker, <Register />, {
      ...{ at: '/checkin/register', params: key },
      answers: { 'checkin.get': registered, 'checkin.correct': refuse('checkin_namesake') },
    })
    expect(screen.getByText('现在是 154****0001，不改就空着')).toBeTruthy()
    await write('姓名', '党员丁')
    await tap('button', '改好了')
    expect(screen.getByText('同一个住处已经有同名的党员；确实是两个人，再点一次')).toBeTruthy()
    wire.answer({ 'checkin.correct': { state: 'accepted' } })
    await tap('button', '确实是两个人')
    const { profile, homeId } = registered
    const said = { ...key, name: '党员丁', profile, homeId }
    expect(wire.of('checkin.correct')).toEqual([said, { ...said, sure: true }])
    expect(phone.stack.at(-1)).toBe(`/checkin/one?communityId=${communityId}&checkinId=${checkinId}`)
  })

  test('loses a number that is wrong', async () => {
    const wire = await openAs(communityWorker, <Register />, {
      ...{ at: '/checkin/register', params: key },
      answers: { 'checkin.get': registered, 'checkin.correct': { state: 'accepted' } },
    })
    await tap('checkbox', '号码不对，先去掉')
    await tap('button', '改好了')
    expect(wire.of('checkin.correct')).toMatchObject([{ name: '党员甲', phone: null }])
  })
})

test('a task says what it is about, for those who would like to do that', async () => {
  const wire = await openAs(communityWorker, <PostEdit />, {
    at: '/checkin/post-edit',
    answers: { 'task.add': ({ id }) => ({ id }) },
  })
  await write('叫什么', '周六清楼道')
  await tap('button', '是哪一类事：不分类，选')
  await tap('radio', '环境卫生')
  await tap('button', '发出去')
  expect(wire.of('task.add')).toMatchObject([{ title: '周六清楼道', about: 'environment' }])
})

describe('who takes a task', () => {
  const taker = (n: number, name: string, state: 'asked' | 'taken') => ({
    takingId: idOf(52, n),
    checkinId: idOf(50, n),
    name,
    state,
    fits: n === 1,
    wanted: n === 1,
    reason: null,
  })
  const chosen = taskOf({
    by: 'choice',
    takers: [taker(1, '党员甲', 'asked'), taker(2, '党员乙', 'taken')],
    acts: ['close', 'cancel'],
  })
  const open = (answers: Answers) =>
    openAs(communityWorker, <OneTask />, {
      at: '/checkin/task',
      params: { communityId, taskId },
      answers: { 'task.get': chosen, ...answers },
    })

  test('of those who asked the worker chooses one', async () => {
    const wire = await open({ 'task.choose': { takingId: idOf(52, 1), state: 'taken' } })
    expect(screen.getByText('特长、时间都合适 · 愿意做这类事')).toBeTruthy()
    await tap('button', '选党员甲')
    expect(wire.of('task.choose')).toEqual([{ communityId, takingId: idOf(52, 1), take: true }])
  })

  test('it is cancelled with a reason, and whoever took it is told', async () => {
    const wire = await open({ 'task.cancel': { state: 'cancelled' }, 'task.get': { ...chosen, signedIn: 2 } })
    await tap('button', '取消')
    expect(screen.getByText(/^还有 2 人没签退。/)).toBeTruthy()
    await tap('button', '取消，通知认领的人')
    expect(wire.of('task.cancel')).toEqual([])
    await tap('radio', '天气不好')
    await tap('button', '取消，通知认领的人')
    expect(wire.of('task.cancel')).toMatchObject([{ reason: 'weather' }])
    expect(screen.getByText('取消了，认领的人都收到了通知')).toBeTruthy()
  })
})

describe('service to be confirmed', () => {
  const open = (answers: Answers = {}, service = serviceOf()) =>
    openAs(communityWorker, <Services />, {
      at: '/checkin/services',
      answers: { 'service.list': { items: [service], next: null }, ...answers },
    })
  const openOne = () => tap('button', /^党员甲，周六清楼道/)

  test('the hours are told with what was cut out and why', async () => {
    const wire = await open({ 'service.confirm': serviceOf({ state: 'confirmed' }) })
    expect(screen.getByText('共 3 小时，算 2 小时 · 1 小时是本人上班时间，不算')).toBeTruthy()
    await openOne()
    expect(screen.getByText('上班时间里的，不算')).toBeTruthy()
    expect(screen.getByText('−1 小时')).toBeTruthy()
    expect(document.querySelector('.k-button-vermilion')).toBeNull()
    await tap('button', '确认')
    expect(wire.of('service.confirm')).toEqual([{ communityId, serviceId }])
    expect(screen.getByText('确认了：党员甲，2 小时')).toBeTruthy()
  })

  test('is written down for one of those who are checked in now, and nobody else is listed', async () => {
    const { profile, ...face } = checkinOf()
    const wire = await open({
      'checkin.list': { items: [{ ...face, skills: profile.skills }], next: null, counts, noOffice: 0 },
      'task.list': { items: [], next: null },
      'service.write': ({ id }) => serviceOf({ serviceId: id }),
    })
    await tap('button', '代记一次服务')
    await tap('button', '是谁：还没选，选')
    await tap('button', '党员甲，选')
    await tap('button', '记下')
    expect(wire.of('checkin.list')).toEqual([{ communityId, only: 'live' }])
    expect(wire.of('service.write')).toMatchObject([{ checkinId }])
  })

  test.each([
    ['waits', 'out' as const, 1],
    ['was confirmed', 'confirmed' as const, 0],
  ])('a calendar that is to come is spoken of only while it %s', async (_, state, times) => {
    await open({}, serviceOf({ state, provisional: true }))
    await openOne()
    expect(screen.queryAllByText(/^这一年的放假安排还没公布/)).toHaveLength(times)
  })

  test('over twelve hours is asked about, and the second tap is the answer', async () => {
    const long = serviceOf({ long: true, minutes: { whole: 800, atWork: 0, twice: 0, counted: 800 } })
    const wire = await open({ 'service.confirm': refuse('service_long') }, long)
    await openOne()
    await tap('button', '确认')
    expect(screen.getByText(/这次超过 12 小时，请核对/)).toBeTruthy()
    wire.answer({ 'service.confirm': serviceOf({ state: 'confirmed' }) })
    await tap('button', '确实这么久，确认')
    expect(wire.of('service.confirm').map((i) => i.sure)).toEqual([undefined, true])
  })

  test('what was confirmed is corrected by another record, never changed', async () => {
    const confirmed = serviceOf({ state: 'confirmed' })
    const wire = await open({ 'service.correct': serviceOf() }, confirmed)
    await openOne()
    expect(screen.queryByRole('button', { name: '不算' })).toBeNull()
    await tap('button', '更正时间')
    await tap('radio', '忘记签退')
    await tap('button', '按这个时间算')
    expect(wire.of('service.correct')).toMatchObject([
      { serviceId, inAt: confirmed.inAt, outAt: confirmed.outAt, reason: 'forgotOut' },
    ])
  })
})

describe('the year’s records', () => {
  const open = (record: ReturnType<typeof recordOf>, answers: Answers = {}) =>
    openAs(communityWorker, <Records />, {
      at: '/checkin/records',
      answers: { 'serviceRecord.list': { items: [record], next: null }, ...answers },
    })

  test('a remark is written, and only then it is shown to the member', async () => {
    const drawn = recordOf({
      state: 'drawn',
      remark: null,
      words: null,
      shownAt: null,
      acts: ['remark', 'show'],
    })
    const wire = await open(drawn, { 'serviceRecord.remark': recordOf() })
    await tap('button', /^党员甲，等写评价/)
    expect(screen.queryByRole('button', { name: '给本人看' })).toBeNull()
    await tap('button', '写评价')
    await tap('radio', '认真负责')
    await tap('button', '写好了')
    expect(wire.of('serviceRecord.remark')).toMatchObject([{ remark: 'good' }])
  })

  test('before the year is over the worker is asked whether it has to be shown now; without a unit it is kept', async () => {
    const drawn = recordOf({ state: 'drawn', unit: null, shownAt: null, acts: ['remark', 'show'] })
    const wire = await open(drawn, {
      'serviceRecord.show': refuse('year_not_over'),
      'serviceRecord.showAll': refuse('year_not_over'),
    })
    await tap('button', '写好评价的，都给本人看')
    wire.answer({ 'serviceRecord.showAll': { shown: 12 } })
    await tap('button', '现在就都给本人看')
    expect(wire.of('serviceRecord.showAll')).toMatchObject([{}, { sure: true }])
    expect(screen.getByText('给 12 位本人看了')).toBeTruthy()
    await tap('button', /^党员甲，可以给本人看/)
    await tap('button', '给本人看')
    expect(screen.getByText(/这一年还没过完/)).toBeTruthy()
    wire.answer({ 'serviceRecord.show': recordOf({ unit: null }) })
    await tap('button', '现在就给本人看')
    expect(wire.of('serviceRecord.show')).toMatchObject([{}, { sure: true }])
    expect(screen.getByText('给党员甲看了，看过就能存档')).toBeTruthy()
  })

  test('what the member has not read is not sent, and it says from when it may be', async () => {
    const wire = await open(recordOf({ acts: ['send'] }), { 'serviceRecord.send': refuse('record_unread') })
    await tap('button', /^党员甲，等本人看/)
    expect(screen.getByText('本人还没看；2026年11月30日起没看也能送。')).toBeTruthy()
    await tap('button', '送给单位')
    expect(screen.getByText(/本人还没有看/)).toBeTruthy()
    wire.answer({ 'serviceRecord.send': recordOf({ state: 'sent' }) })
    await tap('button', '送给单位')
    expect(screen.getByText(`送给${unit}了，以后不能再改`)).toBeTruthy()
  })
})
