import { createHash } from 'node:crypto'
import type { PlanKind } from '../../shared/patrol/states'
import type { Role } from '../../shared/role/roles'
import type { Category, Urgency } from '../../shared/whistle/categories'
import { pieces } from '../../shared/whistle/likeness'
import type { Connection } from '../kernel/database'
import { newId } from '../kernel/secrets'
import { type ClockWorld, deadlinesFrom, seconds } from '../whistle/clockWorld'
import { whistleFinding } from './pieceQueries'

export interface ToWhistle {
  findingId: string
  roundId: string
  kind: PlanKind
  category: Category
  urgency: Urgency | null
  words: string | null
  place: string
  compoundId: string
  buildingId: string | null
}

/** Makes a whistle of a finding, under the finding's own id. Its clocks run from when the server heard of it. */
export async function addWhistleOf(
  { tx, now, as, world }: { tx: Connection; now: Date; as?: Role | undefined; world: ClockWorld },
  communityId: string,
  of: ToWhistle,
): Promise<void> {
  const { findingId, roundId, category, words, place, compoundId, buildingId } = of
  const urgency = of.urgency ?? 'ordinary'
  const source = of.kind === 'grid' ? 'patrol' : 'property'
  const deadlines = deadlinesFrom(world, category, urgency, now)
  const row = {
    compound_id: compoundId,
    building_id: buildingId,
    place,
    category,
    urgency,
    source,
    words,
    pieces: pieces(words ?? ''),
    response_due_at: deadlines.responseDueAt,
    resolution_due_at: deadlines.resolutionDueAt,
    provisional: deadlines.provisional,
  }
  const after = {
    state: 'submitted',
    by: 'reporter',
    source,
    roundId,
    category,
    urgency,
    compoundId,
    ...(buildingId && { buildingId }),
    responseDue: seconds(deadlines.responseDueAt),
    resolutionDue: seconds(deadlines.resolutionDueAt),
  }
  const hash = createHash('sha256').update(`finding ${findingId}`).digest()
  await whistleFinding(tx, [communityId, findingId, hash, now, row, { id: newId(now), role: as, after }])
}
