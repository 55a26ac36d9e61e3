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
  const now = new Date('2026-11-20T01:00:00Z')
  const says = (action: string, before: Entry['before'], after: Entry['after']) =>
    changesOf({ action, before, after }, now).map((c) => `${c.name}：${c.says}`)

  test.each([
    [
      'compound.managementSet',
      { management: 'none' },
      { management: 'trust' },
      ['管理方式：三无小区 → 信托制物业'],
    ],
    ['tie.added', null, { kind: 'tenant', from: '2026-03-01', to: null }, ['类型：租户', '从：2026年3月1日']],
    ['person.revealed', null, { purpose: 'emergency' }, ['为了：紧急情况']],
    ['home.added', null, { kind: 'shop', areaCentiares: 4200 }, ['类型：门市', '面积：42.00 平方米']],
    ['compound.joined', { compoundIds: ['a', 'b'] }, null, ['小区：原来是 2 个']],
    ['claim.withdrawn', { state: 'submitted' }, { state: 'submitted' }, []],
    ['claim.submitted', null, { homeId: idOf(5, 1), somethingNew: true }, []],
    [
      'photo.made',
      null,
      { state: 'refused', reason: 'tooSmall' },
      ['状态：没有用上', '为什么：照片太小，看不清楚，请重新拍一张'],
    ],
    ['photo.checked', { checkState: 'waiting' }, { checkState: 'released' }, ['审核：等待审核 → 已公开']],
  ])('%s %j to %j', (action, before, after, expected) => {
    expect(says(action, before, after)).toEqual(expected)
  })

  const due = Date.parse('2026-11-20T03:00:00Z') / 1000
  test.each([
    [
      'accepted',
      { state: 'submitted' },
      { state: 'accepted', by: 'community', category: 'water', urgency: 'danger', responseDue: due },
      [
        '状态：等社区受理 → 已受理',
        '哪一方：社区',
        '类别：漏水停水',
        '急不急：危急',
        '到场时限：今天 11:00 前',
      ],
    ],
    [
      'submitted',
      null,
      {
        state: 'submitted',
        by: 'reporter',
        source: 'partyMember',
        resolutionDue: due,
        compoundId: idOf(2, 1),
      },
      ['状态：等社区受理', '哪一方：报事的居民', '从哪里来：党员反映', '办好时限：今天 11:00 前'],
    ],
    ['askedBack', { state: 'submitted' }, { state: 'needsInfo' }, ['状态：等社区受理 → 等居民补充']],
    ['withdrawn', { state: 'submitted' }, { state: 'withdrawn' }, ['状态：等社区受理 → 已撤回']],
    [
      'dispatched',
      { state: 'accepted' },
      { state: 'dispatched', kind: 'organisation', partyId: idOf(7, 1), co: 1, responseSet: true },
      ['状态：已受理 → 已派单', '派给：单位', '协办：1 方'],
    ],
    ['dispatched', null, { kind: 'committee', co: 0 }, ['派给：业委会']],
    [
      'taken',
      null,
      { by: 'party', dispatchId: idOf(8, 1), taken: false },
      ['哪一方：承办方', '谁来办：放回桌上，等人接'],
    ],
    [
      'followedUp',
      { state: 'resolved' },
      { state: 'followedUp', outcome: 'solved', stars: 5 },
      ['状态：办好了，等评价 → 已回访', '结果：修好了', '满意：5 颗星'],
    ],
    ['reminded', null, { by: 'clock', kind: 'responseHalf' }, ['提醒什么：到场的时间过了一半']],
    ['raised', null, { by: 'clock', for: 'reopened' }, ['为什么：居民第二次说又坏了']],
    [
      'closed',
      null,
      { by: 'clock', state: 'closed', outcome: 'unanswered' },
      ['状态：已结束', '结果：没有等到评价'],
    ],
    ['surveyed', null, { by: 'reporter', answer: 'well' }, ['哪一方：报事的居民', '回答：还好']],
    [
      'clockSet',
      null,
      {
        category: 'lift',
        urgency: 'ordinary',
        response: 4,
        responseUnit: 'hours',
        resolution: 3,
        resolutionUnit: 'workingDays',
      },
      ['类别：电梯', '急不急：一般', '到场：4 小时（自然时间）', '办好：3 个工作日'],
    ],
    ['quotaSet', null, { aDay: 5, alikeADay: 1 }, ['一天总共：5 次', '同样的事：1 次']],
  ])('a whistle %s from %j to %j', (action, before, after, expected) => {
    expect(says(`whistle.${action}`, before, after)).toEqual(expected)
  })

  test('an incident says of how many whistles it is', () => {
    expect(
      says('incident.opened', null, { compoundId: idOf(2, 1), category: 'water', whistles: 12 }),
    ).toEqual(['类别：漏水停水', '哨：12 件'])
  })
})

test('a whistle that was taken in is told in its own words, not in those of a claim', async () => {
  const taken = entry({
    action: 'whistle.accepted',
    says: '受理',
    subject: '3栋',
    before: { state: 'submitted' },
    after: { state: 'accepted', by: 'community' },
  })
  await openAs(communityWorker, <OfficialRecord />, {
    at: '/desk/record',
    answers: { 'record.list': { items: [taken], next: null } },
  })
  expect(await screen.findByText('状态：等社区受理 → 已受理，哪一方：社区')).toBeTruthy()
})
