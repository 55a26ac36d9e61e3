import { screen } from '@testing-library/react'
import One from '../../miniprogram/whistle/one'
import { newPhone, openAs } from '../kernel/screens/open'
import { communityWorker, idOf, owner } from '../kernel/screens/people'
import { tap, write } from '../kernel/screens/tap'
import type { Answers } from '../kernel/screens/wire'
import { phone } from '../kernel/taro'
import { faceOf } from '../meeting/faces'
import { at, key, moved, type Whistle, whistleOf } from './sample'

beforeEach(newPhone)

const open = (whistle: Whistle, answers: Answers = {}, me = communityWorker) =>
  openAs(me, <One />, { ...at, answers: { 'whistle.get': whistle, ...answers } })
const accepted = whistleOf({ state: 'accepted', acts: ['table', 'reject'] })
const tabled = (resolutions: Whistle['meetings'][number]['resolutions']) =>
  whistleOf({
    state: 'tabled',
    acts: ['untable'],
    meetings: [
      { meetingId: idOf(30, 1), title: '9栋楼宇会', startsAt: '2026-11-24T11:00:00.000Z', resolutions },
    ],
  })

test('a whistle is taken to one of the meetings to come, as an item that the phone names', async () => {
  const wire = await open(accepted, {
    'meeting.list': { items: [faceOf(1), faceOf(2)], next: null },
    'whistle.table': ({ itemId }) => ({ state: 'tabled', itemId }),
  })
  await tap('button', '提交会议')
  await tap('button', '提交上去')
  expect(screen.getByText('请选一次会议')).toBeTruthy()
  await tap('radio', '第 2 次会，11月24日 周二 19:00')
  await tap('button', '填上：要不要装，谁来出钱。')
  await tap('button', '提交上去')
  expect(wire.of('whistle.table')).toEqual([
    { ...key, meetingId: idOf(30, 2), itemId: expect.any(String), words: '要不要装，谁来出钱。' },
  ])
  expect(screen.getByText('已经提交给第 2 次会，时限先停着，等会上商量')).toBeTruthy()
})

test('where no meeting is to come, one can be planned from here', async () => {
  await open(accepted, { 'meeting.list': { items: [], next: null } })
  await tap('button', '提交会议')
  await tap('button', '排一次会议')
  expect(phone.stack.at(-1)).toContain('/meeting/plan?')
})

test('it comes back with what was decided', async () => {
  const wire = await open(tabled([{ resolutionId: idOf(32, 1), words: '加装一单元楼梯扶手' }]), {
    'whistle.untable': { state: 'accepted', ...moved },
  })
  await tap('button', '从会议退回来办')
  await tap('button', '接着办')
  expect(wire.of('whistle.untable')).toEqual([{ ...key, resolutionId: idOf(32, 1) }])
})

test('or with why nothing was', async () => {
  const wire = await open(tabled([]), { 'whistle.untable': { state: 'accepted', ...moved } })
  await tap('button', '从会议退回来办')
  await tap('button', '接着办')
  expect(screen.getByText('请写明为什么没有定')).toBeTruthy()
  await write('为什么没有定（报事人会看到）', '会上没有商量成。')
  await tap('button', '接着办')
  expect(wire.of('whistle.untable')).toEqual([{ ...key, words: '会上没有商量成。' }])
})

test('who whistled reads which meeting it went to and what was decided there', async () => {
  await open(tabled([{ resolutionId: idOf(32, 1), words: '加装一单元楼梯扶手' }]), {}, owner)
  expect(screen.getByText('会上怎么商量的')).toBeTruthy()
  await tap('button', '9栋楼宇会，打开')
  expect(phone.stack.at(-1)).toContain('/meeting/one?')
  await tap('button', '定了：加装一单元楼梯扶手，看进展')
  expect(phone.stack.at(-1)).toContain('/meeting/resolution?')
})
