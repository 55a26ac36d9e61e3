import fc from 'fast-check'
import { moneyKinds } from '../../shared/account/fields'

const which = fc.nat({ max: 40 })
const fen = fc.oneof(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 1, max: 400_00 }))
const by = fc.constantFrom(...moneyKinds)
const day = fc.integer({ min: 1, max: 28 })
/** Today, or so many days back: into a month that is closed, or before the books. */
const ago = fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat({ max: 30 }) })
const unit = fc.constantFrom('day', 'month', 'year')
const held = fc.constantFrom('prepaid', 'deposit')
const op = <K extends string, R extends object>(kind: K, shape: { [P in keyof R]: fc.Arbitrary<R[P]> }) =>
  fc.record({ kind: fc.constant(kind), ...shape }) as fc.Arbitrary<{ kind: K } & R>

/** Everything that may happen to the money of a compound, in any order. */
export const operation = fc.oneof(
  { weight: 2, arbitrary: op('let', { unit, fen, months: fc.integer({ min: -3, max: 3 }), ago }) },
  {
    weight: 6,
    arbitrary: op('pay', {
      which,
      fen,
      by,
      prepay: fc.constantFrom(true, true, false),
      ago,
      named: fc.array(which, { maxLength: 3 }),
    }),
  },
  { weight: 2, arbitrary: op('visit', { days: fc.integer({ min: 1, max: 5 }), by, ago }) },
  { weight: 1, arbitrary: op('deposit', { which, fen, by, ago }) },
  { weight: 3, arbitrary: op('refund', { which, fen, by, held, ago }) },
  { weight: 4, arbitrary: op('reverse', { which }) },
  { weight: 2, arbitrary: op('lower', { which, fen }) },
  { weight: 2, arbitrary: op('end', { which, day, next: fc.boolean() }) },
  { weight: 1, arbitrary: op('tariff', { which, unit, fen, day, next: fc.boolean() }) },
  { weight: 1, arbitrary: op('transfer', { fen, by, to: by, ago }) },
  { weight: 1, arbitrary: op('hand', { what: fc.constantFrom('fee', 'interest'), fen, by, ago }) },
  { weight: 1, arbitrary: op('split', { ownersBp: fc.integer({ min: 0, max: 10_000 }) }) },
  { weight: 3, arbitrary: op('settle', {}) },
  { weight: 2, arbitrary: op('payManager', { fen, by, ago }) },
  { weight: 1, arbitrary: op('advance', { fen, months: fc.integer({ min: 1, max: 5 }), ago }) },
  { weight: 3, arbitrary: op('repay', { which, by }) },
  { weight: 1, arbitrary: op('repayEarly', { which, fen, by }) },
  { weight: 2, arbitrary: op('spend', { fen, by, vouched: fc.boolean(), ago, fund: fc.boolean() }) },
  { weight: 1, arbitrary: op('voucher', { which }) },
  { weight: 2, arbitrary: op('pledge', { which, fen, by, ago }) },
  { weight: 1, arbitrary: op('giveBack', { by }) },
  { weight: 1, arbitrary: op('carryAdvance', { fen, repaidFen: fc.nat({ max: 100_00 }) }) },
  { weight: 1, arbitrary: op('carryHeld', { which, fen, held }) },
  { weight: 1, arbitrary: op('mendOpening', { fen: fc.integer({ min: 1, max: 900_00 }), by }) },
  { weight: 2, arbitrary: op('month', {}) },
  { weight: 2, arbitrary: op('close', {}) },
)
export type Operation = typeof operation extends fc.Arbitrary<infer T> ? T : never
export type Of<K extends Operation['kind']> = Extract<Operation, { kind: K }>
