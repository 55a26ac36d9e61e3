import { randomUUID } from 'node:crypto'
import { Client } from 'pg'
import { callNext } from '../../functions/lease/tick/callNext'
import { type BooksHouse, openBooksHouse } from './house'

let house: BooksHouse
beforeAll(async () => {
  house = await openBooksHouse({ now: '2026-03-10T02:00:00Z' })
  const [let1, freed] = await house.park(2)
  await house.letTo(let1!.id)
  await house.letTo(freed!.id, '2026-03-11')
})
afterAll(async () => {
  expect(await house.checks()).toEqual([])
  expect(house.api.faults).toEqual([])
  await house.api.close()
})
const [march, today] = ['2026-03-01', '2026-03-10']

describe('the waiting list', () => {
  const call = async () => {
    const client = new Client({ connectionString: house.api.database.urls.tick })
    await client.connect()
    return callNext(client, house.api.now).finally(() => client.end())
  }
  test('is in order, and nobody is let past it without a reason', async () => {
    const { api, tokens, at, places } = house
    const wait = (homeId: string) => ({
      ...at,
      id: randomUUID(),
      homeId,
      plate: house.nextPlate(),
    })
    const first = wait(places.home1.id)
    expect((await api.get(tokens.owner, 'lease.wait', first)).place).toBe(1)
    expect((await api.get(tokens.owner, 'lease.wait', first)).place).toBe(1)
    expect(await api.refusal(tokens.owner, 'lease.wait', { ...first, id: randomUUID() })).toBe(
      'waiting_twice',
    )
    expect(await api.refusal(tokens.owner, 'lease.wait', wait(places.home2.id))).toBe('forbidden')
    house.api.now = new Date(house.api.now.getTime() + 60_000)
    const second = wait(places.home2.id)
    expect((await api.get(tokens.tenant, 'lease.wait', second)).place).toBe(2)
    const line = await api.get(tokens.tenant, 'lease.waiting', at)
    expect([line.total, line.items.map((w) => [w.place, w.mine])]).toEqual([2, [[2, true]]])
    expect((await api.get(tokens.guard, 'lease.waiting', at)).items.map((w) => w.who)).toEqual(['101', '102'])

    const spaces = [{ id: randomUUID(), number: '候1' }]
    const told = async (name: 'owner' | 'tenant') =>
      (await api.get(tokens[name], 'inbox.list', {})).items.filter((l) => l.action === 'wait.called').length
    // those that are let from tomorrow on stay, and are not free either
    for (const { spaceId } of (await api.get(tokens.keeper, 'space.list', at)).items)
      await api.ask(tokens.keeper, 'space.end', { ...at, spaceId })
    expect(await call()).toBe(0)
    await api.get(tokens.keeper, 'space.add', {
      ...at,
      kind: 'parking',
      spaces,
      tariff: { unit: 'day', fen: 500, from: march },
    })
    // one space is free: the first is told, once, and nobody else
    expect((await Promise.all([call(), call()])).sort()).toEqual([0, 1])
    expect([await told('owner'), await told('tenant')]).toEqual([1, 0])
    const called = (await api.get(tokens.guard, 'lease.waiting', at)).items.map((w) => w.called)
    expect(called).toEqual([true, false])
    const lease = {
      ...at,
      id: randomUUID(),
      spaceId: spaces[0]!.id,
      homeId: places.home2.id,
      plate: second.plate,
      from: today,
    }
    expect(await api.refusal(tokens.keeper, 'lease.add', lease)).toBe('waiting_first')
    const pass = { ...at, waitId: first.id }
    expect(await api.refusal(tokens.tenant, 'lease.unwait', pass)).toBe('not_found')
    expect(await api.refusal(tokens.keeper, 'lease.unwait', pass)).toBe('reason_missing')
    await api.get(tokens.keeper, 'lease.unwait', { ...pass, reason: '电话里说不要了' })
    expect([await call(), await call(), await told('tenant')]).toEqual([1, 0, 1])
    expect(await api.refusal(tokens.keeper, 'lease.unwait', { ...pass, reason: '再来' })).toBe('waiting_over')
    await api.get(tokens.keeper, 'lease.add', lease)
    expect((await api.get(tokens.guard, 'lease.waiting', at)).total).toBe(0)
    const inbox = await api.get(tokens.owner, 'inbox.list', {})
    expect(inbox.items.map((l) => l.says)).toContain('没有再给你家排车位，理由在排队里')
  })
})
