import { credit, debit, type Line } from '../entry/posting'
import type { ChargeRow } from './queries'

export interface Lowered {
  chargeId: string
  fen: number
  /** Was paid already: it is held for whoever paid. */
  prepaidFen: number
}

/** What is taken off a charge comes off what is not paid first; beyond that, what was paid becomes a prepayment. */
export function lowerBy(charge: ChargeRow, fen: number): { lowered: Lowered; lines: Line[] } {
  const open = Math.min(fen, charge.fen - charge.lowered_fen - charge.paid_fen)
  const prepaidFen = fen - open
  return {
    lowered: { chargeId: charge.id, fen, prepaidFen },
    lines: [
      debit('unpaid', open),
      credit('due', open),
      debit(charge.key, prepaidFen),
      credit('prepaid', prepaidFen),
    ],
  }
}

/** Of a charge: how much of it still stands. */
export const standsOf = (c: ChargeRow): number => c.fen - c.lowered_fen
export const owedOf = (c: ChargeRow): number => c.fen - c.lowered_fen - c.paid_fen
