import { screen } from '@testing-library/react'
import { changesOf } from '../../miniprogram/desk/parts/recordWords'
import OfficialRecord from '../../miniprogram/desk/record'
import type { Output } from '../../shared/contract'
import { newPhone, openAs } from '../kernel/screens/open'
import { communityWorker, idOf, owner, salt } from '../kernel/screens/people'
import { tap } from '../kernel/screens/tap'
import { phone } from '../kernel/taro'

type Entry = Output<'record.list'>['items'][number]
const entry = (more: Partial<Entry> = {}): Entry => ({
  entryId: idOf(17, 1),
  at: '2025-03-01T02:00:00.000Z',
  action: 'claim.accepted',
  says: '认领通过',
  actorId: idOf(9, 1),
  actor: '社区工作者 · 盐溪社区',
  subject: 'claim',
  subjectId: idOf(11, 1),
  before: { state: 'submitted' },
  after: { state: 'accepted' },
  ...more,
})

beforeEach(newPhone)

test('an entry tells who did what and when, and what was changed from what', async () => {
  await openAs(communityWorker, <OfficialRecord />, {
    at: '/desk/record',
    answers: { 'record.list': { items: [entry()], next: null } },
  })
  expect(await screen.findByText('2025年3月1日 · 社区工作者 · 盐溪社区')).toBeTruthy()
  expect(screen.getByText('状态：等待核实 → 已通过')).toBeTruthy()
  await tap('button', /认领通过/)
  await tap('button', '只看关于它的记录')
  expect(phone.stack.at(-1)).toContain(`subjectId=${idOf(11, 1)}`)
})

test('the record of one thing is asked for by its id and says what it is of', async () => {
  const wire = await openAs(communityWorker, <OfficialRecord />, {
    at: '/desk/record',
    params: { communityId: salt.communityId, subjectId: idOf(13, 1), title: '9栋1单元701 刘建国' },
    answers: { 'record.list': { items: [], next: null } },
  })
  expect(await screen.findByText('只看“9栋1单元701 刘建国”的记录')).toBeTruthy()
  expect(wire.of('record.list')[0]).toEqual({ communityId: salt.communityId, subjectId: idOf(13, 1) })
})

test('an owner has no record of the community to read', async () => {
  const wire = await openAs(owner, <OfficialRecord />, { at: '/desk/record' })
  expect(screen.getByText('你现在没有看办事记录的身份')).toBeTruthy()
  expect(wire.of('record.list')).toHaveLength(0)
})

describe('what was changed', () => {
  const says = (before: Entry['before'], after: Entry['after']) =>
    changesOf({ before, after }).map((c) => `${c.name}：${c.says}`)

  test.each([
    [{ management: 'none' }, { management: 'trust' }, ['管理方式：三无小区 → 信托制物业']],
    [null, { kind: 'tenant', from: '2026-03-01', to: null }, ['类型：租户', '从：2026年3月1日']],
    [null, { purpose: 'emergency' }, ['为了：紧急情况']],
    [null, { kind: 'shop', areaCentiares: 4200 }, ['类型：门市', '面积：42.00 平方米']],
    [{ compoundIds: ['a', 'b'] }, null, ['小区：原来是 2 个']],
    [{ state: 'submitted' }, { state: 'submitted' }, []],
    [null, { homeId: idOf(5, 1), somethingNew: true }, []],
  ])('%j to %j', (before, after, expected) => {
    expect(says(before, after)).toEqual(expected)
  })
})
