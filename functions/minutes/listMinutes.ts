import { pageOf, readCursor } from '../kernel/cursor'
import { read } from '../kernel/verb'
import { compoundById } from '../place/queries'
import { publishedList } from './reading/queries'
import { showHeading } from './reading/show'

/** What was published in the community, the last first, with what was decided. */
export const listMinutes = read('minutes.list', {
  load: async ({ tx, input }) => {
    const { communityId, compoundId } = input
    const after = readCursor(input.after, 'instant', 'id')
    const [rows, [compound]] = await Promise.all([
      publishedList(tx, [communityId, compoundId ?? null, after?.[0] ?? null, after?.[1] ?? null]),
      compoundById(tx, [communityId, compoundId ?? null]),
    ])
    return compoundId === undefined || compound ? rows : undefined
  },
  answer: ({ loaded }) =>
    pageOf(
      loaded,
      (p) => [p.published_at.toISOString(), p.meeting_id],
      (p) => ({
        ...showHeading(p),
        day: p.day,
        decided: p.doc.resolutions.map((r) => r.words),
        hash: p.hash,
      }),
    ),
})
