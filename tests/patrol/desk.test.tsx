import { screen } from '@testing-library/react'
import PatrolEdit from '../../miniprogram/desk/patrol-edit'
import PatrolMonth from '../../miniprogram/desk/patrol-month'
import Patrols from '../../miniprogram/desk/patrols'
import FindingPage from '../../miniprogram/patrol/finding'
import FindingsPage from '../../miniprogram/patrol/findings'
import type { Output } from '../../shared/contract'
import { newPhone, openAs } from '../kernel/screens/open'
import { bridgeNow, communityWorker, idOf, owner, saltTree } from '../kernel/screens/people'
import { tap, write } from '../kernel/screens/tap'
import { type Answers, breakDown, refuse } from '../kernel/screens/wire'
import { phone } from '../kernel/taro'
import { communityId, planId, planToday, stops, versionId } from './walker'

beforeEach(newPhone)

const gridId = idOf(22, 1)
const tree: Output<'place.tree'> = {
  ...saltTree,
  grids: [{ gridId, name: '第一网格' }],
  compounds: saltTree.compounds.map((c) => ({
    ...c,
    buildings: c.buildings.map((b) => ({ ...b, gridId })),
  })),
} as Output<'place.tree'>
const { versions: _v, dues: _d, watched: _w, rounds: _r, ...face } = planToday()
const plan: Output<'patrol.plans'>['items'][number] = {
  ...face,
  version: {
    versionId,
    n: 1,
    from: '2026-11-01',
    name: '第一网格日常巡查',
    rhythm: { every: 'day' },
    saysRhythm: '每天',
    walkerIds: [],
  },
  checkpoints: 3,
  next: null,
  lastWalked: '2026-11-21',
  mayChange: true,
  mayWalk: false,
}
const counts: Output<'patrol.month'>['total'] = {
  ...{ due: 21, walked: 17, partly: 2, missed: 2, missedCheckpoints: 3, rounds: 20, minutes: 500 },
  ...{ findings: 30, fixed: 18, whistled: 7, watched: 5 },
}
const month: Output<'patrol.month'> = {
  total: counts,
  days: [
    {
      day: '2026-11-20',
      holiday: null,
      counts: { ...counts, due: 1, walked: 0, partly: 0, missed: 1, rounds: 0 },
    },
  ],
  months: [],
  plans: [{ group: planId, name: '第一网格日常巡查', counts, kind: 'grid', where: '第一网格' }],
  walkers: [],
}
const finding: Output<'finding.get'> = {
  communityId,
  findingId: idOf(24, 7),
  roundId: idOf(25, 1),
  planId,
  category: 'facility',
  title: '水泵有点响',
  place: '盐溪桥小区 9栋 · 地下配电间',
  seenAt: '2026-11-20T01:00:00.000Z',
  outcome: 'watched',
  state: 'watched',
  says: '先看着，下次再看',
  walker: '盐溪第一网格员',
  thumb: null,
  photosExpected: 2,
  photosArrived: 1,
  saysPhotos: '还有 1 张照片没有传上来',
  whistle: null,
  plan: '第一网格日常巡查',
  words: '水泵有点响',
  photos: [
    { photoId: idOf(26, 1), when: 'before', thumb: null, whole: null, arrived: true },
    { photoId: idOf(26, 2), when: 'before', thumb: null, whole: null, arrived: false },
  ],
  looks: [],
  mayWhistle: true,
}
const open = (page: React.ReactElement, at: string, answers: Answers, params: Record<string, string> = {}) =>
  openAs(communityWorker, page, { at, params: { communityId, ...params }, answers })

describe('plans', () => {
  test('are listed with how often and when they were last walked', async () => {
    await open(<Patrols />, '/desk/patrols', { 'patrol.plans': { items: [plan], mayAdd: ['grid'] } })
    expect(await screen.findByText(/第一网格 · 每天 · 3 个点 · 上次 11月21日 周六/)).toBeTruthy()
    await tap('button', '安排网格巡查')
    expect(phone.stack.at(-1)).toBe(`/desk/patrol-edit?communityId=${communityId}&kind=grid`)
  })

  test('none yet: what to do first; broken: what happened, and again', async () => {
    const wire = await open(<Patrols />, '/desk/patrols', { 'patrol.plans': breakDown })
    expect(await screen.findByText('没能打开')).toBeTruthy()
    wire.answer({ 'patrol.plans': { items: [], mayAdd: ['grid'] } })
    await tap('button', '再试一次')
    expect(await screen.findByText('还没有安排巡查')).toBeTruthy()
  })

  test('one is made: grid, name, a checkpoint at each building; what is refused is told and nothing is lost', async () => {
    const wire = await open(
      <PatrolEdit />,
      '/desk/patrol-edit',
      {
        'place.tree': tree,
        'patrol.walkers': { items: [{ personId: idOf(9, 5), name: '盐溪第一网格员' }] },
        'patrol.add': refuse('plan_in_past'),
      },
      { kind: 'grid' },
    )
    await tap('button', '哪个网格：选一下，选')
    await tap('radio', '第一网格')
    await write('叫什么', '第一网格日常巡查')
    await tap('radio', /^每个工作日/)
    await tap('button', `每栋门口加一个（${bridgeNow.buildings.length} 栋）`)
    await tap('button', '安排好')
    expect(screen.getByText('最早从今天开始，请重新选日期')).toBeTruthy()
    const [asked] = wire.of('patrol.add')
    expect(asked).toMatchObject({
      kind: 'grid',
      gridId,
      name: '第一网格日常巡查',
      rhythm: { every: 'weekday' },
      checkpoints: [{ name: '9栋 门口' }, { name: '8栋 门口' }],
      walkerIds: [],
      from: '2026-11-22',
    })
    wire.answer({ 'patrol.add': ({ id }) => ({ id }) })
    await tap('button', '安排好')
    expect(wire.of('patrol.add')[1]?.id).toBe(asked?.id)
    expect(screen.getByText(/安排好了。接下来打印二维码/)).toBeTruthy()
  })

  test('a change begins tomorrow, and a checkpoint that stays keeps its id', async () => {
    const wire = await open(
      <PatrolEdit />,
      '/desk/patrol-edit',
      {
        'place.tree': tree,
        'patrol.walkers': { items: [] },
        'patrol.get': {
          ...face,
          versions: [
            {
              ...plan.version,
              madeAt: '2026-11-01T01:00:00.000Z',
              checkpoints: stops.map(({ code: _code, ...stop }) => stop),
            },
          ],
          walkers: [],
          mayChange: true,
        },
        'patrol.change': ({ id, from }) => ({ id, from }),
      },
      { planId },
    )
    await tap('button', '删掉第 1 个点')
    await tap('button', '第 2 个点往前')
    await write('到第 1 个点看什么', '水箱盖')
    await tap('button', '就这样改')
    const [asked] = wire.of('patrol.change')
    expect(asked?.from).toBe('2026-11-23')
    expect(asked?.checkpoints.map((c) => c.checkpointId)).toEqual([
      stops[2]!.checkpointId,
      stops[1]!.checkpointId,
    ])
    expect(asked?.checkpoints.map((c) => c.watchFor)).toEqual(['水箱盖', stops[1]!.watchFor])
    expect(screen.getByText(/改之前走过的，还按原来的算/)).toBeTruthy()
  })
})

test('each number of the month opens to its list, and so does a day', async () => {
  await open(<PatrolMonth />, '/desk/patrol-month', { 'place.tree': tree, 'patrol.month': month })
  expect(
    await screen.findByText(/一共走了 8 小时 20 分钟，平均每次 25 分钟。平均每次发现 1.5 个问题/),
  ).toBeTruthy()
  await tap('button', /^没有走 2，/)
  expect(phone.stack.at(-1)).toContain('number=missed')
  await tap('button', /^11月20日，没有走 1 次/)
  expect(phone.stack.at(-1)).toContain('day=2026-11-20')
})

test('the list behind a number tells what it counts, and leads to the round', async () => {
  await open(
    <PatrolMonth />,
    '/desk/patrol-month',
    {
      'place.tree': tree,
      'patrol.list': {
        items: [
          {
            kind: 'round',
            day: '2026-11-20',
            planId,
            plan: '第一网格日常巡查',
            title: '08:20 到 09:10',
            says: '漏了 2 个点',
            walker: '盐溪第一网格员',
            roundId: idOf(25, 1),
            findingId: null,
          },
        ],
        next: null,
        total: 1,
      },
    },
    { fromMonth: '2026-11', toMonth: '2026-11', number: 'partly', name: '盐溪社区' },
  )
  expect(await screen.findByText('共 1 条')).toBeTruthy()
  expect(screen.getByText('应走的里面，走了但有点没有到的次数。')).toBeTruthy()
  await tap('button', /^08:20 到 09:10/)
  expect(phone.stack.at(-1)).toContain('/patrol/walked')
})

test('findings tell how they stand and that a photo has not come', async () => {
  await open(<FindingsPage />, '/patrol/findings', { 'finding.list': { items: [finding], next: null } })
  expect(await screen.findByText('水泵有点响')).toBeTruthy()
  expect(screen.getByText('还有 1 张照片没有传上来')).toBeTruthy()
  expect(screen.getAllByText('继续看').length).toBeGreaterThan(0)
})

test('a watched finding becomes a whistle once, and leads to it', async () => {
  const wire = await open(
    <FindingPage />,
    '/patrol/finding',
    {
      'finding.get': finding,
      'finding.whistle': { whistleId: finding.findingId },
    },
    { findingId: finding.findingId },
  )
  expect(await screen.findByText('还没传上来')).toBeTruthy()
  wire.answer({
    'finding.get': {
      ...finding,
      state: 'whistled',
      mayWhistle: false,
      whistle: { whistleId: finding.findingId, state: 'submitted', says: '社区 今天 17:00 前回复' },
    },
  })
  await tap('button', '吹哨，请人来办')
  expect(await screen.findByText('吹的哨')).toBeTruthy()
  expect(wire.of('finding.whistle')).toHaveLength(1)
  await tap('button', /^吹的哨/)
  expect(phone.stack.at(-1)).toContain('/whistle/one')
})

test('whoever has nothing to do with patrols is told so', async () => {
  await openAs(owner, <PatrolMonth />, { at: '/desk/patrol-month' })
  expect(screen.getByText('你现在没有看巡查的身份')).toBeTruthy()
})
