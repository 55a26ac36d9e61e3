import { z } from 'zod/mini'
import { day, id, text } from '../kernel/fields'

/** One sum is at most a hundred million yuan: far above any compound's, far below what a number holds exactly. */
export const fenAtMost = 100_000_000_00
/** An amount in whole fen, above zero; which way it goes is said apart. */
export const fen = z
  .int('金额要精确到分')
  .check(z.minimum(1, '金额要大于 0'), z.maximum(fenAtMost, '金额太大，请核对'))
/** The month in which an entry counts. */
export const month = z.string().check(z.regex(/^(20|21)\d{2}-(0[1-9]|1[0-2])$/, '月份不对'))
/** A month, 2026-11, or a year, 2026. */
export const period = z.string().check(z.regex(/^(20|21)\d{2}(-(0[1-9]|1[0-2]))?$/, '月份不对'))
export const year = z.string().check(z.regex(/^(20|21)\d{2}$/, '年份不对'))

/** The key of every thing that belongs to the books of a compound. */
export const books = { communityId: id, compoundId: id }
export const booksPath = '/api/c/{communityId}/compounds/{compoundId}' as const

/** What a rule of money rests on: a resolution kept here, or an older decision named with its date. Exactly one of the two. */
export const decision = z.strictObject({
  resolutionId: z.optional(id),
  older: z.optional(z.strictObject({ on: day, named: text(60) })),
})
export const decisionView = z.object({
  resolutionId: z.nullable(id),
  on: day,
  /** 2024年3月2日业主大会, or the resolution's own words. */
  named: z.string(),
})

/** How money comes and goes; each has an account of its own. */
export const moneyKinds = ['cash', 'bank', 'wechat'] as const
export type MoneyKind = (typeof moneyKinds)[number]
export const by = z.enum(moneyKinds)

/** Photos of the paper behind an entry: uploaded before, by whoever sends this. */
export const photoIds = z.array(id).check(z.minLength(1, '请拍下凭证'), z.maxLength(9, '最多 9 张照片'))
export const words = text(200)
/** Beside an entry, read by every owner. */
export const memo = z.optional(words)
