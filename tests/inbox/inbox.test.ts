import { randomUUID } from 'node:crypto'
import { Client } from 'pg'
import type { Output } from '../../shared/contract'
import { dayOf } from '../../shared/kernel/time'
import type { At } from '../whistle/house'
import { openReaders, type Readers, type Who } from '../whistle/readers'

let house: Readers
beforeAll(async () => {
  house = await openReaders()
})
afterAll(async () => {
  expect(house.api.faults).toEqual([])
  await house.api.close()
})

type Line = Output<'inbox.list'>['items'][number]
async function allOf(who: Who): Promise<Line[]> {
  const lines: Line[] = []
  let after: string | null | undefined
  do {
    const page: Output<'inbox.list'> = await house.get(who, 'inbox.list', after ? { after } : {})
    lines.push(...page.items)
    after = page.next
  } while (after)
  return lines
}
const about = async (who: Who, at: At) => (await allOf(who)).filter((l) => l.subjectId === at.whistleId)
const sayAll = (lines: readonly Line[]) =>
  lines.map((l) => `${l.actor} ${l.says}${l.next ? `：${l.next}` : ''}`)

describe('what is told', () => {
  test('follows a whistle from step to step, to each side what concerns it, with what comes next', async () => {
    const at = await house.submit({ words: '三楼水管爆了', anonymous: true })
    const heard = async (who: Who) => sayAll(await about(who, at))
    expect(await heard('worker')).toEqual(['居民 吹了哨：等社区受理，今天 12:00 前'])
    expect(await heard('resident')).toEqual([])
    house.later(1)
    await house.get('worker', 'whistle.askBack', { ...at, words: '哪一户？' })
    expect(await heard('resident')).toEqual(['社区 想问清楚一件事：请你补充'])
    house.later(1)
    await house.get('resident', 'whistle.answer', { ...at, words: '302' })
    expect((await heard('worker'))[0]).toBe('居民 补充了说明：等社区受理，今天 13:00 前')
    house.later(0.5)
    await house.get('worker', 'whistle.accept', at)
    house.later(0.5)
    await house.dispatch(at, { co: [house.parties.department] })
    expect((await heard('resident'))[0]).toBe('社区 派给了弘运物业公司：弘运物业公司 今天 15:00 前到场')
    expect(await heard('property')).toEqual(['社区 派给了你们：请 今天 15:00 前到场'])
    expect(await heard('department')).toEqual(['社区 请你们协办：弘运物业公司 今天 15:00 前到场'])
    expect(await heard('committee')).toEqual([])
    house.later(1)
    await house.get('property', 'whistle.respond', at)
    expect((await heard('resident'))[0]).toMatch(/^弘运物业公司 到了现场：明天 1\d:\d\d 前办好$/)
    house.later(1)
    await house.get('property', 'whistle.resolve', { ...at, words: '换了水管' })
    expect((await heard('resident'))[0]).toBe('弘运物业公司 办好了：修好了吗？请你说一句')
    expect((await heard('worker'))[0]).toBe('弘运物业公司 办好了：等居民评价或社区回访')
    house.later(1)
    await house.get('resident', 'whistle.followUp', { ...at, outcome: 'half', words: '还在滴' })
    expect((await heard('property'))[0]).toMatch(/^居民 说修了一半：请 .* 前办好$/)
    // what was said before is no longer followed by what came next then
    expect((await about('resident', at)).slice(1).map((l) => l.next)).toEqual(
      Array((await about('resident', at)).length - 1).fill(null),
    )
  })

  test('ends for a party with the word that others were sent, or that its dispute was upheld', async () => {
    const last = async (who: Who, at: At) => sayAll(await about(who, at)).map((line) => line.split('：')[0])
    const replaced = await house.sent()
    house.later(2)
    await house.dispatch(replaced, { lead: house.parties.department })
    expect((await last('property', replaced))[0]).toBe('社区 改派给了城管中队，不用你们办了')
    const freed = await house.sent()
    await house.get('property', 'whistle.dispute', { ...freed, reason: '不归我们' })
    house.later(2)
    await house.get('worker', 'whistle.decideDispute', { ...freed, decision: 'uphold' })
    house.later(2)
    await house.dispatch(freed, { lead: house.parties.department })
    for (const at of [replaced, freed]) {
      const before = await last('property', at)
      house.later(2)
      await house.get('department', 'whistle.respond', at)
      await house.get('department', 'whistle.extend', {
        ...at,
        resolveBy: new Date(house.api.now.getTime() + 20 * 86_400_000).toISOString(),
        reason: '配件没到',
      })
      expect(await last('property', at)).toEqual(before)
    }
    expect((await last('property', freed))[0]).toBe('社区 同意退单，不用你们办了')
  })

  test('never tells anybody who the reporter is', async () => {
    const at = await house.sent({ anonymous: true })
    await house.get('property', 'whistle.respond', at)
    await house.get('property', 'whistle.resolve', { ...at, words: '好了' })
    await house.get('resident', 'whistle.followUp', { ...at, outcome: 'not' })
    const { name, phone, id } = house.readers.resident
    for (const who of ['worker', 'property', 'secondHand', 'officer'] as const) {
      const told = JSON.stringify(await about(who, at))
      expect([who, [name, phone, id].filter((secret) => told.includes(secret))]).toEqual([who, []])
    }
  })

  test('of ten steps within an hour is one line, the last of them, unread again', async () => {
    // the hour of the clock on the wall
    house.api.now = new Date('2026-11-22T02:00:01Z')
    const at = await house.submit()
    await house.get('worker', 'whistle.accept', at)
    await house.dispatch(at)
    await house.get('resident', 'inbox.read', { until: house.api.now.toISOString() })
    expect((await about('resident', at))[0]).toMatchObject({ times: 2, unread: false })
    house.later(0.5)
    await house.get('property', 'whistle.respond', at)
    const lines = await about('resident', at)
    expect(lines).toHaveLength(1)
    expect(lines[0]).toMatchObject({ times: 3, unread: true, action: 'whistle.responded' })
    house.later(0.6)
    await house.get('property', 'whistle.resolve', { ...at, words: '好了' })
    expect((await about('resident', at)).map((l) => l.times)).toEqual([1, 3])
    const [waiting] = await house.api.owner<{ n: number }>(
      'select count(*)::int as n from outbox o join inbox i on i.id = o.inbox_id where i.subject_id = $1 and i.person_id = $2',
      [at.whistleId, house.readers.resident.id],
    )
    expect(waiting).toEqual({ n: 2 })
  })

  test('names whose neighbour joined to nobody, and tells all who met it', async () => {
    const at = await house.submit()
    await house.get('neighbour', 'whistle.join', { ...at, anonymous: false })
    house.later(1)
    await house.get('worker', 'whistle.reject', { ...at, reason: '不在本小区' })
    for (const who of ['resident', 'neighbour'] as const)
      expect(sayAll(await about(who, at))).toEqual(['社区 没有受理，理由写在经过里'])
  })

  test('tells what was always told: a role given, a number looked at', async () => {
    house.later(1)
    const { resident } = house.readers
    const grantId = randomUUID()
    await house.get('worker', 'role.grant', {
      id: grantId,
      personId: resident.id,
      role: 'supervisor',
      scopeId: house.compoundId,
      communityId: house.communityId,
      from: dayOf(house.api.now),
      to: null,
    })
    expect((await allOf('resident'))[0]).toMatchObject({
      actor: '社区工作者',
      says: '给了你一个身份：监察人',
      subject: '监察人',
      next: null,
    })
    house.later(1)
    await house.get('worker', 'role.revoke', { grantId })
    expect((await allOf('resident'))[0]!.says).toBe('收回了你的身份：监察人')
    const homes = await house.get('worker', 'home.list', { communityId: house.communityId })
    const homeId = homes.items.find((h) => h.label === '101')!.homeId
    const { ties } = await house.get('worker', 'home.get', { communityId: house.communityId, homeId })
    await house.get('worker', 'person.reveal', {
      communityId: house.communityId,
      homeId,
      tieId: ties[0]!.tieId,
      purpose: 'verify',
    })
    expect((await allOf('resident')).find((l) => l.action === 'person.revealed')).toMatchObject({
      says: '看了你的完整手机号，为了核实身份',
      subject: '101',
    })
  })
})

describe('what is read', () => {
  const unread = async (who: Who) => (await house.get(who, 'inbox.unread', {})).unread

  test('is all up to a moment; what comes later stays unread', async () => {
    const first = await house.submit()
    house.later(1)
    await house.get('worker', 'whistle.askBack', { ...first, words: '哪里？' })
    const seenAt = house.api.now.toISOString()
    house.later(1)
    await house.get('resident', 'whistle.answer', { ...first, words: '三楼' })
    await house.get('worker', 'whistle.accept', first)
    const before = await unread('resident')
    expect(before).toBeGreaterThan(1)
    expect((await house.get('resident', 'inbox.list', {})).unread).toBe(before)
    expect(await house.get('resident', 'inbox.read', { until: seenAt })).toEqual({ unread: 1 })
    expect(await unread('resident')).toBe(1)
    const [latest] = await allOf('resident')
    expect(latest).toMatchObject({ action: 'whistle.accepted', unread: true })
    expect(await house.get('resident', 'inbox.read', { until: house.api.now.toISOString() })).toEqual({
      unread: 0,
    })
  })

  test('is held in the order of things, in which steps are told, so that neither waits for the other for ever', async () => {
    const { api, readers } = house
    const me = readers.committee.id
    const things = Array.from({ length: 8 }, () => randomUUID()).sort()
    // put down the other way round, as they lie in the table
    for (const thing of [...things].reverse())
      await api.owner(
        `insert into inbox (community_id, person_id, subject_kind, subject_id, hour, entry_id, action, at)
         select community_id, $1, 'whistle', $2, date_trunc('hour', $3::timestamptz), $2, 'whistle.accepted', $3 from tally limit 1`,
        [me, thing, api.now],
      )
    const step = new Client({ connectionString: api.database.urls.owner })
    await step.connect()
    await step.query('begin')
    await step.query('select from inbox where person_id = $1 and subject_id = $2 for update', [me, things[0]])
    const read = house.get('committee', 'inbox.read', { until: api.now.toISOString() })
    const waits = `select from pg_locks where not granted and locktype = 'transactionid'`
    while ((await api.owner(waits)).length === 0) await new Promise(setImmediate)
    // whoever waits for the first holds none of the later ones
    const { rowCount } = await step.query(
      'select from inbox where person_id = $1 and subject_id = any ($2) for update skip locked',
      [me, things],
    )
    await step.query('commit')
    await step.end()
    await read
    expect(rowCount).toBe(things.length)
  })

  test('by one is not read for another, and nobody reads what another was told', async () => {
    const at = await house.submit()
    const before = await unread('worker')
    await house.get('resident', 'inbox.read', { until: house.api.now.toISOString() })
    expect(await unread('worker')).toBe(before)
    expect(await about('officer', at)).toEqual([])
    expect(await about('otherWorker', at)).toEqual([])
  })

  test('comes in pages, newest first, each line once', async () => {
    for (let n = 0; n < 23; n++) await house.submit({ words: `第${n}件` })
    const lines = await allOf('worker')
    expect(lines.length).toBeGreaterThan(23)
    expect(new Set(lines.map((l) => l.lineId)).size).toBe(lines.length)
    expect(lines.map((l) => l.at)).toEqual(
      lines
        .map((l) => l.at)
        .sort()
        .reverse(),
    )
  })
})
