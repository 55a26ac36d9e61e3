import { randomUUID } from 'node:crypto'
import { Client } from 'pg'
import { remindOfQuestions } from '../../functions/statement/remindOfQuestions'
import { booksAudienceOf } from '../../shared/inbox/booksAudience'
import { recordActions } from '../../shared/record/actions'
import { openStatementHouse, type StatementHouse } from './house'

let house: StatementHouse
let october: { communityId: string; compoundId: string; statementId: string }
beforeAll(async () => {
  house = await openStatementHouse()
  await house.settle('2026-10')
  const { hash: _, ...key } = await house.publish('2026-10')
  october = key
})
afterAll(() => house.api.close())

const question = (more: object = {}) => ({ ...october, id: randomUUID(), words: '灯怎么这么贵？', ...more })
const told = async (name: 'owner' | 'keeper' | 'guard' | 'director') =>
  (await house.api.get(house.tokens[name], 'inbox.list', {})).items.map((l) => l.says)

test('owners are told that it is out; an owner asks of a line, the manager answers, and everybody reads it', async () => {
  const { api, tokens } = house
  expect(await told('owner')).toContain('公布了2026年10月收支')
  const lamp = (await house.read(october)).uses.find((u) => u.name === '维修')!
  const sent = question({ accountId: lamp.accountId })
  const { dueAt } = await api.get(tokens.owner, 'statement.ask', sent)
  // seven days, to the end of the last of them in China
  expect(dueAt).toBe('2026-11-27T16:00:00.000Z')
  expect(await api.get(tokens.owner, 'statement.ask', sent)).toEqual({ id: sent.id, dueAt })
  expect(await api.refusal(tokens.owner, 'statement.ask', { ...sent, words: '别的' })).toBe('id_taken')
  for (const name of ['keeper', 'guard'] as const)
    expect(await told(name)).toContain('对2026年10月公示提了问，请答复')
  expect((await api.get(tokens.keeper, 'statement.open', house.at)).items.map((q) => q.questionId)).toEqual([
    sent.id,
  ])

  const answer = { ...october, questionId: sent.id, words: '换了八盏，一盏十元，凭证在下面。' }
  const answers = await Promise.all([1, 2].map(() => api.ask(tokens.guard, 'statement.answer', answer)))
  expect(answers.map((a) => a.status).sort()).toEqual([200, 409])
  expect(await api.refusal(tokens.keeper, 'statement.answer', answer)).toBe('answered_already')
  expect(await told('owner')).toContain('答复了你对公示的提问')
  const [seen] = (await house.read(october, 'tenant')).items
  expect(seen).toMatchObject({ accountId: lamp.accountId, words: sent.words, mine: false, overdue: false })
  expect(seen!.answer).toMatchObject({ words: answer.words, by: '经办人' })
  expect((await house.read(october)).items[0]!.mine).toBe(true)
  expect((await api.get(tokens.keeper, 'statement.open', house.at)).items).toEqual([])
  expect(await house.lines(october.statementId)).toEqual([
    'statement.published',
    'statement.asked',
    'statement.answered',
  ])
})

test('who does not own here does not ask, who does not keep the books does not answer, and a line must be one', async () => {
  const { api, tokens } = house
  for (const name of ['tenant', 'ownerNext', 'keeper', 'worker'] as const)
    expect([name, await api.refusal(tokens[name], 'statement.ask', question())]).toEqual([name, 'forbidden'])
  expect(await api.refusal(tokens.ownerThere, 'statement.ask', question())).toBe('not_found')
  expect(await api.refusal(tokens.owner, 'statement.ask', question({ statementId: randomUUID() }))).toBe(
    'not_found',
  )
  expect(await api.refusal(tokens.owner, 'statement.ask', question({ accountId: randomUUID() }))).toBe(
    'line_unknown',
  )
  const income = (await house.accountOf('income.venue')).accountId
  expect(await api.refusal(tokens.owner, 'statement.ask', question({ accountId: income }))).toBe(
    'line_unknown',
  )
  const sent = question()
  await api.get(tokens.owner, 'statement.ask', sent)
  const answer = { ...october, questionId: sent.id, words: '好的' }
  for (const name of ['owner', 'tenant', 'keeperNext', 'worker'] as const)
    expect([name, await api.refusal(tokens[name], 'statement.answer', answer)]).toEqual([name, 'forbidden'])
  expect(await api.refusal(tokens.keeperThere, 'statement.answer', answer)).toBe('not_found')
  expect(await api.refusal(tokens.keeper, 'statement.answer', { ...answer, questionId: randomUUID() })).toBe(
    'not_found',
  )
})

test('ten questions of one owner about one statement are enough', async () => {
  const { api, tokens } = house
  for (let n = 2; n < 10; n++) await api.get(tokens.owner, 'statement.ask', question({ words: `第${n}问` }))
  expect(await api.refusal(tokens.owner, 'statement.ask', question())).toBe('questions_many')
})

test('the scheduler reminds a day before it is due and when it is, each once', async () => {
  const { api, at } = house
  const client = new Client({ connectionString: api.database.urls.tick })
  await client.connect()
  const ticks = async (when: string) => {
    api.now = new Date(when)
    return [await remindOfQuestions(client, api.now), await remindOfQuestions(client, api.now)]
  }
  try {
    expect(await ticks('2026-11-26T15:00:00Z')).toEqual([0, 0])
    expect(await ticks('2026-11-26T17:00:00Z')).toEqual([9, 0])
    expect((await told('keeper'))[0]).toBe('提醒：对公示的提问明天到期')
    expect(await ticks('2026-11-27T17:00:00Z')).toEqual([9, 0])
    expect((await told('keeper'))[0]).toBe('提醒：对公示的提问超期没有答复')
    const open = await api.get(house.tokens.director, 'statement.open', at)
    expect(open.items.every((q) => q.overdue)).toBe(true)
  } finally {
    await client.end()
  }
})

test('whose question it was is in no row that the app may read, and goes with the person; the question stays', async () => {
  const { api, tokens, ids } = house
  await expect(api.pool.lend((tx) => tx.run('', 'select person_id from statement_question'))).rejects.toThrow(
    /permission denied/,
  )
  await expect(
    api.owner(`update statement_question set words = 'x' where person_id = $1`, [ids.owner]),
  ).rejects.toMatchObject({ constraint: 'statement_is_frozen' })
  await expect(
    api.owner(`update statement_question set answer = 'x' where answered_at is not null`),
  ).rejects.toMatchObject({ constraint: 'statement_is_frozen' })
  await api.get(tokens.owner, 'me.erase', { confirm: '注销账号' })
  const { items } = await house.read(october, 'tenant')
  expect(items).toHaveLength(10)
  expect(items.every((q) => q.words === null)).toBe(true)
})

test.each(Object.keys(recordActions))(
  '%s about money concerns the same people in the database as in code',
  async (action) => {
    const [row] = await house.api.owner<{ of: string[] }>('select books_audience_of($1) as of', [action])
    expect(row!.of).toEqual((booksAudienceOf as Record<string, readonly string[]>)[action] ?? [])
  },
)

test('nothing failed', () => expect(house.api.faults).toEqual([]))
