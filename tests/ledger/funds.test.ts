import { randomUUID } from 'node:crypto'
import { callForPledges } from './call'
import { type BooksHouse, openBooksHouse } from './house'

let house: BooksHouse
beforeAll(async () => {
  house = await openBooksHouse()
})
afterAll(async () => {
  expect(await house.checks()).toEqual([])
  expect(house.api.faults).toEqual([])
  await house.api.close()
})

/** Three homes have answered a call. */
const called = async (...fens: number[]) => {
  const { api, at, ids, places } = house
  const others = await Promise.all(
    fens.slice(1).map((_, i) => house.homeIn(places.building, `捐${randomUUID().slice(0, 8)}${i}`)),
  )
  const homes = [places.home1, ...others]
  const { resolutionId, pledges } = await callForPledges(api, {
    ...{ ...at, buildingId: places.building.id, convenerId: ids.worker },
    ...{ homeIds: homes.map((h) => h.id), fens },
  })
  return { resolutionId, pledges, homes }
}
const receive = (resolutionId: string, pledgeId: string, fen: number) => ({
  ...{ ...house.at, resolutionId, id: randomUUID(), pledgeId, fen },
  ...{ by: 'bank' as const, on: '2026-11-20' },
})

/** Asked for from a fund and approved by two bodies. */
const approved = async (fundOf: string, fen: number) => {
  const { api, tokens, at } = house
  const spending = { ...at, id: randomUUID(), words: '买扶手', fen, fundOf }
  await api.get(tokens.keeper, 'spending.ask', spending)
  const key = { ...at, spendingId: spending.id }
  for (const name of ['member', 'supervisor'] as const) await api.get(tokens[name], 'spending.approve', key)
  return key
}
const paying = async () => ({ by: 'bank' as const, on: '2026-11-20', photoIds: await house.papers() })

describe('what residents pledged', () => {
  test('is received apart for its purpose, in parts, and never beyond the word', async () => {
    const { api, tokens, at } = house
    const { resolutionId, pledges } = await called(300_00, 200_00)
    const sent = receive(resolutionId, pledges[0]!, 100_00)
    expect((await api.get(tokens.keeper, 'fund.receive', sent)).receivedFen).toBe(100_00)
    expect((await api.get(tokens.keeper, 'fund.receive', sent)).receivedFen).toBe(100_00)
    expect(await house.balance(`fund.${resolutionId}`)).toBe(100_00)
    expect(await house.balance('income.other')).toBe(0)
    const refused = (fen: number, pledge = pledges[0]!) =>
      api.refusal(tokens.keeper, 'fund.receive', receive(resolutionId, pledge, fen))
    expect(await refused(200_01)).toBe('fund_over')
    expect(await refused(1, randomUUID())).toBe('not_found')
    const both = await Promise.all(
      [1, 2].map(() => api.ask(tokens.keeper, 'fund.receive', receive(resolutionId, pledges[0]!, 200_00))),
    )
    expect(both.map((a) => a.status).sort()).toEqual([200, 409])
    await api.owner(`update pledge set withdrawn_at = '2026-07-01' where id = $1`, [pledges[1]])
    expect(await refused(1, pledges[1]!)).toBe('pledge_withdrawn')
    expect(await api.refusal(tokens.director, 'fund.receive', sent)).toBe('forbidden')
    expect(await api.refusal(tokens.keeperThere, 'fund.receive', sent)).toBe('not_found')
    // the home reads its own, all owners the total
    const fund = await api.get(tokens.owner, 'fund.get', { ...at, resolutionId })
    expect([fund.receivedFen, fund.homes.map((h) => [h.mine, h.paidFen])]).toEqual([300_00, [[true, 300_00]]])
    const told = await api.get(tokens.owner, 'inbox.list', {})
    expect(told.items.some((l) => l.says.startsWith('收到了你家认的款'))).toBe(true)
  })

  test('and was not needed goes back in proportion, to the fen, and closes the fund', async () => {
    const { api, tokens, at } = house
    const { resolutionId, pledges } = await called(100_00, 100_00, 100_00)
    for (const id of pledges) await api.get(tokens.keeper, 'fund.receive', receive(resolutionId, id, 100_00))
    // something was spent on it: 200 are left of 300
    const accountId = (await house.accountOf(`fund.${resolutionId}`)).accountId
    const key = await approved(resolutionId, 100_00)
    await api.get(tokens.keeper, 'spending.pay', { ...key, ...(await paying()) })
    const list = await api.get(tokens.owner, 'fund.list', at)
    expect(list.items.find((f) => f.resolutionId === resolutionId)).toMatchObject({
      ...{ receivedFen: 300_00, spentFen: 100_00, leftFen: 200_00, accountId },
    })
    const sent = { ...at, resolutionId, id: randomUUID(), by: 'bank' as const, on: '2026-11-20' }
    const photoIds = await house.papers()
    expect(await api.refusal(tokens.keeper, 'fund.giveBack', { ...sent, by: 'cash', photoIds })).toBe(
      'not_enough',
    )
    const back = await api.get(tokens.keeper, 'fund.giveBack', { ...sent, photoIds })
    expect(back.returned.map((r) => r.fen)).toEqual([66_67, 66_67, 66_66])
    expect((await api.get(tokens.keeper, 'fund.giveBack', { ...sent, photoIds })).returned).toEqual(
      back.returned,
    )
    const again = { ...sent, id: randomUUID(), photoIds: await house.papers() }
    expect(await api.refusal(tokens.keeper, 'fund.giveBack', again)).toBe('fund_closed')
    expect(await api.refusal(tokens.keeper, 'fund.receive', receive(resolutionId, pledges[0]!, 1))).toBe(
      'fund_closed',
    )
    // given back by mistake: what came back is in the fund again, and it takes money as it did before
    const reverse = { ...at, entryId: sent.id, id: randomUUID(), reason: '还要用' }
    await api.get(tokens.keeper, 'entry.reverse', reverse)
    expect((await api.get(tokens.keeper, 'fund.get', { ...at, resolutionId })).homes[0]).toMatchObject({
      returnedFen: 0,
    })
    expect(await house.balance(`fund.${resolutionId}`)).toBe(200_00)
    expect(await api.refusal(tokens.keeper, 'fund.receive', receive(resolutionId, pledges[0]!, 1))).toBe(
      'fund_over',
    )
    expect((await api.get(tokens.keeper, 'fund.giveBack', again)).returned.map((r) => r.fen)).toEqual([
      66_67, 66_67, 66_66,
    ])
    expect(await house.lines(resolutionId)).toEqual([
      ...pledges.map(() => 'fund.received'),
      'fund.returned',
      'fund.returned',
    ])
  })

  test('goes back again when a reversal brings some home, to the fen of what each paid', async () => {
    const { api, tokens, at } = house
    const { resolutionId, pledges } = await called(1_00, 1_00, 1_00)
    for (const id of pledges) await api.get(tokens.keeper, 'fund.receive', receive(resolutionId, id, 1_00))
    const key = await approved(resolutionId, 1_00)
    const { entryId } = await api.get(tokens.keeper, 'spending.pay', { ...key, ...(await paying()) })
    const back = async () => {
      const sent = { ...at, resolutionId, id: randomUUID(), ...(await paying()) }
      const { returned } = await api.get(tokens.keeper, 'fund.giveBack', sent)
      // it may come twice, and tells what this one gave back
      expect((await api.get(tokens.keeper, 'fund.giveBack', sent)).returned).toEqual(returned)
      return returned.map((r) => r.fen)
    }
    expect(await back()).toEqual([67, 67, 66])
    await api.get(tokens.keeper, 'entry.reverse', {
      ...at,
      entryId: entryId!,
      id: randomUUID(),
      reason: '退货',
    })
    expect(await back()).toEqual([33, 33, 34])
    const { homes, leftFen } = await api.get(tokens.keeper, 'fund.get', { ...at, resolutionId })
    expect([leftFen, homes.map((h) => h.returnedFen)]).toEqual([0, [1_00, 1_00, 1_00]])
  })

  test('stays where something of it is out until its voucher comes, and is asked for once', async () => {
    const { api, tokens, at } = house
    const { resolutionId, pledges } = await called(300_00)
    await api.get(tokens.keeper, 'fund.receive', receive(resolutionId, pledges[0]!, 300_00))
    const back = async () => ({ ...at, resolutionId, id: randomUUID(), ...(await paying()) })
    const refused = async () => api.refusal(tokens.keeper, 'fund.giveBack', await back())
    const key = await approved(resolutionId, 100_00)
    expect(await refused()).toBe('fund_in_use')
    const more = { ...at, id: randomUUID(), words: '再买一根', fen: 200_01, fundOf: resolutionId }
    expect(await api.refusal(tokens.keeper, 'spending.ask', more)).toBe('fund_short')
    await api.get(tokens.keeper, 'spending.pay', { ...key, by: 'bank', on: '2026-11-20' })
    expect(await refused()).toBe('fund_in_use')
    const shown = await api.get(tokens.keeper, 'fund.get', { ...at, resolutionId })
    expect(shown).toMatchObject({ leftFen: 300_00, heldFen: 100_00, mayGiveBack: false })
    // Postgres says it as well
    const close = `update fund set closed_at = '2026-11-20' where resolution_id = $1`
    await expect(api.owner(close, [resolutionId])).rejects.toMatchObject({ constraint: 'fund_in_use' })
    await api.get(tokens.keeper, 'spending.addVoucher', { ...key, photoIds: await house.papers() })
    const { returned } = await api.get(tokens.keeper, 'fund.giveBack', await back())
    expect(returned.map((r) => r.fen)).toEqual([200_00])
    expect(await api.refusal(tokens.keeper, 'spending.ask', { ...more, fen: 1 })).toBe('fund_closed')
  })

  test('is nothing to give back where nothing came', async () => {
    const { api, tokens, at } = house
    const { resolutionId } = await called(100_00)
    const sent = {
      ...at,
      resolutionId,
      id: randomUUID(),
      by: 'bank' as const,
      on: '2026-11-20',
      photoIds: await house.papers(),
    }
    expect(await api.refusal(tokens.keeper, 'fund.giveBack', sent)).toBe('fund_empty')
    expect(await api.refusal(tokens.guard, 'fund.giveBack', sent)).toBe('forbidden')
  })
})
