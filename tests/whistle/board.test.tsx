import { screen, waitFor } from '@testing-library/react'
import Board from '../../miniprogram/desk/board'
import type { Input } from '../../shared/contract'
import { newPhone, openAs } from '../kernel/screens/open'
import { bridge, communityWorker, house9, idOf, owner, salt, saltTree } from '../kernel/screens/people'
import { tap, write } from '../kernel/screens/tap'
import { type Answers, breakDown, refuse } from '../kernel/screens/wire'
import { phone } from '../kernel/taro'
import { boardOf, gasCompany, gridWorker, inMinutes, onBoard, property, whistleOf } from './onDesk'

const gas = onBoard(1, {
  title: '地下车库有煤气味',
  category: 'gas',
  urgency: 'danger',
  joined: 2,
  responseDueAt: inMinutes(72.5),
})
const lamp = onBoard(2, { title: '路灯不亮' })
const door = onBoard(3, { title: '门禁坏了', source: 'phone' })
const three = [gas, lamp, door]

const answers: Answers = {
  'whistle.board': boardOf(...three),
  'place.tree': saltTree,
  'whistle.parties': { items: [gasCompany, property] },
  'whistle.get': ({ whistleId }) => whistleOf(three.find((w) => w.whistleId === whistleId) ?? gas),
  'whistle.accept': {
    state: 'accepted',
    responseDueAt: null,
    resolutionDueAt: null,
    provisional: false,
  },
  'whistle.dispatch': {
    state: 'dispatched',
    responseDueAt: null,
    resolutionDueAt: null,
    provisional: false,
  },
}
const open = (more: Answers = {}, me = communityWorker, params = {}) =>
  openAs(me, <Board />, { at: '/desk/board', params, answers: { ...answers, ...more } })
const tickAll = async () => {
  await tap('button', '选几件一起派')
  for (const w of three) await tap('checkbox', `选上 ${w.title}`)
}

beforeEach(newPhone)

test('each line tells what, where, from whom, who else met it, and how long there is', async () => {
  await open()
  expect(await screen.findByText('地下车库有煤气味')).toBeTruthy()
  expect(screen.getByText('危急·还剩 1 小时 12 分')).toBeTruthy()
  expect(screen.getByText(/^9栋1单元 · 居民 · .+ · 2 位也遇到$/)).toBeTruthy()
  expect(screen.getByText(/^9栋1单元 · 电话登记 · /)).toBeTruthy()
  expect(screen.getByRole('tab', { name: '待受理 3' })).toBeTruthy()
})

test('a line opens the whistle as a page of its own', async () => {
  await open()
  await screen.findByText('路灯不亮')
  await tap('button', /^路灯不亮，/)
  expect(phone.stack.at(-1)).toBe(`/whistle/one?communityId=${salt.communityId}&whistleId=${lamp.whistleId}`)
})

test('a tab is read from the server, opened by the address too, and the numbers stay while it comes', async () => {
  const wire = await open({}, communityWorker, { tab: 'overdue' })
  await screen.findByText('路灯不亮')
  await tap('tab', '待回访 3')
  expect(screen.getByRole('tab', { name: '在办 3' })).toBeTruthy()
  expect(wire.of('whistle.board').map((i) => i.tab)).toEqual(['overdue', 'toFollowUp'])
})

test('the list is narrowed by building, category and words, and sorted by what is newest', async () => {
  const wire = await open({
    'whistle.board': (asked: Input<'whistle.board'>) => (asked.find ? boardOf() : boardOf(...three)),
  })
  await screen.findByText('路灯不亮')
  await tap('button', /^筛选和查找，现在是时限先到的在前/)
  await tap('button', /^小区：全部/)
  await tap('radio', new RegExp(bridge.name))
  await tap('button', /^楼栋：全部/)
  await tap('radio', new RegExp(`^${house9.name}`))
  await tap('button', '类别：全部，换一类')
  await tap('radio', '燃气')
  await tap('tab', '最新的在前')
  expect(wire.of('whistle.board').at(-1)).toEqual({
    communityId: salt.communityId,
    tab: 'toAccept',
    compoundId: bridge.compoundId,
    buildingId: house9.buildingId,
    category: 'gas',
    sort: 'newest',
  })
  await write('查找', '门禁')
  expect(await screen.findByText('没有找到“门禁”')).toBeTruthy()
  await tap('button', '不筛选了')
  await waitFor(() => expect(screen.getByText('路灯不亮')).toBeTruthy())
  expect(wire.of('whistle.board').at(-1)).not.toHaveProperty('category')
})

test('several are sent to one party: accepted first, then dispatched, one after the other with ids of their own', async () => {
  const wire = await open()
  await screen.findByText('路灯不亮')
  await tickAll()
  await tap('button', '3 件派给…')
  await screen.findByText('派给谁牵头')
  expect(screen.getAllByRole('radio').map((r) => r.getAttribute('aria-label'))).toEqual([
    '弘运物业公司，平时派给',
    '燃气公司',
  ])
  await tap('button', '派出这 3 件')
  expect(screen.getByText('请选派给谁')).toBeTruthy()
  expect(wire.of('whistle.accept')).toHaveLength(0)
  await tap('radio', /^弘运物业公司/)
  await write('要交代的话（可以不写）', '先围起来')
  await tap('button', '派出这 3 件')
  expect(await screen.findByText('一共 3 件，派好了 3 件。')).toBeTruthy()
  const moves = wire.asked.filter((a) => a.name === 'whistle.accept' || a.name === 'whistle.dispatch')
  expect(moves.map((a) => [a.name, a.input.whistleId])).toEqual(
    three.flatMap((w) => [
      ['whistle.accept', w.whistleId],
      ['whistle.dispatch', w.whistleId],
    ]),
  )
  const sent = wire.of('whistle.dispatch')
  expect(new Set(sent.map((s) => s.id)).size).toBe(3)
  expect(sent[0]).toMatchObject({
    lead: { kind: 'organisation', partyId: property.partyId },
    instruction: '先围起来',
  })
  await tap('button', '好了')
  expect(screen.queryByRole('button', { name: /件派给/ })).toBeNull()
})

test('one that is refused stays ticked with the server’s sentence, and goes again with the same id', async () => {
  const wire = await open()
  await screen.findByText('路灯不亮')
  await tickAll()
  await tap('button', '3 件派给…')
  await tap('radio', /^弘运物业公司/)
  wire.answer({
    'whistle.dispatch': (asked) => {
      if (asked.whistleId === lamp.whistleId) refuse('party_elsewhere')()
      return { state: 'dispatched', responseDueAt: null, resolutionDueAt: null, provisional: false }
    },
  })
  await tap('button', '派出这 3 件')
  expect(await screen.findByText('一共 3 件，派好了 2 件。没派成的没有动，可以再派。')).toBeTruthy()
  expect(screen.getByText('路灯不亮：这一方不负责这个小区，请另选一方')).toBeTruthy()
  expect(screen.getByText('门禁坏了：派好了')).toBeTruthy()
  await tap('button', '好了')
  expect(screen.getByText('路灯不亮：没派成。这一方不负责这个小区，请另选一方')).toBeTruthy()
  expect(screen.getByRole('checkbox', { name: '选上 路灯不亮' }).getAttribute('aria-checked')).toBe('true')
  expect(screen.getByRole('checkbox', { name: '选上 门禁坏了' }).getAttribute('aria-checked')).toBe('false')

  wire.answer({ 'whistle.dispatch': answers['whistle.dispatch'] })
  await tap('button', '1 件派给…')
  await tap('radio', /^弘运物业公司/)
  await tap('button', '派出去')
  await screen.findByText('一共 1 件，派好了 1 件。')
  const ids = wire.of('whistle.dispatch').flatMap((s) => (s.whistleId === lamp.whistleId ? [s.id] : []))
  expect(ids[1]).toBe(ids[0])
  // accepted the first time; taking it in again would be refused
  expect(wire.of('whistle.accept').filter((a) => a.whistleId === lamp.whistleId)).toHaveLength(1)
})

test('those of several compounds are not sent together', async () => {
  await open({
    'whistle.get': ({ whistleId }) =>
      whistleOf(gas, whistleId === lamp.whistleId ? idOf(2, 2) : bridge.compoundId),
  })
  await screen.findByText('路灯不亮')
  await tickAll()
  expect(screen.getByText(/^选上的不在同一个小区/)).toBeTruthy()
  expect(screen.getByRole('button', { name: '3 件派给…' }).getAttribute('aria-disabled')).toBe('true')
  await tap('checkbox', '选上 路灯不亮')
  expect(screen.queryByText(/^选上的不在同一个小区/)).toBeNull()
  await tap('button', '2 件派给…')
  expect(await screen.findByText('派给谁牵头')).toBeTruthy()
})

test('without signal the sending stops at the first, all stay ticked, and nothing written is lost', async () => {
  const wire = await open()
  await screen.findByText('路灯不亮')
  await tickAll()
  await tap('button', '3 件派给…')
  await tap('radio', /^弘运物业公司/)
  await write('要交代的话（可以不写）', '先围起来')
  phone.setOnline(false)
  await tap('button', '派出这 3 件')
  expect(await screen.findByText('地下车库有煤气味：现在没有信号，连上后再试')).toBeTruthy()
  expect(screen.getByText('一共 3 件，派好了 0 件。没派成的没有动，可以再派。')).toBeTruthy()
  await tap('button', '好了')
  expect(wire.of('whistle.dispatch')).toHaveLength(0)
  for (const w of three)
    expect(screen.getByRole('checkbox', { name: `选上 ${w.title}` }).getAttribute('aria-checked')).toBe(
      'true',
    )
  phone.setOnline(true)
  await tap('button', '3 件派给…')
  expect(await screen.findByDisplayValue('先围起来')).toBeTruthy()
  await tap('button', '派出这 3 件')
  expect(await screen.findByText('一共 3 件，派好了 3 件。')).toBeTruthy()
})

test('what is over cannot be ticked', async () => {
  await open({ 'whistle.board': boardOf(gas, onBoard(4, { state: 'closed', title: '早就好了' })) })
  await screen.findByText('早就好了')
  await tap('button', '选几件一起派')
  expect(screen.getAllByRole('checkbox')).toHaveLength(1)
})

test('a grid worker reads, and is offered nothing to send', async () => {
  await open({}, gridWorker)
  await screen.findByText('路灯不亮')
  expect(screen.queryByRole('button', { name: '选几件一起派' })).toBeNull()
  expect(screen.queryByRole('checkbox')).toBeNull()
  expect(screen.queryByRole('button', { name: '替居民登记' })).toBeNull()
})

test('an owner is told that this is not theirs', async () => {
  const wire = await open({}, owner)
  expect(screen.getByText('你现在没有看社区要办的事的身份')).toBeTruthy()
  expect(wire.of('whistle.board')).toHaveLength(0)
})

test('nothing to accept says what will come here; a failed answer is tried again', async () => {
  const wire = await open({ 'whistle.board': breakDown })
  expect(await screen.findByText('没能打开')).toBeTruthy()
  wire.answer({ 'whistle.board': boardOf() })
  await tap('button', '再试一次')
  expect(await screen.findByText('没有等着受理的事')).toBeTruthy()
  expect(screen.getByText('居民吹哨或打来电话登记以后，会排在这里。')).toBeTruthy()
})

test('without signal the last board is there to read, with its numbers', async () => {
  await open()
  await screen.findByText('路灯不亮')
  phone.setOnline(false)
  await openAs(communityWorker, <Board />, { at: '/desk/board' })
  expect(await screen.findByText('没有信号，这是上次看到的内容')).toBeTruthy()
  expect(screen.getByText('路灯不亮')).toBeTruthy()
  expect(screen.getByRole('tab', { name: '待受理 3' })).toBeTruthy()
})

test('hundreds come twenty at a time', async () => {
  const pageFrom = (from: number) => ({
    ...boardOf(...Array.from({ length: 20 }, (_, i) => onBoard(from + i))),
    next: from < 200 ? String(from + 20) : null,
  })
  await open({ 'whistle.board': ({ after }) => pageFrom(Number(after ?? 1)) })
  await screen.findByText('第 20 件')
  expect(screen.queryByText('第 21 件')).toBeNull()
  await tap('button', '再看一些')
  expect(await screen.findByText('第 40 件')).toBeTruthy()
})
