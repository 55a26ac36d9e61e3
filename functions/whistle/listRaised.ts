import { pageOf, readCursor } from '../kernel/cursor'
import { read } from '../kernel/verb'
import { subdistrictById } from '../place/queries'
import { raisedIn } from './reading/boardQueries'
import { showBoardFace } from './reading/face'

/** What a subdistrict's communities could not settle in time and is not over yet. */
export const listRaised = read('whistle.raised', {
  load: async ({ tx, input }) => {
    const after = readCursor(input.after, 'instant', 'id')
    const [[subdistrict], rows] = await Promise.all([
      subdistrictById(tx, [input.subdistrictId]),
      raisedIn(tx, [input.subdistrictId, after?.[0] ?? null, after?.[1] ?? null]),
    ])
    return subdistrict && { subdistrict, rows }
  },
  place: ({ subdistrict }) => ({ districtId: subdistrict.district_id, subdistrictId: subdistrict.id }),
  answer: ({ loaded, now }) =>
    pageOf(
      loaded.rows,
      (w) => [w.raised_at.toISOString(), w.id],
      (w) => ({
        ...showBoardFace(w, 'others', now),
        community: w.community,
        raisedAt: w.raised_at.toISOString(),
        raisedFor: w.raised_for,
      }),
    ),
})
