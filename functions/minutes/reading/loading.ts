import type { Connection } from '../../kernel/database'
import { presenceOf } from '../../meeting/attendance/queries'
import { circleOf } from '../../meeting/circle/queries'
import { officesOf } from '../../meeting/reading/queries'
import { resolutionsOf } from '../../resolution/queries'
import { entriesOf } from '../queries'
import { communityName } from './queries'

/** All that minutes say, as far as the caller reaches it; asked in one batch. */
export async function loadSaid(tx: Connection, key: [communityId: string, meetingId: string]) {
  const [entries, resolutions, circle, offices, [presence], [community]] = await Promise.all([
    entriesOf(tx, key),
    resolutionsOf(tx, key),
    circleOf(tx, key),
    officesOf(tx, key),
    presenceOf(tx, key),
    communityName(tx, [key[0]]),
  ])
  return { entries, resolutions, circle, offices, presence, community: community?.name ?? '' }
}
export type Said = Awaited<ReturnType<typeof loadSaid>>
