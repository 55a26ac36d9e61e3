import { shareOut } from '../account/shares'
import type { Method } from './methods'

export interface Bearer {
  homeId: string
  floor?: number | undefined
  areaCentiares: number
}
export interface Coefficient {
  floor: number
  permille: number
}
export interface Share {
  homeId: string
  floor: number | null
  areaCentiares: number
  /** Of its floor, where it goes by floors. */
  permille: number | null
  fen: number
}

/**
 * An elevator's table for want of one in law: the ground floor bears nothing, and whoever lives higher bears more. Ours, said so
 * wherever it is shown, and open to whatever the homes agree on.
 */
export const elevatorTable: readonly Coefficient[] = [
  { floor: 1, permille: 0 },
  { floor: 2, permille: 300 },
  { floor: 3, permille: 600 },
  { floor: 4, permille: 900 },
  { floor: 5, permille: 1050 },
  { floor: 6, permille: 1150 },
]

const permilleOf = ({ floor }: Bearer, table: readonly Coefficient[]): number | undefined =>
  table.find((c) => c.floor === floor)?.permille

/** The first home whose floor is not said, or not in the table. */
export const withoutFloor = (
  method: Method,
  homes: readonly Bearer[],
  table: readonly Coefficient[],
): Bearer | undefined =>
  method === 'floor' ? homes.find((h) => permilleOf(h, table) === undefined) : undefined

/** Who bears how much: the shares always come to the cost. Undefined: nobody bears anything. */
export function bear(
  fen: number,
  method: Method,
  homes: readonly Bearer[],
  table: readonly Coefficient[],
): Share[] | undefined {
  const weights = homes.map((h) =>
    method === 'equal' ? 1 : method === 'area' ? h.areaCentiares : (permilleOf(h, table) ?? 0),
  )
  if (!weights.some((w) => w > 0)) return undefined
  const shares = shareOut(fen, weights)
  return homes.map(({ homeId, floor, areaCentiares }, i) => ({
    homeId,
    floor: floor ?? null,
    areaCentiares,
    permille: method === 'floor' ? weights[i]! : null,
    fen: shares[i]!,
  }))
}
