import { fireEvent, screen } from '@testing-library/react'
import Inbox from '../../miniprogram/inbox/index'
import { newPhone, openAs } from '../kernel/screens/open'
import { idOf, owner } from '../kernel/screens/people'

const at = { at: '/inbox/index' }
const entry = (n: number, when: Date, says: string, action = 'roll.imported') => ({
  entryId: idOf(15, n),
  at: when.toISOString(),
  action,
  says,
  actorId: null,
  actor: '盐溪社区 社区工作者',
  subject: '9栋1单元701',
  subjectId: idOf(13, 1),
  before: null,
  after: action === 'person.revealed' ? { purpose: 'contact' } : null,
})
const daysAgo = (n: number) => new Date(Date.now() - n * 86_400_000)

beforeEach(newPhone)

test('what others did that concerns me is told in plain words, by day', async () => {
  await openAs(owner, <Inbox />, {
    ...at,
    answers: {
      'record.mine': {
        items: [
          entry(1, daysAgo(0), '看了完整手机号（联系办事）', 'person.revealed'),
          entry(2, daysAgo(1), '认领通过', 'claim.accepted'),
        ],
        next: null,
      },
    },
  })
  expect(await screen.findByText('看了你的完整手机号，为了联系办事')).toBeTruthy()
  expect(screen.getByText('核实通过，9栋1单元701 是你的家了')).toBeTruthy()
  expect(screen.getByText('今天')).toBeTruthy()
  expect(screen.getByText('昨天')).toBeTruthy()
})

test('twenty at a time: more are read when asked for, and a day is not told twice', async () => {
  const wire = await openAs(owner, <Inbox />, {
    ...at,
    answers: {
      'record.mine': ({ after }) =>
        after === undefined
          ? { items: [entry(1, daysAgo(0), '第一条')], next: 'c' }
          : { items: [entry(2, daysAgo(0), '第二条')], next: null },
    },
  })
  fireEvent.click(await screen.findByRole('button', { name: '再看一些' }))
  expect(await screen.findByText('第二条')).toBeTruthy()
  expect(screen.getAllByText('今天')).toHaveLength(1)
  expect(screen.queryByRole('button', { name: '再看一些' })).toBeNull()
  expect(wire.of('record.mine')).toEqual([{}, { after: 'c' }])
})

test('an empty inbox says what will come here', async () => {
  await openAs(owner, <Inbox />, { ...at, answers: { 'record.mine': { items: [], next: null } } })
  expect(await screen.findByText('还没有消息')).toBeTruthy()
})
