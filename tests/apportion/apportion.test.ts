import { randomUUID } from 'node:crypto'
import type { Input } from '../../shared/contract'
import { type BooksHouse, openBooksHouse } from '../ledger/house'

let house: BooksHouse
let entrance: { homeId: string; floor: number }[]
beforeAll(async () => {
  house = await openBooksHouse()
  entrance = []
  for (const floor of [1, 2, 3, 4, 5, 6])
    for (const n of [1, 2]) {
      const { id } = await house.homeIn(house.places.building, `${floor}-${n}`, 6000 + floor)
      entrance.push({ homeId: id, floor })
    }
})
afterAll(() => house.api.close())

const elevator = (more: Partial<Input<'apportion.add'>> = {}): Input<'apportion.add'> => ({
  ...house.at,
  id: randomUUID(),
  name: '2单元加装电梯',
  fen: 160_000_00,
  method: 'floor',
  homes: entrance,
  ...more,
})
const preview = ({ id: _, name: __, resolutionId: ___, ...asked }: Input<'apportion.add'>) => asked

test('an elevator is tried out and then kept: the sixth floor bears 23,000, and all shares come to the cost', async () => {
  const { api, tokens, at } = house
  const sent = elevator()
  const tried = await api.get(tokens.member, 'apportion.preview', preview(sent))
  expect(tried.shares.filter((s) => s.floor === 6).map((s) => s.fen)).toEqual([23_000_00, 23_000_00])
  expect(tried.table).toHaveLength(6)
  await Promise.all([1, 2].map(() => api.get(tokens.member, 'apportion.add', sent)))
  const kept = await api.get(tokens.keeper, 'apportion.get', { ...at, apportionmentId: sent.id })
  expect(kept).toMatchObject({ ...tried, name: sent.name })
  expect(kept.shares.reduce((sum, s) => sum + s.fen, 0)).toBe(160_000_00)
  expect(await api.refusal(tokens.member, 'apportion.add', { ...sent, fen: 1 })).toBe('id_taken')
  expect(await house.lines(sent.id)).toEqual(['apportion.added'])
})

test('a home reads its own share and the whole cost, not what its neighbours bear', async () => {
  const { api, tokens, at, places } = house
  const sent = elevator({
    name: '扶手',
    method: 'equal',
    fen: 1_00,
    homes: [...entrance, { homeId: places.home1!.id }],
  })
  await api.get(tokens.keeper, 'apportion.add', sent)
  const key = { ...at, apportionmentId: sent.id }
  const mine = await api.get(tokens.owner, 'apportion.get', key)
  expect([mine.totalFen, mine.shares.map((s) => s.homeId)]).toEqual([1_00, [places.home1!.id]])
  const { items } = await api.get(tokens.owner, 'apportion.list', at)
  const line = items.find((i) => i.apportionmentId === sent.id)
  expect([line!.mineFen, line!.homes]).toEqual([mine.shares[0]!.fen, 13])
  expect((await api.get(tokens.tenant, 'apportion.get', key)).shares).toEqual([])
  expect(await api.refusal(tokens.ownerNext, 'apportion.get', key)).toBe('forbidden')
  expect(await api.refusal(tokens.ownerThere, 'apportion.get', key)).toBe('not_found')
})

test('what does not go is refused with the home that it is about', async () => {
  const { api, tokens, places } = house
  const refused = (more: Partial<Input<'apportion.add'>>) =>
    api.refusal(tokens.member, 'apportion.add', elevator(more))
  expect(await refused({ homes: [entrance[0]!, entrance[0]!] })).toBe('home_twice')
  expect(await refused({ homes: [...entrance, { homeId: places.homeThere!.id, floor: 1 }] })).toBe(
    'home_outside',
  )
  expect(await refused({ homes: [{ homeId: entrance[0]!.homeId }] })).toBe('floor_missing')
  expect(await refused({ homes: [{ homeId: entrance[0]!.homeId, floor: 9 }] })).toBe('floor_missing')
  expect(await refused({ homes: [entrance[0]!] })).toBe('nobody_bears')
  expect(await refused({ resolutionId: randomUUID() })).toBe('decision_elsewhere')
  for (const fen of [0, -1, 0.5]) expect(await refused({ fen })).toBe('invalid')
  for (const name of ['owner', 'guard', 'worker', 'keeperNext'] as const)
    expect([name, await api.refusal(tokens[name], 'apportion.add', elevator())]).toEqual([name, 'forbidden'])
})

test('Postgres takes no shares that do not come to the cost', async () => {
  const { api } = house
  await expect(
    api.owner(
      `insert into apportionment_share (community_id, compound_id, apportionment_id, home_id, place, area_centiares, fen)
      select a.community_id, a.compound_id, a.id, h.id, 99, 1, 1 from apportionment a join home h on h.compound_id = a.compound_id and h.id = $1 limit 1`,
      [house.places.home2!.id],
    ),
  ).rejects.toMatchObject({ constraint: 'shares_come_to_all' })
})

test('what was expected of a year stands beside what came, and how much of what fell due is paid', async () => {
  const { api, tokens, at } = house
  const parking = (await house.accountOf('income.parking')).accountId
  const set = { ...at, year: '2026', accountId: parking, fen: 83_950_00 }
  await api.get(tokens.keeper, 'account.setForecast', { ...set, fen: 1 })
  await api.get(tokens.keeper, 'account.setForecast', set)
  const [space] = await house.park(1)
  const lease = await house.letTo(space!.id, '2026-10-01')
  await api.get(tokens.guard, 'receipt.take', house.receipt({ leaseId: lease.leaseId }, 200_00))
  const of = async (name: 'owner' | 'keeper') =>
    (await api.get(tokens[name], 'account.forecast', { ...at, year: '2026' })).items.find(
      (i) => i.accountId === parking,
    )
  expect(await of('owner')).toEqual(await of('keeper'))
  // October's 31 days and November's 30 at five yuan
  expect(await of('owner')).toMatchObject({
    expectedFen: 83_950_00,
    actualFen: 200_00,
    dueFen: 305_00,
    collectedFen: 200_00,
    charges: 2,
    paid: 1,
  })
  for (const key of ['bank', 'advance'])
    expect(
      await api.refusal(tokens.keeper, 'account.setForecast', {
        ...set,
        accountId: (await house.accountOf(key)).accountId,
      }),
    ).toBe('account_elsewhere')
  const next = (await house.accountOf('income.parking', house.next)).accountId
  expect(await api.refusal(tokens.keeper, 'account.setForecast', { ...set, accountId: next })).toBe(
    'account_elsewhere',
  )
  for (const name of ['owner', 'director', 'keeperNext'] as const)
    expect([name, await api.refusal(tokens[name], 'account.setForecast', set)]).toEqual([name, 'forbidden'])
  expect(await api.refusal(tokens.tenant, 'account.forecast', { ...at, year: '2026' })).toBe('forbidden')
  expect(await house.lines(at.compoundId)).toEqual(expect.arrayContaining(['forecast.set']))
})

test('nothing in these books is wrong, and nothing failed', async () => {
  expect(await house.checks()).toEqual([])
  expect(house.api.faults).toEqual([])
})
