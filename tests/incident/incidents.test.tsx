import { screen, waitFor } from '@testing-library/react'
import Incidents from '../../miniprogram/desk/incidents'
import { newPhone, openAs } from '../kernel/screens/open'
import { bridge, communityWorker, house9, idOf, newcomer, salt, saltTree } from '../kernel/screens/people'
import { tap, write } from '../kernel/screens/tap'
import { type Answers, refuse } from '../kernel/screens/wire'
import { phone } from '../kernel/taro'
import { face, inHours, page } from './cases'

const open = (answers: Answers = {}, params: Record<string, string> = {}, me = communityWorker) =>
  openAs(me, <Incidents />, {
    at: '/desk/incidents',
    params,
    answers: { 'place.tree': saltTree, 'incident.list': page(), ...answers },
  })
const lift = () =>
  face({
    incidentId: idOf(21, 2),
    title: '9栋电梯检修',
    category: 'lift',
    buildings: ['9栋'],
    candidates: 4,
    whistles: 0,
  })

beforeEach(newPhone)

test('each tells what, where, since when, how many, and what may belong to it too', async () => {
  await open({ 'incident.list': page(face(), lift()) })
  expect(await screen.findByText('全小区停水')).toBeTruthy()
  expect(screen.getByText('盐溪桥小区 9栋')).toBeTruthy()
  expect(screen.getByText('2 件哨是这件事')).toBeTruthy()
  expect(screen.getByText('还有 4 件可能是它')).toBeTruthy()
  await tap('button', /^9栋电梯检修，/)
  expect(phone.stack.at(-1)).toMatch(/^\/desk\/incident\?.*incidentId=/)
})

test('none at all says what it is for and offers to write one', async () => {
  await open()
  expect(await screen.findByText('现在没有许多人遇到的同一件事')).toBeTruthy()
  await tap('button', '发一个一事一告')
  expect(phone.stack.at(-1)).toMatch(/^\/desk\/incidents\?.*open=new/)
})

test('those that are over are asked for by the other tab', async () => {
  const wire = await open({
    'incident.list': ({ show }) => (show === 'all' ? page(face({ endedAt: inHours(-1) })) : page()),
  })
  await screen.findByText('现在没有许多人遇到的同一件事')
  await tap('tab', '全部')
  expect(await screen.findByText('已结束')).toBeTruthy()
  expect(wire.of('incident.list').map((i) => i.show)).toEqual(['open', 'all'])
})

test('a new one is written with place, kind, window and words, and opens when it is there', async () => {
  const wire = await open(
    { 'incident.open': ({ id }) => ({ id, whistles: 0 }) },
    { communityId: salt.communityId, open: 'new' },
  )
  await screen.findByLabelText('什么事')
  await tap('button', '告诉大家')
  for (const says of ['请写明是什么事', '请选哪一类', '请选小区', '请写下现在知道的'])
    expect(screen.getByText(says)).toBeTruthy()
  expect(wire.of('incident.open')).toHaveLength(0)
  await write('什么事', '9栋停水')
  await tap('button', '哪一类：选哪一类，选')
  await tap('radio', '漏水停水')
  await tap('button', '哪个小区：选小区，选')
  await tap('radio', new RegExp(`^${bridge.name}`))
  await tap('checkbox', house9.name)
  await tap('tab', '说得准')
  await write('现在知道什么，要怎么办', '换水管，请先存水')
  await tap('button', '告诉大家')
  await waitFor(() => expect(wire.of('incident.open')).toHaveLength(1))
  const [sent] = wire.of('incident.open')
  expect(sent).toMatchObject({
    communityId: salt.communityId,
    compoundId: bridge.compoundId,
    buildingIds: [house9.buildingId],
    title: '9栋停水',
    category: 'water',
    words: '换水管，请先存水',
  })
  expect(Date.parse(sent!.untilAt!) - Date.parse(sent!.fromAt)).toBe(4 * 3_600_000)
  expect(phone.stack.at(-1)).toBe(`/desk/incident?communityId=${salt.communityId}&incidentId=${sent!.id}`)
})

test('from a whistle it begins with the whistle’s place, kind and time, and takes it along', async () => {
  const since = inHours(-5)
  const wire = await open(
    { 'incident.open': ({ id }) => ({ id, whistles: 1 }) },
    {
      ...{ communityId: salt.communityId, open: 'new', compoundId: bridge.compoundId },
      ...{ category: 'water', since, whistleIds: idOf(20, 1) },
    },
  )
  expect(await screen.findByText('有 1 件哨会加进来。')).toBeTruthy()
  await write('什么事', '全小区停水')
  await write('现在知道什么，要怎么办', '水厂在抢修')
  await tap('button', '告诉大家')
  await waitFor(() =>
    expect(wire.of('incident.open')[0]).toMatchObject({
      compoundId: bridge.compoundId,
      category: 'water',
      fromAt: since,
      whistleIds: [idOf(20, 1)],
    }),
  )
})

test('what was written stays when it is refused', async () => {
  await open(
    { 'incident.open': refuse('whistle_over') },
    { communityId: salt.communityId, open: 'new', compoundId: bridge.compoundId, category: 'water' },
  )
  await screen.findByLabelText('什么事')
  await write('什么事', '全小区停水')
  await write('现在知道什么，要怎么办', '水厂在抢修')
  await tap('button', '告诉大家')
  expect(await screen.findByText('有一件哨已经办完或没有受理，不能加进来，请去掉它再试')).toBeTruthy()
  expect(screen.getByLabelText<HTMLInputElement>('什么事').value).toBe('全小区停水')
})

test('somebody who belongs to no community is told so', async () => {
  const wire = await open({}, {}, newcomer)
  expect(screen.getByText('你现在没有看一事一告的身份')).toBeTruthy()
  expect(wire.of('incident.list')).toHaveLength(0)
})
