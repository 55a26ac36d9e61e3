import fc from 'fast-check'
import { Client } from 'pg'
import { type BooksHouse, openBooksHouse } from './house'
import { openRun } from './openRun'
import { operation } from './operations'
import { newFaults } from './run'

// the long run: LEDGER_OPERATIONS=100000, and LEDGER_SEED for another one
const operations = Number(process.env.LEDGER_OPERATIONS ?? 2_000)
const seed = Number(process.env.LEDGER_SEED ?? 20_261_126)
const perHouse = 2_000
const batch = 40

interface Counted {
  done: number
  refused: number
}

/** Runs of up to 80 operations, each on books of its own; after each batch nothing may be wrong anywhere. */
async function runIn(
  house: BooksHouse,
  owner: Client,
  tickClient: Client,
  atLeast: number,
  from: number,
): Promise<Counted> {
  const counted = { done: 0, refused: 0 }
  for (let round = 0; counted.done < atLeast; round++)
    await fc.assert(
      fc.asyncProperty(fc.array(operation, { minLength: 1, maxLength: 80, size: 'max' }), async (steps) => {
        const run = await openRun(
          house.api,
          house.at.communityId,
          house.places.propertyCompany.id,
          tickClient,
        )
        for (const [i, step] of steps.entries()) {
          await run.step(step)
          if ((i + 1) % batch === 0) expect(await newFaults(owner)).toEqual([])
        }
        expect(await newFaults(owner)).toEqual([])
        expect(await run.pictures()).toEqual([])
        counted.done += run.done
        counted.refused += run.refused
      }),
      { numRuns: 5, seed: from + round, endOnFailure: false, interruptAfterTimeLimit: 3_600_000 },
    )
  return counted
}

test(`${operations} operations in any order leave books in which nothing is wrong`, async () => {
  const all = { done: 0, refused: 0 }
  for (let n = 0; all.done < operations; n++) {
    const house = await openBooksHouse({ now: '2026-01-15T02:00:00Z' })
    const [owner, tickClient] = ['owner', 'tick'].map(
      (role) => new Client({ connectionString: house.api.database.urls[role as 'owner' | 'tick'] }),
    ) as [Client, Client]
    await owner.connect()
    await tickClient.connect()
    try {
      const counted = await runIn(
        house,
        owner,
        tickClient,
        Math.min(perHouse, operations - all.done),
        seed + n * 1_000,
      )
      all.done += counted.done
      all.refused += counted.refused
      if (operations > 2_000)
        process.stderr.write(`${all.done} of ${operations}, ${all.refused} of them refused\n`)
    } finally {
      await owner.end()
      await tickClient.end()
      await house.api.close()
    }
  }
  // most of what is tried happens: a run in which all is refused would prove nothing
  expect(all.refused / all.done).toBeLessThan(0.6)
}, 3_600_000)
