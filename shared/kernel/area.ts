/** `8650` → `86.50`; `平方米` is said by the caller. */
export const sayArea = (centiares: number): string =>
  `${Math.floor(centiares / 100)}.${String(centiares % 100).padStart(2, '0')}`

/** `86.5`, `86.50㎡` → 8650. Undefined for what is no area above zero with at most two decimals. */
export function readArea(text: string): number | undefined {
  const m = /^(\d{1,6})(?:\.(\d{1,2})0*)?\s*(?:㎡|m2|m²|平方米|平米)?$/i.exec(text.trim())
  if (!m) return undefined
  const centiares = Number(m[1]) * 100 + Number((m[2] ?? '').padEnd(2, '0'))
  return centiares > 0 && centiares <= 100_000_00 ? centiares : undefined
}
