import { newId } from '../kernel/secrets'
import type { Acting } from '../kernel/verb'
import { setIncident, tellWhistles } from './queries'

type Doing = Pick<
  Acting<'incident.add' | 'incident.open' | 'incident.answer', unknown>,
  'tx' | 'now' | 'caller' | 'as'
>

interface Line {
  communityId: string
  incidentId: string
  whistleIds: readonly string[]
  action: 'whistle.joinedIncident' | 'whistle.incidentAnswered'
  /** What stands in each timeline, and reaches everybody who reported one. */
  words: string
  after?: Record<string, unknown>
}

/** One line in the timeline of each of these whistles, with the same words. In order, so that two who tell the same people wait their turn. */
export async function tellEach(
  { tx, now, as }: Doing,
  { communityId, incidentId, whistleIds, action, words, after }: Line,
): Promise<void> {
  const ids = [...whistleIds].sort()
  await tellWhistles(tx, [
    ...[communityId, now, as ?? null, action, { by: 'community', incidentId, ...after }, words],
    ids,
    ids.map(() => newId(now)),
  ])
}

/** These whistles are the same thing from now on; whoever reported one is told what everybody was told. */
export async function putOnto(act: Doing, line: Omit<Line, 'action' | 'after'>): Promise<void> {
  if (line.whistleIds.length === 0) return
  await Promise.all([
    setIncident(act.tx, [line.communityId, line.incidentId, line.whistleIds]),
    tellEach(act, { ...line, action: 'whistle.joinedIncident' }),
  ])
}
