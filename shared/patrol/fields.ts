import { z } from 'zod/mini'
import { id, placeCode, text } from '../kernel/fields'
import { checkpointsAtMost, photosEachAtMost, timesAMonthAtMost, walkersAtMost } from './limits'

/** A time by a phone's clock, however wrong; what Postgres cannot keep is none. */
export const phoneTime = z.iso.datetime({ offset: true }).check(
  z.refine((t) => {
    const year = new Date(t).getUTCFullYear()
    return year >= 1970 && year <= 2200
  }, '时间不对'),
)

export const point = z.strictObject({
  lat: z.number().check(z.minimum(-90), z.maximum(90)),
  lng: z.number().check(z.minimum(-180), z.maximum(180)),
})
/** Where a phone was when it ticked, and how sure it is, in metres. */
export const fix = z.strictObject({
  lat: z.number().check(z.minimum(-90), z.maximum(90)),
  lng: z.number().check(z.minimum(-180), z.maximum(180)),
  within: z.optional(z.number().check(z.minimum(0), z.maximum(100_000))),
})

export const rhythm = z.discriminatedUnion('every', [
  z.strictObject({ every: z.literal('day') }),
  z.strictObject({ every: z.literal('weekday') }),
  z.strictObject({
    every: z.literal('week'),
    on: z
      .array(z.int().check(z.minimum(1), z.maximum(7)))
      .check(z.minLength(1, '请选星期几'), z.maxLength(7)),
  }),
  z.strictObject({
    every: z.literal('month'),
    times: z
      .int()
      .check(
        z.minimum(1, '一个月至少 1 次'),
        z.maximum(timesAMonthAtMost, `一个月最多 ${timesAMonthAtMost} 次`),
      ),
  }),
  z.strictObject({ every: z.literal('never') }),
])

export const checkpoint = z.strictObject({
  /** Minted by its maker; one that stays keeps its id, and with it the code on the wall. */
  checkpointId: id,
  name: text(30),
  /** 门锁、积水、灭火器 */
  watchFor: z.optional(text(60)),
  compoundId: id,
  buildingId: z.optional(id),
  at: z.optional(point),
})

export const checkpoints = z
  .array(checkpoint)
  .check(z.maxLength(checkpointsAtMost, `最多 ${checkpointsAtMost} 个巡查点`))
export const walkerIds = z.array(id).check(z.maxLength(walkersAtMost, `最多选 ${walkersAtMost} 位`))
export const photos = z.optional(
  z.array(id).check(z.maxLength(photosEachAtMost, `最多 ${photosEachAtMost} 张照片`)),
)

export const checkpointView = z.object({
  checkpointId: id,
  name: z.string(),
  watchFor: z.nullable(z.string()),
  /** 盐溪桥小区 9栋 */
  place: z.string(),
  compoundId: id,
  buildingId: z.nullable(id),
  at: z.nullable(z.object({ lat: z.number(), lng: z.number() })),
})
/** With the random part of its printed code, so that a scan can be judged without signal. */
export const codedCheckpoint = z.object({ ...checkpointView.shape, code: placeCode })

export const photoView = z.object({
  photoId: id,
  when: z.enum(['before', 'after']),
  /** Short-lived addresses; null while it has not come, or is not made yet. */
  thumb: z.nullable(z.string()),
  whole: z.nullable(z.string()),
  arrived: z.boolean(),
})
