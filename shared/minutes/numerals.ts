const digits = '零一二三四五六七八九'

/** 一, 十, 十一, 二十, 九十九: as items of a paper are numbered. */
export function numeral(n: number): string {
  if (n < 10) return digits[n]!
  const tens = Math.floor(n / 10)
  return `${tens === 1 ? '' : digits[tens]}十${n % 10 === 0 ? '' : digits[n % 10]}`
}
