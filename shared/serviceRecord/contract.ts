import { z } from 'zod/mini'
import { endpoint } from '../kernel/endpoint'
import { cursor, day, id, instant, page, text } from '../kernel/fields'
import { year } from '../service/fields'
import { recordStates, remarks } from './states'

const all = '/api/c/{communityId}/service-records' as const
const one = '/api/c/{communityId}/service-records/{serviceRecordId}' as const
const key = { communityId: id, serviceRecordId: id }

export const serviceRecordView = z.object({
  communityId: id,
  community: z.string(),
  serviceRecordId: id,
  checkinId: id,
  name: z.string(),
  unit: z.nullable(z.string()),
  year: z.string(),
  state: z.enum(recordStates),
  /** Counted minutes, tasks served, homes looked after, visits, joint projects of the unit with the community. */
  minutes: z.int(),
  tasks: z.int(),
  homes: z.int(),
  visits: z.int(),
  projects: z.int(),
  remark: z.nullable(z.enum(remarks)),
  words: z.nullable(z.string()),
  /** By the member. */
  comment: z.nullable(z.string()),
  shownAt: z.nullable(instant),
  readAt: z.nullable(instant),
  sentAt: z.nullable(instant),
  /** SHA-256 over what was sent. */
  hash: z.nullable(z.string()),
  /** From when on it may be sent, read or not. */
  sendableFrom: z.nullable(day),
  acts: z.array(z.enum(['remark', 'show', 'read', 'send'])),
})

export const serviceRecord = {
  /** Puts the year's figures together for every member of the community; those sent stay as they are. */
  'serviceRecord.draw': endpoint({
    method: 'POST',
    path: `${all}/drawing`,
    input: z.strictObject({ communityId: id, year }),
    output: z.object({ drawn: z.int(), sent: z.int() }),
    refusals: ['year_ahead'],
  }),
  'serviceRecord.list': endpoint({
    method: 'GET',
    path: all,
    input: z.strictObject({
      communityId: id,
      year,
      state: z.optional(z.enum(recordStates)),
      /** In the name. */
      find: z.optional(text(30)),
      after: z.optional(cursor),
    }),
    output: page(serviceRecordView),
  }),
  'serviceRecord.get': endpoint({
    method: 'GET',
    path: one,
    input: z.strictObject(key),
    output: serviceRecordView,
  }),
  'serviceRecord.remark': endpoint({
    method: 'POST',
    path: `${one}/remark`,
    input: z.strictObject({ ...key, remark: z.enum(remarks), words: z.optional(text(200)) }),
    output: serviceRecordView,
    refusals: ['record_moved'],
  }),
  /** To the member, who reads it first; before the year is over only if the worker is sure. */
  'serviceRecord.show': endpoint({
    method: 'POST',
    path: `${one}/showing`,
    input: z.strictObject({ ...key, sure: z.optional(z.boolean()) }),
    output: serviceRecordView,
    refusals: ['record_moved', 'remark_missing', 'year_not_over'],
  }),
  /** Every one with a remark that was not shown yet. */
  'serviceRecord.showAll': endpoint({
    method: 'POST',
    path: `${all}/showings`,
    input: z.strictObject({ communityId: id, year, sure: z.optional(z.boolean()) }),
    output: z.object({ shown: z.int() }),
    refusals: ['remark_missing', 'year_not_over'],
  }),
  /** The member has read it, and may say something to it. */
  'serviceRecord.read': endpoint({
    method: 'POST',
    path: `${one}/reading`,
    input: z.strictObject({ ...key, comment: z.optional(text(300)) }),
    output: serviceRecordView,
    refusals: ['record_moved'],
  }),
  'serviceRecord.send': endpoint({
    method: 'POST',
    path: `${one}/sending`,
    input: z.strictObject(key),
    output: serviceRecordView,
    refusals: ['record_moved', 'record_unread'],
  }),
  /** Every one that was read, or lay there long enough. */
  'serviceRecord.sendAll': endpoint({
    method: 'POST',
    path: `${all}/sendings`,
    input: z.strictObject({ communityId: id, year }),
    output: z.object({ sent: z.int() }),
    refusals: ['record_unread'],
  }),
  'serviceRecord.mine': endpoint({
    method: 'GET',
    path: '/api/service-records',
    input: z.strictObject({}),
    output: z.object({ items: z.array(serviceRecordView) }),
  }),
  /** Those sent to the unit. */
  'serviceRecord.unit': endpoint({
    method: 'GET',
    path: '/api/units/{unitId}/service-records',
    input: z.strictObject({ unitId: id, year, after: z.optional(cursor) }),
    output: page(serviceRecordView),
  }),
  /** The unit's year as a spreadsheet, as base64. */
  'serviceRecord.export': endpoint({
    method: 'GET',
    path: '/api/units/{unitId}/service-records/xlsx',
    input: z.strictObject({ unitId: id, year }),
    output: z.object({ fileName: z.string(), base64: z.string() }),
    refusals: ['records_none'],
  }),
}
