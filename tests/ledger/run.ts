import { randomUUID } from 'node:crypto'
import type { Client } from 'pg'
import { findBooksFaults } from '../../db/checks/books'
import { fallDueIn } from '../../functions/charge/tick/fallDue'
import { parseInput } from '../../functions/kernel/parse'
import { Refused } from '../../functions/kernel/refused'
import { runVerb } from '../../functions/kernel/run'
import { verbs } from '../../functions/verbs'
import { firstOf, lastOf, monthOf, nextMonth } from '../../shared/charge/rules'
import type { EndpointName, Input, Output } from '../../shared/contract'
import { addDays, dayOf } from '../../shared/kernel/time'
import type { TestApi } from '../kernel/api'
import { older } from './house'
import type { Of, Operation } from './operations'

/** One after another on books of their own; what may be reversed, paid or ended is kept by its id. */
export class Run {
  private now = new Date('2026-01-15T02:00:00Z')
  private leases: string[] = []
  private entries: string[] = []
  private advances: string[] = []
  private spaces: string[] = []
  private gaps: string[] = []
  private accounts: Record<string, string> = {}
  private n = 0
  done = 0
  refused = 0

  constructor(
    private readonly api: TestApi,
    private readonly at: { communityId: string; compoundId: string },
    private readonly homeIds: readonly string[],
    private readonly organisationId: string,
    private readonly people: Record<'keeper' | 'member' | 'supervisor', { id: string; token: string }>,
    private readonly call: { resolutionId: string; pledges: readonly string[] },
    private readonly tickClient: Client,
  ) {}

  private async act<N extends EndpointName>(
    name: N,
    more: object,
    who: keyof Run['people'] = 'keeper',
  ): Promise<Output<N>> {
    const input = parseInput(name, { ...this.at, ...more } as Input<N>)
    const asked = {
      database: this.api.pool,
      token: this.people[who].token,
      input,
      now: this.now,
      address: 'test',
    }
    return (await runVerb(verbs[name], asked)) as Output<N>
  }
  private get today() {
    return dayOf(this.now)
  }
  private async paper(): Promise<string[]> {
    const id = randomUUID()
    await this.api.owner(
      `insert into photo (community_id, id, author_id, file_key, bytes, content_type, state, opened_at, made_at, width, height)
       values ($1::uuid, $2::uuid, $3, 'c/' || $1::uuid || '/photos/' || $2::uuid, 1000, 'image/jpeg', 'ready', $4, $4, 10, 10)`,
      [this.at.communityId, id, this.people.keeper.id, this.now],
    )
    return [id]
  }

  async begin(): Promise<void> {
    await this.act('account.open', {
      ...{ id: randomUUID(), from: '2026-01-01', spendLimitFen: 1_000_00, answerDays: 7 },
      opening: [{ key: 'bank', fen: 500_00 }],
    })
    const { items } = await this.act('account.list', {})
    this.accounts = Object.fromEntries(items.map((a) => [a.key, a.accountId]))
    await this.act('space.setGround', { decision: older })
    await this.act('space.setTariff', { spaceIds: [], unit: 'day', fen: 500, from: '2026-01-01' })
  }

  /** Does it; what is refused has changed nothing, and anything else is told by whoever runs it. */
  async step(operation: Operation): Promise<void> {
    this.done += 1
    try {
      await (this[operation.kind] as (o: Operation) => Promise<void>).call(this, operation)
    } catch (error) {
      // what is no refusal would have been a 500
      if (!(error instanceof Refused))
        throw new Error(`${JSON.stringify(operation)}: ${error}`, { cause: error })
      this.refused += 1
    }
  }
  private one(list: string[], which: number): string {
    const found = list[which % Math.max(list.length, 1)]
    if (found === undefined) throw new Refused('not_found')
    return found
  }
  private posted<T extends { entryId?: string | null; id?: string }>(answer: T): T {
    const id = answer.entryId ?? answer.id
    if (id) this.entries.push(id)
    return answer
  }

  private before(ago: number): string {
    return addDays(this.today, -ago)
  }
  private async papers(is = true): Promise<string[] | undefined> {
    return is ? await this.paper() : undefined
  }

  async let({ unit, fen, months, ago }: Of<'let'>) {
    const [spaceId, id] = [randomUUID(), randomUUID()]
    const number = String(this.n++)
    const tariff = { unit, fen, from: firstOf(monthOf(this.today)) }
    await this.act('space.add', { kind: 'parking', spaces: [{ id: spaceId, number }], tariff })
    this.spaces.push(spaceId)
    const plate = `渝A${String(10_000 + this.n)}`
    // below nothing: without an end
    const to = months < 0 ? undefined : lastOf(monthOf(addDays(this.today, months * 30)))
    const [homeId] = this.homeIds
    await this.act('lease.add', { id, spaceId, homeId, plate, from: this.before(ago), to })
    this.leases.push(id)
  }
  async pay({ which, fen, by, prepay, ago, named }: Of<'pay'>) {
    const of = { leaseId: this.one(this.leases, which) }
    const { items } = await this.act('receipt.due', of)
    const ids = items.length === 0 ? [] : named.map((n) => items[n % items.length]!.chargeId)
    // also the same one twice
    const chargeIds = ids.length === 0 ? undefined : ids
    const more = { fen, by, prepay, on: this.before(ago), chargeIds }
    this.posted(await this.act('receipt.take', { id: randomUUID(), of, ...more }))
  }
  async visit({ days, by, ago }: Of<'visit'>) {
    const visit = { plate: '渝B12345', days, by, on: this.before(ago) }
    this.posted(await this.act('receipt.visitor', { id: randomUUID(), ...visit }))
  }
  async deposit({ which, fen, by, ago }: Of<'deposit'>) {
    const leaseId = this.one(this.leases, which)
    const on = this.before(ago)
    this.posted(await this.act('receipt.deposit', { id: randomUUID(), leaseId, fen, by, on }))
  }
  async refund({ which, fen, by, held, ago }: Of<'refund'>) {
    const of = { leaseId: this.one(this.leases, which) }
    const more = { held, fen, by, on: this.before(ago), photoIds: await this.paper() }
    this.posted(await this.act('receipt.refund', { id: randomUUID(), of, ...more }))
  }
  async reverse({ which }: Of<'reverse'>) {
    const entryId = this.one(this.entries, which)
    this.posted(await this.act('entry.reverse', { entryId, id: randomUUID(), reason: '记错了' }))
  }
  async lower({ which, fen }: Of<'lower'>) {
    const charges = await this.api.owner<{ id: string }>(
      'select id from charge where compound_id = $1 order by due_on, id',
      [this.at.compoundId],
    )
    const chargeId = this.one(
      charges.map((c) => c.id),
      which,
    )
    const id = randomUUID()
    await this.act('charge.lower', { chargeId, id, byFen: fen, reason: '减免' })
    this.posted({ id })
  }
  private dayIn(day: number, next: boolean): string {
    const month = monthOf(this.today)
    return `${next ? nextMonth(month) : month}-${String(day).padStart(2, '0')}`
  }
  async end({ which, day, next }: Of<'end'>) {
    const id = randomUUID()
    const { loweredFen } = await this.act('lease.end', {
      ...{ leaseId: this.one(this.leases, which), id, to: this.dayIn(day, next) },
    })
    if (loweredFen > 0) this.posted({ id })
  }
  async tariff({ which, unit, fen, day, next }: Of<'tariff'>) {
    const spaceIds = [this.one(this.spaces, which)]
    await this.act('space.setTariff', { spaceIds, unit, fen, from: this.dayIn(day, next) })
  }
  private async post(debit: string, credit: string, fen: number, ago: number, photoIds?: string[]) {
    if (debit === credit) throw new Refused('unbalanced')
    const lines = [
      { accountId: this.accounts[debit], side: 'debit', fen },
      { accountId: this.accounts[credit], side: 'credit', fen },
    ]
    const more = { occurredOn: this.before(ago), memo: '手工', lines, photoIds }
    this.posted(await this.act('entry.post', { id: randomUUID(), ...more }))
  }
  transfer = ({ fen, by, to, ago }: Of<'transfer'>) => this.post(to, by, fen, ago)
  async hand({ what, fen, by, ago }: Of<'hand'>) {
    await (what === 'fee'
      ? this.post('expense.bankFee', by, fen, ago, await this.paper())
      : this.post(by, 'income.interest', fen, ago))
  }
  async split({ ownersBp }: Of<'split'>) {
    const accountId = this.accounts['income.parking']
    const shares = { ownersBp, managerBp: 10_000 - ownersBp, from: monthOf(this.today), decision: older }
    await this.act('split.set', { id: randomUUID(), accountId, ...shares })
  }
  async settle() {
    await this.act('split.settle', { month: monthOf(this.today), id: randomUUID() })
  }
  async payManager({ fen, by, ago }: Of<'payManager'>) {
    const paid = { fen, by, on: this.before(ago), photoIds: await this.paper() }
    this.posted(await this.act('split.pay', { id: randomUUID(), ...paid }))
  }
  async advance({ fen, months, ago }: Of<'advance'>) {
    const id = randomUUID()
    const accountId = this.accounts['expense.repair']
    const what = { organisationId: this.organisationId, name: '垫资', accountId, fen, on: this.before(ago) }
    const plan = { from: monthOf(this.today), months, shareBp: 10_000, decision: older }
    this.posted(await this.act('advance.add', { id, ...what, ...plan, photoIds: await this.paper() }))
    this.advances.push(id)
  }
  async carryAdvance({ fen, repaidFen }: Of<'carryAdvance'>) {
    const id = randomUUID()
    const what = { organisationId: this.organisationId, name: '从前的垫资', fen, repaidFen }
    const plan = { from: '2025-06', months: 24, shareBp: 10_000, decision: older }
    this.posted(await this.act('advance.carry', { id, ...what, ...plan }))
    this.advances.push(id)
  }
  async carryHeld({ which, fen, held }: Of<'carryHeld'>) {
    const of = { leaseId: this.one(this.leases, which) }
    this.posted(await this.act('receipt.carry', { id: randomUUID(), of, held, fen }))
  }
  async mendOpening({ fen, by }: Of<'mendOpening'>) {
    const opening = [{ key: by, fen }]
    this.posted(await this.act('account.mendOpening', { id: randomUUID(), opening, reason: '写错了' }))
  }
  async repay({ which, by }: Of<'repay'>) {
    const advanceId = this.one(this.advances, which)
    const of = { month: monthOf(this.today), by, on: this.today, photoIds: await this.paper() }
    this.posted(await this.act('advance.repay', { advanceId, id: randomUUID(), ...of }))
  }
  async repayEarly({ which, fen, by }: Of<'repayEarly'>) {
    const advanceId = this.one(this.advances, which)
    const of = { fen, by, on: this.today, decision: older, photoIds: await this.paper() }
    this.posted(await this.act('advance.repayEarly', { advanceId, id: randomUUID(), ...of }))
  }
  async spend({ fen, by, vouched, ago, fund }: Of<'spend'>) {
    const id = randomUUID()
    const from = fund ? { fundOf: this.call.resolutionId } : { accountId: this.accounts['expense.repair'] }
    await this.act('spending.ask', { id, words: '维修', fen, ...from })
    for (const who of ['member', 'supervisor'] as const)
      await this.act('spending.approve', { spendingId: id }, who)
    const paid = { by, on: this.before(ago), photoIds: await this.papers(vouched) }
    this.posted(await this.act('spending.pay', { spendingId: id, ...paid }))
    if (!vouched) this.gaps.push(id)
  }
  async voucher({ which }: Of<'voucher'>) {
    const spendingId = this.one(this.gaps, which)
    this.posted(await this.act('spending.addVoucher', { spendingId, photoIds: await this.paper() }))
  }
  async pledge({ which, fen, by, ago }: Of<'pledge'>) {
    const { resolutionId, pledges } = this.call
    const what = { resolutionId, pledgeId: pledges[which % pledges.length], fen: 1 + (fen % 60_00) }
    this.posted(await this.act('fund.receive', { id: randomUUID(), ...what, by, on: this.before(ago) }))
  }
  async giveBack({ by }: Of<'giveBack'>) {
    const { resolutionId } = this.call
    const how = { by, on: this.today, photoIds: await this.paper() }
    this.posted(await this.act('fund.giveBack', { resolutionId, id: randomUUID(), ...how }))
  }
  async month() {
    this.now = new Date(`${nextMonth(monthOf(this.today))}-15T02:00:00Z`)
    await fallDueIn(this.tickClient, [this.at.communityId, this.at.compoundId], this.now)
  }
  async close() {
    const { closedThrough } = await this.act('account.list', {})
    const period = closedThrough === null ? '2026-01' : nextMonth(closedThrough)
    await this.act('split.settle', { month: period, id: randomUUID() })
    await this.act('statement.publish', { id: randomUUID(), period })
  }

  /** The months' pictures hold together: each opens as the one before closed, and sources less uses are the difference. */
  async pictures(): Promise<string[]> {
    const faults: string[] = []
    let closing: number | undefined
    const { months } = await this.act('account.month', { month: monthOf(this.today) })
    for (const month of [...months].reverse()) {
      const m = await this.act('account.month', { month })
      if (closing !== undefined && m.openingFen !== closing)
        faults.push(`${month} does not open as the month before closed`)
      if (m.openingFen + m.sourcesFen - m.usesFen !== m.closingFen)
        faults.push(`${month} does not come to its closing`)
      closing = m.closingFen
    }
    return faults
  }
}

// what an earlier run left broken is no fault of a later one
const known = new Set<string>()
export async function newFaults(owner: Client): Promise<string[]> {
  // so young a database knows nothing of its own size, and would join the long way round
  await owner.query('analyze account, entry, posting')
  const faults = (await findBooksFaults(owner)).filter((f) => !known.has(f))
  for (const fault of faults) known.add(fault)
  return faults
}
