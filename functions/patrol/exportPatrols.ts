import { createHash } from 'node:crypto'
import { patrolExport } from '../../db/schema'
import { exportedAtMost } from '../../shared/rates/definitions'
import { sayMonths } from '../../shared/rates/words'
import { addOnce } from '../kernel/record'
import { Refused } from '../kernel/refused'
import { storage } from '../kernel/storage'
import { write } from '../kernel/verb'
import { findingsBetween } from './findingQueries'
import { lastDayOf, loadPeriod, walkedIn } from './period'
import { exportThere, stopNames } from './queries'
import { makeWorkbook } from './workbook'

const quarter = 15 * 60_000
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
export const sheetOf = (communityId: string, id: string): string => `c/${communityId}/patrols/${id}.xlsx`

/** Made at the first asking; asked again with the same id it is the same file, as long as it is kept. */
export const exportPatrols = write('patrol.export', {
  load: async ({ tx, input }) => {
    const { communityId, fromMonth, toMonth, id } = input
    const loading = loadPeriod(tx, input)
    const [[there], names, found] = await Promise.all([
      exportThere(tx, [communityId, id]),
      stopNames(tx, [communityId]),
      findingsBetween(tx, [communityId, `${fromMonth}-01`, lastDayOf(toMonth), null]),
    ])
    return { there, names, found, period: await loading }
  },
  place: (_, { communityId, gridId }) => ({ communityId, ...(gridId !== undefined && { gridId }) }),
  refuse({ loaded, caller, now }) {
    const { walked, rounds } = walkedIn(loaded.period, caller, now)
    const longest = Math.max(walked.length, rounds.length, loaded.found.length)
    return longest > exportedAtMost ? 'export_too_long' : undefined
  },
  async act(act) {
    const { input, loaded, caller, now } = act
    const { communityId, id, fromMonth, toMonth, gridId } = input
    await addOnce(
      act,
      patrolExport,
      {
        communityId,
        id,
        personId: caller.personId,
        sentHash: createHash('sha256')
          .update(JSON.stringify([fromMonth, toMonth, gridId]))
          .digest(),
        at: now,
      },
      {
        communityId,
        action: 'patrol.exported',
        subjectKind: 'community',
        subjectId: communityId,
        after: { fromMonth, toMonth, ...(gridId && { gridId }) },
      },
      ['at'],
    )
    const key = sheetOf(communityId, id)
    if (loaded.there) {
      if (!(await storage().readFile(key))) throw new Refused('export_lost')
    } else {
      const told = walkedIn(loaded.period, caller, now)
      const name = new Map(loaded.names.map((s) => [`${s.version_id} ${s.checkpoint_id}`, s.name]))
      const content = await makeWorkbook(
        sayMonths(fromMonth, toMonth),
        loaded.period,
        told,
        loaded.found,
        name,
      )
      await storage().putFile(key, content, xlsx)
    }
    return { id, address: await storage().readAddress(key, new Date(now.getTime() + quarter)) }
  },
})
