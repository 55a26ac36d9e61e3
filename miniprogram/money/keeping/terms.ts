import { readYuan } from '../../kernel/yuan'

/** A limit of nothing is a limit too: then every spending needs a resolution. */
export const readLimit = (text: string): number | undefined =>
  /^0+(\.0{1,2})?$/.test(text.trim()) ? 0 : readYuan(text)

export function readAnswerDays(text: string): number | undefined {
  const n = /^\d{1,2}$/.test(text.trim()) ? Number(text.trim()) : 0
  return n >= 1 && n <= 60 ? n : undefined
}
