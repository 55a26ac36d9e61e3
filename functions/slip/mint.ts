import { randomBytes, randomInt } from 'node:crypto'
import { codeOf, numberOf } from '../../shared/slip/number'
import { type Connection, query } from '../kernel/database'

const freeNumbers = query<{ number: string }>(
  'slip.free',
  'select number from free_numbers($1::text[]) number',
)
/** Some more than are needed: of ten thousand million one may be taken already. */
const spare = 8

/** By chance, so that nobody counts on to the next; of slips and receipts no two have one number. */
export async function mintNumbers(tx: Connection, many: number): Promise<string[]> {
  const minted = new Set<string>()
  while (minted.size < many + spare) minted.add(numberOf(randomInt(0, 10 ** 10)))
  const free = await freeNumbers(tx, [[...minted]])
  return free.slice(0, many).map((row) => row.number)
}
export const newReceiptCode = (): string => codeOf(randomBytes(16))
