import { act, screen, waitFor } from '@testing-library/react'
import IncidentPage from '../../miniprogram/desk/incident'
import { newPhone, openAs } from '../kernel/screens/open'
import { communityWorker, idOf, owner, salt } from '../kernel/screens/people'
import { tap, write } from '../kernel/screens/tap'
import { type Answers, refuse } from '../kernel/screens/wire'
import { phone } from '../kernel/taro'
import { cut, inHours, on } from './cases'

const one = { communityId: salt.communityId, incidentId: cut().incidentId }
const open = (answers: Answers = {}, me = communityWorker) =>
  openAs(me, <IncidentPage />, {
    at: '/desk/incident',
    params: one,
    answers: { 'incident.get': cut(), ...answers },
  })

beforeEach(newPhone)

test('tells what it is, where, since when, what is known, and which whistles are on it', async () => {
  await open({ 'incident.get': cut({ until: inHours(2) }) })
  expect(await screen.findByText('全小区停水')).toBeTruthy()
  expect(screen.getByText('盐溪桥小区（整个小区） · 漏水停水')).toBeTruthy()
  expect(screen.getByText(/^从.+ 起，预计.+ 结束$/)).toBeTruthy()
  expect(screen.getByText('主管爆了，水厂在抢修，请先存水。')).toBeTruthy()
  expect(screen.getByText('这件事的哨：2 件')).toBeTruthy()
  await tap('button', /^第 2 家没水，.*已派单，打开$/)
  expect(phone.stack.at(-1)).toMatch(/^\/whistle\/one\?/)
})

test('one answer goes to everybody, and says beforehand whom it reaches and who has to be called', async () => {
  const wire = await open({
    'incident.get': cut({ reaches: { people: 5, callers: 2 } }),
    'incident.answer': ({ id }) => ({ id, whistles: 2 }),
  })
  expect(await screen.findByText(/告诉 5 位报过的人，.*还有 2 件是打电话或到窗口来说的/)).toBeTruthy()
  await write('答复大家', '今天 18:00 前来水')
  await tap('button', '告诉大家')
  expect(await screen.findByText('已经答复大家')).toBeTruthy()
  expect(wire.of('incident.answer')).toEqual([{ ...one, id: expect.any(String), words: '今天 18:00 前来水' }])
  expect(screen.getByLabelText<HTMLTextAreaElement>('答复大家').value).toBe('')
})

test('an answer without words is not sent, and without signal the words stay', async () => {
  const wire = await open()
  await screen.findByText('全小区停水')
  await tap('button', '告诉大家')
  expect(screen.getByText('请写下要告诉大家的话')).toBeTruthy()
  await write('答复大家', '今天 18:00 前来水')
  phone.setOnline(false)
  await tap('button', '告诉大家')
  expect(await screen.findByText('现在没有信号，连上后再试')).toBeTruthy()
  expect(screen.getByLabelText<HTMLTextAreaElement>('答复大家').value).toBe('今天 18:00 前来水')
  phone.setOnline(true)
  wire.answer({ 'incident.answer': ({ id }) => ({ id, whistles: 2 }) })
  await tap('button', '告诉大家')
  await waitFor(() => expect(wire.of('incident.answer')).toHaveLength(1))
})

test('sent again after it was cut off the answer carries the same id', async () => {
  const wire = await open({ 'incident.answer': refuse('busy') })
  await screen.findByText('全小区停水')
  await write('答复大家', '马上来水')
  await tap('button', '告诉大家')
  await tap('button', '告诉大家')
  const ids = wire.of('incident.answer').map((i) => i.id)
  expect(ids).toHaveLength(2)
  expect(new Set(ids).size).toBe(1)
})

test('whistles that may be the same thing are offered, and those that were picked go onto it', async () => {
  const wire = await open({
    'incident.get': cut({ candidates: 3, alone: [on(3), on(4), on(5)] }),
    'incident.add': { added: 2 },
  })
  expect(await screen.findByText('可能是同一件事：3 件')).toBeTruthy()
  await tap('checkbox', /^第 3 家没水/)
  await tap('checkbox', /^第 5 家没水/)
  await tap('button', '把 2 件加进来')
  expect(await screen.findByText('2 件加进来了，报的人已经告诉')).toBeTruthy()
  expect(wire.of('incident.add')).toEqual([{ ...one, whistleIds: [idOf(20, 3), idOf(20, 5)] }])
})

test('all of them are picked by one tap; a refusal is shown and what was picked stays picked', async () => {
  await open({
    'incident.get': cut({ candidates: 2, alone: [on(3), on(4)] }),
    'incident.add': refuse('whistle_over'),
  })
  await screen.findByText('可能是同一件事：2 件')
  await tap('button', '全选')
  await tap('button', '把 2 件加进来')
  expect(await screen.findByText('有一件哨已经办完或没有受理，不能加进来，请去掉它再试')).toBeTruthy()
  expect(screen.getAllByRole('checkbox').map((e) => e.getAttribute('aria-checked'))).toEqual(['true', 'true'])
})

test('one that was something else is taken out', async () => {
  const wire = await open({ 'incident.remove': { removed: 1 } })
  await screen.findByText('全小区停水')
  await tap('button', '有几件不是这件事…')
  await tap('checkbox', /^第 1 家没水/)
  await tap('button', '移出 1 件')
  expect(await screen.findByText('1 件移出去了，各办各的')).toBeTruthy()
  expect(wire.of('incident.remove')).toEqual([{ ...one, whistleIds: [idOf(20, 1)] }])
})

test('ending warns when nobody was answered yet, and afterwards nothing more can be done', async () => {
  const wire = await open({ 'incident.end': { endedAt: inHours(0) } })
  await screen.findByText('全小区停水')
  await tap('button', '这件事结束了…')
  expect(screen.getByText(/^还没有答复过大家/)).toBeTruthy()
  wire.answer({ 'incident.get': cut({ endedAt: inHours(0), candidates: 0 }) })
  await tap('button', '结束')
  expect(await screen.findByText('已经结束，以前说过的都还能看到')).toBeTruthy()
  expect(wire.of('incident.end')).toEqual([one])
  await waitFor(() => expect(screen.queryByRole('button', { name: '告诉大家' })).toBeNull())
})

test('somebody was faster: told, and the sheet stays until it is closed', async () => {
  await open({ 'incident.end': refuse('incident_ended') })
  await screen.findByText('全小区停水')
  await tap('button', '这件事结束了…')
  await tap('button', '结束')
  expect(await screen.findByText(/已经结束，不能再改/)).toBeTruthy()
})

test('two hundred whistles are shown twenty at a time', async () => {
  const many = Array.from({ length: 200 }, (_, i) => on(i + 1))
  await open({ 'incident.get': cut({ whistles: 260, on: many }) })
  await screen.findByText('这件事的哨：260 件')
  const lines = () => screen.getAllByRole('button', { name: /家没水，.*打开$/ }).length
  expect(lines()).toBe(20)
  await tap('button', '再看一些')
  expect(lines()).toBe(40)
})

test('a resident reads it, and is offered nothing to do', async () => {
  await open({ 'incident.get': cut({ alone: null, candidates: null, reaches: null, on: [] }) }, owner)
  expect(await screen.findByText('全小区停水')).toBeTruthy()
  for (const name of ['告诉大家', '这件事结束了…', '有几件不是这件事…'])
    expect(screen.queryByRole('button', { name })).toBeNull()
})

test('one that is not there, or cannot be read now, says so with a way to try again', async () => {
  const wire = await open({ 'incident.get': refuse('not_found') })
  expect(await screen.findByText('没能打开')).toBeTruthy()
  wire.answer({ 'incident.get': cut() })
  await tap('button', '再试一次')
  expect(await screen.findByText('全小区停水')).toBeTruthy()
  await act(async () => {})
})
