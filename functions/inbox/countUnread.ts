import { read } from '../kernel/verb'
import * as queries from './queries'

export const countUnread = read('inbox.unread', {
  load: async ({ tx }) => (await queries.countUnread(tx))[0],
  answer: ({ loaded: { unread } }) => ({ unread }),
})
