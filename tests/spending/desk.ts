import { randomUUID } from 'node:crypto'
import type { Input } from '../../shared/contract'
import type { BooksHouse, BooksName } from '../ledger/house'

/** Spendings of the house's first compound, brought to where a test wants them. */
export function openDesk(house: BooksHouse) {
  const { api, tokens, at } = house
  const asked = async (more: Partial<Input<'spending.ask'>> = {}): Promise<Input<'spending.ask'>> => ({
    ...at,
    id: randomUUID(),
    words: '换楼道灯',
    fen: 300_00,
    ...(more.fundOf === undefined && { accountId: (await house.accountOf('expense.repair')).accountId }),
    ...more,
  })
  const ask = async (more: Partial<Input<'spending.ask'>> = {}, name: BooksName = 'guard') => {
    const sent = await asked(more)
    await api.get(tokens[name], 'spending.ask', sent)
    return { ...at, spendingId: sent.id }
  }
  const approve = async (one: Awaited<ReturnType<typeof ask>>, ...names: BooksName[]) => {
    for (const name of names) await api.get(tokens[name], 'spending.approve', one)
    return one
  }
  const approved = async (more: Partial<Input<'spending.ask'>> = {}) =>
    approve(await ask(more), 'director', 'supervisor')
  const payment = async (one: Awaited<ReturnType<typeof ask>>, on = '2026-11-20') => ({
    ...one,
    by: 'bank' as const,
    on,
    photoIds: await house.papers(),
  })
  const paid = async (more: Partial<Input<'spending.ask'>> = {}, on?: string) => {
    const one = await approved(more)
    const { entryId } = await api.get(tokens.keeper, 'spending.pay', await payment(one, on))
    return { ...one, entryId: entryId! }
  }
  const get = (one: Awaited<ReturnType<typeof ask>>, name: BooksName = 'owner') =>
    api.get(tokens[name], 'spending.get', { ...at, spendingId: one.spendingId })
  return { asked, ask, approve, approved, payment, paid, get }
}
