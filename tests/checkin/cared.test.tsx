import { screen } from '@testing-library/react'
import CareBuilding from '../../miniprogram/checkin/building'
import Coverage from '../../miniprogram/checkin/coverage'
import MyHomesCared from '../../miniprogram/checkin/homes'
import { stairOf } from '../../miniprogram/checkin/parts/CaredHomes'
import type { Output } from '../../shared/contract'
import { newPhone, openAs } from '../kernel/screens/open'
import { communityWorker, house9, idOf, owner } from '../kernel/screens/people'
import { tap, write } from '../kernel/screens/tap'
import { type Answers, refuse } from '../kernel/screens/wire'
import { phone } from '../kernel/taro'
import { cared, communityId, linkId, member } from './faces'

beforeEach(newPhone)

describe('the homes I look after', () => {
  const open = (...items: ReturnType<typeof cared>[]) =>
    openAs(member, <MyHomesCared />, {
      at: '/checkin/homes',
      answers: { 'care.mine': { items }, 'care.visit': ({ id }) => ({ id }) },
    })

  test('a visit is two taps: the home, and how it was', async () => {
    const wire = await open(cared(1))
    await tap('button', '9栋1单元1，记一次走访')
    await tap('button', '都好')
    expect(wire.of('care.visit')).toMatchObject([
      { communityId, linkId, day: '2026-11-22', outcome: 'well', needs: [] },
    ])
    expect(screen.getByText('记下了：9栋1单元1，都好')).toBeTruthy()
  })

  test('what somebody needs is chosen and never written; nothing chosen is not sent', async () => {
    const wire = await open(cared(1))
    await tap('button', '9栋1单元1，记一次走访')
    await tap('button', '需要帮忙')
    expect(screen.queryByRole('textbox')).toBeNull()
    await tap('button', '记下来')
    expect(screen.getByText('请选需要帮什么忙')).toBeTruthy()
    expect(wire.of('care.visit')).toEqual([])
    await tap('checkbox', '看病买药')
    await tap('button', '记下来')
    expect(wire.of('care.visit')).toMatchObject([{ outcome: 'needs', needs: ['doctor'] }])
  })

  test('without signal a visit is kept, and says so', async () => {
    await open(cared(1))
    phone.online = false
    await tap('button', '9栋1单元1，记一次走访')
    await tap('button', '没人在家')
    expect(screen.getByText('现在没有信号，已存在手机里，连上后自动发出。')).toBeTruthy()
    expect(screen.getByText('1 条待传')).toBeTruthy()
  })

  test('a hundred of them are twenty at a time, stair by stair, those nobody has seen for long first', async () => {
    const stair = (name: string, from: number) =>
      Array.from({ length: 30 }, (_, i) => cared(from + i, { home: `${name}${101 + i}` }))
    await open(
      ...stair('10栋1单元', 1),
      ...stair('9栋1单元', 31),
      cared(61, { home: '10栋1单元901', since: '2026-09-01' }),
      ...stair('9栋2单元', 62),
    )
    const homes = () => screen.getAllByRole('button', { name: /，记一次走访$/ })
    expect(homes()).toHaveLength(20)
    expect(homes()[0]?.getAttribute('aria-label')).toBe('10栋1单元901，记一次走访')
    const headings = () => screen.getAllByRole('heading').map((h) => h.textContent)
    expect(headings()).toEqual(expect.arrayContaining(['10栋1单元，1 户该去看看了', '9栋1单元，30 户']))
    await tap('button', '再看一些（还有 71 个）')
    expect(homes()).toHaveLength(40)
    expect(headings()).toContain('9栋2单元，30 户')
    await write('找一户', '10栋1单元12')
    expect(homes()).toHaveLength(10)
  })

  test('what has no stair in its name stands by itself', () => {
    expect(['3栋1单元201', '5号楼1203室', 'A座7-2', '1栋门市3', '301'].map(stairOf)).toEqual([
      '3栋1单元',
      '5号楼',
      'A座',
      '1栋门市',
      '301',
    ])
  })

  test('those nobody has seen for a month are told, and nothing else is', async () => {
    await open(
      cared(1, { lastVisit: '2026-11-20', lastOutcome: 'well', visits: 3 }),
      cared(2, { since: '2026-09-01' }),
    )
    expect(screen.getAllByText('该去看看了')).toHaveLength(1)
    expect(screen.getByText('上次 11月20日 · 都好')).toBeTruthy()
  })
})

const building: Output<'care.building'> = {
  ...house9,
  compound: '盐溪桥小区',
  homes: ['701', '702', '601', '602'].map((number, i) => {
    const alone = number === '602'
    return {
      homeId: idOf(5, Number(number)),
      entrance: '1单元',
      number,
      linkId: alone ? null : idOf(55, i),
      checkinId: alone ? null : idOf(50, 1),
      member: alone ? null : '党员甲',
      emptyLinkId: null,
      lastVisit: null,
      lastOutcome: null,
    }
  }),
}

describe('a building as the grid of its homes', () => {
  const open = (answers: Answers = {}) =>
    openAs(communityWorker, <CareBuilding />, {
      at: '/checkin/building',
      params: { communityId, buildingId: house9.buildingId },
      answers: {
        'care.building': building,
        'care.members': {
          items: [
            {
              checkinId: idOf(50, 2),
              name: '党员乙',
              building: '8栋',
              onCommittee: true,
              homes: 0,
              visits: 0,
            },
            {
              checkinId: idOf(50, 1),
              name: '党员甲',
              building: '9栋',
              onCommittee: false,
              homes: 3,
              visits: 4,
            },
          ],
          next: null,
        },
        ...answers,
      },
    })

  test('who looks after which is told by words too, not by colour alone', async () => {
    await open()
    expect(screen.getByText('3 / 4 户有人管')).toBeTruthy()
    expect(screen.getByText('还差 1 户')).toBeTruthy()
    expect(screen.getAllByText('没人')).toHaveLength(1)
    expect(screen.getByRole('button', { name: '9栋1单元701，党员甲照看' })).toBeTruthy()
  })

  test('a home without anyone gets somebody, the lightest offered first', async () => {
    const wire = await open({ 'care.assign': ({ id }) => ({ id }) })
    await tap('button', '9栋1单元602，还没有人照看')
    await tap('button', '请一位党员照看')
    await tap('button', '党员乙，现在包 0 户，请这位照看')
    expect(wire.of('care.assign')).toMatchObject([{ homeId: idOf(5, 602), checkinId: idOf(50, 2) }])
    expect(screen.getByText('9栋1单元602由党员乙照看')).toBeTruthy()
  })

  test('a home is taken from its member only with a reason', async () => {
    const wire = await open({ 'care.end': { to: '2026-11-22' } })
    await tap('button', '9栋1单元701，党员甲照看')
    await tap('button', '不再照看')
    await tap('button', '不再照看')
    expect(wire.of('care.end')).toEqual([])
    await tap('radio', '这户没人住了')
    await tap('button', '不再照看')
    expect(wire.of('care.end')).toMatchObject([{ reason: 'homeEmpty' }])
  })

  test('a home that stands empty waits for nobody, until somebody lives there again', async () => {
    const emptyLinkId = idOf(55, 9)
    const homes = building.homes.map((h) => (h.number === '602' ? { ...h, emptyLinkId } : h))
    const wire = await open({
      'care.building': { ...building, homes },
      'care.movedIn': { from: '2026-11-22' },
    })
    expect(screen.getByText('3 / 3 户有人管')).toBeTruthy()
    await tap('button', '9栋1单元602，空着，没人住')
    await tap('button', '又有人住了')
    expect(wire.of('care.movedIn')).toEqual([{ communityId, linkId: emptyLinkId }])
  })
})

const proposal = (digest: string): Output<'care.propose'> => ({
  digest,
  homes: 40,
  members: 3,
  same: 30,
  neighbour: 10,
  far: 0,
  left: 2,
  loads: [
    { homes: 14, members: 1 },
    { homes: 13, members: 2 },
  ],
  buildings: [{ ...house9, compound: '盐溪桥小区', homes: 40, same: 30, neighbour: 10, far: 0 }],
  sample: [{ homeId: idOf(5, 402), home: '9栋1单元402', checkinId: idOf(50, 1), member: '党员甲' }],
})

describe('a proposal for those without anyone', () => {
  const [first, second] = ['a'.repeat(64), 'b'.repeat(64)]
  const open = (answers: Answers = {}, params: Record<string, string> = { view: 'proposal' }) =>
    openAs(communityWorker, <Coverage />, {
      at: '/checkin/coverage',
      params,
      answers: {
        'care.buildings': {
          total: { homes: 42, covered: 40, visited: 12, empty: 1, members: 3 },
          loads: [{ homes: 13, members: 3 }],
          items: [{ ...house9, compound: '盐溪桥小区', homes: 42, covered: 40, visited: 12, empty: 1 }],
        },
        'care.propose': ({ atMost }) => proposal(atMost === undefined ? first : second),
        'care.accept': { links: 40 },
        ...answers,
      },
    })

  test('coverage is so many of so many, and leads to the proposal', async () => {
    const wire = await open({}, {})
    expect(screen.getByText('40 / 42 户有人管')).toBeTruthy()
    expect(screen.getByText('3 位党员 · 今年去过 12 户 · 1 户空着')).toBeTruthy()
    expect(screen.getByText('每人一样多')).toBeTruthy()
    expect(wire.of('care.propose')).toEqual([])
    await tap('button', '给 2 户安排人')
    expect(wire.of('care.propose')).toHaveLength(1)
  })

  test('it is seen before it is adopted, and adopted as it was seen', async () => {
    const wire = await open()
    expect(screen.getByText('给 40 户安排人')).toBeTruthy()
    expect(screen.getByText('最多差 1 户')).toBeTruthy()
    expect(wire.of('care.accept')).toEqual([])
    await tap('radio', '15 户')
    await tap('button', '就这样安排')
    expect(wire.of('care.accept')).toEqual([])
    expect(screen.getByText('3 位党员，每人包 13 到 14 户')).toBeTruthy()
    await tap('button', '安排，告诉每一位')
    expect(wire.of('care.accept')).toEqual([{ communityId, digest: second, atMost: 15 }])
    expect(screen.getByText('安排好了，40 户都告诉了照看的人')).toBeTruthy()
  })

  test('a limit stands from the start; without one only for whoever says so', async () => {
    const wire = await open()
    expect(wire.of('care.propose')).toEqual([{ communityId, atMost: '10' }])
    expect(screen.getAllByRole('radio').map((r) => r.textContent)).toEqual([
      '5 户',
      '8 户',
      '10 户',
      '15 户',
      '20 户',
      '不限',
    ])
    await tap('radio', '不限')
    expect(wire.of('care.propose')).toEqual([{ communityId, atMost: '10' }, { communityId }])
  })

  test('where the limit leaves nothing to arrange, there is nothing to adopt', async () => {
    await open({ 'care.propose': { ...proposal(first), homes: 0, left: 42 } })
    expect(screen.getByText('还差 42 户')).toBeTruthy()
    expect(screen.queryByRole('button', { name: '就这样安排' })).toBeNull()
  })

  test('one that is outdated is read again before it can be adopted', async () => {
    const wire = await open({ 'care.accept': refuse('proposal_outdated') })
    await tap('button', '就这样安排')
    await tap('button', '安排，告诉每一位')
    expect(screen.getByText('看过方案之后有了变化，请重新看一遍')).toBeTruthy()
    await tap('button', '重新看一遍方案')
    expect(wire.of('care.propose')).toHaveLength(2)
  })

  test('without members it says what to do first', async () => {
    await open({ 'care.propose': refuse('nobody_to_care') })
    expect(screen.getByText('还没有可以包户的党员')).toBeTruthy()
  })
})

test('whoever does not work here sees none of it', async () => {
  const wire = await openAs(owner, <Coverage />, { at: '/checkin/coverage' })
  expect(screen.getByText('你现在没有看包户的身份')).toBeTruthy()
  expect(wire.of('care.buildings')).toEqual([])
})
