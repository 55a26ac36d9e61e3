import type { z } from 'zod/mini'
import type { decision, decisionView } from '../../shared/account/fields'
import { type Connection, query } from '../kernel/database'

type Decision = z.output<typeof decision>
const published = query<{ on_day: string; named: string }>(
  'books.decision',
  'select on_day::text, named from decision_of($1, $2, $3)',
)

/** What a rule rests on, as it is kept: the words and the day stay, whatever becomes of the resolution. */
export interface Decided {
  resolutionId: string | null
  on: string
  named: string
}
/** Asked in the batch of a verb's load; undefined is told by `decisionRefusal`. */
export async function loadDecision(
  tx: Connection,
  { communityId, compoundId, decision }: { communityId: string; compoundId: string; decision: Decision },
): Promise<Decided | undefined> {
  const [row] = await published(tx, [communityId, compoundId, decision.resolutionId ?? null])
  if (decision.older) return { resolutionId: null, ...decision.older }
  return row && { resolutionId: decision.resolutionId!, on: row.on_day, named: row.named }
}
export function decisionRefusal({ resolutionId, older }: Decision, decided: Decided | undefined) {
  if ((resolutionId === undefined) === (older === undefined)) return 'decision_missing'
  return decided === undefined ? 'decision_elsewhere' : undefined
}

export interface DecisionRow {
  resolution_id: string | null
  decided_on: string
  decision: string
}
export const showDecision = (row: DecisionRow): z.output<typeof decisionView> => ({
  resolutionId: row.resolution_id,
  on: row.decided_on,
  named: row.decision,
})
