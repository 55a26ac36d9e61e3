import { z } from 'zod/mini'
import { endpoint } from '../kernel/endpoint'
import { cursor, id, instant, moment, page } from '../kernel/fields'
import { fix, phoneTime } from '../patrol/fields'
import { year } from './fields'
import { correctReasons, refuseReasons, serviceStates, signWays } from './states'

const all = '/api/c/{communityId}/services' as const
const one = '/api/c/{communityId}/services/{serviceId}' as const
const key = { communityId: id, serviceId: id }

/** By the code on the worker's or the post's screen, or by where the phone is. The position is compared and not kept. */
const signing = {
  way: z.enum(['code', 'position']),
  code: z.optional(z.string().check(z.regex(/^\d{6}$/, '签到码是 6 位数字'))),
  fix: z.optional(fix),
  /** Made without signal: when, and when it is sent, both by the phone's clock, which the server's puts right. */
  at: z.optional(phoneTime),
  sentAt: z.optional(phoneTime),
}

const counted = z.object({ whole: z.int(), atWork: z.int(), twice: z.int(), counted: z.int() })
export const serviceView = z.object({
  communityId: id,
  serviceId: id,
  checkinId: id,
  /** The member: to the community's workers and to themselves. */
  name: z.string(),
  taskId: z.nullable(id),
  task: z.nullable(z.string()),
  state: z.enum(serviceStates),
  inAt: instant,
  inWay: z.enum(signWays),
  outAt: z.nullable(instant),
  outWay: z.nullable(z.enum(signWays)),
  /** What would count, or counts: cut by own working hours, to the minute. */
  minutes: z.nullable(counted),
  /** Over twelve hours: the worker is asked. */
  long: z.boolean(),
  /** The calendar of its year is not published yet. */
  provisional: z.boolean(),
  correctsId: z.nullable(id),
  correctedById: z.nullable(id),
})
const signRefusals = [
  'sign_code_missing',
  'sign_code_old',
  'sign_position_missing',
  'sign_position_unsure',
  'sign_too_far',
  'sign_no_position',
  'sign_too_late',
] as const

export const service = {
  'service.signIn': endpoint({
    method: 'POST',
    path: all,
    input: z.strictObject({ communityId: id, id, taskId: id, ...signing }),
    output: z.object({ id, inAt: instant }),
    refusals: ['id_taken', 'not_taken', 'task_over', 'task_ahead', 'signed_in_elsewhere', ...signRefusals],
  }),
  'service.signOut': endpoint({
    method: 'POST',
    path: `${one}/out`,
    input: z.strictObject({ ...key, ...signing }),
    output: serviceView,
    refusals: ['not_signed_in', 'out_before_in', ...signRefusals],
  }),
  /** By the worker, for somebody without a phone or who forgot: a whole service at once. */
  'service.write': endpoint({
    method: 'POST',
    path: `${all}/written`,
    input: z.strictObject({
      communityId: id,
      id,
      checkinId: id,
      taskId: z.optional(id),
      inAt: moment,
      outAt: moment,
      /** Over twelve hours, and it was so. */
      sure: z.optional(z.boolean()),
    }),
    output: serviceView,
    refusals: [
      'id_taken',
      'checkin_elsewhere',
      'task_elsewhere',
      'out_before_in',
      'service_ahead',
      'service_outside',
      'service_overlaps',
      'service_long',
      'service_forgotten',
    ],
  }),
  /** The worker signs out somebody who forgot, at the time it really ended. */
  'service.close': endpoint({
    method: 'POST',
    path: `${one}/close`,
    input: z.strictObject({ ...key, outAt: moment }),
    output: serviceView,
    refusals: ['not_signed_in', 'out_before_in', 'service_ahead', 'service_overlaps'],
  }),
  'service.confirm': endpoint({
    method: 'POST',
    path: `${one}/confirmation`,
    input: z.strictObject({ ...key, sure: z.optional(z.boolean()) }),
    output: serviceView,
    refusals: ['service_moved', 'service_long'],
  }),
  'service.refuse': endpoint({
    method: 'POST',
    path: `${one}/refusal`,
    input: z.strictObject({ ...key, reason: z.enum(refuseReasons) }),
    output: serviceView,
    refusals: ['service_moved'],
  }),
  /** What was confirmed is never changed: a correction is a new service that names it, confirmed by who makes it. */
  'service.correct': endpoint({
    method: 'POST',
    path: `${one}/correction`,
    input: z.strictObject({
      ...key,
      id,
      inAt: moment,
      outAt: moment,
      reason: z.enum(correctReasons),
      sure: z.optional(z.boolean()),
    }),
    output: serviceView,
    refusals: [
      'id_taken',
      'service_moved',
      'out_before_in',
      'service_ahead',
      'service_outside',
      'service_overlaps',
      'service_long',
      'service_forgotten',
    ],
  }),
  'service.list': endpoint({
    method: 'GET',
    path: all,
    input: z.strictObject({
      communityId: id,
      state: z.optional(z.enum(serviceStates)),
      checkinId: z.optional(id),
      taskId: z.optional(id),
      after: z.optional(cursor),
    }),
    output: page(serviceView),
  }),
  /** The caller's own year: what counts, what waits, and where they are signed in now. */
  'service.mine': endpoint({
    method: 'GET',
    path: '/api/services',
    input: z.strictObject({ year, after: z.optional(cursor) }),
    output: z.object({
      now: z.nullable(serviceView),
      minutes: z.int(),
      times: z.int(),
      waiting: z.int(),
      items: z.array(serviceView),
      next: z.nullable(z.string()),
    }),
  }),
}
