import { readFile } from 'node:fs/promises'
import { Client } from 'pg'
import { booksChecks, findBooksFaults } from '../../db/checks/books'
import { readJournal } from '../../db/checks/readJournal'

const usage = `npm run check-books                      recounts all books from their entries; DATABASE_OWNER_URL is the server's
npm run check-books -- file.journal     reads a saved journal back, without a database`

async function checkDatabase(ownerUrl: string): Promise<string[]> {
  const client = new Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    // one moment of the books, however long it takes
    await client.query('begin isolation level repeatable read read only')
    return await findBooksFaults(client)
  } finally {
    await client.end()
  }
}

/** Says everything that does not hold, and whether nothing was found. */
export async function checkBooks(args: readonly string[], ownerUrl: string | undefined): Promise<boolean> {
  const [file, ...more] = args
  if (more.length > 0 || (file === undefined && !ownerUrl)) {
    console.error(usage)
    return false
  }
  if (file !== undefined) {
    const { balances, transactions, problems } = readJournal(await readFile(file, 'utf8'))
    for (const problem of problems) console.error(problem)
    const total = [...balances.values()].reduce((sum, fen) => sum + fen, 0)
    console.log(
      `${transactions} transactions, ${balances.size} accounts, which come to ${total}; ${problems.length} wrong.`,
    )
    return problems.length === 0 && total === 0
  }
  const faults = await checkDatabase(ownerUrl!)
  for (const fault of faults) console.error(fault)
  console.log(`${Object.keys(booksChecks).length} checks, ${faults.length} wrong.`)
  return faults.length === 0
}

if (process.argv[1]?.endsWith('checkBooks.cjs'))
  void checkBooks(process.argv.slice(2), process.env.DATABASE_OWNER_URL).then((isWell) => {
    process.exitCode = isWell ? 0 : 1
  })
