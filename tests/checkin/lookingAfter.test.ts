import { randomUUID } from 'node:crypto'
import { type CheckinHouse, openCheckinHouse } from './house'

let house: CheckinHouse
let member: string
let key: { communityId: string; checkinId: string }
beforeAll(async () => {
  house = await openCheckinHouse(new Date('2026-11-29T06:00:00Z'))
  member = house.tokens.member
  key = await house.checkIn(member, '党员甲')
  await house.many(3)
})
afterAll(() => house.api.close())

describe('home care', () => {
  test('is proposed, accepted as it was shown, visited, and ends with the check-in', async () => {
    const { api, ids, tokens } = house
    const [first] = await house.many(1)
    const proposal = await api.get(tokens.worker, 'care.propose', { communityId: ids.here })
    expect([proposal.homes, proposal.left]).toEqual([6, 0])
    const sent = { communityId: ids.here, digest: proposal.digest }
    expect(await api.refusal(tokens.worker, 'care.accept', { ...sent, digest: '0'.repeat(64) })).toBe(
      'proposal_outdated',
    )
    const both = await Promise.all([1, 2].map(() => api.ask(tokens.worker, 'care.accept', sent)))
    expect(both.map((a) => a.status).sort()).toEqual([200, 409])
    const coverage = await api.get(tokens.worker, 'care.buildings', { communityId: ids.here })
    expect([coverage.total.homes, coverage.total.covered]).toEqual([6, 6])
    expect(
      Math.max(...coverage.loads.map((l) => l.homes)) - Math.min(...coverage.loads.map((l) => l.homes)),
    ).toBe(1)

    const homeId = house.homesHere[1]!.homeIds[2]!
    const assign = { communityId: ids.here, id: randomUUID(), homeId, checkinId: first!.checkinId }
    await api.get(tokens.worker, 'care.assign', assign)
    expect(await api.get(tokens.worker, 'care.assign', assign)).toEqual({ id: assign.id })
    // whoever looked after it before hears that they no longer do
    const heard = await api.owner<{ action: string; told: string }>(
      `select action, person_id as told from inbox where action like 'care.%' and subject_id in (select id from care_link where home_id = $1)`,
      [homeId],
    )
    expect(heard.map((h) => h.action).sort()).toEqual(['care.assigned', 'care.ended'])
    expect(new Set(heard.map((h) => h.told)).size).toBe(2)
    const mine = (await api.get(first!.token, 'care.mine', {})).items
    expect(mine.map((l) => l.home)).toContain('2栋103')
    const link = { communityId: ids.here, linkId: assign.id }
    const visit = {
      ...link,
      id: randomUUID(),
      day: '2026-11-29',
      outcome: 'needs' as const,
      needs: ['doctor' as const],
    }
    await api.get(first!.token, 'care.visit', visit)
    expect(await api.get(first!.token, 'care.visit', visit)).toEqual({ id: visit.id })
    expect(await api.refusal(first!.token, 'care.visit', { ...visit, id: randomUUID(), needs: [] })).toBe(
      'needs_missing',
    )
    expect(
      await api.refusal(first!.token, 'care.visit', { ...visit, id: randomUUID(), day: '2026-12-24' }),
    ).toBe('visit_ahead')
    expect(await api.refusal(member, 'care.visit', { ...visit, id: randomUUID() })).toBe('not_found')
    const grid = await api.get(tokens.worker, 'care.building', {
      communityId: ids.here,
      buildingId: house.homesHere[1]!.buildingId,
    })
    expect(grid.homes.map((h) => [h.number, h.member !== null, h.lastOutcome])).toContainEqual([
      '103',
      true,
      'needs',
    ])

    await api.get(tokens.worker, 'checkin.end', {
      communityId: ids.here,
      checkinId: first!.checkinId,
      reason: 'movedAway',
    })
    expect((await api.get(first!.token, 'care.mine', {})).items).toEqual([])
    expect(await api.refusal(tokens.worker, 'care.end', { ...link, reason: 'asked' })).toBe('care_ended')
  })
  test('leaves an empty home alone until somebody lives there again, and keeps visits when the carer changes', async () => {
    const { api, ids, tokens } = house
    const [one, two] = await house.many(2)
    const [building] = await house.addHomes(ids.here, 1, 3)
    const [homeId, shopId] = building!.homeIds
    await api.owner(`update home set kind = 'shop' where id = $1`, [shopId])
    const of = { communityId: ids.here, buildingId: building!.buildingId }
    const assign = async (checkinId: string) => {
      const id = randomUUID()
      await api.get(tokens.worker, 'care.assign', { communityId: ids.here, id, homeId: homeId!, checkinId })
      return { communityId: ids.here, linkId: id }
    }
    const counts = async () => {
      const { items } = await api.get(tokens.worker, 'care.buildings', { communityId: ids.here })
      const { homes, covered, visited, empty } = items.find((b) => b.buildingId === of.buildingId)!
      return { homes, covered, visited, empty }
    }
    const grid = async () =>
      (await api.get(tokens.worker, 'care.building', of)).homes.find((h) => h.homeId === homeId)!
    const first = await assign(one!.checkinId)
    const visit = { ...first, id: randomUUID(), day: '2026-11-29', outcome: 'well' as const, needs: [] }
    await api.get(one!.token, 'care.visit', visit)
    const second = await assign(two!.checkinId)
    // visited this year, whoever looks after it now; of last year it is not "this year"
    expect(await counts()).toEqual({ homes: 2, covered: 1, visited: 1, empty: 0 })
    expect((await grid()).lastVisit).toBe('2026-11-29')
    const visits = (await api.get(tokens.worker, 'care.visits', second)).items
    expect(visits.map((v) => [v.day, v.member])).toEqual([['2026-11-29', '党员0']])
    expect((await api.get(two!.token, 'care.visits', second)).items).toEqual([])
    const then = api.now
    api.now = new Date('2027-01-02T02:00:00Z')
    expect((await counts()).visited).toBe(0)
    api.now = then

    await api.get(tokens.worker, 'care.end', { ...second, reason: 'homeEmpty' })
    expect(await counts()).toEqual({ homes: 1, covered: 0, visited: 0, empty: 1 })
    expect((await grid()).emptyLinkId).toBe(second.linkId)
    const proposed = async () =>
      (await api.get(tokens.worker, 'care.propose', { communityId: ids.here })).buildings.find(
        (b) => b.buildingId === of.buildingId,
      )?.homes
    expect(await proposed()).toBe(1)
    for (const [token, code] of [
      [tokens.workerThere, 'not_found'],
      [two!.token, 'not_found'],
      [tokens.officer, 'forbidden'],
    ] as const)
      expect(await api.refusal(token, 'care.movedIn', second)).toBe(code)
    await api.get(tokens.worker, 'care.movedIn', second)
    expect(await api.refusal(tokens.worker, 'care.movedIn', second)).toBe('care_not_empty')
    expect([await proposed(), (await counts()).empty]).toEqual([2, 0])
    expect(await house.lines(second.linkId)).toEqual(['care.assigned', 'care.ended', 'care.movedIn'])
    // or given to somebody again
    const third = await assign(one!.checkinId)
    await api.get(tokens.worker, 'care.end', { ...third, reason: 'homeEmpty' })
    await assign(two!.checkinId)
    expect(await counts()).toEqual({ homes: 2, covered: 1, visited: 1, empty: 0 })

    // a shop is nobody's to look after
    const shop = { communityId: ids.here, id: randomUUID(), homeId: shopId!, checkinId: one!.checkinId }
    expect(await api.refusal(tokens.worker, 'care.assign', shop)).toBe('home_no_dwelling')
    await expect(
      api.owner(
        `insert into care_link (community_id, id, checkin_id, building_id, home_id, from_day, made_by) values ($1, gen_random_uuid(), $2, $3, $4, '2026-11-29', $5)`,
        [ids.here, one!.checkinId, of.buildingId, shopId, house.people.worker.id],
      ),
    ).rejects.toThrow('not a dwelling')
  })
  test('of a home in another community is refused, by the verb and by the database', async () => {
    const { api, ids, tokens } = house
    const elsewhere = house.homesThere[0]!
    expect(
      await api.refusal(tokens.worker, 'care.assign', {
        communityId: ids.here,
        id: randomUUID(),
        homeId: elsewhere.homeIds[0]!,
        checkinId: key.checkinId,
      }),
    ).toBe('home_not_in_community')
    await expect(
      api.owner(
        `insert into care_link (community_id, id, checkin_id, building_id, home_id, from_day, made_by) values ($1, gen_random_uuid(), $2, $3, $4, '2026-11-29', $5)`,
        [ids.here, key.checkinId, elsewhere.buildingId, elsewhere.homeIds[0], house.people.worker.id],
      ),
    ).rejects.toThrow('violates foreign key')
    expect(await api.refusal(tokens.workerThere, 'care.propose', { communityId: ids.here })).toBe('not_found')
    expect(await api.refusal(tokens.officer, 'care.propose', { communityId: ids.here })).toBe('forbidden')
  })
})
