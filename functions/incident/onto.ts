import { note } from '../kernel/record'
import { newId } from '../kernel/secrets'
import type { Acting } from '../kernel/verb'
import { addNotes, setIncident } from './queries'

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

/** One line in the timeline of each of these whistles, with the same words. */
export async function tellEach(
  act: Doing,
  { communityId, incidentId, whistleIds, action, words, after }: Line,
) {
  const lines = whistleIds.map((whistleId) => ({ whistleId, entryId: newId(act.now) }))
  await Promise.all([
    ...lines.map(({ whistleId, entryId }) =>
      note(act, {
        entryId,
        communityId,
        action,
        subjectKind: 'whistle',
        subjectId: whistleId,
        after: { by: 'community', incidentId, ...after },
      }),
    ),
    addNotes(act.tx, [communityId, words, lines.map((l) => l.entryId), lines.map((l) => l.whistleId)]),
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
