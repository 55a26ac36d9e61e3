import { screen } from '@testing-library/react'
import Home from '../../miniprogram/home/index'
import type { Output } from '../../shared/contract'
import { newPhone, openAs } from '../kernel/screens/open'
import {
  buildingLead,
  communityWorker,
  districtOfficer,
  hong,
  idOf,
  newcomer,
  officer,
  owner,
  responder,
  salt,
  twoSubdistricts,
} from '../kernel/screens/people'
import { tap } from '../kernel/screens/tap'
import { breakDown } from '../kernel/screens/wire'
import { phone } from '../kernel/taro'

type Mine = Output<'whistle.mine'>['items'][number]
const mine = (n: number, more: Partial<Mine> = {}): Mine => ({
  communityId: salt.communityId,
  whistleId: idOf(20, n),
  title: `第 ${n} 件`,
  place: '盐溪桥小区 9栋',
  category: 'safety',
  urgency: 'ordinary',
  state: 'dispatched',
  says: '物业 今天 17:00 前到现场',
  submittedAt: '2026-11-21T01:00:00.000Z',
  joined: 0,
  waitsForMe: false,
  ...more,
})
const listOf = (...items: Mine[]): Output<'whistle.mine'> => ({ items, next: null, total: items.length })
const counts = { toAccept: 0, nearDue: 0, overdue: 0, disputed: 0, toFollowUp: 0, open: 0, all: 0 }
const board = (more: Partial<typeof counts>): Output<'whistle.board'> => ({
  items: [],
  next: null,
  counts: { ...counts, ...more },
})
const isBefore = (one: string, other: string) =>
  (screen.getByText(one).compareDocumentPosition(screen.getByText(other)) &
    Node.DOCUMENT_POSITION_FOLLOWING) >
  0

beforeEach(newPhone)

test('a resident begins with the whistle, one tap away', async () => {
  await openAs(owner, <Home />, { answers: { 'whistle.mine': listOf() } })
  expect(screen.getByText(/还没有吹过/)).toBeTruthy()
  await tap('button', '吹哨，哪里坏了、脏了、不安全，拍一下')
  expect(phone.stack.at(-1)).toBe('/whistle/new')
})

test('two of my whistles with where they stand, what waits for me first, and a way to all', async () => {
  const waits = mine(3, { state: 'resolved', waitsForMe: true, says: '修好了吗？请你说一句' })
  await openAs(owner, <Home />, { answers: { 'whistle.mine': listOf(mine(1), mine(2), waits) } })
  expect(isBefore('第 3 件', '第 1 件')).toBe(true)
  expect(screen.queryByText('第 2 件')).toBeNull()
  expect(screen.getByText('等你评价')).toBeTruthy()
  expect(screen.getByText('物业 今天 17:00 前到现场')).toBeTruthy()
  await tap('button', '第 3 件，等你评价，修好了吗？请你说一句，打开')
  expect(phone.stack.at(-1)).toBe(`/whistle/one?communityId=${salt.communityId}&whistleId=${idOf(20, 3)}`)
  await tap('link', '我的哨，全部 3 件')
  expect(phone.stack.at(-1)).toBe('/whistle/mine')
})

test('my whistles that cannot be read say so, and the whistle itself is still there', async () => {
  const wire = await openAs(owner, <Home />, { answers: { 'whistle.mine': breakDown } })
  expect(screen.getAllByText('没能打开')).toBeTruthy()
  expect(screen.getByRole('button', { name: /^吹哨/ })).toBeTruthy()
  expect(wire.of('whistle.mine')).toHaveLength(1)
})

test('somebody new is asked to claim their home first', async () => {
  const wire = await openAs(newcomer, <Home />)
  expect(screen.queryByRole('button', { name: /^吹哨/ })).toBeNull()
  expect(wire.of('whistle.mine')).toHaveLength(0)
})

test('a community worker begins with the work, each kind with how many and none that is empty', async () => {
  const wire = await openAs(communityWorker, <Home />, {
    answers: {
      'whistle.board': board({ overdue: 1, toAccept: 3, open: 12 }),
      'whistle.mine': listOf(),
      'claim.list': { items: [], next: null },
    },
  })
  expect(wire.of('whistle.board')).toEqual([{ communityId: salt.communityId, tab: 'toAccept' }])
  expect(isBefore('要办的哨', '认领都核实完了')).toBe(true)
  expect(isBefore('已超时', '待受理')).toBe(true)
  for (const word of ['快超时', '退单', '待回访']) expect(screen.queryByText(word)).toBeNull()
  await tap('button', '待受理 3 件，打开')
  expect(phone.stack.at(-1)).toBe(`/desk/board?communityId=${salt.communityId}&tab=toAccept`)
  await tap('link', '要办的哨，全部在办 12 件')
  expect(phone.stack.at(-1)).toBe(`/desk/board?communityId=${salt.communityId}&tab=open`)
  for (const [door, page] of [
    ['替居民登记，电话、窗口、意见箱', '/desk/intake'],
    ['审核照片，看过的才公开', '/desk/photos'],
    ['办理时限，多久到场，多久办好', '/desk/clocks'],
  ] as const) {
    await tap('button', door)
    expect(phone.stack.at(-1)).toBe(page)
  }
})

test('with nothing to do the worker is told so', async () => {
  await openAs(communityWorker, <Home />, { answers: { 'whistle.board': board({}) } })
  expect(screen.getByText('眼下没有等你办的。有人吹哨，会排在这里。')).toBeTruthy()
})

test('a party begins with what was sent to it', async () => {
  const counted = { items: [], next: null, counts: { toRespond: 2, underWay: 1, overdue: 1 } }
  await openAs(responder, <Home />, { answers: { 'whistle.desk': counted } })
  expect(isBefore('超时的', '等你们到场')).toBe(true)
  await tap('button', '等你们到场 2 件，打开')
  expect(phone.stack.at(-1)).toBe('/desk/party')
})

test('an officer sees what was raised, not the board of every community', async () => {
  const one = {
    ...mine(1),
    responseDueAt: null,
    resolutionDueAt: null,
    provisional: false,
    source: 'resident' as const,
    raised: true,
    disputed: false,
    lead: '弘运物业公司',
    community: hong.name,
    raisedAt: '2026-11-21T03:00:00.000Z',
    raisedFor: 'response',
  }
  const wire = await openAs(officer, <Home />, {
    answers: { 'whistle.raised': { items: [one], next: null } },
  })
  await tap('button', '上报来的哨 1 件，打开')
  expect(phone.stack.at(-1)).toBe(`/desk/raised?subdistrictId=${idOf(6, 1)}`)
  expect(wire.of('whistle.board')).toHaveLength(0)
})

test('an officer of the district is led to what was raised, by subdistrict', async () => {
  await openAs(districtOfficer, <Home />, { answers: { 'place.subdistricts': twoSubdistricts } })
  await tap('button', '上报来的哨，按街道看，打开')
  expect(phone.stack.at(-1)).toBe('/desk/raised')
})

test('a building lead who lives elsewhere may whistle too', async () => {
  await openAs(buildingLead, <Home />, { answers: { 'claim.list': { items: [], next: null } } })
  await tap('button', '吹哨，看到哪里坏了、不安全，也可以吹哨')
  expect(phone.stack.at(-1)).toBe('/whistle/new')
})
