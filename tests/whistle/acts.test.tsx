import { screen, waitFor } from '@testing-library/react'
import { changesSoFar } from '../../miniprogram/kernel/fresh'
import One from '../../miniprogram/whistle/one'
import { newPhone, openAs } from '../kernel/screens/open'
import { bridge, communityWorker, idOf, salt } from '../kernel/screens/people'
import { tap, turn, write } from '../kernel/screens/tap'
import { type Answers, breakDown, refuse } from '../kernel/screens/wire'
import { phone } from '../kernel/taro'
import {
  at,
  dispatchOf,
  gas,
  key,
  moved,
  noCounts,
  parties,
  property,
  stepOf,
  type Whistle,
  whistleOf,
} from './sample'

beforeEach(newPhone)

const submitted = whistleOf({ acts: ['askBack', 'accept', 'reject', 'merge'] })
const open = async (whistle: Whistle, answers: Answers = {}) => {
  const wire = await openAs(communityWorker, <One />, {
    ...at,
    answers: { 'whistle.get': whistle, 'whistle.parties': parties, ...answers },
  })
  await screen.findByText(whistle.title)
  return wire
}

test('taken in and sent out in one go: to whom it usually goes is chosen and marked', async () => {
  const wire = await open(submitted, {
    'whistle.accept': { state: 'accepted', ...moved },
    'whistle.dispatch': { state: 'dispatched', ...moved },
  })
  await tap('button', '受理并派单')
  expect(await screen.findByRole('radio', { name: '弘运物业公司，平时派给', checked: true })).toBeTruthy()
  const before = changesSoFar()
  wire.answer({
    'whistle.get': whistleOf({ state: 'dispatched', dispatches: [dispatchOf(1, '弘运物业公司')] }),
  })
  await tap('button', '受理，派给弘运物业公司')
  expect(await screen.findByText('已经受理，派给弘运物业公司')).toBeTruthy()
  expect(wire.of('whistle.accept')).toEqual([key])
  expect(wire.of('whistle.dispatch')).toMatchObject([{ ...key, lead: property }])
  expect(await screen.findByText('已派单')).toBeTruthy()
  expect(changesSoFar()).toBeGreaterThan(before)
})

test('another lead, co-parties, corrected kind, own deadlines and words go along', async () => {
  const clock = { amount: 2, unit: 'hours' }
  const wire = await open(submitted, {
    'whistle.accept': { state: 'accepted', ...moved },
    'whistle.dispatch': { state: 'dispatched', ...moved },
    'whistle.clocks': {
      quota: { aDay: 10, alikeADay: 2, own: false },
      items: [
        {
          category: 'fire',
          urgency: 'danger',
          response: clock,
          resolution: { amount: 24, unit: 'hours' },
          own: false,
        },
      ],
    },
  })
  await tap('button', '受理并派单')
  await tap('button', '分得不对，改一改')
  await tap('radio', '消防通道')
  await tap('radio', '危急')
  expect(await screen.findByText('到现场 2 小时（自然时间），办好 24 小时（自然时间）')).toBeTruthy()
  await tap('radio', '燃气公司')
  await tap('checkbox', '弘运物业公司，平时派给')
  await tap('button', '改时限')
  await turn(/^最晚哪天办好，\d/, '2099-01-05')
  await turn(/^最晚哪天办好，几点/, '17:30')
  await tap('button', '填上：请注意安全，先围起来。')
  await tap('button', '受理，派给燃气公司')
  await waitFor(() => expect(wire.of('whistle.dispatch')).toHaveLength(1))
  expect(wire.of('whistle.accept')).toEqual([{ ...key, category: 'fire', urgency: 'danger' }])
  expect(wire.of('whistle.dispatch')[0]).toMatchObject({
    lead: gas,
    co: [property],
    resolveBy: '2099-01-05T09:30:00.000Z',
    instruction: '请注意安全，先围起来。',
  })
})

test('what was taken in but not sent out keeps the form; trying again only sends', async () => {
  const wire = await open(submitted, {
    'whistle.accept': { state: 'accepted', ...moved },
    'whistle.dispatch': refuse('party_elsewhere'),
  })
  await tap('button', '受理并派单')
  await write('要交代的话（可以不写）', '先打电话')
  await tap('button', '受理，派给弘运物业公司')
  expect(await screen.findByText('这一方不负责这个小区，请另选一方')).toBeTruthy()
  expect(screen.getByLabelText<HTMLTextAreaElement>('要交代的话（可以不写）').value).toBe('先打电话')
  wire.answer({ 'whistle.dispatch': { state: 'dispatched', ...moved } })
  await tap('button', '受理，派给弘运物业公司')
  expect(await screen.findByText('已经受理，派给弘运物业公司')).toBeTruthy()
  expect(wire.of('whistle.accept')).toHaveLength(1)
  const [first, second] = wire.of('whistle.dispatch')
  expect(second).toEqual(first)
})

test('where nobody can be sent it says what to do first, and takes it in all the same', async () => {
  const wire = await open(submitted, {
    'whistle.accept': { state: 'accepted', ...moved },
    'whistle.parties': { items: [] },
  })
  await tap('button', '受理并派单')
  expect(await screen.findByText('还没有可以派的一方')).toBeTruthy()
  expect(screen.queryByRole('button', { name: '受理，派出去' })).toBeNull()
  await tap('button', '只受理，先不派')
  expect(await screen.findByText('已经受理，还没有派单')).toBeTruthy()
  expect(wire.of('whistle.accept')).toEqual([key])
})

test('when somebody was faster the sheet says who, and what lies behind is read again', async () => {
  const wire = await open(submitted, { 'whistle.accept': refuse('moved_by') })
  await tap('button', '受理并派单')
  await tap('button', '只受理，先不派')
  expect(await screen.findByText(/刚刚办过了/)).toBeTruthy()
  wire.answer({ 'whistle.get': whistleOf({ state: 'accepted', acts: ['dispatch'] }) })
  await tap('button', '以后再说')
  expect(await screen.findByRole('button', { name: '派单' })).toBeTruthy()
})

test('asking back needs words, offers some, and loses none without signal', async () => {
  const wire = await open(submitted, { 'whistle.askBack': { state: 'needsInfo' } })
  await tap('button', '问清楚')
  await tap('button', '问出去')
  expect(screen.getByText('请写下想问的话')).toBeTruthy()
  await tap('button', '填上：请拍一张现场的照片。')
  phone.setOnline(false)
  await tap('button', '问出去')
  expect(await screen.findByText('现在没有信号，连上后再试')).toBeTruthy()
  const field = screen.getByLabelText<HTMLTextAreaElement>('想问什么（对方会看到）')
  expect(field.value).toBe('请拍一张现场的照片。')
  phone.setOnline(true)
  await tap('button', '问出去')
  expect(await screen.findByText('已经问了，等对方补充')).toBeTruthy()
  expect(wire.of('whistle.askBack')).toEqual([{ ...key, words: '请拍一张现场的照片。' }])
})

test('turning it down needs a reason, which stays through a failure', async () => {
  const wire = await open(submitted, { 'whistle.reject': breakDown })
  await tap('button', '不受理')
  await tap('button', '不受理，告诉对方')
  expect(screen.getByText('请写明理由，对方会看到')).toBeTruthy()
  await write('为什么不受理（对方会看到）', '不在本社区')
  await tap('button', '不受理，告诉对方')
  expect(await screen.findByText(/系统出了点问题/)).toBeTruthy()
  wire.answer({ 'whistle.reject': { state: 'rejected' } })
  await tap('button', '不受理，告诉对方')
  expect(await screen.findByText('没有受理，理由已经告诉对方')).toBeTruthy()
  expect(wire.of('whistle.reject')[1]).toEqual({ ...key, reason: '不在本社区' })
})

test('merging offers what looks alike without itself, and all open ones of the compound', async () => {
  const face = { ...whistleOf(), photo: null, mine: false }
  const like = { ...face, whistleId: idOf(20, 2), title: '楼梯扶手松了', joined: 3 }
  const other = { ...face, whistleId: idOf(20, 3), title: '车库漏水', lead: null }
  const wire = await open(submitted, {
    'whistle.similar': { items: [face, like] },
    'whistle.board': { items: [other], next: null, counts: noCounts },
    'whistle.merge': { state: 'merged' },
  })
  await tap('button', '并入另一件')
  expect(await screen.findByRole('radio', { name: /^楼梯扶手松了，.*3 位邻居也遇到$/ })).toBeTruthy()
  expect(screen.queryByRole('radio', { name: /^一单元楼梯/ })).toBeNull()
  await tap('button', '并过去')
  expect(screen.getByText('请选要并入哪一件')).toBeTruthy()
  await tap('button', '看这个小区在办的全部')
  await tap('radio', /^车库漏水/)
  await tap('button', '并过去')
  expect(await screen.findByText('已经并过去，报事人会在那一件里看到进展')).toBeTruthy()
  expect(wire.of('whistle.merge')).toEqual([{ ...key, intoId: idOf(20, 3) }])
  expect(wire.of('whistle.board')[0]).toMatchObject({
    communityId: salt.communityId,
    compoundId: bridge.compoundId,
    tab: 'open',
  })
})

test('a dispute is answered with its reason in view; keeping it there needs one too', async () => {
  const wire = await open(
    whistleOf({
      state: 'dispatched',
      disputed: true,
      acts: ['dispatch', 'decideDispute', 'extend'],
      dispatches: [dispatchOf(1, '弘运物业公司', { state: 'disputed' })],
      steps: [
        stepOf(3, '弘运物业公司提出退单', '弘运物业公司', { action: 'whistle.disputed', words: '保修期内' }),
      ],
    }),
    { 'whistle.decideDispute': { state: 'dispatched' } },
  )
  await tap('button', '答复退单')
  expect(screen.getByText('弘运物业公司说：保修期内')).toBeTruthy()
  await tap('button', '答复')
  expect(screen.getByText('请选一个')).toBeTruthy()
  await tap('radio', /^不同意/)
  await tap('button', '答复')
  expect(screen.getByText('请写明理由，对方会看到')).toBeTruthy()
  await write('理由（对方会看到）', '保修已经过了')
  await tap('button', '答复')
  expect(await screen.findByText('还是由弘运物业公司办，理由已经告诉他们')).toBeTruthy()
  expect(wire.of('whistle.decideDispute')).toEqual([{ ...key, decision: 'refuse', reason: '保修已经过了' }])
})

test('following up by telephone writes down what was said, and the number is one act away', async () => {
  const wire = await open(
    whistleOf({
      state: 'resolved',
      acts: ['followUp'],
      reporters: [],
      callers: [{ callerId: key.whistleId, name: '李大爷', phone: '139****0002' }],
    }),
    {
      'whistle.followUp': { state: 'reopened', ...moved },
      'whistle.reveal': { name: '李大爷', phone: '13900000002' },
    },
  )
  await tap('button', '李大爷 139****0002，看完整电话')
  expect(screen.getByText(/会记下来，本人能看到/, { selector: '.k-says-words' })).toBeTruthy()
  await tap('button', '看完整号码')
  expect(await screen.findByText('13900000002')).toBeTruthy()
  await tap('button', '打电话')
  expect(phone.called).toBe('13900000002')
  await tap('button', '看完了')
  expect(screen.queryByText('13900000002')).toBeNull()
  await tap('button', '电话回访')
  await tap('radio', '没修好')
  await write('哪里还没好（可以不写）', '还在晃')
  await tap('button', '记下来')
  expect(await screen.findByText('记下了：居民说没修好')).toBeTruthy()
  expect(wire.of('whistle.followUp')).toEqual([{ ...key, outcome: 'not', words: '还在晃' }])
  expect(wire.of('whistle.reveal')).toEqual([{ ...key, callerId: key.whistleId }])
})

test('what was followed up is ended by one more tap', async () => {
  const wire = await open(whistleOf({ state: 'followedUp', acts: ['close'] }), {
    'whistle.close': { state: 'closed' },
  })
  await tap('button', '结束')
  await tap('button', '结束，不再办了')
  expect(await screen.findByText('这件事结束了')).toBeTruthy()
  expect(wire.of('whistle.close')).toEqual([key])
})
