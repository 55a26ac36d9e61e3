import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import type { Client } from 'pg'
import { findBooksFaults } from '../../db/checks/books'
import { fallDueIn } from '../../functions/charge/tick/fallDue'
import { parseInput } from '../../functions/kernel/parse'
import { Refused } from '../../functions/kernel/refused'
import { runVerb } from '../../functions/kernel/run'
import { verbs } from '../../functions/verbs'
import { moneyKinds } from '../../shared/account/fields'
import { firstOf, monthOf, nextMonth } from '../../shared/charge/rules'
import type { EndpointName, Input, Output } from '../../shared/contract'
import { dayOf } from '../../shared/kernel/time'
import type { TestApi } from '../kernel/api'
import { addPerson, give, live, type Place } from '../whistle/world'
import { older } from './house'

const which = fc.nat({ max: 40 })
const fen = fc.oneof(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 1, max: 400_00 }))
const by = fc.constantFrom(...moneyKinds)
const op = <K extends string, R extends object>(kind: K, shape: { [P in keyof R]: fc.Arbitrary<R[P]> }) =>
  fc.record({ kind: fc.constant(kind), ...shape }) as fc.Arbitrary<{ kind: K } & R>

/** Everything that may happen to the money of a compound, in any order. */
export const operation = fc.oneof(
  { weight: 2, arbitrary: op('let', { unit: fc.constantFrom('day', 'month', 'year'), fen }) },
  { weight: 6, arbitrary: op('pay', { which, fen, by, prepay: fc.boolean() }) },
  { weight: 2, arbitrary: op('visit', { days: fc.integer({ min: 1, max: 5 }), by }) },
  { weight: 1, arbitrary: op('deposit', { which, fen, by }) },
  { weight: 3, arbitrary: op('refund', { which, fen, by, held: fc.constantFrom('prepaid', 'deposit') }) },
  { weight: 3, arbitrary: op('reverse', { which }) },
  { weight: 2, arbitrary: op('lower', { which, fen }) },
  { weight: 1, arbitrary: op('end', { which, day: fc.integer({ min: 1, max: 28 }) }) },
  { weight: 1, arbitrary: op('transfer', { fen, by, to: by }) },
  { weight: 1, arbitrary: op('split', { ownersBp: fc.integer({ min: 0, max: 10_000 }) }) },
  { weight: 3, arbitrary: op('settle', {}) },
  { weight: 2, arbitrary: op('payManager', { fen, by }) },
  { weight: 1, arbitrary: op('advance', { fen, months: fc.integer({ min: 1, max: 5 }) }) },
  { weight: 3, arbitrary: op('repay', { which, by }) },
  { weight: 1, arbitrary: op('repayEarly', { which, fen, by }) },
  { weight: 2, arbitrary: op('spend', { fen, by, vouched: fc.boolean() }) },
  { weight: 2, arbitrary: op('month', {}) },
  { weight: 2, arbitrary: op('close', {}) },
)
export type Operation = typeof operation extends fc.Arbitrary<infer T> ? T : never

/** The books of a compound that nobody has used, and three who work on them. */
export async function openRun(api: TestApi, communityId: string, organisationId: string, tickClient: Client) {
  const compoundId = randomUUID()
  const at = { communityId, compoundId }
  await api.owner(`insert into compound values ($1, $2, $3, 'none', '2024-01-01', null)`, [
    communityId,
    compoundId,
    compoundId,
  ])
  const place: Place = {
    id: compoundId,
    level: 'compound',
    path: { community_id: communityId, compound_id: compoundId },
  }
  const [buildingId, homeId] = [randomUUID(), randomUUID()]
  await api.owner(
    `insert into building (community_id, id, compound_id, name, sort_key, code, since) values ($1, $2, $3, '1', '1', $4, '2024-01-01')`,
    [communityId, buildingId, compoundId, compoundId.replaceAll('-', '').slice(0, 16)],
  )
  await api.owner(
    `insert into home (community_id, id, compound_id, building_id, number, label, sort_key, kind, area_centiares) values ($1, $2, $3, $4, '1', '1', '1', 'dwelling', 8000)`,
    [communityId, homeId, compoundId, buildingId],
  )
  await api.owner(
    `insert into engagement (community_id, id, compound_id, organisation_id, from_day) values ($1, gen_random_uuid(), $2, $3, '2024-01-01')`,
    [communityId, compoundId, organisationId],
  )
  const people = {} as Record<'keeper' | 'member' | 'supervisor', { id: string; token: string }>
  for (const [name, role] of [
    ['keeper', 'bookkeeper'],
    ['member', 'committeeMember'],
    ['supervisor', 'supervisor'],
  ] as const) {
    people[name] = await addPerson(api, name)
    await give(api, people[name].id, role, 'compound', { compound: place })
  }
  await live(
    api,
    {
      id: homeId,
      level: 'home',
      path: { community_id: communityId, building_id: buildingId, home_id: homeId },
    },
    people.keeper.id,
  )
  const run = new Run(api, at, homeId, organisationId, people, tickClient)
  await run.begin()
  return run
}

class Run {
  private now = new Date('2026-01-15T02:00:00Z')
  private leases: string[] = []
  private entries: string[] = []
  private advances: string[] = []
  private accounts: Record<string, string> = {}
  private n = 0
  done = 0
  refused = 0

  constructor(
    private readonly api: TestApi,
    private readonly at: { communityId: string; compoundId: string },
    private readonly homeId: string,
    private readonly organisationId: string,
    private readonly people: Record<'keeper' | 'member' | 'supervisor', { id: string; token: string }>,
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
      if (!(error instanceof Refused)) throw error
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

  async let({ unit, fen }: Extract<Operation, { kind: 'let' }>) {
    const [spaceId, id] = [randomUUID(), randomUUID()]
    const number = String(this.n++)
    const tariff = { unit, fen, from: firstOf(monthOf(this.today)) }
    await this.act('space.add', { kind: 'parking', spaces: [{ id: spaceId, number }], tariff })
    const plate = `渝A${String(10_000 + this.n)}`
    await this.act('lease.add', { id, spaceId, homeId: this.homeId, plate, from: this.today })
    this.leases.push(id)
  }
  async pay({ which, fen, by, prepay }: Extract<Operation, { kind: 'pay' }>) {
    const of = { leaseId: this.one(this.leases, which) }
    this.posted(await this.act('receipt.take', { id: randomUUID(), of, fen, by, prepay, on: this.today }))
  }
  async visit({ days, by }: Extract<Operation, { kind: 'visit' }>) {
    this.posted(
      await this.act('receipt.visitor', { id: randomUUID(), plate: '渝B12345', days, by, on: this.today }),
    )
  }
  async deposit({ which, fen, by }: Extract<Operation, { kind: 'deposit' }>) {
    const leaseId = this.one(this.leases, which)
    this.posted(await this.act('receipt.deposit', { id: randomUUID(), leaseId, fen, by, on: this.today }))
  }
  async refund({ which, fen, by, held }: Extract<Operation, { kind: 'refund' }>) {
    const of = { leaseId: this.one(this.leases, which) }
    const photoIds = await this.paper()
    this.posted(
      await this.act('receipt.refund', { id: randomUUID(), of, held, fen, by, on: this.today, photoIds }),
    )
  }
  async reverse({ which }: Extract<Operation, { kind: 'reverse' }>) {
    const entryId = this.one(this.entries, which)
    this.posted(await this.act('entry.reverse', { entryId, id: randomUUID(), reason: '记错了' }))
  }
  async lower({ which, fen }: Extract<Operation, { kind: 'lower' }>) {
    const charges = await this.api.owner<{ id: string }>(
      'select id from charge where compound_id = $1 order by due_on, id',
      [this.at.compoundId],
    )
    const chargeId = this.one(
      charges.map((c) => c.id),
      which,
    )
    await this.act('charge.lower', { chargeId, id: randomUUID(), byFen: fen, reason: '减免' })
  }
  async end({ which, day }: Extract<Operation, { kind: 'end' }>) {
    const to = `${monthOf(this.today)}-${String(day).padStart(2, '0')}`
    await this.act('lease.end', { leaseId: this.one(this.leases, which), id: randomUUID(), to })
  }
  async transfer({ fen, by, to }: Extract<Operation, { kind: 'transfer' }>) {
    const lines = [
      { accountId: this.accounts[to], side: 'debit', fen },
      { accountId: this.accounts[by], side: 'credit', fen },
    ]
    if (by === to) throw new Refused('unbalanced')
    this.posted(
      await this.act('entry.post', { id: randomUUID(), occurredOn: this.today, memo: '调拨', lines }),
    )
  }
  async split({ ownersBp }: Extract<Operation, { kind: 'split' }>) {
    const accountId = this.accounts['income.parking']
    const shares = { ownersBp, managerBp: 10_000 - ownersBp, from: monthOf(this.today), decision: older }
    await this.act('split.set', { id: randomUUID(), accountId, ...shares })
  }
  async settle() {
    await this.act('split.settle', { month: monthOf(this.today), id: randomUUID() })
  }
  async payManager({ fen, by }: Extract<Operation, { kind: 'payManager' }>) {
    this.posted(
      await this.act('split.pay', {
        id: randomUUID(),
        fen,
        by,
        on: this.today,
        photoIds: await this.paper(),
      }),
    )
  }
  async advance({ fen, months }: Extract<Operation, { kind: 'advance' }>) {
    const id = randomUUID()
    const what = {
      organisationId: this.organisationId,
      name: '垫资',
      accountId: this.accounts['expense.repair'],
      fen,
    }
    const plan = { on: this.today, from: monthOf(this.today), months, shareBp: 10_000, decision: older }
    await this.act('advance.add', { id, ...what, ...plan, photoIds: await this.paper() })
    this.advances.push(id)
  }
  async repay({ which, by }: Extract<Operation, { kind: 'repay' }>) {
    const advanceId = this.one(this.advances, which)
    const of = { month: monthOf(this.today), by, on: this.today, photoIds: await this.paper() }
    this.posted(await this.act('advance.repay', { advanceId, id: randomUUID(), ...of }))
  }
  async repayEarly({ which, fen, by }: Extract<Operation, { kind: 'repayEarly' }>) {
    const advanceId = this.one(this.advances, which)
    const of = { fen, by, on: this.today, decision: older, photoIds: await this.paper() }
    this.posted(await this.act('advance.repayEarly', { advanceId, id: randomUUID(), ...of }))
  }
  async spend({ fen, by, vouched }: Extract<Operation, { kind: 'spend' }>) {
    const id = randomUUID()
    await this.act('spending.ask', { id, words: '维修', fen, accountId: this.accounts['expense.repair'] })
    for (const who of ['member', 'supervisor'] as const)
      await this.act('spending.approve', { spendingId: id }, who)
    const photoIds = vouched ? await this.paper() : undefined
    this.posted(await this.act('spending.pay', { spendingId: id, by, on: this.today, photoIds }))
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
  const faults = (await findBooksFaults(owner)).filter((f) => !known.has(f))
  for (const fault of faults) known.add(fault)
  return faults
}
