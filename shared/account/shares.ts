/**
 * Shares out a sum by weights, to the fen: floors first, what is left goes one fen each to the largest remainders, the earlier
 * first among equals. The parts always come to the whole. Weights are whole numbers.
 */
export function shareOut(fen: number, weights: readonly number[]): number[] {
  const of = weights.reduce((sum, w) => sum + BigInt(w), 0n)
  if (of === 0n) return weights.map(() => 0)
  const whole = BigInt(fen)
  const parts = weights.map((w, i) => ({
    i,
    floor: (whole * BigInt(w)) / of,
    rest: (whole * BigInt(w)) % of,
  }))
  let left = whole - parts.reduce((sum, p) => sum + p.floor, 0n)
  const shares = parts.map((p) => p.floor)
  for (const { i } of [...parts].sort((a, b) => (a.rest === b.rest ? a.i - b.i : a.rest > b.rest ? -1 : 1))) {
    if (left === 0n) break
    shares[i]! += 1n
    left -= 1n
  }
  return shares.map(Number)
}
