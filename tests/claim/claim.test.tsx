import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import Claim from '../../miniprogram/dwelling/claim'
import { sendWaiting, watchQueue } from '../../miniprogram/kernel/queue'
import { newPhone, openAs } from '../kernel/screens/open'
import { bridge, door1, home701, house9, newcomer, salt } from '../kernel/screens/people'
import { type Answers, breakDown, refuse } from '../kernel/screens/wire'
import { phone } from '../kernel/taro'

const { communityId } = salt
const directory: Answers['place.directory'] = ({ level }) => {
  const one = (id: string, name: string, under = '') => ({ items: [{ id, communityId, name, under }] })
  switch (level) {
    case 'community':
      return one(communityId, salt.name, '江畔街道')
    case 'compound':
      return one(bridge.compoundId, bridge.name)
    case 'building':
      return one(house9.buildingId, house9.name)
    case 'entrance':
      return one(door1.entranceId, door1.name)
    case 'home':
      return one(home701.homeId, '701', home701.label)
  }
}
const taken = ({ id }: { id: string }) => ({ id, state: 'submitted' as const })

beforeAll(watchQueue)
beforeEach(newPhone)

const open = (answers: Answers = {}) =>
  openAs(newcomer, <Claim />, {
    at: '/dwelling/claim',
    answers: { 'place.directory': directory, ...answers },
  })

const tap = async (name: string | RegExp, role = 'button') => {
  const thing = await screen.findByRole(role, { name })
  await act(async () => fireEvent.click(thing))
}
const type = (label: string, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } })

async function pickHome() {
  for (const step of [/盐溪社区/, '盐溪桥小区', '9栋', '1单元', '701']) await tap(step)
  await screen.findByText('盐溪桥小区 9栋1单元701')
}

async function fill() {
  await tap(/我是租户/, 'radio')
  type('怎么称呼你', '小李')
  type('想说明的（可以不写）', '八月刚搬来')
}

test('a home is picked from the community down, one question at a time, and claimed', async () => {
  const wire = await open({ 'claim.submit': taken })
  await pickHome()
  await fill()
  await tap('交上去')
  expect(await screen.findByText('交上去了')).toBeTruthy()
  expect(wire.of('claim.submit')).toMatchObject([
    { communityId, homeId: home701.homeId, kind: 'tenant', name: '小李', words: '八月刚搬来' },
  ])
  expect(wire.of('place.directory').map((i) => i.level)).toEqual([
    'community',
    'compound',
    'building',
    'entrance',
    'home',
  ])
})

test('a step that was picked can be picked anew, and what lay below it is forgotten', async () => {
  await open()
  await tap(/盐溪社区/)
  await tap('盐溪桥小区')
  await tap('盐溪桥小区，改选')
  expect(await screen.findByText('哪个小区')).toBeTruthy()
  expect(screen.queryByRole('button', { name: '盐溪桥小区，改选' })).toBeNull()
})

test('without saying owner or tenant nothing is sent, and the field says so', async () => {
  const wire = await open({ 'claim.submit': taken })
  await pickHome()
  type('怎么称呼你', '小李')
  await tap('交上去')
  expect(await screen.findByText('请选一个')).toBeTruthy()
  expect(wire.of('claim.submit')).toHaveLength(0)
})

test('an empty name is told at the field before anything is sent', async () => {
  const wire = await open({ 'claim.submit': taken })
  await pickHome()
  await tap(/我是业主/, 'radio')
  await tap('交上去')
  expect(await screen.findByText('请填写')).toBeTruthy()
  expect(wire.of('claim.submit')).toHaveLength(0)
})

test('after a failure everything typed is still there, and sending again carries the same id', async () => {
  const wire = await open({ 'claim.submit': breakDown })
  await pickHome()
  await fill()
  await tap('交上去')
  expect(await screen.findByText(/系统出了点问题/)).toBeTruthy()
  expect(screen.getByLabelText('怎么称呼你')).toHaveProperty('value', '小李')
  expect(screen.getByLabelText('想说明的（可以不写）')).toHaveProperty('value', '八月刚搬来')
  wire.answer({ 'claim.submit': taken })
  await tap('交上去')
  expect(await screen.findByText('交上去了')).toBeTruthy()
  const [first, second] = wire.of('claim.submit')
  expect(second).toEqual(first)
})

test('a refusal is told in its own sentence and the form stays', async () => {
  await open({ 'claim.submit': refuse('claimed_already') })
  await pickHome()
  await fill()
  await tap('交上去')
  expect(await screen.findByText('你已经申请过这一户，正在等待核实')).toBeTruthy()
  expect(screen.getByLabelText('怎么称呼你')).toHaveProperty('value', '小李')
})

test('a claim made without signal waits on the phone and is sent once when the signal is back', async () => {
  const wire = await open({ 'claim.submit': taken })
  await pickHome()
  await fill()
  act(() => phone.setOnline(false))
  await tap('交上去')
  expect(await screen.findByText('先记下了')).toBeTruthy()
  expect(wire.of('claim.submit')).toHaveLength(0)
  expect(screen.getByText('1 条待传')).toBeTruthy()
  expect(String(phone.storage.get('shaodao.queue'))).toContain('小李')

  const { online } = await import('../../miniprogram/kernel/network')
  phone.online = true
  await act(async () => {
    online.set(true)
    await Promise.all([sendWaiting(), sendWaiting()])
    await sendWaiting()
  })
  expect(wire.of('claim.submit')).toHaveLength(1)
  await waitFor(() => expect(phone.storage.get('shaodao.queue')).toBe('[]'))
})

test('a scanned code skips to the home, and a stranger’s code is refused with a sentence', async () => {
  await open({
    'place.scan': {
      communityId,
      community: salt.name,
      compoundId: bridge.compoundId,
      compound: bridge.name,
      buildingId: house9.buildingId,
      building: house9.name,
      entranceId: door1.entranceId,
      entrance: door1.name,
    },
  })
  phone.scans = 'https://example.org/about'
  await tap('扫楼门口的二维码，省得选')
  expect(await screen.findByText('这不是贴在楼门口的二维码')).toBeTruthy()
  phone.scans = 'https://example.org/q/abcdefgh12345678'
  await tap('扫楼门口的二维码，省得选')
  expect(await screen.findByText('哪一户')).toBeTruthy()
})
