import { read } from '../kernel/verb'
import { recordsOfMine } from './queries'
import { showRecord } from './view'

export const listMyRecords = read('serviceRecord.mine', {
  load: ({ tx }) => recordsOfMine(tx),
  answer: ({ loaded, caller, now }) => ({ items: loaded.map(showRecord(caller, now)) }),
})
