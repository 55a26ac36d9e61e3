import { createHash, randomUUID } from 'node:crypto'
import { older } from '../ledger/house'
import { openStatementHouse, type StatementHouse } from './house'

let house: StatementHouse
let october: Awaited<ReturnType<StatementHouse['publish']>>
beforeAll(async () => {
  house = await openStatementHouse()
})
afterAll(() => house.api.close())

describe('a month', () => {
  test('is seen before it is out, with what stands in the way', async () => {
    const { api, tokens, at } = house
    const preview = (name: 'supervisor' | 'owner' | 'keeperThere', period = '2026-10') =>
      api.ask(tokens[name], 'statement.preview', { ...at, period })
    const { body } = await preview('supervisor')
    expect(body).toMatchObject({
      ...{ openingFen: 10_000_00, sourcesFen: 155_00, usesFen: 80_00, closingFen: 10_075_00 },
      // nobody but the owners has a part in it: there is nothing to divide
      ...{ notReady: [], next: '2026-10', vouchersWaiting: 1, arrearsFen: 155_00 },
    })
    expect((await api.get(tokens.owner, 'split.list', at)).divides).toBe(false)
    await api.get(tokens.keeper, 'split.set', {
      ...{ ...at, id: randomUUID(), accountId: (await house.accountOf('income.parking')).accountId },
      ...{ from: '2026-10', ownersBp: 10_000, managerBp: 0, decision: older },
    })
    expect((await preview('supervisor')).body).toMatchObject({ notReady: ['unsettled'] })
    expect((await api.get(tokens.owner, 'split.list', at)).divides).toBe(true)
    expect((await preview('owner')).status).toBe(403)
    expect((await preview('keeperThere')).status).toBe(404)
  })

  test('is not published before its income is divided, before its turn, or before it is over', async () => {
    const { api, tokens, at } = house
    const refused = (period: string, name: 'keeper' | 'director' | 'keeperNext' = 'keeper') =>
      api.refusal(tokens[name], 'statement.publish', { ...at, id: randomUUID(), period })
    expect(await refused('2026-10')).toBe('split_unsettled')
    await house.settle('2026-10')
    expect(await refused('2026-11')).toBe('statement_early')
    expect(await refused('2026-12')).toBe('statement_early')
    expect(await refused('2026-09')).toBe('statement_order')
    expect(await refused('2026')).toBe('statement_early')
    expect(await refused('2025')).toBe('statement_order')
    expect(await refused('2026-13')).toBe('invalid')
    for (const name of ['director', 'keeperNext'] as const)
      expect(await refused('2026-10', name)).toBe('forbidden')
  })

  test('is published once, whoever is faster, and the same sending again is one', async () => {
    const { api, tokens, at } = house
    const sent = { ...at, id: randomUUID(), period: '2026-10' }
    const other = { ...sent, id: randomUUID() }
    const answers = await Promise.all(
      [sent, other].map((s) => api.ask(tokens.keeper, 'statement.publish', s)),
    )
    expect(answers.map((a) => a.status).sort()).toEqual([200, 409])
    const [won, lost] = answers[0]!.status === 200 ? [sent, other] : [other, sent]
    const { hash } = await api.get(tokens.keeper, 'statement.publish', won)
    october = { ...at, statementId: won.id, hash }
    expect(await api.refusal(tokens.keeper, 'statement.publish', lost)).toBe('statement_out')
    expect(await api.refusal(tokens.keeper, 'statement.publish', { ...won, period: '2026-11' })).toBe(
      'id_taken',
    )
    expect(await house.lines(won.id)).toEqual(['statement.published'])
    const month = await api.get(tokens.owner, 'account.month', { ...at, month: '2026-10' })
    expect([month.closed, month.statementId]).toEqual([true, won.id])
  })

  test('is a text that anybody of the community reads, with the hash of its bytes and no person in it', async () => {
    const { api, tokens, at } = house
    const key = { ...at, statementId: october.statementId }
    for (const name of ['owner', 'tenant', 'ownerNext', 'guard', 'grid', 'worker'] as const) {
      const { text, hash, fileName } = await api.get(tokens[name], 'statement.text', key)
      expect(createHash('sha256').update(text, 'utf8').digest('hex')).toBe(hash)
      expect([hash, fileName]).toEqual([october.hash, '弘运小区收支公示2026年10月.txt'])
      expect(
        (await api.get(tokens[name], 'statement.list', { communityId: at.communityId })).items,
      ).toHaveLength(1)
    }
    const { text } = await api.get(tokens.tenant, 'statement.text', key)
    for (const secret of ['渝A', '101', 'owner', 'keeper']) expect(text).not.toContain(secret)
    for (const name of ['statement.text', 'statement.get'] as const)
      expect(await api.refusal(tokens.ownerThere, name, key)).toBe('not_found')
    expect(await api.refusal(tokens.ownerThere, 'statement.list', { communityId: at.communityId })).toBe(
      'not_found',
    )
    for (const name of ['statement.text', 'statement.get'] as const)
      expect(await api.refusal(tokens.owner, name, { ...key, ...house.next })).toBe('not_found')
  })

  test('opens to its entries for owners and whoever keeps the books, and for nobody else', async () => {
    const { api, tokens, at } = house
    const read = await house.read(october)
    expect([read.mayOpen, read.mayAsk, read.mayAnswer]).toEqual([true, true, false])
    const [source] = read.sources
    const opened = await api.get(tokens.owner, 'entry.list', {
      ...at,
      accountId: source!.accountId,
      period: '2026-10',
    })
    expect(opened.items.reduce((sum, e) => sum + e.movedFen!, 0)).toBe(source!.fen)
    const entry = await api.get(tokens.owner, 'entry.get', { ...at, entryId: opened.items[0]!.entryId })
    expect(entry.about).toBeNull()
    for (const name of ['tenant', 'ownerNext', 'grid'] as const) {
      const seen = await house.read(october, name)
      expect([name, seen.mayOpen, seen.mayAsk, seen.mayAnswer]).toEqual([name, false, false, false])
      expect(
        await api.refusal(tokens[name], 'statement.export', { ...at, statementId: october.statementId }),
      ).toBe('forbidden')
    }
    expect((await house.read(october, 'keeper')).mayAnswer).toBe(true)
  })

  test('that is out takes nothing more: what comes late counts in the next, and a reversal too', async () => {
    const { api, tokens, at } = house
    const before = await house.read(october)
    const late = await house.desk.paid({ words: '补九月的电费', fen: 12_00 }, '2026-10-15')
    const entry = await api.get(tokens.owner, 'entry.get', { ...at, entryId: late.entryId })
    expect([entry.occurredOn, entry.month]).toEqual(['2026-10-15', '2026-11'])
    const reversal = await api.get(tokens.keeper, 'entry.reverse', {
      ...at,
      entryId: house.lamp.entryId,
      id: randomUUID(),
      reason: '灯退了',
    })
    expect(reversal.month).toBe('2026-11')
    expect(await house.read(october)).toEqual(before)
    const month = await api.get(tokens.owner, 'account.month', { ...at, month: '2026-11' })
    expect([month.late, month.openingFen]).toEqual([1, before.closingFen])
    expect(
      await api.refusal(tokens.keeper, 'split.settle', { ...at, month: '2026-10', id: randomUUID() }),
    ).toBe('period_closed')
  })
})

describe('Postgres', () => {
  const refuses = async (constraint: string, sql: string, values: unknown[] = []) =>
    expect(house.api.owner(sql, values)).rejects.toMatchObject({ constraint })

  test('changes and deletes nothing that was published, also for the owner of the tables', async () => {
    await refuses('statement_is_frozen', `update statement set text = text || ' '`)
    await refuses('statement_is_frozen', `update statement set doc = '{}'`)
    await refuses('statement_is_frozen', 'delete from statement')
    await refuses('statement_is_frozen', 'truncate statement cascade')
    await refuses('closed_stays', 'update books set closed_through = null where closed_through is not null')
  })

  test('takes no text with another hash, none of a month that is open, and no entry into one that is closed', async () => {
    const copy = (
      set: string,
    ) => `insert into statement (community_id, compound_id, id, period, doc, text, hash, published_by, published_at)
      select community_id, compound_id, gen_random_uuid(), ${set}, published_by, published_at from statement limit 1`
    await refuses('statement_hash', copy(`'2026-11', doc, text || ' ', hash`))
    await refuses('statement_is_closed', copy(`'2026-11', doc, text, hash`))
    await refuses('statement_is_closed', copy(`'2026', doc, text, hash`))
    await refuses('statement_once', copy(`period, doc, text, hash`))
    await refuses(
      'entry_period_closed',
      `insert into entry (community_id, compound_id, id, kind, occurred_on, recorded_at, period, lines, total_fen)
       select community_id, compound_id, gen_random_uuid(), 'manual', '2026-10-20', now(), '2026-10', 2, 100 from books where closed_through is not null`,
    )
  })
})

test('nothing in these books is wrong, and nothing failed', async () => {
  expect(await house.checks()).toEqual([])
  expect(house.api.faults).toEqual([])
})
