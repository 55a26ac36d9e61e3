import { act, fireEvent, screen } from '@testing-library/react'
import Scan from '../../miniprogram/dwelling/scan'
import Open from '../../miniprogram/open/index'
import { signInTail } from '../../shared/meeting/signInLink'
import { newPhone, openAs } from '../kernel/screens/open'
import {
  bridge,
  bridgeNow,
  communityWorker,
  door1,
  house9,
  newcomer,
  officer,
  owner,
  salt,
  saltTree,
} from '../kernel/screens/people'
import { refuse } from '../kernel/screens/wire'
import { phone } from '../kernel/taro'

const at = { at: '/open/index' }
const answers = { 'place.tree': saltTree, 'place.get': bridgeNow }

beforeEach(newPhone)

test('a resident reads their own compound first: how it is managed, how large it is, who looks after it', async () => {
  await openAs(owner, <Open />, { ...at, answers })
  expect(await screen.findByText('338 户')).toBeTruthy()
  expect(screen.getByText('自管')).toBeTruthy()
  expect(screen.getByText('27,345.12 平方米')).toBeTruthy()
  expect(screen.getByText('42 户')).toBeTruthy()
  expect(screen.getByText('盐溪第一网格员')).toBeTruthy()
  expect(screen.getByText('河坎职工宿舍')).toBeTruthy()
})

test('a worker sees the compounds of the community and opens one', async () => {
  await openAs(communityWorker, <Open />, { ...at, answers })
  fireEvent.click(await screen.findByRole('button', { name: /盐溪桥小区，自管，打开/ }))
  expect(phone.stack.at(-1)).toContain(`compoundId=${bridge.compoundId}`)
})

test('an officer changes from one community to the other', async () => {
  const wire = await openAs(officer, <Open />, { ...at, answers })
  fireEvent.click(await screen.findByRole('tab', { name: '弘运社区' }))
  await screen.findByText('河坎职工宿舍')
  expect(wire.of('place.tree').map((i) => i.communityId)).toHaveLength(2)
})

test('who has no community yet is told to claim their home, not shown an empty page', async () => {
  await openAs(newcomer, <Open />, { ...at, answers })
  fireEvent.click(screen.getByRole('button', { name: '认领我的家' }))
  expect(phone.stack.at(-1)).toBe('/dwelling/claim')
})

test('without signal what was read last time is shown, and says so', async () => {
  await openAs(owner, <Open />, { ...at, answers })
  await screen.findByText('338 户')
  await act(async () => phone.setOnline(false))
  await openAs(owner, <Open />, at)
  expect(screen.getAllByText('338 户').length).toBeGreaterThan(0)
  expect((await screen.findAllByText('没有信号，这是上次看到的内容')).length).toBeGreaterThan(0)
})

test('the link on a wall leads to its building and on to claiming a home there', async () => {
  await openAs(newcomer, <Scan />, {
    at: '/dwelling/scan',
    params: { q: 'https://example.org/q/abcdefgh12345678' },
    answers: {
      'place.scan': {
        communityId: salt.communityId,
        community: salt.name,
        compoundId: bridge.compoundId,
        compound: bridge.name,
        buildingId: house9.buildingId,
        building: house9.name,
        entranceId: door1.entranceId,
        entrance: door1.name,
      },
    },
  })
  expect(await screen.findByText('盐溪桥小区 9栋 1单元')).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: /我住这里/ }))
  expect(phone.stack.at(-1)).toContain(`entranceId=${door1.entranceId}`)
})

test('the link on a recorder’s screen leads to its meeting, with the figures of the minute', async () => {
  const meeting = { communityId: salt.communityId, meetingId: '018f3a1e-0000-7000-8000-00000000002a' }
  const link = `https://example.org/q/${signInTail({ ...meeting, code: '271828' })}`
  await openAs(owner, <Scan />, { at: '/dwelling/scan', params: { q: link } })
  expect(phone.stack.at(-1)).toBe(
    `/meeting/one?communityId=${meeting.communityId}&meetingId=${meeting.meetingId}&code=271828`,
  )
})

test('a code of nobody is told in the server’s sentence', async () => {
  await openAs(newcomer, <Scan />, {
    at: '/dwelling/scan',
    params: { code: 'abcdefgh12345678' },
    answers: { 'place.scan': refuse('code_unknown') },
  })
  expect(await screen.findByText('这个二维码不是本社区的，请核对后再扫')).toBeTruthy()
})
