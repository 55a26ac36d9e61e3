/** A call for money of the neighbours' own will: one purpose, a target, a day until which a word may be taken back. */
export interface CallFacts {
  targetFen: number
  pledgedFen: number
  /** The last day on which somebody may pledge or withdraw, in China. */
  until: string
  /** What it is for is done, or was given up. */
  over: boolean
}

/** A voluntary word of one home; more than this is no word between neighbours. */
export const pledgeAtMostFen = 1_000_000_00
export const targetAtMostFen = 10_000_000_00

const open = ({ until, over }: CallFacts, today: string) => !over && today <= until

/** May a home give its word for so much now? */
export function pledgeRefusal(call: CallFacts, fen: number, today: string) {
  if (!open(call, today)) return 'pledge_closed'
  return call.pledgedFen + fen > call.targetFen ? 'pledge_over' : undefined
}

export const withdrawRefusal = (call: CallFacts, withdrawn: boolean, today: string) => {
  if (withdrawn) return 'pledge_withdrawn'
  return open(call, today) ? undefined : 'pledge_closed'
}
