import { storage } from '../kernel/storage'
import type { Cell } from './lines'

const folderOf = (communityId: string, id: string) => `c/${communityId}/rates/${id}`
const partOf = (communityId: string, id: string, n: number) => `${folderOf(communityId, id)}/part-${n}.json`
const sheetOf = (communityId: string, id: string) => `${folderOf(communityId, id)}/rates.xlsx`

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const minute = 60_000

/** The lines of the month so many months from the first. */
export const keepPart = (communityId: string, id: string, n: number, lines: Cell[][]): Promise<void> =>
  storage().putFile(partOf(communityId, id, n), Buffer.from(JSON.stringify(lines)), 'application/json')

/** The lines of the first months, in order; undefined once they were cleared away. */
export async function readParts(
  communityId: string,
  id: string,
  months: number,
): Promise<Cell[][] | undefined> {
  const parts = await Promise.all(
    Array.from({ length: months }, (_, n) => storage().readFile(partOf(communityId, id, n))),
  )
  return parts.every((p) => p !== undefined)
    ? parts.flatMap((p) => JSON.parse(p.toString()) as Cell[][])
    : undefined
}

export async function keepSheet(communityId: string, id: string, content: Buffer): Promise<void> {
  await storage().putFile(sheetOf(communityId, id), content, xlsx)
}

export const sheetAddress = async (communityId: string, id: string, now: Date): Promise<string> =>
  storage().readAddress(sheetOf(communityId, id), new Date(now.getTime() + 15 * minute))

/** All that was made on the way, and the spreadsheet itself. */
export async function dropExport(communityId: string, id: string, months: number): Promise<void> {
  await Promise.all([
    ...Array.from({ length: months }, (_, n) => storage().removeFile(partOf(communityId, id, n))),
    storage().removeFile(sheetOf(communityId, id)),
  ])
}
