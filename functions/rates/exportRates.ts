import { createHash } from 'node:crypto'
import { ratesExport } from '../../db/schema'
import type { Input } from '../../shared/contract'
import { exportedAtMost, groupingWords } from '../../shared/rates/definitions'
import { spanOf } from '../../shared/rates/words'
import type { Connection } from '../kernel/database'
import { addOnce } from '../kernel/record'
import { Refused } from '../kernel/refused'
import { write } from '../kernel/verb'
import { compoundById } from '../place/queries'
import { loadRates } from './asking'
import { keepPart, keepSheet, readParts, sheetAddress } from './files'
import { type Cell, linesOf } from './lines'
import { readPeriod } from './period'
import { countLines, exportForUpdate, linesOfMonth, setExportDone } from './queries'
import { showRates } from './view'
import { makeWorkbook } from './workbook'

type Asked = Input<'rates.export'>

/** A month at each call, so that a year shows how far it is; with the last month the spreadsheet is there. */
export const exportRates = write('rates.export', {
  load: async ({ tx, input }) => {
    const { communityId, compoundId, id } = input
    const { months } = readPeriod(input)
    const [[begun], [compound]] = await Promise.all([
      exportForUpdate(tx, [communityId, id]),
      compoundById(tx, [communityId, compoundId ?? null]),
    ])
    return compoundId === undefined || compound ? { begun, months } : undefined
  },
  async act(act) {
    const { tx, input, now, caller, loaded } = act
    const { communityId, id, fromMonth, toMonth, by, compoundId } = input
    const { months } = loaded
    if (!loaded.begun) await holdToLength(tx, input, now)
    await addOnce(
      act,
      ratesExport,
      {
        communityId,
        id,
        personId: caller.personId,
        sentHash: createHash('sha256')
          .update(JSON.stringify([fromMonth, toMonth, by, compoundId]))
          .digest(),
        months: months.length,
        done: 0,
        at: now,
      },
      {
        communityId,
        action: 'rates.exported',
        subjectKind: 'community',
        subjectId: communityId,
        after: { fromMonth, toMonth, ...(compoundId && { compoundId }) },
      },
      ['done', 'at'],
    )
    const done = loaded.begun?.done ?? 0
    if (done < months.length) {
      // all months as of the moment at which it was begun
      await makeMonth(tx, input, months, done, loaded.begun?.at ?? now)
      await setExportDone(tx, [communityId, id, done + 1])
    }
    const isDone = done + 1 >= months.length
    return {
      id,
      done: Math.min(done + 1, months.length),
      of: months.length,
      address: isDone ? await sheetAddress(communityId, id, now) : null,
    }
  },
})

async function holdToLength(tx: Connection, input: Asked, now: Date): Promise<void> {
  const { since, until } = readPeriod(input)
  const about = [input.communityId, since, until, now, input.compoundId ?? null]
  const [count] = await countLines.community[input.by](tx, about)
  if (count!.lines > exportedAtMost) throw new Refused('export_too_long')
}

async function makeMonth(
  tx: Connection,
  input: Asked,
  months: string[],
  done: number,
  at: Date,
): Promise<void> {
  const { communityId, id, by, compoundId } = input
  const month = months[done]!
  const { since, until } = spanOf(month, month)
  const rows = await linesOfMonth.community[by](tx, [communityId, since, until, at, compoundId ?? null])
  const lines = linesOf(month, rows)
  if (done + 1 < months.length) return keepPart(communityId, id, done, lines)
  const before: Cell[][] | undefined = await readParts(communityId, id, done)
  if (!before) throw new Refused('export_lost')
  const { counts, survey } = await loadRates(tx, 'community', communityId, input, at)
  const content = await makeWorkbook(showRates(by, counts, survey), groupingWords[by], [...before, ...lines])
  await keepSheet(communityId, id, content)
}
