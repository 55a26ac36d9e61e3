import { read } from '../kernel/verb'
import { recordById } from './queries'
import { showRecord } from './view'

export const getRecord = read('serviceRecord.get', {
  load: async ({ tx, input }) => (await recordById(tx, [input.communityId, input.serviceRecordId]))[0],
  answer: ({ loaded, caller, now }) => showRecord(caller, now)(loaded),
})
