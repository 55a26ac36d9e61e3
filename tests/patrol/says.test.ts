import fc from 'fast-check'
import {
  faultOfFinding,
  faultOfTick,
  laterOf,
  mayChangePlan,
  mayWalkPlan,
  mayWhistleFinding,
  type PlanPlace,
} from '../../shared/patrol/policy'
import {
  metresBetween,
  sayClock,
  sayFar,
  sayFinding,
  sayMissing,
  sayPhotosMissing,
  sayRound,
} from '../../shared/patrol/says'
import {
  type FindingOutcome,
  findingStands,
  type LookOutcome,
  lookOutcomes,
} from '../../shared/patrol/states'
import { patrolRefusals } from '../../shared/patrol/words'
import type { HeldRole } from '../../shared/role/caller'

describe('who may', () => {
  const held = (role: HeldRole['role'], path: HeldRole['path'], communities = ['here']): HeldRole => ({
    role,
    path,
    communities,
  })
  const grid: PlanPlace = {
    communityId: 'here',
    kind: 'grid',
    gridId: 'g1',
    compoundId: null,
    organisationId: null,
  }
  const company: PlanPlace = {
    communityId: 'here',
    kind: 'property',
    gridId: null,
    compoundId: 'c1',
    organisationId: 'o1',
  }
  const as = (...roles: HeldRole[]) => ({ personId: 'me', roles })
  const gridWorker = held('gridWorker', { communityId: 'here', gridId: 'g1' })
  const worker = held('communityWorker', { communityId: 'here' })
  const responder = held('responder', { organisationId: 'o1' })

  test.each<[string, HeldRole, PlanPlace, boolean, boolean, boolean]>([
    ['a grid worker of the grid', gridWorker, grid, false, true, true],
    [
      'a grid worker of another grid',
      held('gridWorker', { communityId: 'here', gridId: 'g2' }),
      grid,
      false,
      false,
      false,
    ],
    ['a community worker, of a grid', worker, grid, true, false, true],
    ['a community worker, of a company', worker, company, false, false, true],
    [
      'a community worker of elsewhere',
      held('communityWorker', { communityId: 'there' }, ['there']),
      grid,
      false,
      false,
      false,
    ],
    [
      'a subdistrict officer',
      held('subdistrictOfficer', { subdistrictId: 's' }, ['here', 'there']),
      grid,
      true,
      false,
      true,
    ],
    ['somebody of the company', responder, company, true, true, true],
    [
      'somebody of the company, where it does not work',
      held('responder', { organisationId: 'o1' }, ['there']),
      company,
      false,
      false,
      false,
    ],
    [
      'somebody of another company',
      held('responder', { organisationId: 'o2' }),
      company,
      false,
      false,
      false,
    ],
    ['somebody of the company, of a grid', responder, grid, false, false, false],
    [
      'a committee director',
      held('committeeDirector', { communityId: 'here', compoundId: 'c1' }),
      company,
      false,
      false,
      false,
    ],
    ['an owner', held('owner', { communityId: 'here', compoundId: 'c1' }), company, false, false, false],
  ])('%s', (_, role, plan, changes, walks, whistles) => {
    expect([
      mayChangePlan(as(role), plan),
      mayWalkPlan(as(role), plan, []),
      mayWhistleFinding(as(role), plan),
    ]).toEqual([changes, walks, whistles])
  })

  test('where somebody is named, nobody else goes', () => {
    expect(mayWalkPlan(as(gridWorker), grid, ['me', 'other'])).toBe(true)
    expect(mayWalkPlan(as(gridWorker), grid, ['other'])).toBe(false)
    // to be named is not enough
    expect(mayWalkPlan(as(worker), grid, ['me'])).toBe(false)
  })
})

describe('how a finding stands', () => {
  const look = (lookId: string, minute: number, outcome: LookOutcome) => ({
    lookId,
    at: new Date(minute * 60_000),
    outcome,
  })
  const looks = fc.uniqueArray(
    fc.record({ lookId: fc.uuid(), minute: fc.nat(50), outcome: fc.constantFrom(...lookOutcomes) }),
    {
      selector: (l) => l.lookId,
      maxLength: 8,
    },
  )

  test('does not depend on the order in which the looks arrived', () => {
    fc.assert(
      fc.property(
        looks,
        fc.constantFrom<FindingOutcome>('fixed', 'whistled', 'watched'),
        fc.nat(),
        (all, outcome, seed) => {
          const arrived = all.map((l) => look(l.lookId, l.minute, l.outcome))
          const otherwise = [...arrived].sort((a, b) => (a.lookId + seed < b.lookId + seed ? 1 : -1))
          expect(findingStands(outcome, otherwise)).toBe(findingStands(outcome, arrived))
        },
      ),
    )
  })

  test('is settled by a whistle for good, and else by the last look', () => {
    expect(findingStands('watched', [look('a', 1, 'whistled'), look('b', 2, 'gone')])).toBe('whistled')
    expect(findingStands('watched', [look('a', 1, 'fixed'), look('b', 2, 'still')])).toBe('watched')
    expect(findingStands('watched', [look('b', 2, 'gone'), look('a', 2, 'still')])).toBe('gone')
    expect(findingStands('fixed', [look('a', 1, 'whistled')])).toBe('fixed')
  })
})

describe('what a phone asks before it keeps something', () => {
  test.each<[string | undefined, Parameters<typeof faultOfTick>[0], { code: string } | undefined]>([
    [undefined, { way: 'scan', code: 'abc' }, { code: 'abc' }],
    ['code_of_other', { way: 'scan', code: 'abd' }, { code: 'abc' }],
    ['checkpoint_of_other', { way: 'scan', code: 'abc' }, undefined],
    [undefined, { way: 'hand', reason: '码不见了' }, { code: 'abc' }],
    ['reason_for_hand', { way: 'hand' }, { code: 'abc' }],
    [undefined, { way: 'position', fix: { lat: 1, lng: 1 } }, { code: 'abc' }],
    ['position_missing', { way: 'position' }, { code: 'abc' }],
  ])('is %s of the tick %j', (fault, tick, checkpoint) => expect(faultOfTick(tick, checkpoint)).toBe(fault))

  test.each<[string | undefined, Parameters<typeof faultOfFinding>[0]]>([
    [undefined, { outcome: 'watched', words: '裂缝', checkpointId: 'p' }],
    [undefined, { outcome: 'watched', before: ['x'], compoundId: 'c' }],
    ['nothing_said', { outcome: 'watched', checkpointId: 'p' }],
    ['finding_nowhere', { outcome: 'watched', words: '裂缝' }],
    ['both_photos', { outcome: 'fixed', words: '扫了', checkpointId: 'p', before: ['x'] }],
    [undefined, { outcome: 'fixed', checkpointId: 'p', before: ['x'], after: ['y'] }],
  ])('is %s of the finding %j', (fault, finding) => expect(faultOfFinding(finding)).toBe(fault))

  test('is which time is later, whatever zone each is written in', () => {
    expect(laterOf('2026-11-21T10:00:00+08:00', undefined, '2026-11-21T01:59:00Z')).toBe(
      '2026-11-21T10:00:00+08:00',
    )
  })
})

test.each<[number, string | null]>([
  [0, null],
  [-599, null],
  [600, '手机的时间慢了 10 分钟'],
  [-3 * 3600, '手机的时间快了 3 小时'],
  [5 * 86_400, '手机的时间慢了 5 天'],
])('a clock that is %i seconds behind says %s', (ahead, says) => expect(sayClock(ahead)).toBe(says))

test('what is missing is said in plain words, and nothing where nothing is', () => {
  expect(sayMissing({ ticks: 2, findings: 0, looks: 1, notes: 0 })).toBe('还有 2 次打卡、1 次复看没有传上来')
  expect(sayMissing({ ticks: 0, findings: 0, looks: 0, notes: 0 })).toBeNull()
  expect([sayPhotosMissing(3, 1), sayPhotosMissing(2, 2)]).toEqual(['还有 2 张照片没有传上来', null])
})

test('far is said beyond a hundred metres and the phone’s own doubt', () => {
  expect(metresBetween({ lat: 29.97, lng: 106.27 }, { lat: 29.97, lng: 106.27 })).toBe(0)
  expect(metresBetween({ lat: 0, lng: 179.9995 }, { lat: 0, lng: -179.9995 })).toBe(111)
  expect([sayFar(null, null), sayFar(100, null), sayFar(250, 200)]).toEqual([null, null, null])
  expect([sayFar(256, null), sayFar(256, 50), sayFar(3400, 10)]).toEqual([
    '离巡查点约 260 米',
    '离巡查点约 260 米',
    '离巡查点约 3 公里',
  ])
})

test.each<[Parameters<typeof sayFinding>[0], string]>([
  [{ outcome: 'fixed', state: 'fixed', looks: 0, whistleSays: null }, '当场处理好了'],
  [{ outcome: 'watched', state: 'watched', looks: 0, whistleSays: null }, '先看着，下次再看'],
  [{ outcome: 'watched', state: 'watched', looks: 2, whistleSays: null }, '还在，看过 2 次'],
  [{ outcome: 'watched', state: 'gone', looks: 2, whistleSays: null }, '后来没有了'],
  [{ outcome: 'watched', state: 'fixed', looks: 2, whistleSays: null }, '后来处理好了'],
  [{ outcome: 'whistled', state: 'whistled', looks: 0, whistleSays: null }, '吹了哨'],
  [{ outcome: 'whistled', state: 'whistled', looks: 0, whistleSays: '等社区受理' }, '吹了哨：等社区受理'],
])('a finding %j says %s', (finding, says) => expect(sayFinding(finding)).toBe(says))

test('a round says from when to when, by the clock in China', () => {
  const [at, later] = [new Date('2026-11-21T00:20:00Z'), new Date('2026-11-21T01:10:00Z')]
  expect(sayRound(at, later, 50)).toBe('08:20 到 09:10，50 分钟')
  expect(sayRound(at, null, null)).toBe('08:20 开始，还没有结束')
  expect(sayRound(at, later, null)).toBe('08:20 开始')
})

test('every refusal says what happened and what to do next, in words a neighbour would use', () => {
  for (const [code, { says }] of Object.entries(patrolRefusals))
    expect([code, /[，。：].+/.test(says) || says.length > 8]).toEqual([code, true])
})
