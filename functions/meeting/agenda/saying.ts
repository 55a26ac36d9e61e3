import type { Input } from '../../../shared/contract'
import type { Connection } from '../../kernel/database'
import { sentHash } from '../../kernel/sentHash'
import type { StandingRow } from '../queries'
import { factsOf, loadMeeting, refuseNotice } from '../standing'
import { type ItemRow, ownItems, papersFree, whistlesFitting } from './queries'

type Sent = Input<'meeting.addItem'> | Input<'meeting.changeItem'>

export interface Saying {
  meeting: StandingRow
  items: (ItemRow & { sent_hash: Buffer; waits: boolean })[]
  fits: boolean
  papers: boolean
}

/** What an item that is added or changed has to be held against. */
export async function loadSaying(tx: Connection, sent: Sent): Promise<Saying | undefined> {
  const { communityId, meetingId, whistleIds = [], photoIds = [] } = sent
  const [meeting, items, fitting, free] = await Promise.all([
    loadMeeting(tx, sent),
    ownItems(tx, [communityId, meetingId]),
    whistlesFitting(tx, [communityId, meetingId, whistleIds]),
    papersFree(tx, [communityId, photoIds, meetingId]),
  ])
  const all = (found: readonly unknown[], named: readonly string[]) => found.length === new Set(named).size
  return meeting && { meeting, items, fits: all(fitting, whistleIds), papers: all(free, photoIds) }
}

/** What is wrong with what an item says, on this agenda at this time. */
export function refuseSaying({ meeting, fits, papers }: Saying, { owners }: Sent, now: Date) {
  if (!fits) return 'whistle_elsewhere' as const
  if (!papers) return 'photo_unknown' as const
  // nothing comes before the owners of which they were not told in time
  if (!owners || meeting.owners || meeting.state === 'planned') return undefined
  const short = refuseNotice({ ...factsOf(meeting), owners: true }, now)
  return short && ([short[0], { ...short[1] }] as [(typeof short)[0], { days: number }])
}

/** What was said of it, whatever its id. */
export const hashOfItem = ({ title, words, minutes, owners, whistleIds, photoIds }: Sent): Buffer =>
  sentHash({ title, words, minutes, owners, whistleIds, photoIds })
