import { Client } from 'pg'
import { findBooksFaults } from '../../db/checks/books'
import { readJournal } from '../../db/checks/readJournal'
import { hongyun, hongyunCompound, yanxi, yanxiCompound } from '../../functions/demo/ids'
import { openApi, type TestApi } from '../kernel/api'
import { signIn } from '../kernel/signIn'

let api: TestApi
beforeAll(async () => {
  api = await openApi({ demo: true, now: new Date() })
})
afterAll(() => api.close())

const books = [
  ['bookkeeper', { communityId: yanxi, compoundId: yanxiCompound }],
  ['secondBookkeeper', { communityId: hongyun, compoundId: hongyunCompound }],
] as const

test('the demo’s year of money has nothing wrong in it', async () => {
  const client = new Client({ connectionString: api.database.urls.owner })
  await client.connect()
  try {
    expect(await findBooksFaults(client)).toEqual([])
  } finally {
    await client.end()
  }
})

test.each(books)(
  'the journal that %s exports is balanced, and holds the balances of the database',
  async (who, at) => {
    const token = await signIn(api, who)
    const { text } = await api.get(token, 'statement.journal', at)
    const journal = readJournal(text)
    expect(journal.problems).toEqual([])
    const { items } = await api.get(token, 'account.list', at)
    expect([...journal.balances.values()].map(Math.abs)).toEqual(items.map((a) => Math.abs(a.balanceFen)))
    if (process.env.JOURNALS) {
      const { writeFile } = await import('node:fs/promises')
      await writeFile(`${process.env.JOURNALS}/${who}.journal`, text)
    }
  },
)
