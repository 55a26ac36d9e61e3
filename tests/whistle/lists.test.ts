import type { Input, Output } from '../../shared/contract'
import { dayOf } from '../../shared/kernel/time'
import { boardTabs } from '../../shared/whistle/states'
import { openReaders, type Readers } from './readers'

let house: Readers
type At = Awaited<ReturnType<Readers['submit']>>
const made = {} as Record<
  'fresh' | 'asked' | 'late' | 'accepted' | 'sent' | 'disputed' | 'arrived' | 'done' | 'over' | 'rejected',
  At
>

beforeAll(async () => {
  house = await openReaders()
  const { get, submit, sent, later } = house
  made.late = await submit({ words: '井盖没了', category: 'safety', spot: '门口' })
  later(2)
  made.asked = await submit({ words: '有怪味', category: 'gas' })
  await get('worker', 'whistle.askBack', { ...made.asked, words: '在哪一层？' })
  made.rejected = await submit({ words: '不是我们的事' })
  await get('worker', 'whistle.reject', { ...made.rejected, reason: '在小区外面' })
  made.accepted = await submit({ words: '路灯不亮', category: 'facility', urgency: 'ordinary' })
  await get('worker', 'whistle.accept', made.accepted)
  made.over = await sent({ words: '暖气不热', category: 'heat' })
  made.done = await sent({ words: '门禁坏了', category: 'facility' })
  for (const at of [made.over, made.done]) {
    await get('property', 'whistle.respond', at)
    await get('property', 'whistle.resolve', { ...at, words: '修好了' })
  }
  await get('resident', 'whistle.followUp', { ...made.over, outcome: 'solved', stars: 4 })
  await get('worker', 'whistle.close', made.over)
  made.arrived = await sent({ words: '墙皮脱落', category: 'safety' })
  await get('property', 'whistle.respond', made.arrived)
  later(0.25)
  made.sent = await sent({ words: '污水外流', category: 'sanitation' })
  made.disputed = await sent({ words: '车位被占', category: 'parking' })
  await get('property', 'whistle.dispute', { ...made.disputed, reason: '归交警管' })
  made.fresh = await submit({ words: '水管漏水', spot: '地下室' })
})
afterAll(async () => {
  expect(house.api.faults).toEqual([])
  await house.api.close()
})

const called = (items: readonly { whistleId: string }[]) =>
  items.map((w) => Object.entries(made).find(([, at]) => at.whistleId === w.whistleId)?.[0] ?? w.whistleId)
const key = () => ({ communityId: house.communityId, compoundId: house.compoundId })

describe('the board', () => {
  const board = (more: Partial<Input<'whistle.board'>> & Pick<Input<'whistle.board'>, 'tab'>) =>
    house.get('worker', 'whistle.board', { communityId: house.communityId, ...more })

  test('sorts each tab by what comes next', async () => {
    const tabs = {} as Record<string, string[]>
    for (const tab of boardTabs) tabs[tab] = called((await board({ tab })).items)
    expect(tabs).toEqual({
      toAccept: ['late', 'fresh'],
      nearDue: ['sent', 'disputed', 'fresh', 'arrived'],
      overdue: ['late'],
      disputed: ['disputed'],
      toFollowUp: ['done'],
      open: ['late', 'sent', 'disputed', 'fresh', 'arrived', 'accepted', 'asked'],
      all: ['fresh', 'disputed', 'sent', 'arrived', 'done', 'over', 'accepted', 'rejected', 'asked', 'late'],
    })
  })
  test('counts every tab, and says how many there ever were', async () => {
    const { counts } = await board({ tab: 'toAccept' })
    expect(counts).toEqual({
      toAccept: 2,
      nearDue: 4,
      overdue: 1,
      disputed: 1,
      toFollowUp: 1,
      open: 7,
      all: 10,
    })
    for (const tab of boardTabs) expect((await board({ tab })).items).toHaveLength(counts[tab])
  })

  test('tells of each who has it and by when, to the community', async () => {
    const items = (await board({ tab: 'open' })).items
    const of = (name: keyof typeof made) => items.find((w) => w.whistleId === made[name].whistleId)
    expect(of('late')).toMatchObject({
      title: '井盖没了',
      place: '弘运小区 1栋 · 门口',
      says: '已超过 今天 12:00 的时限，请尽快受理',
      lead: null,
      disputed: false,
      source: 'resident',
    })
    expect(of('disputed')).toMatchObject({
      says: '弘运物业公司 提出退单，请答复',
      lead: '弘运物业公司',
      disputed: true,
    })
    expect(of('sent')!.says).toBe('弘运物业公司 今天 14:15 前到场')
  })

  test('sorts by when they came, if asked', async () => {
    expect(called((await board({ tab: 'open', sort: 'newest' })).items)).toEqual([
      'fresh',
      'disputed',
      'sent',
      'arrived',
      'accepted',
      'asked',
      'late',
    ])
    expect(called((await board({ tab: 'toAccept', sort: 'newest' })).items)).toEqual(['fresh', 'late'])
    expect(called((await board({ tab: 'disputed', sort: 'newest' })).items)).toEqual(['disputed'])
    expect(called((await board({ tab: 'toFollowUp', sort: 'newest' })).items)).toEqual(['done'])
  })

  test('is narrowed by category, compound, building and a piece of the words or the place', async () => {
    const names = async (more: Partial<Input<'whistle.board'>>) =>
      called((await board({ tab: 'all', ...more })).items)
    expect(await names({ category: 'safety' })).toEqual(['arrived', 'late'])
    expect(await names({ find: '暖气' })).toEqual(['over'])
    expect(await names({ find: '地下室' })).toEqual(['fresh'])
    expect(await names({ compoundId: house.places.nextCompound.id })).toEqual([])
    expect(await names({ compoundId: house.compoundId, category: 'gas' })).toEqual(['asked'])
    expect(await names({ buildingId: house.places.building.id })).toHaveLength(10)
  })

  test('is for those who work there', async () => {
    const input = { communityId: house.communityId, tab: 'open' } as const
    for (const who of ['gridWorker', 'officer', 'districtOfficer'] as const)
      expect((await house.get(who, 'whistle.board', input)).items).toHaveLength(7)
    for (const who of ['resident', 'property', 'committee'] as const)
      expect(await house.refusal(who, 'whistle.board', input)).toBe('forbidden')
    for (const who of ['otherWorker', 'newcomer'] as const)
      expect(await house.refusal(who, 'whistle.board', input)).toBe('not_found')
  })
})

describe('the desk of a party', () => {
  const desk = (
    who: 'property' | 'department' | 'committee' | 'secondHand',
    show: 'open' | 'done' = 'open',
  ) => house.get(who, 'whistle.desk', { show })

  test('shows what lies on it by its deadline, and what is done newest first', async () => {
    const open = await desk('property')
    expect(called(open.items).slice(0, 2).sort()).toEqual(['disputed', 'sent'])
    expect(called(open.items)[2]).toBe('arrived')
    expect(open.counts).toEqual({ toRespond: 2, underWay: 1, overdue: 0 })
    expect(called((await desk('property', 'done')).items).sort()).toEqual(['done', 'over'])
    expect(open.items.find((w) => w.whistleId === made.sent.whistleId)).toMatchObject({
      says: '请 今天 14:15 前到场',
      desk: '弘运物业公司',
      lead: true,
      takenBy: null,
      takenByMe: false,
    })
    expect((await desk('secondHand')).items).toEqual(open.items)
    expect((await desk('department')).items).toEqual([])
  })

  test('tells a co-party what the lead has to do, and is no desk for the liaison or the reporter', async () => {
    await house.dispatch(made.accepted, { lead: house.parties.committee, co: [house.parties.department] })
    const [helps] = (await desk('department')).items
    expect(helps).toMatchObject({ lead: false, desk: '城管中队', title: '路灯不亮' })
    expect(helps!.says).toMatch(/^弘运小区业委会 .*前到场$/)
    expect((await desk('committee')).items[0]!.says).toMatch(/^请 .*前到场$/)
    expect(await house.refusal('liaison', 'whistle.desk', { show: 'open' })).toBe('forbidden')
    expect(await house.refusal('resident', 'whistle.desk', { show: 'open' })).toBe('forbidden')
    // somebody of the committee who reported a thing themselves has it in their list, not on the desk
    const own = await house.submit({ words: '楼道灯坏了' }, 'committee')
    await house.get('worker', 'whistle.accept', own)
    await house.dispatch(own)
    expect(called((await desk('committee')).items)).toEqual(['accepted'])
  })

  test('keeps what was paused behind all that runs, page by page, each once', async () => {
    // twenty-three that stand still behind what runs: told by what the table says, not by how they came there
    await house.api.owner(
      `insert into dispatch (community_id, id, whistle_id, kind, organisation_id, name, lead, with_id, state, at, sent_hash)
       select w.community_id, n.id, w.id, 'organisation', $2::uuid, '城管中队', true, n.id, 'current', $3::timestamptz, sha256('x')
       from whistle w, gen_random_uuid() n(id) where w.id = $1`,
      [made.asked.whistleId, house.parties.department.partyId, house.api.now],
    )
    for (let n = 0; n < 22; n++) {
      const at = await house.submit({ words: `第${n}件` })
      await house.get('worker', 'whistle.accept', at)
      await house.dispatch(at, { lead: house.parties.department })
    }
    const seen: string[] = []
    let after: string | null | undefined
    do {
      const page: Output<'whistle.desk'> = await house.get('department', 'whistle.desk', {
        show: 'open',
        ...(after && { after }),
      })
      seen.push(...page.items.map((w) => w.whistleId))
      after = page.next
    } while (after)
    expect([seen.length, new Set(seen).size, seen.at(-1)]).toEqual([24, 24, made.asked.whistleId])
  })
})

describe('a long board', () => {
  test.each(['open', 'all', 'nearDue'] as const)('of %s comes in pages, each once', async (tab) => {
    for (const sort of ['due', 'newest'] as const) {
      const seen: string[] = []
      let after: string | null | undefined
      let last: Output<'whistle.board'>
      do {
        last = await house.get('worker', 'whistle.board', {
          communityId: house.communityId,
          tab,
          sort,
          ...(after && { after }),
        })
        seen.push(...last.items.map((w) => w.whistleId))
        after = last.next
      } while (after)
      expect(seen).toHaveLength(last.counts[tab])
      expect(new Set(seen).size).toBe(seen.length)
      expect(seen.length).toBeGreaterThan(20)
    }
  })
})

describe('my whistles', () => {
  test('are those I whistled and those I met too, newest first, and say which wait for me', async () => {
    house.later(1)
    const joined = await house.submit({ words: '电梯异响', category: 'lift' }, 'neighbour')
    house.later(1)
    await house.get('resident', 'whistle.join', { ...joined, anonymous: true })
    const { items, total } = await house.get('resident', 'whistle.mine', {})
    expect(items[0]!.whistleId).toBe(joined.whistleId)
    expect(total).toBe(10 + 22 + 1)
    const all: typeof items = []
    let after: string | null | undefined
    do {
      const page: Output<'whistle.mine'> = await house.get('resident', 'whistle.mine', after ? { after } : {})
      all.push(...page.items)
      after = page.next
    } while (after)
    expect(all).toHaveLength(total)
    expect(called(all.filter((w) => w.waitsForMe)).sort()).toEqual(['asked', 'done'])
    expect(all.find((w) => w.whistleId === made.done.whistleId)!.says).toBe('修好了吗？请你说一句')
  })

  test('are nobody else’s', async () => {
    const { items, total } = await house.get('neighbour', 'whistle.mine', {})
    expect([items.length, total]).toEqual([1, 1])
    expect((await house.get('newcomer', 'whistle.mine', {})).total).toBe(0)
  })
})

describe('what was raised', () => {
  const raise = (at: At, hours: number) =>
    house.api.owner(`update whistle set raised_at = $2, raised_for = 'response' where id = $1`, [
      at.whistleId,
      new Date(house.api.now.getTime() - hours * 3_600_000),
    ])

  test('lies before the officers of the subdistrict, newest first, until it is over', async () => {
    await raise(made.late, 2)
    await raise(made.sent, 1)
    await raise(made.over, 3)
    const input = { subdistrictId: house.places.subdistrict.id }
    for (const who of ['officer', 'districtOfficer'] as const) {
      const { items } = await house.get(who, 'whistle.raised', input)
      expect(called(items)).toEqual(['sent', 'late'])
      expect(items[1]).toMatchObject({
        community: '弘运社区',
        raisedFor: 'response',
        raised: true,
        lead: null,
      })
    }
  })

  test('is no business of a worker, and another subdistrict’s is not found', async () => {
    expect(
      await house.refusal('worker', 'whistle.raised', { subdistrictId: house.places.subdistrict.id }),
    ).toBe('forbidden')
    expect(await house.refusal('officer', 'whistle.raised', { subdistrictId: house.communityId })).toMatch(
      /forbidden|not_found/,
    )
  })
})

describe('what a compound publishes', () => {
  const published = async (more: Partial<Input<'whistle.public'>> = {}) =>
    (await house.get('neighbour', 'whistle.public', { ...key(), ...more })).items

  test('is category, place, state and steps, without what came to nothing', async () => {
    const all: Awaited<ReturnType<typeof published>> = []
    let after: string | null | undefined
    do {
      const page: Output<'whistle.public'> = await house.get('neighbour', 'whistle.public', {
        ...key(),
        ...(after && { after }),
      })
      all.push(...page.items)
      after = page.next
    } while (after)
    expect(called(all)).not.toContain('rejected')
    const over = all.find((w) => w.whistleId === made.over.whistleId)!
    expect(over).toMatchObject({
      place: '弘运小区 1栋',
      state: 'closed',
      says: '已结束，修好了',
      category: 'heat',
    })
    expect(over.steps.map((s) => s.says)).toEqual([
      '居民吹了哨',
      '社区受理',
      '社区派给办理单位',
      '办理单位到了现场',
      '办理单位办好了',
      '居民说：修好了',
      '社区结束了这件事',
    ])
    const told = JSON.stringify(all)
    for (const { name, id } of Object.values(house.readers))
      expect([name, told.includes(name), told.includes(id)]).toEqual([name, false, false])
    for (const words of ['暖气不热', '井盖没了', '门口', '归交警管', '在小区外面'])
      expect([words, told.includes(words)]).toEqual([words, false])
  })

  test('is shown by what is open, what is done, and by day', async () => {
    expect(called(await published({ show: 'done' })).sort()).toEqual(['done', 'over'])
    const open = await published({ show: 'open' })
    expect(open).toHaveLength(20)
    const today = dayOf(house.api.now)
    expect(await published({ day: '2026-11-20' })).toEqual([])
    expect(await published({ day: today })).toHaveLength(20)
    expect(await house.refusal('neighbour', 'whistle.public', { ...key(), day: '2026-99-99' })).toBe(
      'invalid',
    )
  })

  test('is a calendar of days', async () => {
    const month = await house.get('neighbour', 'whistle.days', { ...key(), month: '2026-11' })
    expect(month.days).toEqual([{ day: '2026-11-21', submitted: 33, open: 31 }])
    expect([month.submitted, month.done]).toEqual([33, 2])
    expect((await house.get('neighbour', 'whistle.days', { ...key(), month: '2026-12' })).days).toEqual([])
  })

  test('is for those of the compound and those who work there or for it', async () => {
    for (const who of ['worker', 'officer', 'committee'] as const) {
      expect((await house.get(who, 'whistle.public', key())).items.length).toBeGreaterThan(0)
      await house.get(who, 'whistle.days', { ...key(), month: '2026-11' })
    }
    for (const who of ['otherWorker', 'newcomer'] as const) {
      const days = await house.refusal(who, 'whistle.days', { ...key(), month: '2026-11' })
      expect([await house.refusal(who, 'whistle.public', key()), days]).toEqual(['not_found', 'not_found'])
    }
    const crossed = { ...key(), communityId: house.elsewhere }
    expect(await house.refusal('otherWorker', 'whistle.public', crossed)).toBe('not_found')
  })
})
