import { screen } from '@testing-library/react'
import List from '../../miniprogram/meeting/list'
import type { Output } from '../../shared/contract'
import { newPhone, openAs } from '../kernel/screens/open'
import { communityWorker, idOf, owner, responder } from '../kernel/screens/people'
import { tap } from '../kernel/screens/tap'
import { type Answers, breakDown } from '../kernel/screens/wire'
import { phone } from '../kernel/taro'
import { communityId, faceOf, key, place } from './faces'

beforeEach(newPhone)

const seriesId = idOf(37, 1)
const workday = { works: true, holiday: null, provisional: false }
type Entry = Output<'meeting.calendar'>['days'][number]['entries'][number]
const entry = (title: string, stands: Entry['stands'], day: string, more: Partial<Entry> = {}): Entry => ({
  meetingId: idOf(30, 5),
  seriesId: null,
  kind: 'threeParty',
  title,
  startsAt: `${day}T06:00:00.000Z`,
  stands,
  says: '',
  ...more,
})
const november: Output<'meeting.calendar'> = {
  month: '2026-11',
  days: [
    {
      day: '2026-11-02',
      mark: workday,
      entries: [entry('三方工作例会', 'held', '2026-11-02', { says: '开过了' })],
    },
    {
      day: '2026-11-09',
      mark: workday,
      entries: [entry('三方工作例会', 'notHeld', '2026-11-09', { says: '没有开：到的人太少。' })],
    },
    {
      day: '2026-11-10',
      mark: workday,
      entries: [entry('党支部扩大会议', 'movedAway', '2026-11-10', { says: '改到 11月11日 14:30' })],
    },
    {
      day: '2026-11-30',
      mark: workday,
      entries: [entry('三方工作例会', 'expected', '2026-11-30', { meetingId: null, seriesId })],
    },
  ],
}
const festival: Output<'meeting.calendar'> = {
  month: '2026-12',
  days: [
    {
      day: '2026-12-07',
      mark: { works: false, holiday: '春节', provisional: false },
      entries: [entry('三方工作例会', 'noticed', '2026-12-07', { says: '14:00 开' })],
    },
    { day: '2026-12-08', mark: { works: false, holiday: '春节', provisional: false }, entries: [] },
  ],
}
const open = (answers: Answers = {}, me = owner, params: Record<string, string> = {}) =>
  openAs(me, <List />, {
    at: '/meeting/list',
    params,
    answers: {
      'meeting.list': { items: [faceOf(1), faceOf(2, { invited: true })], next: null },
      'meeting.calendar': ({ month }) => (month === '2026-11' ? november : festival),
      ...answers,
    },
  })

test('those to come are listed with when and where, mine marked, and each opens', async () => {
  const wire = await open()
  expect(wire.of('meeting.list')).toEqual([{ ...place, show: 'coming' }])
  expect(screen.getByText('盐溪桥小区 · 9栋门口 · 请了你')).toBeTruthy()
  expect(screen.getAllByText('后天')).toHaveLength(2)
  await tap('button', /^第 1 次会，11月24日 周二 19:00/)
  expect(phone.stack.at(-1)).toBe(`/meeting/one?communityId=${communityId}&meetingId=${key.meetingId}`)
})

test('who lives here is not offered to plan, who works here is', async () => {
  await open()
  expect(screen.queryByRole('button', { name: '排一次会议' })).toBeNull()
  await open({}, communityWorker)
  await tap('button', '排一次会议')
  expect(phone.stack.at(-1)).toBe(`/meeting/plan?communityId=${communityId}`)
  await tap('button', '例会')
  expect(phone.stack.at(-1)).toBe(`/meeting/series?communityId=${communityId}`)
})

test('those that were stay, also what was not held, with why', async () => {
  const wire = await open({
    'meeting.list': ({ show }) => ({
      items: show === 'past' ? [faceOf(3, { state: 'notHeld', says: '没有开：到的人太少。' })] : [],
      next: null,
    }),
  })
  expect(screen.getByText('眼下没有要开的会')).toBeTruthy()
  await tap('tab', '开过的')
  expect(screen.getByText('没有开：到的人太少。')).toBeTruthy()
  expect(wire.of('meeting.list').map((i) => i.show)).toEqual(['coming', 'past'])
})

describe('the month by date', () => {
  test('held, not held, moved away and not planned yet are told apart', async () => {
    await open()
    await tap('tab', '日历')
    expect(screen.getByRole('button', { name: '11月9日，1 场会' })).toBeTruthy()
    for (const word of ['开过了', '没有开', '改期了', '还没排'])
      expect(screen.getAllByText(word).length).toBeGreaterThan(0)
    expect(screen.getByText('14:00 · 没有开：到的人太少。')).toBeTruthy()
    await tap('button', '11月10日，1 场会')
    expect(screen.queryByText('14:00 · 没有开：到的人太少。')).toBeNull()
    await tap('link', '看整个月')
    expect(screen.getByText('14:00 · 没有开：到的人太少。')).toBeTruthy()
  })

  test('a holiday is marked, by a word on the day and by its name on the date', async () => {
    const wire = await open()
    await tap('tab', '日历')
    await tap('button', '下个月')
    expect(wire.of('meeting.calendar').map((i) => i.month)).toEqual(['2026-11', '2026-12'])
    expect(screen.getByRole('button', { name: '12月7日，1 场会，放假（春节）' })).toBeTruthy()
    expect(screen.getAllByText('假')).toHaveLength(2)
    expect(screen.getByText('放假（春节）')).toBeTruthy()
  })

  test('a date of a rhythm is planned by whoever may, and only read by all others', async () => {
    await open()
    await tap('tab', '日历')
    expect(screen.queryByRole('button', { name: '11月30日，三方工作例会，还没排，打开' })).toBeNull()
    await open({}, communityWorker)
    await tap('tab', '日历')
    await tap('button', '11月30日，三方工作例会，还没排，打开')
    expect(phone.stack.at(-1)).toBe(
      `/meeting/plan?communityId=${communityId}&seriesId=${seriesId}&seriesDay=2026-11-30`,
    )
  })

  test('a month without meetings says so', async () => {
    await open({ 'meeting.calendar': { month: '2026-11', days: [] } })
    await tap('tab', '日历')
    expect(screen.getByText('这个月没有会。')).toBeTruthy()
  })
})

test('published minutes are listed with what was decided', async () => {
  const published = {
    ...key,
    compoundId: place.compoundId,
    compound: '盐溪桥小区',
    community: '盐溪社区',
    kind: 'building' as const,
    title: '9栋楼宇会',
    number: '〔2026〕第11号',
    startsAt: '2026-11-09T11:00:00.000Z',
    spot: '9栋门口',
    publishedAt: '2026-11-16T01:00:00.000Z',
    day: '2026-11-09',
    decided: ['加装一单元楼梯扶手'],
    hash: 'a'.repeat(64),
  }
  await open({ 'minutes.list': { items: [published], next: null } }, owner, { view: 'minutes' })
  expect(screen.getByText('定了：加装一单元楼梯扶手')).toBeTruthy()
  await tap('button', '9栋楼宇会，1 件定下来的事，看纪要')
  expect(phone.stack.at(-1)).toContain('/meeting/minutes?')
})

test('a long list is read twenty at a time, and what failed is tried again', async () => {
  const many = Array.from({ length: 20 }, (_, i) => faceOf(i + 1))
  const wire = await open({
    'meeting.list': ({ after }) =>
      after ? { items: [faceOf(21)], next: null } : { items: many, next: 'more' },
  })
  await tap('button', '再看一些')
  expect(screen.getByText('第 21 次会')).toBeTruthy()
  expect(wire.of('meeting.list').map((i) => i.after)).toEqual([undefined, 'more'])
  newPhone()
  const again = await open({ 'meeting.list': breakDown })
  expect(screen.getByText('没能打开')).toBeTruthy()
  again.answer({ 'meeting.list': { items: [faceOf(1)], next: null } })
  await tap('button', '再试一次')
  expect(screen.getByText('第 1 次会')).toBeTruthy()
})

test('who works for an organisation picks the community', async () => {
  await open({}, responder)
  expect(screen.getByRole('button', { name: '现在是盐溪社区，换一个社区' })).toBeTruthy()
})
