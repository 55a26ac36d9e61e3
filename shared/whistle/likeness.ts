const piecesAtMost = 200

/** The two-character pieces of some words: widths, cases, spaces, signs and emojis make no difference. */
export function pieces(words: string): string[] {
  const plain = [
    ...words
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]/gu, ''),
  ]
  return [...new Set(plain.slice(1).map((second, i) => `${plain[i]}${second}`))].slice(0, piecesAtMost)
}

/** The share of the smaller set that is in both: a short cry and a long letter about one pipe are alike. */
export function likeness(a: readonly string[], b: readonly string[]): number {
  const [small, large] = a.length <= b.length ? [a, new Set(b)] : [b, new Set(a)]
  return small.length === 0 ? 0 : small.filter((piece) => large.has(piece)).length / small.length
}

/**
 * Half of the pieces: each changed character breaks two of them, so of a sentence of ten characters two may differ.
 * A third would already take «水管漏水» and «3单元漏水了» for one pipe.
 */
export const alikeFrom = 0.5

export const isAlike = (a: readonly string[], b: readonly string[]): boolean => likeness(a, b) >= alikeFrom
