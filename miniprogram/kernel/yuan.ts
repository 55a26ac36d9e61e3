/** `3600`, `3,600.50` → fen. Undefined for what is no sum above zero with at most two decimals. */
export function readYuan(text: string): number | undefined {
  const m = /^(\d{1,9})(?:\.(\d{1,2}))?\s*元?$/.exec(text.trim().replaceAll(',', ''))
  if (!m) return undefined
  const fen = Number(m[1]) * 100 + Number((m[2] ?? '').padEnd(2, '0'))
  return fen > 0 ? fen : undefined
}

/** 360000 fen as they are typed: 3600, 3600.50. */
export const typeYuan = (fen: number): string =>
  fen % 100 === 0 ? String(fen / 100) : `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`
