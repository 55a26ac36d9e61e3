import { randomUUID } from 'node:crypto'
import { demoId } from '../../functions/demo/stage'
import { demoSubdistrict, hongyun, hongyunCompound, yanxi, yanxiCompound } from '../../functions/demo/story'
import { groupings, rates as rateNames, sides } from '../../shared/rates/definitions'
import { monthOf } from '../../shared/rates/words'
import { day, openRatesHouse, type RatesHouse } from './house'

let house: RatesHouse
beforeAll(async () => {
  house = await openRatesHouse()
})
afterAll(() => house.api.close())
afterEach(() => expect(house.api.faults).toEqual([]))
// each in a month of its own
beforeEach(() => {
  const { api } = house
  const month = new Date(api.now.getTime() + 32 * day)
  api.now = new Date(`${month.toISOString().slice(0, 7)}-03T02:00:00Z`)
})

const share = (numerator: number, denominator: number, unanswered = 0) => ({
  numerator,
  denominator,
  unanswered,
})

describe('each rate counts what its definition says', () => {
  test('a deadline that still lies ahead does not count, whoever has come already', async () => {
    const { send, report, fix, rates, pass } = house
    await fix(await send(await report()))
    expect((await rates()).total.response).toEqual(share(0, 0))
    pass(3)
    expect((await rates()).total.response).toEqual(share(1, 1))
    expect((await rates()).total.resolved).toEqual(share(0, 0))
    pass(24)
    expect((await rates()).total.resolved).toEqual(share(0, 1))
  })

  test('whoever comes after the deadline has not come in time', async () => {
    const { api, tokens, send, report, rates, pass } = house
    const one = await send(await report())
    pass(2.5)
    await api.get(tokens.property, 'whistle.respond', one)
    expect((await rates()).total.response).toEqual(share(0, 1))
  })

  test('solved is what the last follow-up says, satisfied are four and five stars', async () => {
    const { send, report, fix, followUp, rates, pass } = house
    for (const stars of [3, 4, 5]) await followUp(await fix(await send(await report())), 'solved', stars)
    await followUp(await fix(await send(await report())), 'half')
    pass(30)
    const { total } = await rates()
    expect(total.satisfied).toEqual(share(2, 4))
    expect(total.resolved).toEqual(share(3, 4))
  })

  test('half, and then solved: the last one counts, once', async () => {
    const { send, report, fix, followUp, rates, pass } = house
    const one = await fix(await send(await report()))
    await followUp(one, 'not', 1)
    expect((await rates()).total.satisfied).toEqual(share(0, 1))
    await followUp(await fix(one), 'solved', 5)
    pass(30)
    expect((await rates()).total).toMatchObject({ resolved: share(1, 1), satisfied: share(1, 1) })
  })

  test('while somebody is asked back the clock stands still, and nothing is late', async () => {
    const { api, tokens, report, rates, pass } = house
    const one = await report()
    await api.get(tokens.secondWorker, 'whistle.askBack', { ...one, words: '几号电梯？' })
    pass(48)
    expect((await rates()).total.response).toEqual(share(0, 0))
    await api.get(tokens.secondWorker, 'whistle.answer', { ...one, words: '一号' })
    pass(3)
    expect((await rates()).total.response).toEqual(share(0, 1))
  })

  test('rejected ones are left out, and of two that were merged one counts', async () => {
    const { api, tokens, report, rates, pass } = house
    const [first, second, third] = [await report(), await report(), await report()]
    await api.get(tokens.secondWorker, 'whistle.reject', { ...first, reason: '不是我们的电梯' })
    await api.get(tokens.secondWorker, 'whistle.merge', { ...second, intoId: third.whistleId })
    pass(30)
    expect((await rates()).total).toMatchObject({ response: share(0, 1), resolved: share(0, 1) })
  })

  test('whose dispute was upheld counts for nobody until somebody else is sent', async () => {
    const { api, tokens, report, send, rates, pass } = house
    const one = await send(await report())
    await api.get(tokens.property, 'whistle.dispute', { ...one, reason: '不归我们管' })
    await api.get(tokens.secondWorker, 'whistle.decideDispute', { ...one, decision: 'uphold' })
    pass(3)
    const byParty = async () => (await rates(undefined, { by: 'party' })).rows.map((r) => r.name)
    expect(await byParty()).toEqual(['没有派给哪一方'])
    expect((await rates()).total.response).toEqual(share(0, 1))
    const department = { ...house.property, partyId: demoId('城管中队') }
    await api.get(tokens.secondWorker, 'whistle.dispatch', { ...one, id: randomUUID(), lead: department })
    pass(3)
    expect(await byParty()).toEqual(['江畔街道城管中队'])
  })
})

describe('what was missed stays missed', () => {
  const department = { kind: 'organisation', partyId: demoId('城管中队') } as const
  const sendAgain = (
    one: { communityId: string; whistleId: string },
    lead: typeof house.property = department,
  ) => house.api.get(house.tokens.secondWorker, 'whistle.dispatch', { ...one, id: randomUUID(), lead })
  const byParty = async () =>
    (await house.rates(undefined, { by: 'party' })).rows.map((r) => [
      r.name,
      r.shares.response,
      r.shares.resolved,
    ])

  test('sent on after the deadline, a place was late and the party, which came at once, was not', async () => {
    const { api, tokens, report, send, rates, pass } = house
    const one = await report()
    pass(30)
    await send(one)
    pass(1)
    await api.get(tokens.property, 'whistle.respond', one)
    pass(2)
    expect((await rates()).total.response).toEqual(share(0, 1))
    expect(await byParty()).toEqual([['弘运物业公司', share(1, 1), share(0, 0)]])
    const asked = { communityId: hongyun, fromMonth: monthOf(api.now), toMonth: monthOf(api.now) }
    const behind = (by: 'month' | 'party') =>
      api.get(tokens.secondWorker, 'rates.list', { ...asked, by, rate: 'response', side: 'unmet' })
    expect((await behind('month')).items.map((i) => [i.whistleId, i.met])).toEqual([[one.whistleId, false]])
    expect((await behind('party')).items).toEqual([])
  })

  test('it counts in the month in which it was missed, and not in that of the fresh deadline', async () => {
    const { api, tokens, report, send, rates, pass } = house
    const one = await report()
    const missedIn = monthOf(api.now)
    pass(32 * 24)
    await send(one)
    await api.get(tokens.property, 'whistle.respond', one)
    pass(30)
    expect((await rates()).total).toMatchObject({ response: share(0, 0), resolved: share(0, 0) })
    const then = { fromMonth: missedIn, toMonth: missedIn }
    expect((await rates(undefined, then)).total).toMatchObject({
      response: share(0, 1),
      resolved: share(0, 1),
    })
  })

  test('a party that did not come keeps it when it is sent again, and another begins with a clean sheet', async () => {
    const { api, tokens, report, send, rates, pass } = house
    const one = await send(await report())
    pass(3)
    await sendAgain(one, house.property)
    await api.get(tokens.property, 'whistle.respond', one)
    pass(3)
    expect(await byParty()).toEqual([['弘运物业公司', share(0, 1), share(0, 0)]])
    await sendAgain(one)
    await api.get(tokens.department, 'whistle.respond', one)
    pass(3)
    expect(await byParty()).toEqual([['江畔街道城管中队', share(1, 1), share(0, 0)]])
    expect((await rates()).total.response).toEqual(share(0, 1))
  })

  test('who came in time missed nothing, whoever is sent afterwards', async () => {
    const { api, tokens, report, send, rates, pass } = house
    const one = await send(await report())
    await api.get(tokens.property, 'whistle.respond', one)
    pass(3)
    await sendAgain(one)
    await api.get(tokens.department, 'whistle.respond', one)
    pass(3)
    expect((await rates()).total.response).toEqual(share(1, 1))
  })

  test('an extension after the deadline moves it to no other month', async () => {
    const { api, tokens, report, send, fix, followUp, rates, pass } = house
    const one = await send(await report())
    await api.get(tokens.property, 'whistle.respond', one)
    pass(30)
    const missedIn = { fromMonth: monthOf(api.now), toMonth: monthOf(api.now) }
    const resolveBy = new Date(api.now.getTime() + 40 * day).toISOString()
    await api.get(tokens.property, 'whistle.extend', { ...one, resolveBy, reason: '等配件' })
    expect((await rates()).total.resolved).toEqual(share(0, 1))
    pass(35 * 24)
    await api.get(tokens.property, 'whistle.resolve', { ...one, words: '换了门机' })
    await followUp(one, 'not')
    await followUp(await fix(one), 'solved', 5)
    pass(8 * 24)
    expect((await rates()).total.resolved).toEqual(share(0, 0))
    expect((await rates(undefined, missedIn)).total.resolved).toEqual(share(1, 1))
    expect((await rates(undefined, { ...missedIn, by: 'party' })).total.resolved).toEqual(share(1, 1))
  })

  test('a dispute that was upheld leaves it with the place alone', async () => {
    const { api, tokens, report, send, rates, pass } = house
    const one = await send(await report())
    pass(3)
    await sendAgain(one, house.property)
    await api.get(tokens.property, 'whistle.dispute', { ...one, reason: '不归我们管' })
    await api.get(tokens.secondWorker, 'whistle.decideDispute', { ...one, decision: 'uphold' })
    await sendAgain(one, house.property)
    await api.get(tokens.property, 'whistle.respond', one)
    pass(3)
    expect((await rates()).total.response).toEqual(share(0, 1))
    expect(await byParty()).toEqual([['弘运物业公司', share(1, 1), share(0, 0)]])
  })
})

describe('behind every number', () => {
  test('stands the list from which it was counted, in every grouping', async () => {
    const { api, tokens, send, report, fix, followUp, rates, pass } = house
    for (let i = 0; i < 4; i++) await followUp(await fix(await send(await report())), 'solved', 2 + i)
    const late = await send(await report())
    pass(30)
    await fix(late)
    const period = { communityId: hongyun, fromMonth: monthOf(api.now), toMonth: monthOf(api.now) }
    for (const by of groupings) {
      const { rows, total } = await rates(undefined, { by })
      for (const { group, shares } of [...rows, { group: undefined, shares: total }])
        for (const rate of rateNames) {
          const { numerator, denominator, unanswered } = shares[rate]
          const expected = { all: denominator, met: numerator, unmet: denominator - numerator, unanswered }
          for (const side of sides) {
            const asked = { ...period, by, rate, side, ...(group && { group }) }
            const list = await api.get(tokens.secondWorker, 'rates.list', asked)
            expect([by, group, rate, side, list.total, list.items.length]).toEqual([
              ...[by, group, rate, side],
              ...[expected[side], expected[side]],
            ])
          }
        }
    }
    const asked = { ...period, by: 'month', rate: 'response', side: 'unmet' } as const
    const [item] = (await api.get(tokens.secondWorker, 'rates.list', asked)).items
    expect(item).toMatchObject({ whistleId: late.whistleId, met: false, party: '弘运物业公司' })
    expect(item!.says).toMatch(/^应在 .* 前到场，.* 到场，晚了$/)
  })

  test('a long list is read twenty at a time, each once', async () => {
    const { api, tokens, report, pass } = house
    for (let i = 0; i < 45; i++) await report()
    pass(3)
    const asked = {
      communityId: hongyun,
      fromMonth: monthOf(api.now),
      toMonth: monthOf(api.now),
      by: 'month',
      rate: 'response',
      side: 'all',
    } as const
    const seen: string[] = []
    let after: string | undefined
    do {
      const page = await api.get(tokens.secondWorker, 'rates.list', { ...asked, ...(after && { after }) })
      expect(page.total).toBe(45)
      seen.push(...page.items.map((i) => i.whistleId))
      after = page.next ?? undefined
    } while (after)
    expect([seen.length, new Set(seen).size]).toEqual([45, 45])
  })
})

describe('who sees them', () => {
  test('a compound’s committee sees its own compound’s, and the list without persons', async () => {
    const { api, tokens, send, report, rates, pass } = house
    await send(await report('三号电梯门关不上'))
    pass(3)
    const seen = await rates(tokens.committeeDirector, { compoundId: hongyunCompound })
    expect(seen.total).toEqual((await rates()).total)
    expect((await rates(tokens.committeeDirector)).total).toEqual(seen.total)
    const period = { fromMonth: monthOf(api.now), toMonth: monthOf(api.now), by: 'month' } as const
    const list = await api.get(tokens.committeeDirector, 'rates.list', {
      ...period,
      communityId: hongyun,
      rate: 'response',
      side: 'all',
    })
    expect(list.items.map((i) => i.title)).toEqual(['电梯'])
    const { items } = await api.get(tokens.secondWorker, 'rates.list', {
      ...period,
      communityId: hongyun,
      rate: 'response',
      side: 'all',
    })
    expect(items.map((i) => i.title)).toEqual(['三号电梯门关不上'])
    const { committeeDirector } = tokens
    const elsewhere = { ...period, communityId: yanxi }
    expect(await api.refusal(committeeDirector, 'rates.get', elsewhere)).toBe('not_found')
    expect(
      await api.refusal(committeeDirector, 'rates.get', { ...elsewhere, compoundId: yanxiCompound }),
    ).toBe('not_found')
  })

  test('a committee sees nothing of a compound that is not its own', async () => {
    const { api, tokens, rates, pass } = house
    const other = randomUUID()
    await api.get(tokens.secondWorker, 'place.addCompound', {
      communityId: hongyun,
      id: other,
      name: `另一个小区${other.slice(0, 4)}`,
      management: 'none',
      from: '2026-01-01',
    })
    await api.get(tokens.secondWorker, 'whistle.intake', {
      ...{ communityId: hongyun, id: randomUUID(), compoundId: other },
      ...{ category: 'lift', urgency: 'danger', source: 'phone', words: '电梯停了' },
    })
    pass(3)
    expect((await rates()).total.response).toEqual(share(0, 1))
    expect((await rates(tokens.committeeDirector)).total.response).toEqual(share(0, 0))
    expect(
      await api.refusal(tokens.committeeDirector, 'rates.get', {
        communityId: hongyun,
        compoundId: other,
        ...{ fromMonth: monthOf(api.now), toMonth: monthOf(api.now), by: 'month' },
      }),
    ).toBe('forbidden')
  })

  test('residents, departments and units do not; workers of the grid and the community do', async () => {
    const { api, tokens } = house
    const asked = { communityId: hongyun, fromMonth: '2027-01', toMonth: '2027-02', by: 'month' } as const
    for (const token of [tokens.partyMember, tokens.department, tokens.liaison, tokens.property])
      expect(await api.refusal(token, 'rates.get', asked)).toBe('forbidden')
    for (const token of [tokens.secondWorker, tokens.subdistrictOfficer])
      expect((await api.ask(token, 'rates.get', asked)).status).toBe(200)
    expect((await api.ask(tokens.gridWorker, 'rates.get', { ...asked, communityId: yanxi })).status).toBe(200)
    expect(await api.refusal(tokens.tenant, 'rates.get', asked)).toBe('not_found')
    expect(await api.refusal(tokens.communityWorker, 'rates.get', asked)).toBe('not_found')
  })

  test('an officer sees a subdistrict community by community, and what lies behind', async () => {
    const { api, tokens, report, pass } = house
    await report()
    pass(3)
    const asked = {
      subdistrictId: demoSubdistrict.id,
      fromMonth: monthOf(api.now),
      toMonth: monthOf(api.now),
      by: 'community',
    } as const
    const { rows, total } = await api.get(tokens.subdistrictOfficer, 'rates.subdistrict', asked)
    expect(rows.map((r) => [r.group, r.name, r.shares.response])).toEqual([
      [hongyun, '弘运社区', share(0, 1)],
    ])
    expect(total.response).toEqual(share(0, 1))
    const list = await api.get(tokens.subdistrictOfficer, 'rates.subdistrictList', {
      ...asked,
      rate: 'response',
      side: 'unmet',
      group: hongyun,
    })
    expect([list.total, list.items.length]).toEqual([1, 1])
    expect(await api.refusal(tokens.secondWorker, 'rates.subdistrict', asked)).toBe('forbidden')
    expect(
      await api.refusal(tokens.subdistrictOfficer, 'rates.subdistrict', {
        ...asked,
        subdistrictId: randomUUID(),
      }),
    ).toBe('forbidden')
  })
})

test('months the wrong way round, too many of them, or none at all are refused with a sentence', async () => {
  const { api, tokens } = house
  const asked = { communityId: hongyun, by: 'month' } as const
  const refused = (fromMonth: string, toMonth: string) =>
    api.refusal(tokens.secondWorker, 'rates.get', { ...asked, fromMonth, toMonth })
  expect(await refused('2027-02', '2027-01')).toBe('months_reversed')
  expect(await refused('2024-01', '2026-01')).toBe('months_too_many')
  expect(await refused('2027-13', '2027-13')).toBe('invalid')
  expect(await refused('2024-02', '2026-01').catch(() => 'taken')).toBe('taken')
})

test('each rate is told with its definition, and a grouping with how it groups', async () => {
  const { definitions, groupedBy } = await house.rates(undefined, { by: 'party' })
  for (const rate of rateNames) expect(definitions[rate]).toMatch(/并到另一件的只算一次/)
  expect(groupedBy).toMatch(/最后一次派单/)
})
