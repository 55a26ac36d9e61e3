import { roll } from '../../db/schema'
import { addOnce } from '../kernel/record'
import { storage } from '../kernel/storage'
import { write } from '../kernel/verb'
import { compoundById } from './queries'

const minutesToUpload = 30

// what phones and computers call a spreadsheet or a text; what it really is shows when it is read
export const sheetTypes = [
  'application/octet-stream',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.ms-excel',
  'text/csv',
  'text/plain',
  'text/tab-separated-values',
  'application/csv',
  'application/zip',
] as const

export const openRoll = write('roll.upload', {
  load: async ({ tx, input }) => (await compoundById(tx, [input.communityId, input.compoundId]))[0],
  refuse: ({ loaded }) => (loaded.to_day === null ? undefined : ['compound_ended', { name: loaded.name }]),
  async change(act) {
    const { communityId, compoundId, id, fileName, bytes } = act.input
    const fileKey = `c/${communityId}/rolls/${id}`
    const until = new Date(act.now.getTime() + minutesToUpload * 60_000)
    const added = addOnce(
      act,
      roll,
      {
        communityId,
        id,
        compoundId,
        fileName,
        fileKey,
        bytes,
        state: 'opened',
        openedBy: act.caller.personId,
        openedAt: act.now,
      },
      {
        communityId,
        action: 'roll.opened',
        subjectKind: 'roll',
        subjectId: id,
        after: { compoundId, bytes },
      },
      ['state', 'openedAt'],
    )
    const [policy] = await Promise.all([
      storage().uploadPolicy({ key: fileKey, contentTypes: sheetTypes, bytesAtMost: bytes, until }),
      added,
    ])
    return { id, ...policy }
  },
})
