import { isDay } from '../kernel/time'

// marks that ride along when a number is copied out of a chat or an address book
const invisible = /[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g
const unstorable = /\0|\p{Surrogate}/u

/** What somebody wrote in a cell, without what a keyboard or a program put around it: full-width forms, odd spaces. */
export const readCell = (raw: string): string =>
  raw
    .replace(invisible, '')
    .replace(/[\uff01-\uff5e]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(/[\s\u3000]+/g, ' ')
    .trim()

export const isStorable = (cell: string): boolean => !unstorable.test(cell)

/** `#N/A` and its like: a formula that failed. */
export const isFormulaError = (cell: string): boolean =>
  /^#(N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NULL!|NUM!|ERROR!)$/i.test(cell)

/** A spreadsheet program makes a date of `9-1`, which is then neither a building nor a number of a home. */
export const looksLikeDate = (cell: string): boolean =>
  isDay(cell) || /^(\d{1,2}月\d{1,2}日|\d{1,2}-[A-Z][a-z]{2}|[A-Z][a-z]{2}-\d{1,2})$/.test(cell)

/** A name that is only a number gets its word, so that 9 and 9栋 are one building. */
const named = (word: string) => (cell: string) => (/^[0-9A-Za-z]{1,4}$/.test(cell) ? `${cell}${word}` : cell)
export const readBuilding = named('栋')
export const readEntrance = named('单元')

/** 701室 and 701 are one home. */
export const readNumber = (cell: string): string => cell.replace(/^([0-9A-Za-z-]+)[室房]$/, '$1')

/** `138-1234-5678`, `+86 13812345678` → 13812345678. */
export function readMobile(cell: string): string | undefined {
  const digits = cell
    .replace(/[\s-]/g, '')
    .replace(/\.0$/, '')
    .replace(/^(\+|00)?86(?=1\d{10}$)/, '')
  return /^1[3-9]\d{9}$/.test(digits) ? digits : undefined
}

const dayShapes = [
  /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?: \d{1,2}:\d{2}(?::\d{2})?)?$/,
  /^(\d{4})年(\d{1,2})月(\d{1,2})[日号]$/,
  /^(\d{4})(\d{2})(\d{2})$/,
]
// days since 1899-12-30, as a spreadsheet counts them: 1954 to 2119
const serials = { from: 20_000, to: 80_000, zero: Date.UTC(1899, 11, 30) }

/** A day however it is written, or as a spreadsheet's number. */
export function readDay(cell: string): string | undefined {
  for (const shape of dayShapes) {
    const m = shape.exec(cell)
    if (!m) continue
    const day = `${m[1]}-${m[2]!.padStart(2, '0')}-${m[3]!.padStart(2, '0')}`
    return isDay(day) ? day : undefined
  }
  const serial = /^\d{5}(\.\d+)?$/.test(cell) ? Math.floor(Number(cell)) : 0
  if (serial < serials.from || serial > serials.to) return undefined
  return new Date(serials.zero + serial * 86_400_000).toISOString().slice(0, 10)
}
