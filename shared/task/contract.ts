import { z } from 'zod/mini'
import { freeTimes, interests, skills } from '../checkin/states'
import { endpoint } from '../kernel/endpoint'
import { cursor, id, instant, moment, page, text } from '../kernel/fields'
import { point } from '../patrol/fields'
import {
  cancelReasons,
  leaveReasons,
  placesAtMost,
  takenBy,
  takingStates,
  taskKinds,
  taskStates,
} from './states'

const all = '/api/c/{communityId}/tasks' as const
const one = '/api/c/{communityId}/tasks/{taskId}' as const
const taking = '/api/c/{communityId}/takings/{takingId}' as const
const key = { communityId: id, taskId: id }
const takingKey = { communityId: id, takingId: id }

const face = {
  communityId: id,
  taskId: id,
  kind: z.enum(taskKinds),
  title: z.string(),
  words: z.nullable(z.string()),
  /** One of the things that members say they would like to do. */
  about: z.nullable(z.enum(interests)),
  skills: z.array(z.enum(skills)),
  times: z.array(z.enum(freeTimes)),
  places: z.int(),
  taken: z.int(),
  by: z.enum(takenBy),
  /** Of a one-off task. */
  startsAt: z.nullable(instant),
  endsAt: z.nullable(instant),
  place: z.nullable(z.string()),
  /** Where one may sign in by position. */
  at: z.nullable(z.object({ lat: z.number(), lng: z.number() })),
  state: z.enum(taskStates),
}
const mine = z.object({ takingId: id, state: z.enum(takingStates), mayLeave: z.boolean() })
const taken = z.object({ takingId: id, state: z.enum(takingStates) })

export const task = {
  'task.add': endpoint({
    method: 'POST',
    path: all,
    input: z.strictObject({
      communityId: id,
      id,
      kind: z.enum(taskKinds),
      title: text(40),
      words: z.optional(text(500)),
      about: z.optional(z.enum(interests)),
      skills: z.array(z.enum(skills)).check(z.maxLength(skills.length)),
      times: z.array(z.enum(freeTimes)).check(z.maxLength(freeTimes.length)),
      places: z
        .int()
        .check(z.minimum(1, '至少 1 个人'), z.maximum(placesAtMost, `最多 ${placesAtMost} 个人`)),
      by: z.enum(takenBy),
      startsAt: z.optional(moment),
      endsAt: z.optional(moment),
      place: z.optional(text(60)),
      at: z.optional(point),
    }),
    output: z.object({ id }),
    refusals: ['id_taken', 'task_when', 'task_past'],
  }),
  /** All of the community's, for its workers. */
  'task.list': endpoint({
    method: 'GET',
    path: all,
    input: z.strictObject({
      communityId: id,
      state: z.optional(z.enum(taskStates)),
      after: z.optional(cursor),
    }),
    output: page(z.object({ ...face, asked: z.int() })),
  }),
  /** Workers see who takes it; a member what is theirs. */
  'task.get': endpoint({
    method: 'GET',
    path: one,
    input: z.strictObject(key),
    output: z.object({
      ...face,
      mine: z.nullable(mine),
      takers: z.array(
        z.object({
          takingId: id,
          checkinId: id,
          name: z.string(),
          state: z.enum(takingStates),
          fits: z.boolean(),
          /** It is about what they would like to do. */
          wanted: z.boolean(),
          reason: z.nullable(z.enum(leaveReasons)),
        }),
      ),
      /** How many are signed in and not out yet, for the worker. */
      signedIn: z.int(),
      /** The secret of its sign-in code, for the worker's screen: `codeAt` of shared/kernel/minuteCode. While it is open, and until all are out. */
      code: z.nullable(z.object({ secret: z.string(), now: instant })),
      acts: z.array(z.enum(['take', 'leave', 'signIn', 'close', 'cancel'])),
    }),
  }),
  /** Open ones of the caller's community, those that fit first and of these those that they would like, and why; then what they have taken. */
  'task.mine': endpoint({
    method: 'GET',
    path: '/api/tasks',
    input: z.strictObject({ after: z.optional(cursor) }),
    output: z.object({
      taken: z.array(z.object({ ...face, mine })),
      items: z.array(
        z.object({
          ...face,
          fits: z.boolean(),
          fitSkills: z.array(z.enum(skills)),
          fitTimes: z.array(z.enum(freeTimes)),
          wanted: z.boolean(),
        }),
      ),
      next: z.nullable(z.string()),
    }),
  }),
  'task.take': endpoint({
    method: 'POST',
    path: `${one}/takings`,
    input: z.strictObject({ ...key, id }),
    output: z.object({ id, state: z.enum(takingStates) }),
    refusals: ['id_taken', 'not_checked_in', 'task_full', 'task_over', 'taken_already'],
  }),
  /** With notice: until a day before; later only the worker can. */
  'task.leave': endpoint({
    method: 'POST',
    path: `${taking}/leave`,
    input: z.strictObject({ ...takingKey, reason: z.enum(leaveReasons) }),
    output: taken,
    refusals: ['taking_over', 'leave_too_late'],
  }),
  /** Of those who asked, the worker takes or declines one. */
  'task.choose': endpoint({
    method: 'POST',
    path: `${taking}/choice`,
    input: z.strictObject({ ...takingKey, take: z.boolean() }),
    output: taken,
    refusals: ['taking_over', 'task_full', 'task_over'],
  }),
  'task.close': endpoint({
    method: 'POST',
    path: `${one}/close`,
    input: z.strictObject(key),
    output: z.object({ state: z.enum(taskStates) }),
    refusals: ['task_over'],
  }),
  /** It will not be held: whoever took it is told. */
  'task.cancel': endpoint({
    method: 'POST',
    path: `${one}/cancellation`,
    input: z.strictObject({ ...key, reason: z.enum(cancelReasons) }),
    output: z.object({ state: z.enum(taskStates) }),
    refusals: ['task_over'],
  }),
}
