import { act, fireEvent, screen } from '@testing-library/react'
import QueuePage from '../../miniprogram/account/queue'
import { newId } from '../../miniprogram/kernel/ids'
import { enqueue, sendWaiting } from '../../miniprogram/kernel/queue'
import { newPhone, openAs } from '../kernel/screens/open'
import { home701, idOf, newcomer, salt } from '../kernel/screens/people'
import { type Answers, refuse } from '../kernel/screens/wire'
import { phone } from '../kernel/taro'

const queue = { at: '/account/queue' }
const make = (name: string, id = newId()) =>
  enqueue({
    name: 'claim.submit',
    label: `认领 ${name}`,
    input: { id, communityId: salt.communityId, homeId: home701.homeId, kind: 'tenant', name },
  })
const taken: Answers['claim.submit'] = ({ id }) => ({ id, state: 'submitted' })

beforeEach(newPhone)

test('what waits goes in the order in which it was made', async () => {
  const wire = await openAs(newcomer, <QueuePage />, { ...queue, answers: { 'claim.submit': taken } })
  await act(async () => {
    make('甲')
    make('乙')
    await sendWaiting()
  })
  expect(wire.of('claim.submit').map((i) => i.name)).toEqual(['甲', '乙'])
  expect(await screen.findByText('都发出去了')).toBeTruthy()
})

test('one that is refused stays with its sentence and does not hold up the next', async () => {
  const wire = await openAs(newcomer, <QueuePage />, {
    ...queue,
    answers: {
      'claim.submit': (input) =>
        input.name === '甲' ? refuse('lives_there')() : { id: input.id, state: 'submitted' },
    },
  })
  await act(async () => {
    make('甲')
    make('乙')
    await sendWaiting()
  })
  expect(wire.of('claim.submit')).toHaveLength(2)
  expect(await screen.findByText('你已经是这一户的人了，不用再申请')).toBeTruthy()
  expect(screen.queryByText('认领 乙')).toBeNull()
  fireEvent.click(screen.getByRole('button', { name: '不要了，删掉认领 甲' }))
  expect(await screen.findByText('都发出去了')).toBeTruthy()
})

test('the same thing put in twice waits once', async () => {
  await openAs(newcomer, <QueuePage />, queue)
  await act(async () => {
    const id = newId()
    make('甲', id)
    make('甲', id)
  })
  expect(screen.getAllByText('认领 甲')).toHaveLength(1)
})

test('nothing is lost when the server is in trouble: it goes later', async () => {
  const wire = await openAs(newcomer, <QueuePage />, {
    ...queue,
    answers: { 'claim.submit': refuse('busy') },
  })
  await act(async () => {
    make('甲')
    await sendWaiting()
  })
  expect(screen.getByText('认领 甲')).toBeTruthy()
  wire.answer({ 'claim.submit': taken })
  fireEvent.click(screen.getByRole('button', { name: '现在发' }))
  expect(await screen.findByText('都发出去了')).toBeTruthy()
})

test('another person neither sees nor sends what the one before left waiting', async () => {
  await openAs(newcomer, <QueuePage />, queue)
  await act(async () => make('甲'))
  expect(screen.getByText('认领 甲')).toBeTruthy()
  const waiting = phone.storage.get('shaodao.queue')
  const wire = await openAs({ ...newcomer, personId: idOf(9, 99) }, <QueuePage />, {
    ...queue,
    answers: { 'claim.submit': taken },
  })
  await act(sendWaiting)
  expect(wire.of('claim.submit')).toHaveLength(0)
  expect(phone.storage.get('shaodao.queue')).toBe(waiting)
})
