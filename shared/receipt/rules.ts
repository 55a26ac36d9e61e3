/** One charge as far as paying it goes. */
export interface Open {
  chargeId: string
  owedFen: number
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
