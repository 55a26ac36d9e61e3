import { randomUUID } from 'node:crypto'
import type { Output } from '../../shared/contract'
import { hashOf } from '../../shared/minutes/canonical'
import { type MeetingHouse, openMeetingHouse } from './house'

let house: MeetingHouse
beforeAll(async () => {
  house = await openMeetingHouse()
})
afterAll(() => house.api.close())

test('the stair without a railing: whistled, tabled, met over, decided, pledged by homes, done by each, read by who may', async () => {
  const { api, tokens, places, ids, homes } = house
  const whistle = await house.submit({ category: 'safety', words: '一单元楼梯没有扶手，老人不敢走' })
  await api.get(tokens.worker, 'whistle.accept', whistle)
  const at = await house.plan({ circle: [{ kind: 'building', ofId: places.building.id }] })
  const itemId = randomUUID()
  const tabled = { ...whistle, meetingId: at.meetingId, itemId, words: '请 1栋 的邻居商量' }
  expect(await api.get(tokens.worker, 'whistle.table', tabled)).toEqual({ state: 'tabled', itemId })

  expect(await api.get(tokens.worker, 'meeting.notice', at)).toEqual({ state: 'noticed', people: 5 })
  await house.bringOn(at, 'planned')
  const before = await api.get(tokens.resident, 'meeting.get', at)
  expect(before.items).toMatchObject([
    { title: '一单元楼梯没有扶手，老人不敢走', whistles: [{ tabled: true, state: 'tabled' }] },
  ])
  expect(before).toMatchObject({
    invited: true,
    signIn: null,
    keeps: false,
    presence: { homes: { present: 0, of: 5 } },
  })

  api.now = new Date(Date.parse(before.startsAt))
  await api.get(tokens.worker, 'meeting.begin', at)
  for (const token of [tokens.resident, tokens.owner, tokens.renter])
    expect((await house.signIn(at, token)).status).toBe(200)
  const home2 = { ...at, id: randomUUID(), homeId: places.home2.id, as: 'family' as const }
  expect(await api.get(tokens.worker, 'meeting.signInFor', home2)).toMatchObject({
    presence: { people: 4, homes: { present: 5, of: 5 }, areaCentiares: { present: 32100, of: 32100 } },
  })
  expect(
    (await house.write(at, { itemId, title: '楼梯扶手', words: '大家同意凑钱加装，老人优先。' })).status,
  ).toBe(200)
  const pledged = { targetFen: 480_000, shareFen: 96_000, until: '2026-12-05' }
  const call = await house.resolve(at, {
    words: '居民自愿凑钱加装楼梯扶手',
    party: { kind: 'residents', partyId: places.building.id },
    itemId,
    whistleId: whistle.whistleId,
    dueOn: '2026-12-20',
    votes: { for: 4, against: 0, abstained: 1 },
    pledge: pledged,
  })
  const parts = []
  for (const [kind, partyId] of [
    ['branch', places.compound.id],
    ['committee', places.compound.id],
    ['property', places.propertyCompany.id],
  ] as const)
    parts.push(
      await house.resolve(at, {
        words: `${kind} 各做一份`,
        party: { kind, partyId },
        itemId,
        dueOn: '2026-12-20',
      }),
    )
  house.later(1.5)
  await api.get(tokens.worker, 'meeting.end', at)
  await house.bringMinutes('published', at)

  // pledges by homes add to the cost exactly, and not a fen more
  const give = (token: string, homeId: string, fen: number) =>
    api.ask(token, 'pledge.give', { ...call, id: randomUUID(), homeId, fen })
  const resident = { home: places.home1.id, token: tokens.resident }
  expect((await give(resident.token, resident.home, 96_000)).status).toBe(200)
  expect((await give(tokens.owner, homes.home201.id, 96_000)).status).toBe(200)
  expect((await give(tokens.owner, homes.home202.id, 144_000)).status).toBe(200)
  expect((await give(tokens.worker, places.home2.id, 144_001)).body).toMatchObject({
    code: 'pledge_over',
    message: '还差 1,440.00 元，认多了，请减一些',
  })
  expect((await give(tokens.worker, places.home2.id, 144_000)).body).toMatchObject({
    pledgedFen: 480_000,
    homes: 4,
  })

  // back to work with what was decided
  expect(
    await api.get(tokens.worker, 'whistle.untable', { ...whistle, resolutionId: call.resolutionId }),
  ).toMatchObject({ state: 'accepted' })
  const told = await api.get(tokens.resident, 'whistle.get', whistle)
  expect(told.meetings.map((m) => [m.title, ...m.resolutions.map((r) => r.words)])).toEqual([
    ['1栋楼宇会', '居民自愿凑钱加装楼梯扶手', 'branch 各做一份', 'committee 各做一份', 'property 各做一份'],
  ])
  expect(told.steps.at(-1)).toMatchObject({
    says: '社区按会议决议接着办',
    words: '会议决议：居民自愿凑钱加装楼梯扶手',
  })

  // each party's part, with evidence
  for (const [i, who] of (['branch', 'committee', 'property'] as const).entries()) {
    const [photo] = await house.photos(who)
    const done = { ...parts[i]!, id: randomUUID(), words: '做完了', photoIds: [photo!] }
    expect(await api.get(tokens[who], 'resolution.finish', done)).toEqual({ state: 'done' })
  }
  await api.get(tokens.worker, 'resolution.finish', {
    ...call,
    id: randomUUID(),
    words: '扶手装好了，钱由楼长收齐',
  })

  const minutes = (token: string) => api.get(token, 'minutes.get', at)
  const pledges = (token: string) => api.get(token, 'pledge.list', call)
  const [here, next] = [await pledges(tokens.resident), await pledges(tokens.nextDoor)]
  expect(here.items.map((p) => [p.label, p.fen])).toEqual([
    ['101', 96_000],
    ['102', 144_000],
    ['201', 96_000],
    ['202', 144_000],
  ])
  expect(next).toMatchObject({ items: [], pledgedFen: 480_000, homes: 4, targetFen: 480_000 })
  const seen = await minutes(tokens.nextDoor)
  expect(seen.resolutions.map((r) => r.state)).toEqual(['done', 'done', 'done', 'done'])
  expect(JSON.stringify(seen)).not.toMatch(/(?<![\da-f-])(101|201)(?![\da-f-])|buildingLead|resident(?!s)/)
  for (const name of ['minutes.get', 'minutes.export', 'meeting.get'] as const)
    expect(await api.refusal(tokens.stranger, name, at)).toBe('not_found')
  expect(await api.refusal(tokens.stranger, 'pledge.list', call)).toBe('not_found')

  const frozen: Output<'minutes.export'> = await api.get(tokens.nextDoor, 'minutes.export', at)
  expect(hashOf(frozen.text)).toBe(frozen.hash)
  expect(frozen.whole).toBeNull()
  expect(ids.resident).toBeDefined()
  expect(api.faults).toEqual([])
})
