import fc from 'fast-check'
import type { FindingOutcome, LookOutcome } from '../../shared/patrol/states'

/** Something that was done on a round: where it stands among all that was done, and in which piece it was sent. */
export type Done =
  | { is: 'tick'; stop: number; by: 'scan' | 'hand' }
  | { is: 'finding'; outcome: FindingOutcome }
  | { is: 'look'; at: number; outcome: LookOutcome }
  | { is: 'note' }
export interface Walk {
  /** Which of the phones. */
  phone: number
  /** Days before the first is sent, and minutes into the day, at which it began. */
  daysAgo: number
  minute: number
  done: { what: Done; piece: number }[]
  /** With which piece the finish goes; a round may have none. */
  finish: number | null
  /** When each piece is sent, and again; the first that comes through is all that counts. */
  sent: number[][]
}

export const piecesOf = 3
const outcomes: FindingOutcome[] = ['fixed', 'whistled', 'watched', 'watched', 'watched']

const done: fc.Arbitrary<Done> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      is: fc.constant('tick' as const),
      stop: fc.nat(3),
      by: fc.constantFrom('scan' as const, 'hand' as const),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ is: fc.constant('finding' as const), outcome: fc.constantFrom(...outcomes) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      is: fc.constant('look' as const),
      at: fc.nat(400),
      outcome: fc.constantFrom<LookOutcome>('still', 'still', 'gone', 'fixed', 'whistled'),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ is: 'note' as const }) },
)

/** A round as it was walked, cut into pieces that are sent whenever they are: at least once each. */
export const walk: fc.Arbitrary<Walk> = fc.record({
  phone: fc.nat(2),
  daysAgo: fc.nat(4),
  minute: fc.nat(600),
  done: fc.array(fc.record({ what: done, piece: fc.nat(piecesOf - 1) }), { maxLength: 9 }),
  finish: fc.option(fc.nat(piecesOf - 1), { freq: 8 }),
  sent: fc.array(fc.array(fc.nat(10_000), { minLength: 1, maxLength: 3 }), {
    minLength: piecesOf,
    maxLength: piecesOf,
  }),
})
