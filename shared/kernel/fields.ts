import { z } from 'zod/mini'
import { isDay } from './time'

// Postgres takes neither NUL nor half a surrogate pair; refused here with a sentence instead of failing there.
const halfPair = /\p{Surrogate}/u
const storable = (s: string) => !s.includes('\0') && !halfPair.test(s)

export const text = (max: number) =>
  z
    .string()
    .check(
      z.trim(),
      z.minLength(1, '请填写'),
      z.maxLength(max, `最多 ${max} 个字`),
      z.refine(storable, '含有无法保存的字符'),
    )

/** The same on one line: a name, a title. */
export const line = (max: number) => text(max).check(z.refine((s) => !/[\r\n]/.test(s), '请写在一行里'))

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
export const id = z.string().check(z.regex(uuid, '编号不对'))

/** A business date in China, `2026-11-21`. */
export const day = z.string().check(z.refine(isDay, '日期不对'))
/** An instant as ISO text with zone, as JSON carries it. */
export const instant = z.string()
/** An instant that somebody sends; of a century in which the app may be used, since not every year is one to Postgres. */
export const moment = z.iso
  .datetime({ offset: true, error: '时间不对' })
  .check(z.regex(/^(19|20|21)/, '时间不对'))

export const mobile = z.string().check(z.regex(/^1[3-9]\d{9}$/, '手机号要 11 位数字'))
/** The random part of a printed QR code. */
export const placeCode = z.string().check(z.regex(/^[0-9A-Za-z]{16}$/, '这不是本小程序的码'))
/** An opaque continuation of a list. */
export const cursor = z.string().check(z.maxLength(2000))

/** Square metres with two decimals, kept as whole hundredths. */
export const areaCentiares = z.int().check(z.minimum(1, '面积要大于 0'), z.maximum(100_000_00, '面积太大'))

export const page = <T extends z.ZodMiniType>(item: T) =>
  z.object({ items: z.array(item), next: z.nullable(z.string()) })
export const pageSize = 20
