import { z } from 'zod/mini'
import { day } from '../kernel/fields'

const clock = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/, '时间要像 09:00 这样'))
/** To an earlier or the same time: until that time of the next day. */
const span = z.strictObject({ from: clock, to: clock })
const spans = z.array(span).check(z.maxLength(4, '一天最多 4 段'))

/** Own working hours: none (retired), the same on every working day, or shifts that turn from a day on. */
export const workHours = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('none') }),
  z.strictObject({ kind: z.literal('workdays'), spans: spans.check(z.minLength(1, '请填上班时间')) }),
  z.strictObject({
    kind: z.literal('shifts'),
    /** The first day of the turn. */
    start: day,
    /** The spans of each day of the turn; an empty day is free. It goes on over weekends and holidays. */
    days: z.array(spans).check(z.minLength(1), z.maxLength(28, '一轮最多 28 天')),
  }),
])
export type WorkHours = z.output<typeof workHours>

/** A calendar year in China, as lists and records are asked for. */
export const year = z.string().check(z.regex(/^20\d{2}$/, '年份不对'))
