import { randomUUID } from 'node:crypto'
import { mask } from '../../functions/kernel/secrets'
import { openReaders, type Readers, type Who } from './readers'

let house: Readers
beforeAll(async () => {
  house = await openReaders()
})
afterAll(async () => {
  expect(house.api.faults).toEqual([])
  await house.api.close()
})

const everybody: readonly Who[] = ['resident', 'worker', 'gridWorker', 'officer', 'property', 'committee']

describe('one whistle', () => {
  test('tells whoever reported it, in plain words, how it stands and what happened', async () => {
    const at = await house.submit({ words: '三楼水管爆了。请快来', spot: '三楼', anonymous: true })
    const seen = await house.get('resident', 'whistle.get', at)
    expect(seen).toMatchObject({
      title: '三楼水管爆了',
      place: '弘运小区 1栋 · 三楼',
      says: '社区 今天 12:00 前回复你',
      mine: 'first',
      words: '三楼水管爆了。请快来',
      state: 'submitted',
      provisional: false,
      joined: 0,
      acts: ['withdraw'],
      reporters: null,
      callers: null,
      surveyAsked: false,
      mayTake: false,
    })
    expect(seen.steps.map((s) => s.says)).toEqual(['你吹了哨'])
  })

  test('is told to each side as it concerns them', async () => {
    const at = await house.sent({ words: '电梯不动' })
    const says = async (who: Who) => (await house.get(who, 'whistle.get', at)).says
    expect(await says('resident')).toBe('弘运物业公司 今天 12:00 前到场')
    expect(await says('property')).toBe('请 今天 12:00 前到场')
    expect(await says('worker')).toBe('弘运物业公司 今天 12:00 前到场')
  })

  test('names its reporters, masked, to the community’s own workers and to nobody else', async () => {
    const at = await house.sent({ anonymous: true })
    await house.get('neighbour', 'whistle.join', { ...at, anonymous: false })
    const { resident, neighbour } = house.readers
    expect((await house.get('worker', 'whistle.get', at)).reporters).toEqual([
      { name: resident.name, phone: mask(resident.phone), anonymous: true, first: true },
      { name: neighbour.name, phone: mask(neighbour.phone), anonymous: false, first: false },
    ])
    for (const who of ['resident', 'neighbour', 'gridWorker', 'officer', 'property'] as const) {
      const seen = await house.get(who, 'whistle.get', at)
      expect(seen.reporters).toBeNull()
      const told = JSON.stringify(seen)
      for (const secret of [resident, neighbour].flatMap((p) => [p.name, p.phone, mask(p.phone), p.id]))
        expect([who, told.includes(secret)]).toEqual([who, false])
    }
  })

  test('names in its timeline who acted for the community and the parties to the community alone', async () => {
    const at = await house.sent()
    await house.get('property', 'whistle.respond', at)
    const by = async (who: Who) => (await house.get(who, 'whistle.get', at)).steps.map((s) => s.by)
    expect(await by('worker')).toEqual(['居民', '你', '你', '弘运物业公司 物业经办人'])
    expect(await by('officer')).toEqual([
      '居民',
      '社区 弘运社区干部',
      '社区 弘运社区干部',
      '弘运物业公司 物业经办人',
    ])
    expect(await by('resident')).toEqual(['你', '社区', '社区', '弘运物业公司'])
    expect(await by('secondHand')).toEqual(['居民', '社区', '社区', '弘运物业公司'])
  })

  test('tells neighbours who met it one after the other in one line', async () => {
    const at = await house.submit()
    for (const name of ['三', '四']) {
      const person = await house.addPerson(name)
      await house.give(person.id, 'supervisor', 'compound')
      await house.api.get(person.token, 'whistle.join', { ...at, anonymous: true })
    }
    await house.get('neighbour', 'whistle.join', { ...at, anonymous: false })
    const says = async (who: Who) => (await house.get(who, 'whistle.get', at)).steps.map((s) => s.says)
    expect(await says('resident')).toEqual(['你吹了哨', '又有 3 位邻居遇到'])
    expect(await says('neighbour')).toEqual(['居民吹了哨', '又有 2 位邻居遇到', '你也遇到了'])
    expect((await house.get('resident', 'whistle.get', at)).joined).toBe(3)
  })

  test('offers each what they may do with it now, and no more', async () => {
    const at = await house.sent()
    const acts = async (who: Who) => (await house.get(who, 'whistle.get', at)).acts
    expect(await acts('resident')).toEqual([])
    expect(await acts('worker')).toEqual(['join', 'dispatch', 'extend', 'table'])
    expect(await acts('property')).toEqual(['join', 'dispute', 'respond', 'extend'])
    expect(await acts('gridWorker')).toEqual(['join'])
  })

  test('shows who has taken it to colleagues and the community, and not to the resident', async () => {
    const at = await house.sent()
    await house.get('property', 'whistle.take', {
      ...at,
      dispatchId: await house.dispatchOf(at),
      personId: house.readers.property.id,
    })
    const taken = async (who: Who) =>
      (await house.get(who, 'whistle.get', at)).dispatches.map((d) => d.takenBy)
    expect(await taken('secondHand')).toEqual(['物业经办人'])
    expect(await taken('worker')).toEqual(['物业经办人'])
    expect(await taken('resident')).toEqual([null])
  })

  test('tells for whom it was written down, and the worker may ring them', async () => {
    const id = randomUUID()
    const { communityId, compoundId } = house
    await house.get('worker', 'whistle.intake', {
      communityId,
      id,
      compoundId,
      category: 'lift',
      urgency: 'danger',
      words: '电梯停在两层之间',
      source: 'phone',
      name: '来电的人',
      phone: '13800000001',
    })
    const at = { communityId, whistleId: id }
    const seen = await house.get('worker', 'whistle.get', at)
    expect([seen.callers, seen.reporters]).toEqual([
      [{ callerId: id, name: '来电的人', phone: '138****0001' }],
      [],
    ])
    expect(seen.steps.map((s) => s.says)).toEqual(['你替居民登记'])
    expect((await house.get('gridWorker', 'whistle.get', at)).callers).toBeNull()
    expect(await house.get('worker', 'whistle.reveal', at)).toEqual({
      name: '来电的人',
      phone: '13800000001',
    })
  })

  test('goes on for whoever rang when it is merged: they are counted, and rung about the other', async () => {
    const rang = async (name: string, phone: string, words: string) => {
      const { communityId, compoundId } = house
      const id = randomUUID()
      house.later(1 / 3600)
      await house.get('worker', 'whistle.intake', {
        ...{
          communityId,
          id,
          compoundId,
          category: 'water',
          urgency: 'ordinary',
          words,
          source: 'phone',
          name,
          phone,
        },
      })
      return { communityId, whistleId: id }
    }
    const [first, second, third] = [
      await rang('先来电的人', '13800000011', '一楼没水'),
      await rang('后来电的人', '13800000012', '二楼没水'),
      await house.submit({ words: '整栋没水' }),
    ]
    await house.get('worker', 'whistle.merge', { ...first, intoId: second.whistleId })
    await house.get('worker', 'whistle.merge', { ...second, intoId: third.whistleId })
    const seen = await house.get('worker', 'whistle.get', third)
    expect(seen.joined).toBe(2)
    expect(seen.callers?.map((c) => c.name)).toEqual(['先来电的人', '后来电的人'])
    expect(await house.get('worker', 'whistle.reveal', { ...third, callerId: first.whistleId })).toEqual({
      name: '先来电的人',
      phone: '13800000011',
    })
    expect((await house.get('gridWorker', 'whistle.get', third)).callers).toBeNull()
  })

  test('of another community, or of a neighbour who has not joined it, is not found', async () => {
    const at = await house.submit()
    for (const who of ['otherWorker', 'neighbour', 'newcomer', 'property', 'committee'] as const)
      expect([who, await house.refusal(who, 'whistle.get', at)]).toEqual([who, 'not_found'])
    expect(await house.refusal('worker', 'whistle.get', { ...at, communityId: house.elsewhere })).toBe(
      'not_found',
    )
  })

  test('shows a photo that nobody has looked at yet to those who work on it, and one held back to nobody', async () => {
    const at = await house.sent()
    const waiting = await house.addPhoto('resident', at, 'waiting')
    const held = await house.addPhoto('resident', at, 'withheld')
    await house.get('neighbour', 'whistle.join', { ...at, anonymous: false })
    const shown = async (who: Who) => {
      const { photos } = await house.get(who, 'whistle.get', at)
      return [waiting, held].map((id) => photos.find((p) => p.photoId === id)?.thumb?.includes(id) ?? false)
    }
    for (const who of ['resident', 'worker', 'property'] as const)
      expect([who, await shown(who)]).toEqual([who, [true, false]])
    expect(await shown('neighbour')).toEqual([false, false])
    await house.api.owner(
      `update photo set check_state = 'released', checked_by = $2, checked_at = $3 where id = $1`,
      [waiting, house.readers.worker.id, house.api.now],
    )
    expect(await shown('neighbour')).toEqual([true, false])
  })
})

describe('the number of whoever reported it', () => {
  test('is told whole to a worker of the community, and the looking to whom it concerns', async () => {
    const at = await house.submit({ anonymous: true })
    const { resident } = house.readers
    expect(await house.get('worker', 'whistle.reveal', at)).toEqual({
      name: resident.name,
      phone: resident.phone,
    })
    const lines = await house.api.owner(
      `select action, actor_id, about_id from record where subject_id = $1 and action = 'whistle.revealed'`,
      [at.whistleId],
    )
    expect(lines).toEqual([
      { action: 'whistle.revealed', actor_id: house.readers.worker.id, about_id: resident.id },
    ])
    const { items } = await house.get('resident', 'inbox.list', {})
    expect(items.find((line) => line.subjectId === at.whistleId)).toMatchObject({
      says: '看了你的完整手机号，为了联系办事',
      actor: '社区',
    })
    // it is no step of the whistle
    expect((await house.get('resident', 'whistle.get', at)).steps).toHaveLength(1)
  })

  test('is no business of a grid worker, an officer or a party, and not there where none was left', async () => {
    const at = await house.sent()
    for (const who of ['gridWorker', 'officer', 'property'] as const)
      expect(await house.refusal(who, 'whistle.reveal', at)).toBe('forbidden')
    expect(await house.refusal('otherWorker', 'whistle.reveal', at)).toBe('not_found')
    const silent = await house.addPerson('没有电话')
    await house.api.owner('update whistle_reporter set person_id = $2 where whistle_id = $1', [
      at.whistleId,
      silent.id,
    ])
    expect(await house.refusal('worker', 'whistle.reveal', at)).toBe('caller_missing')
  })
})

describe('what may be the same', () => {
  const similar = async (who: Who, more: { category?: 'noise' | 'parking'; words?: string }) =>
    (await house.get(who, 'whistle.similar', { ...key(), ...more })).items
  const key = () => ({ communityId: house.communityId, compoundId: house.compoundId })

  test('is of the same category or alike in words, open, newest first, with words and a picture to judge by', async () => {
    const older = await house.submit({ category: 'noise', words: '半夜装修太吵' })
    const newer = await house.submit({ category: 'noise', words: '广场舞音响开到十点，孩子睡不着觉' })
    const done = await house.submit({ category: 'noise', words: '楼上打孔' })
    await house.get('resident', 'whistle.withdraw', done)
    await house.addPhoto('resident', newer, 'waiting')
    const released = await house.addPhoto('resident', older, 'released')
    const items = await similar('neighbour', { category: 'noise' })
    expect(items.map((w) => w.whistleId)).toEqual([newer.whistleId, older.whistleId])
    expect(items[0]).toMatchObject({ words: '广场舞音响开到十点，孩子睡不着觉', photo: null, mine: false })
    expect(items[1]!.photo).toContain(released)
    expect((await similar('neighbour', { words: '广场舞的音响开到十点' })).map((w) => w.whistleId)).toEqual([
      newer.whistleId,
    ])
    expect((await similar('resident', { category: 'noise' }))[0]).toMatchObject({
      mine: true,
      says: '社区 今天 12:00 前回复你',
    })
  })

  test('is nothing where nothing was said yet, and at most five', async () => {
    for (let n = 0; n < 6; n++) await house.submit({ category: 'parking', words: `第${n}辆车乱停` })
    expect(await similar('neighbour', {})).toEqual([])
    expect(await similar('neighbour', { category: 'parking' })).toHaveLength(5)
  })

  test('tells nobody who reported, and nothing to whom the compound is no business of', async () => {
    const told = JSON.stringify(await similar('neighbour', { category: 'parking' }))
    expect(told).not.toContain(house.readers.resident.name)
    for (const who of ['otherWorker', 'newcomer'] as const)
      expect(await house.refusal(who, 'whistle.similar', { ...key(), category: 'parking' })).toBe('not_found')
  })
})

describe('to whom work can be sent', () => {
  test('are those engaged today and the compound’s own bodies, with who usually gets it', async () => {
    const key = { communityId: house.communityId, compoundId: house.compoundId }
    const { items } = await house.get('worker', 'whistle.parties', { ...key, category: 'water' })
    expect(items.map((p) => [p.kind, p.name, p.usual]).sort()).toEqual([
      ['branch', '弘运小区党支部', false],
      ['committee', '弘运小区业委会', false],
      ['organisation', '城管中队', false],
      ['organisation', '弘运物业公司', true],
    ])
    const greenery = await house.get('worker', 'whistle.parties', { ...key, category: 'greenery' })
    expect(greenery.items.filter((p) => p.usual)).toEqual([])
    const bare = { ...key, compoundId: house.places.nextCompound.id }
    expect((await house.get('worker', 'whistle.parties', bare)).items.map((p) => p.name)).toEqual([
      '城管中队',
    ])
  })

  test('is for those who send, and in their own community', async () => {
    const key = { communityId: house.communityId, compoundId: house.compoundId }
    expect(await house.refusal('resident', 'whistle.parties', key)).toBe('forbidden')
    expect(await house.refusal('otherWorker', 'whistle.parties', key)).toBe('not_found')
    const crossed = { ...key, communityId: house.elsewhere }
    expect(await house.refusal('otherWorker', 'whistle.parties', crossed)).toBe('not_found')
  })
})

describe('the clocks of a community', () => {
  const clocks = async () =>
    (await house.get('worker', 'whistle.clocks', { communityId: house.communityId })).items
  const set = {
    category: 'greenery',
    urgency: 'ordinary',
    response: { amount: 3, unit: 'workingDays' },
    resolution: { amount: 20, unit: 'workingDays' },
  } as const

  test('are the house’s until it sets its own, which count from then on', async () => {
    const of = async () => (await clocks()).find((c) => c.category === 'greenery' && c.urgency === 'ordinary')
    expect(await clocks()).toHaveLength(42)
    expect(await of()).toMatchObject({ response: { amount: 8, unit: 'workingHours' }, own: false })
    await house.get('worker', 'whistle.setClock', { communityId: house.communityId, ...set })
    expect(await of()).toEqual({ ...set, own: true })
    await house.get('worker', 'whistle.setClock', {
      communityId: house.communityId,
      ...set,
      response: { amount: 5, unit: 'hours' },
    })
    const at = await house.submit({ category: 'greenery', urgency: 'ordinary', words: '树枝断了' })
    expect((await house.get('resident', 'whistle.get', at)).says).toBe('社区 今天 15:00 前回复你')
    const lines = await house.api.owner<{ after: object }>(
      `select after from record where action = 'whistle.clockSet' order by id`,
    )
    expect(lines).toHaveLength(2)
    expect(lines[1]!.after).toMatchObject({ category: 'greenery', response: 5, responseUnit: 'hours' })
  })

  test.each([
    { amount: 0, unit: 'hours' },
    { amount: 61, unit: 'workingDays' },
    { amount: 721, unit: 'hours' },
  ] as const)('are not set to %j', async (response) => {
    const input = { communityId: house.communityId, ...set, response }
    expect(await house.refusal('worker', 'whistle.setClock', input)).toBe('clock_wrong')
  })

  test('are set by the community’s workers alone', async () => {
    const input = { communityId: house.communityId, ...set }
    for (const who of ['officer', 'gridWorker', 'resident'] as const)
      expect(await house.refusal(who, 'whistle.setClock', input)).toBe('forbidden')
    expect(await house.refusal('otherWorker', 'whistle.setClock', input)).toBe('not_found')
  })
})

test('each of those who see a whistle hears one sentence about it, and none of them a fault', async () => {
  const at = await house.sent()
  await house.dispatch(at, { lead: house.parties.committee, co: [house.parties.property] })
  for (const who of everybody) {
    const { says, steps } = await house.get(who, 'whistle.get', at)
    expect(says).toMatch(/到场$/)
    expect(steps.at(-1)!.says).toMatch(/派给弘运小区业委会，1 方协办$/)
  }
})
