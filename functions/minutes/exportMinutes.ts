import { read } from '../kernel/verb'
import { publicTextOf, wholeTextOf } from './reading/queries'

/** The frozen text itself; the whole of it for whoever keeps the meeting or was there. */
export const exportMinutes = read('minutes.export', {
  load: async ({ tx, input }) => {
    const key = [input.communityId, input.meetingId]
    const [[published], [whole]] = await Promise.all([publicTextOf(tx, key), wholeTextOf(tx, key)])
    return published && { published, whole }
  },
  answer: ({ loaded: { published, whole } }) => ({
    fileName: `${published.doc.title}纪要${published.doc.number}.txt`,
    text: published.text,
    hash: published.hash,
    whole: whole ? { text: whole.text, hash: whole.hash } : null,
  }),
})
