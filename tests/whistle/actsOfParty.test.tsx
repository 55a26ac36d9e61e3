import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import type { Me } from '../../miniprogram/kernel/session'
import One from '../../miniprogram/whistle/one'
import { camera } from '../kernel/camera'
import { photoServer } from '../kernel/photoServer'
import { newPhone, openAs } from '../kernel/screens/open'
import { idOf, owner, responder } from '../kernel/screens/people'
import { tap, write } from '../kernel/screens/tap'
import { type Answers, refuse } from '../kernel/screens/wire'
import {
  at,
  committee,
  director,
  dispatchOf,
  hoursAway,
  key,
  moved,
  resolvedOf701,
  stepOf,
  type Whistle,
  whistleOf,
} from './sample'

beforeEach(() => {
  newPhone()
  camera.reset()
})

const open = async (me: Me, whistle: Whistle, answers: Answers = {}) => {
  const wire = await openAs(me, <One />, { ...at, answers: { 'whistle.get': whistle, ...answers } })
  await screen.findByText(whistle.title)
  return wire
}
const sent = whistleOf({
  state: 'dispatched',
  acts: ['dispute', 'respond', 'extend'],
  mayTake: true,
  dispatches: [
    dispatchOf(1, '弘运物业公司'),
    dispatchOf(2, '盐溪桥小区业委会', { ...committee, lead: false }),
  ],
})
const underWay: Whistle = {
  ...sent,
  state: 'responded',
  acts: ['extend', 'resolve'],
  resolutionDueAt: hoursAway(48),
}

test('turning up is one tap, with words or without', async () => {
  const wire = await open(responder, sent, { 'whistle.respond': { state: 'responded' } })
  await tap('button', '报到')
  await tap('button', '报到，告诉居民')
  expect(await screen.findByText('已经报到')).toBeTruthy()
  expect(wire.of('whistle.respond')).toEqual([key])
})

test('what is not theirs is said with a reason', async () => {
  const wire = await open(responder, sent, { 'whistle.dispute': refuse('disputed_already') })
  await tap('button', '不该派给我们')
  await tap('button', '填上：这里不归我们管。')
  await tap('button', '提出退单')
  expect(await screen.findByText('已经提出退单，请等社区答复')).toBeTruthy()
  expect(screen.getByLabelText<HTMLTextAreaElement>('为什么不该派给我们').value).toBe('这里不归我们管。')
  expect(wire.of('whistle.dispute')).toEqual([{ ...key, reason: '这里不归我们管。' }])
})

test('at the desk it is taken, and handed on to a colleague', async () => {
  const wire = await open(responder, sent, {
    'whistle.take': ({ personId }) => ({ takenBy: personId === idOf(9, 77) ? '小周' : '小李' }),
    'whistle.colleagues': {
      items: [
        { personId: responder.personId, name: '小李' },
        { personId: idOf(9, 77), name: '小周' },
      ],
    },
  })
  wire.answer({
    'whistle.get': { ...sent, dispatches: [dispatchOf(1, '弘运物业公司', { takenBy: '小李' })] },
  })
  await tap('button', '接下')
  expect(await screen.findByText('你接下了这件事')).toBeTruthy()
  expect(await screen.findByText('牵头 · 小李在办')).toBeTruthy()
  await tap('button', '转交或放回')
  expect(await screen.findByRole('radio', { name: '小李，我自己' })).toBeTruthy()
  await tap('button', '就这样')
  expect(screen.getByText('请选交给谁')).toBeTruthy()
  await tap('radio', '小周')
  await tap('button', '就这样')
  expect(await screen.findByText('已经交给小周')).toBeTruthy()
  const dispatchId = idOf(23, 1)
  expect(wire.of('whistle.take')).toEqual([
    { ...key, dispatchId, personId: responder.personId },
    { ...key, dispatchId, personId: idOf(9, 77) },
  ])
})

test('an extension needs a reason and begins three days after the deadline', async () => {
  const wire = await open(responder, underWay, { 'whistle.extend': { state: 'responded', ...moved } })
  await tap('button', '延期')
  await tap('button', '延期，告诉居民')
  expect(screen.getByText('请写明理由，居民会看到')).toBeTruthy()
  await tap('button', '填上：在等配件到货。')
  await tap('button', '延期，告诉居民')
  await waitFor(() => expect(wire.of('whistle.extend')).toHaveLength(1))
  const { resolveBy, reason } = wire.of('whistle.extend')[0]!
  expect(Date.parse(resolveBy) - Date.parse(underWay.resolutionDueAt!)).toBe(3 * 86_400_000)
  expect(reason).toBe('在等配件到货。')
})

test('solved needs a photo or words; photos go up first and are there when it is sent', async () => {
  const far = photoServer()
  const wire = await open(responder, underWay, { 'whistle.resolve': { state: 'resolved' }, ...far.answers })
  await tap('button', '办结')
  await tap('button', '办结，请居民看看')
  expect(screen.getByText('请拍一张修好后的照片，或写明做了什么')).toBeTruthy()
  camera.takes(400_000)
  await tap('button', '拍照或选照片')
  await screen.findByRole('button', { name: /^第 1 张照片/ })
  await tap('button', '办结，请居民看看')
  expect(await screen.findByText('已经办结，等居民评价')).toBeTruthy()
  expect(wire.of('whistle.resolve')).toEqual([{ ...key, photoIds: [...far.photos.keys()] }])
})

test('a photo that does not go up is told, and neither words nor photo are lost', async () => {
  const far = photoServer()
  camera.upload = async () => ({ statusCode: 500, data: '' })
  const wire = await open(responder, underWay, { 'whistle.resolve': { state: 'resolved' }, ...far.answers })
  await tap('button', '办结')
  camera.takes(400_000)
  await tap('button', '拍照或选照片')
  await write('做了什么', '换了灯')
  await tap('button', '办结，请居民看看')
  expect(await screen.findByText(/^第 1 张照片：/)).toBeTruthy()
  expect(wire.of('whistle.resolve')).toEqual([])
  expect(screen.getByLabelText<HTMLTextAreaElement>('做了什么').value).toBe('换了灯')
  camera.upload = far.take
  await tap('button', '办结，请居民看看')
  expect(await screen.findByText('已经办结，等居民评价')).toBeTruthy()
})

test('a co-party tells the lead, once however often it is sent', async () => {
  const wire = await open(
    director,
    { ...sent, acts: [], mayReport: true },
    { 'whistle.report': refuse('busy') },
  )
  await tap('button', '告诉牵头方')
  await write('做了什么', '通知了住户')
  await tap('button', '告诉弘运物业公司')
  await screen.findByRole('alert')
  wire.answer({ 'whistle.report': { id: idOf(24, 1) } })
  await tap('button', '告诉弘运物业公司')
  expect(await screen.findByText('已经告诉弘运物业公司')).toBeTruthy()
  const [first, second] = wire.of('whistle.report')
  expect(second).toEqual(first)
  expect(first).toMatchObject({ dispatchId: idOf(23, 2), words: '通知了住户' })
})

test('the reporter answers what was asked, with the question in view', async () => {
  const asked = stepOf(2, '社区想问清楚', '社区', { action: 'whistle.askedBack', words: '在几楼？' })
  const wire = await open(
    owner,
    whistleOf({ state: 'needsInfo', mine: 'first', acts: ['answer', 'withdraw'], steps: [asked] }),
    {
      'whistle.answer': { state: 'submitted', ...moved },
    },
  )
  await tap('button', '补充说明')
  expect(screen.getByText('社区问：在几楼？')).toBeTruthy()
  await write('补充的话', '三楼')
  await tap('button', '交上去')
  expect(await screen.findByText('补充好了，社区接着办')).toBeTruthy()
  expect(wire.of('whistle.answer')).toEqual([{ ...key, words: '三楼' }])
})

test('solved asks for stars before it is sent; half asks for none', async () => {
  const wire = await open(owner, resolvedOf701(), { 'whistle.followUp': { state: 'followedUp', ...moved } })
  await tap('button', '修好了')
  await tap('button', '就这样说')
  expect(screen.getByText('请点几颗星，说说满不满意')).toBeTruthy()
  await tap('radio', '4 颗星，满意')
  await tap('button', '就这样说')
  expect(await screen.findByText('谢谢你，这件事就要结束了')).toBeTruthy()
  await tap('button', '修了一半')
  await tap('button', '就这样说')
  expect(await screen.findByText('知道了，会让他们接着办')).toBeTruthy()
  expect(wire.of('whistle.followUp')).toEqual([
    { ...key, outcome: 'solved', stars: 4 },
    { ...key, outcome: 'half' },
  ])
})

test('what broke again is opened again with a reason', async () => {
  const wire = await open(owner, whistleOf({ state: 'closed', mine: 'first', acts: ['reopen'] }), {
    'whistle.reopen': { state: 'reopened', ...moved },
  })
  await tap('button', '又坏了，重新办')
  await tap('button', '填上：修好没几天又坏了。')
  await tap('button', '重新办')
  expect(await screen.findByText('已经重新交给他们办')).toBeTruthy()
  expect(wire.of('whistle.reopen')).toEqual([{ ...key, reason: '修好没几天又坏了。' }])
})

test('others met it too: then it is not taken back', async () => {
  await open(owner, whistleOf({ mine: 'first', acts: ['withdraw'] }), {
    'whistle.withdraw': refuse('others_joined'),
  })
  await tap('button', '撤回')
  await tap('button', '撤回这件事')
  expect(await screen.findByText(/这件事会继续办，不能撤回/)).toBeTruthy()
})

test('who met it too joins, anonymous if they wish', async () => {
  const wire = await open(director, whistleOf({ acts: ['join'] }), {
    'whistle.join': { state: 'submitted', joined: 3 },
  })
  await tap('button', '我也遇到')
  await act(async () => void fireEvent.click(screen.getByRole('switch', { name: '匿名' })))
  await tap('button', '算上我')
  expect(await screen.findByText('算上你了，有进展会告诉你')).toBeTruthy()
  expect(wire.of('whistle.join')).toEqual([{ ...key, anonymous: true }])
})
