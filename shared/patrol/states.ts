/** A grid, walked by its grid workers; or a compound, walked by the property company that looks after it. */
export const planKinds = ['grid', 'property'] as const
export type PlanKind = (typeof planKinds)[number]

/** How a checkpoint was reached: its code was scanned, the phone was there, or a reason was given. */
export const tickWays = ['scan', 'position', 'hand'] as const
export type TickWay = (typeof tickWays)[number]

/** What became of a finding when it was found; one that is watched is looked at again on the next round. */
export const findingOutcomes = ['fixed', 'whistled', 'watched'] as const
export type FindingOutcome = (typeof findingOutcomes)[number]

/** What a later look at a watched finding saw. */
export const lookOutcomes = ['still', 'gone', 'fixed', 'whistled'] as const
export type LookOutcome = (typeof lookOutcomes)[number]

export const findingStates = ['watched', 'fixed', 'whistled', 'gone'] as const
export type FindingState = (typeof findingStates)[number]

/** How a finding stands: a whistle is never taken back; else the last look by the phones' clocks says it, whichever came first. */
export function findingStands(
  outcome: FindingOutcome,
  looks: readonly { lookId: string; at: Date; outcome: LookOutcome }[],
): FindingState {
  if (outcome !== 'watched') return outcome
  if (looks.some((l) => l.outcome === 'whistled')) return 'whistled'
  const last = [...looks]
    .sort((a, b) => a.at.getTime() - b.at.getTime() || (a.lookId < b.lookId ? -1 : 1))
    .at(-1)
  return last === undefined || last.outcome === 'still' ? 'watched' : last.outcome
}

/** What became of one round that was due: all walked, some checkpoints missed, nobody went, or its days are not over. */
export const dueStates = ['walked', 'partly', 'missed', 'ahead'] as const
export type DueState = (typeof dueStates)[number]

/** Numbers of the month view; each opens to what it counts. */
export const numbers = [
  'due',
  'walked',
  'partly',
  'missed',
  'missedCheckpoints',
  'rounds',
  'findings',
  'fixed',
  'whistled',
  'watched',
] as const
export type PatrolNumber = (typeof numbers)[number]
