import { shareOut } from '../account/shares'

/** What a home gave for a purpose, and what of it went back. */
export interface Given {
  paid: number
  returned: number
}

/**
 * What goes back to each home now, so that all that went back is shared by what each paid, to the fen. A home that has had a fen
 * more than that keeps it, and the others share the rest.
 */
export function shareBack(fen: number, homes: readonly Given[]): number[] {
  let takes = homes.map(() => true)
  for (;;) {
    const left = homes.reduce((sum, h, i) => sum + (takes[i] ? h.returned : 0), fen)
    const due = shareOut(
      left,
      homes.map((h, i) => (takes[i] ? h.paid : 0)),
    )
    const now = homes.map((h, i) => (takes[i] ? due[i]! - h.returned : 0))
    if (now.every((n) => n >= 0)) return now
    takes = takes.map((took, i) => took && now[i]! >= 0)
  }
}
