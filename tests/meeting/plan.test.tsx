import '../kernel/camera'
import { fireEvent, screen } from '@testing-library/react'
import AgendaPage from '../../miniprogram/meeting/agenda'
import Plan from '../../miniprogram/meeting/plan'
import SeriesPage from '../../miniprogram/meeting/series'
import TermsPage from '../../miniprogram/meeting/terms'
import { newPhone, openAs } from '../kernel/screens/open'
import {
  bridge,
  buildingLead,
  communityWorker,
  house9,
  idOf,
  owner,
  saltTree,
} from '../kernel/screens/people'
import { tap, turn, write } from '../kernel/screens/tap'
import { type Answers, refuse } from '../kernel/screens/wire'
import { phone } from '../kernel/taro'
import { communityId, itemOf, key, type Meeting, meetingOf, people, place } from './faces'

beforeEach(newPhone)

describe('a plan', () => {
  const open = (me = communityWorker, answers: Answers = {}, params: Record<string, string> = {}) =>
    openAs(me, <Plan />, {
      at: '/meeting/plan',
      params: { communityId, ...params },
      answers: {
        'place.tree': saltTree,
        'meeting.people': people,
        'meeting.plan': ({ id }) => ({ id, state: 'planned', startsAt: '2026-11-29T11:00:00.000Z' }),
        ...answers,
      },
    })

  test('a lead begins with the neighbours of their own building, and names the spot', async () => {
    const wire = await open(buildingLead)
    await tap('button', '排好，去写议题')
    expect(screen.getByText('请写在哪里开')).toBeTruthy()
    await write('在哪里', '9栋门口')
    await tap('button', '谁主持：还没有定，选')
    await tap('radio', '老赵，业委会主任')
    await tap('button', '排好，去写议题')
    const [sent] = wire.of('meeting.plan')
    expect(sent).toEqual({
      communityId,
      compoundId: bridge.compoundId,
      id: expect.any(String),
      kind: 'building',
      title: '9栋楼宇会',
      startsAt: '2026-11-29T11:00:00.000Z',
      minutes: 60,
      spot: '9栋门口',
      circle: [{ kind: 'building', ofId: house9.buildingId }],
      chairId: people.items[0]!.personId,
    })
    expect(phone.stack.at(-1)).toBe(
      `/meeting/agenda?communityId=${communityId}&meetingId=${sent?.id}&planned=now`,
    )
  })

  test('somebody has to be asked to come, and it cannot be in the past', async () => {
    const wire = await open(communityWorker)
    await write('在哪里', '社区会议室')
    await turn(/^哪一天，2026/, '2026-11-01')
    await tap('button', '排好，去写议题')
    expect(screen.getByText('会议时间要在现在以后')).toBeTruthy()
    expect(screen.getByText('请选谁来参加')).toBeTruthy()
    expect(wire.of('meeting.plan')).toEqual([])
  })

  test('places, bodies, organisations and persons are asked in one circle', async () => {
    const wire = await open(communityWorker, {}, { compoundId: bridge.compoundId })
    await write('在哪里', '小区广场')
    await tap('tab', '几栋楼')
    await tap('checkbox', '8栋')
    await tap('button', '选业委会、支部、物业等')
    await tap('checkbox', '业委会')
    await tap('checkbox', '弘运物业公司')
    await tap('button', '选好了')
    expect(screen.getByText('业委会、弘运物业公司')).toBeTruthy()
    await tap('button', '排好，去写议题')
    expect(wire.of('meeting.plan')[0]?.circle).toEqual([
      { kind: 'building', ofId: idOf(3, 8) },
      { kind: 'committee', ofId: bridge.compoundId },
      { kind: 'organisation', ofId: idOf(10, 1) },
    ])
  })

  test('who leads and who writes are two', async () => {
    const wire = await open(buildingLead)
    await write('在哪里', '9栋门口')
    for (const who of ['谁主持', '谁记录']) {
      await tap('button', `${who}：还没有定，选`)
      await tap('radio', '老赵，业委会主任')
    }
    await tap('button', '排好，去写议题')
    expect(screen.getByText('主持人和记录人要是两个人，签字才算数')).toBeTruthy()
    expect(wire.of('meeting.plan')).toEqual([])
  })

  test('what is refused is told, and all that was typed stays', async () => {
    await open(buildingLead, { 'meeting.plan': refuse('convene_elsewhere') })
    await write('在哪里', '9栋门口')
    await tap('button', '排好，去写议题')
    expect(screen.getByText(/你只能召集自己负责的楼栋或小区/)).toBeTruthy()
    expect((screen.getByLabelText('在哪里') as HTMLInputElement).value).toBe('9栋门口')
  })

  test('who may not plan is told so', async () => {
    await open(owner)
    expect(screen.getByText(/你现在没有排会议的身份/)).toBeTruthy()
  })
})

const seriesId = idOf(37, 1)
const mark = { works: true, holiday: null, provisional: false }
const weekly = {
  seriesId,
  compoundId: bridge.compoundId,
  compound: bridge.name,
  kind: 'threeParty' as const,
  title: '三方工作例会',
  rule: 'FREQ=WEEKLY;BYDAY=MO',
  says: '每周一 14:00',
  at: '14:00',
  minutes: 90,
  spot: '社区会议室',
  from: '2026-09-01',
  to: null,
  circle: [{ kind: 'committee' as const, ofId: bridge.compoundId, name: '业委会' }],
  next: [
    { day: '2026-11-23', mark, meetingId: key.meetingId },
    { day: '2026-11-30', mark: { works: false, holiday: '春节', provisional: false }, meetingId: null },
  ],
  mayEnd: true,
}

describe('series', () => {
  const open = (me = communityWorker, answers: Answers = {}) =>
    openAs(me, <SeriesPage />, {
      at: '/meeting/series',
      params: place,
      answers: {
        'series.list': { items: [weekly] },
        'place.tree': saltTree,
        'meeting.people': people,
        'series.add': ({ id }) => ({ id }),
        ...answers,
      },
    })

  test('the next dates of each stand with what is a holiday, and one not planned yet can be', async () => {
    await open()
    expect(screen.getByText('每周一 14:00，大约 90 分钟')).toBeTruthy()
    expect(screen.getByText('放假（春节）')).toBeTruthy()
    await tap('button', /^11月30日 周一/)
    expect(phone.stack.at(-1)).toContain(`seriesId=${seriesId}&seriesDay=2026-11-30`)
  })

  test.each([
    ['三方工作例会', 'FREQ=WEEKLY;BYDAY=MO', '14:00', 3],
    ['党的工作小组例会', 'FREQ=WEEKLY;BYDAY=TU', '19:00', 2],
    ['党支部扩大会议', 'FREQ=MONTHLY;BYMONTHDAY=10', '14:30', 4],
  ] as const)('%s is ready: only the spot is missing', async (title, rule, at, parts) => {
    const wire = await open(communityWorker, { 'series.list': { items: [] } })
    await tap('button', `照“${title}”设一个`)
    await tap('button', '就这样定')
    expect(screen.getByText('请写在哪里开')).toBeTruthy()
    await write('在哪里', '社区会议室')
    await tap('button', '就这样定')
    const [sent] = wire.of('series.add')
    expect(sent).toMatchObject({ ...place, title, rule, at, spot: '社区会议室', from: '2026-11-22' })
    expect(sent?.circle).toHaveLength(parts)
    expect(screen.getByText('例会设好了，前三周的都排上了')).toBeTruthy()
  })

  test('a rhythm of one’s own: a date of the month that there is', async () => {
    const wire = await open()
    await tap('button', '自己设一个')
    await write('叫什么会', '业委会碰头会')
    await write('在哪里', '门卫室')
    await tap('tab', '每月')
    await write('每月几号', '32')
    await tap('button', '选业委会、支部、物业等')
    await tap('checkbox', '业委会')
    await tap('button', '选好了')
    await tap('button', '就这样定')
    expect(screen.getByText('请写 1 到 31 号')).toBeTruthy()
    await write('每月几号', '15')
    await tap('button', '就这样定')
    expect(wire.of('series.add')[0]?.rule).toBe('FREQ=MONTHLY;BYMONTHDAY=15')
  })

  test('one ends only when it is meant', async () => {
    const wire = await open(communityWorker, { 'series.end': { to: '2026-11-22' } })
    await tap('button', '停掉这个例会…')
    await tap('button', '停掉')
    expect(wire.of('series.end')).toEqual([{ communityId, seriesId }])
    expect(screen.getByText('三方工作例会停了，开过的都还留着')).toBeTruthy()
  })

  test('a date of it is planned as the series has it, on another day where it falls on a holiday', async () => {
    const wire = await openAs(communityWorker, <Plan />, {
      at: '/meeting/plan',
      params: { communityId, seriesId, seriesDay: '2026-11-30' },
      answers: {
        'series.list': { items: [weekly] },
        'meeting.plan': ({ id }) => ({ id, state: 'planned', startsAt: '2026-12-01T06:00:00.000Z' }),
      },
    })
    expect(screen.getByText('11月30日 周一 放假（春节），可以换一天。')).toBeTruthy()
    await turn(/^哪一天，2026/, '2026-12-01')
    await tap('button', '排好，去写议题')
    expect(wire.of('meeting.plan')).toEqual([
      {
        communityId,
        id: expect.any(String),
        seriesId,
        seriesDay: '2026-11-30',
        startsAt: '2026-12-01T06:00:00.000Z',
      },
    ])
  })
})

describe('the agenda', () => {
  const keeping = (more: Partial<Meeting> = {}) =>
    meetingOf({ keeps: true, acts: ['addItem', 'changeItem', 'dropItem', 'orderItems'], ...more })
  const open = (meeting = keeping(), answers: Answers = {}) =>
    openAs(communityWorker, <AgendaPage />, {
      at: '/meeting/agenda',
      params: key,
      answers: { 'meeting.get': meeting, ...answers },
    })

  test('items are moved one place at a time', async () => {
    const wire = await open(keeping(), { 'meeting.orderItems': { items: 2 } })
    expect(screen.queryByRole('button', { name: '“加装楼梯扶手”往前挪' })).toBeNull()
    await tap('button', '“楼道照明”往前挪')
    expect(wire.of('meeting.orderItems')).toEqual([{ ...key, itemIds: [itemOf(2), itemOf(1)] }])
  })

  test('one is added with its minutes, whether owners vote on it, and whistles of the compound', async () => {
    const board = {
      items: [],
      next: null,
      counts: { toAccept: 0, nearDue: 0, overdue: 0, disputed: 0, toFollowUp: 0, open: 0, all: 0 },
    }
    const wire = await open(keeping(), { 'meeting.addItem': ({ id }) => ({ id }), 'whistle.board': board })
    await tap('button', '加一个议题')
    await tap('button', '加上')
    expect(screen.getByText('请写议什么')).toBeTruthy()
    await write('议什么', '停车位怎么分')
    await write('大约几分钟（可以不写）', '15')
    fireEvent.click(screen.getByRole('switch', { name: '业主表决的事' }))
    await tap('button', '连上有关的哨')
    expect(screen.getByText('这个小区没有在办的哨。')).toBeTruthy()
    await tap('button', '加上')
    expect(wire.of('meeting.addItem')).toEqual([
      { ...key, id: expect.any(String), title: '停车位怎么分', minutes: 15, owners: true },
    ])
  })

  test('one is written anew with all that belongs to it', async () => {
    const wire = await open(keeping(), { 'meeting.changeItem': { itemId: itemOf(1) } })
    await tap('button', '改“加装楼梯扶手”')
    await write('议什么', '加装扶手和费用')
    await tap('button', '改好了')
    expect(wire.of('meeting.changeItem')).toEqual([
      { ...key, itemId: itemOf(1), title: '加装扶手和费用', minutes: 20, whistleIds: [idOf(20, 1)] },
    ])
  })

  test('one for which a whistle waits is not taken out, and it says what to do', async () => {
    await open(keeping(), { 'meeting.dropItem': refuse('whistle_waits') })
    await tap('button', '去掉“加装楼梯扶手”')
    expect(screen.getByText(/这个议题还连着提交上来的哨，请先把哨退回去办/)).toBeTruthy()
  })

  test('more than there is time for is told', async () => {
    await open(keeping({ minutesLong: 20 }))
    expect(screen.getByText('议题加起来 30 分钟，比定的 20 分钟长。')).toBeTruthy()
  })
})

describe('terms', () => {
  const told = { noticeDays: 3, ownersNoticeDays: 15, amendHours: 48, objectDays: 7, own: false }
  const open = (me = communityWorker) =>
    openAs(me, <TermsPage />, {
      at: '/meeting/terms',
      params: { communityId },
      answers: { 'meeting.terms': told, 'meeting.setTerms': { own: true } },
    })

  test('a community may give more notice to owners than the law does, not less', async () => {
    const wire = await open()
    await write('有业主表决的事，提前几天发通知（天）', '14')
    await tap('button', '就这样定')
    expect(screen.getByText('请写 15 到 60 的整数')).toBeTruthy()
    await write('有业主表决的事，提前几天发通知（天）', '20')
    await tap('button', '就这样定')
    expect(wire.of('meeting.setTerms')).toEqual([
      { communityId, noticeDays: 3, ownersNoticeDays: 20, amendHours: 48, objectDays: 7 },
    ])
  })

  test('everybody else reads them', async () => {
    await open(owner)
    expect(screen.getByText('15 天')).toBeTruthy()
    expect(screen.queryByRole('button', { name: '就这样定' })).toBeNull()
  })
})
