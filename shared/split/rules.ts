import { shareOut } from '../account/shares'

/** All of it, in hundredths of a percent. */
export const wholeBp = 10_000

/** A source's income of a month in two shares that come to all of it; a month in which more went back than came divides alike. */
export function splitIncome(fen: number, ownersBp: number): { ownersFen: number; managerFen: number } {
  const [owners, manager] = shareOut(Math.abs(fen), [ownersBp, wholeBp - ownersBp]) as [number, number]
  const sign = Math.sign(fen)
  return { ownersFen: sign * owners + 0, managerFen: sign * manager + 0 }
}
