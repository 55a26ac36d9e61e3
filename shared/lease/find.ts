/** 9栋601, 9-1-601, 渝A·12345: what was typed, in the parts between which more may stand. */
export const partsOf = (typed: string): string[] =>
  typed
    .toUpperCase()
    .split(/[\s栋幢单元号室·•.．。\-—_]+/)
    .filter((part) => part !== '')

/** Whether the parts stand in it, one after another. */
export function hasParts(text: string, parts: readonly string[]): boolean {
  const within = text.toUpperCase()
  let from = 0
  return parts.every((part) => {
    const at = within.indexOf(part, from)
    from = at + part.length
    return at >= 0
  })
}
