/** One charge as far as paying it goes. */
export interface Open {
  chargeId: string
  owedFen: number
}

/**
 * Which charges a sum is for: those that were named, in their order, each once; else all, the oldest first. Where more than the named ones is
 * wanted, the others come after them, before anything is kept for what comes.
 */
export function inTurn<T extends { chargeId: string }>(
  open: readonly T[],
  named: readonly string[] | undefined,
  prepay: boolean | undefined,
): T[] {
  if (named === undefined) return [...open]
  const first = [...new Set(named)].flatMap((id) => open.find((c) => c.chargeId === id) ?? [])
  return prepay ? [...first, ...open.filter((c) => !first.includes(c))] : first
}

/** Lays a sum over charges in order; what is left over comes back. */
export function layOver(
  fen: number,
  charges: readonly Open[],
): { parts: { chargeId: string; fen: number }[]; left: number } {
  const parts: { chargeId: string; fen: number }[] = []
  let left = fen
  for (const { chargeId, owedFen } of charges) {
    const part = Math.min(left, owedFen)
    if (part > 0) parts.push({ chargeId, fen: part })
    left -= part
  }
  return { parts, left }
}
