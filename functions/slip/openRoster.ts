import { slipRoster } from '../../db/schema'
import { addDays, dayOf } from '../../shared/kernel/time'
import { goodDays } from '../../shared/slip/states'
import { addOnce } from '../kernel/record'
import { storage } from '../kernel/storage'
import { write } from '../kernel/verb'
import { sheetTypes } from '../roll/openRoll'
import { unitOfMine } from './queries'
import { ofUnit } from './standing'

const minutesToUpload = 30

export const openRoster = write('slip.upload', {
  load: async ({ tx, input }) => (await unitOfMine(tx, [input.unitId]))[0],
  place: (_, { unitId }) => ofUnit(unitId),
  refuse: ({ input, now }) =>
    input.expires !== undefined && input.expires < dayOf(now) ? 'slip_expires_early' : undefined,
  async change(act) {
    const { unitId, id, fileName, bytes, expires } = act.input
    const fileKey = `u/${unitId}/rosters/${id}`
    const added = addOnce(
      act,
      slipRoster,
      {
        organisationId: unitId,
        id,
        fileName,
        fileKey,
        bytes,
        expiresDay: expires ?? addDays(dayOf(act.now), goodDays),
        state: 'opened',
        openedBy: act.caller.personId,
        openedAt: act.now,
      },
      { action: 'roster.opened', subjectKind: 'roster', subjectId: id, after: { unitId, bytes } },
      ['state', 'openedAt', ...(expires === undefined ? ['expiresDay'] : [])],
    )
    const until = new Date(act.now.getTime() + minutesToUpload * 60_000)
    const [policy] = await Promise.all([
      storage().uploadPolicy({ key: fileKey, contentTypes: sheetTypes, bytesAtMost: bytes, until }),
      added,
    ])
    return { id, ...policy }
  },
})
