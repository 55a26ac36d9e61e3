import { z } from 'zod/mini'
import { checkinStates } from '../checkin/states'
import { endpoint } from '../kernel/endpoint'
import { cursor, day, id, instant, mobile, page, text } from '../kernel/fields'
import { isNumber } from './number'
import { rosterFileBytes, rosterStates, slipStands } from './states'

const ofUnit = '/api/units/{unitId}' as const
const unit = { unitId: id }
const oneSlip = `${ofUnit}/slips/{slipId}` as const
const oneRoster = `${ofUnit}/rosters/{rosterId}` as const
const oneReceipt = '/api/c/{communityId}/receipts/{checkinId}' as const
const receiptKey = { communityId: id, checkinId: id }

/** As `readNumber` gives it; a wrong digit is told before the server is asked. */
export const slipNumber = z.string().check(z.refine(isNumber, '号码有一位不对，请对照单子再看一遍'))
export const checkCode = z
  .string()
  .check(z.regex(/^[2-9A-HJKMNP-Z]{10}$/, '校验码是 10 位字母和数字，请对照回执再看一遍'))

const slipView = z.object({
  slipId: id,
  number: z.string(),
  name: z.string(),
  /** Masked. */
  phone: z.nullable(z.string()),
  expires: day,
  issuedAt: instant,
  stand: z.enum(slipStands),
  /** Where it was presented: the community's name, nothing about the home. */
  community: z.nullable(z.string()),
})

export const rosterView = z.object({
  rosterId: id,
  fileName: z.string(),
  state: z.enum(rosterStates),
  lines: z.int(),
  checked: z.int(),
  bad: z.int(),
  problems: z.array(z.object({ line: z.int(), field: z.string(), reason: z.string() })),
  /** What taking it in would do. */
  adds: z.nullable(z.object({ slips: z.int(), same: z.int() })),
})

/** A receipt as the unit sees it. */
const receiptView = z.object({
  communityId: id,
  checkinId: id,
  slipId: id,
  name: z.string(),
  community: z.string(),
  receiptNumber: z.string(),
  acceptedAt: instant,
  confirmedAt: z.nullable(instant),
  state: z.enum(checkinStates),
})

export const slip = {
  /** The units the caller is liaison of, with how their slips stand. */
  'slip.units': endpoint({
    method: 'GET',
    path: '/api/units',
    input: z.strictObject({}),
    output: z.object({
      items: z.array(
        z.object({
          unitId: id,
          name: z.string(),
          stands: z.record(z.enum(slipStands), z.int()),
          /** Receipts that wait for the unit's word. */
          toConfirm: z.int(),
          /** Not presented in fifteen days. */
          slow: z.int(),
        }),
      ),
    }),
  }),
  'slip.issue': endpoint({
    method: 'POST',
    path: `${ofUnit}/slips`,
    input: z.strictObject({
      ...unit,
      id,
      name: text(30),
      phone: z.optional(mobile),
      expires: z.optional(day),
    }),
    output: z.object({ id, number: z.string() }),
    refusals: ['id_taken', 'slip_expires_early', 'slip_issued_already', 'slip_namesake'],
  }),
  'slip.list': endpoint({
    method: 'GET',
    path: `${ofUnit}/slips`,
    input: z.strictObject({
      ...unit,
      stand: z.optional(z.enum(slipStands)),
      /** Part of a name, or a number. */
      find: z.optional(text(30)),
      after: z.optional(cursor),
    }),
    output: page(slipView),
  }),
  /** The slip on paper: number, link and QR code. */
  'slip.get': endpoint({
    method: 'GET',
    path: oneSlip,
    input: z.strictObject({ ...unit, slipId: id }),
    output: z.object({ ...slipView.shape, unitId: id, unit: z.string(), link: z.string(), svg: z.string() }),
  }),
  /** A slip not used yet is taken back. */
  'slip.void': endpoint({
    method: 'POST',
    path: `${oneSlip}/void`,
    input: z.strictObject({ ...unit, slipId: id }),
    output: z.object({ stand: z.enum(slipStands) }),
    refusals: ['slip_used', 'slip_voided'],
  }),
  /** Opens an import of a roster and answers where the file goes, as `roll.upload` does. */
  'slip.upload': endpoint({
    method: 'POST',
    path: `${ofUnit}/rosters`,
    input: z.strictObject({
      ...unit,
      id,
      fileName: text(120),
      bytes: z.int().check(z.minimum(1), z.maximum(rosterFileBytes, '文件最大 5 MB')),
      expires: z.optional(day),
    }),
    output: z.object({ id, url: z.string(), fields: z.record(z.string(), z.string()) }),
    refusals: ['id_taken', 'slip_expires_early'],
  }),
  /** Reads the next piece of the file; called again until `state` is ready or refused. */
  'slip.preview': endpoint({
    method: 'POST',
    path: `${oneRoster}/preview`,
    input: z.strictObject({ ...unit, rosterId: id }),
    output: rosterView,
    refusals: [
      'roll_file_missing',
      'roll_unreadable',
      'roll_merged',
      'roster_empty',
      'roster_headings',
      'roster_too_long',
    ],
  }),
  'slip.roster': endpoint({
    method: 'GET',
    path: oneRoster,
    input: z.strictObject({ ...unit, rosterId: id }),
    output: rosterView,
  }),
  /** Issues a slip for each line, all or nothing, once. */
  'slip.import': endpoint({
    method: 'POST',
    path: `${oneRoster}/import`,
    input: z.strictObject({ ...unit, rosterId: id }),
    output: rosterView,
    refusals: ['roll_unchecked', 'roll_has_problems', 'roster_outdated'],
  }),
  'slip.receipts': endpoint({
    method: 'GET',
    path: `${ofUnit}/receipts`,
    input: z.strictObject({ ...unit, only: z.optional(z.enum(['waiting'])), after: z.optional(cursor) }),
    output: page(receiptView),
  }),
  /** The unit has the receipt and says so: the circle is closed. */
  'slip.confirm': endpoint({
    method: 'POST',
    path: `${oneReceipt}/confirmation`,
    input: z.strictObject(receiptKey),
    output: z.object({ state: z.enum(checkinStates), confirmedAt: instant }),
    refusals: ['receipt_not_current'],
  }),
  /** For the member, the unit's liaison and the community's workers. */
  'slip.receipt': endpoint({
    method: 'GET',
    path: oneReceipt,
    input: z.strictObject(receiptKey),
    output: z.object({
      ...receiptView.shape,
      slipId: z.nullable(id),
      unit: z.nullable(z.string()),
      subdistrict: z.string(),
      checkCode: z.string(),
      /** Leads to the page that verifies, with number and code. */
      link: z.string(),
      svg: z.string(),
      current: z.boolean(),
    }),
  }),
  /** The receipt as a docx page, as base64. */
  'slip.print': endpoint({
    method: 'GET',
    path: `${oneReceipt}/docx`,
    input: z.strictObject(receiptKey),
    output: z.object({ fileName: z.string(), base64: z.string() }),
  }),
  /** Whoever holds number and code learns whether it is genuine and still current, and nothing else. */
  'slip.verify': endpoint({
    method: 'POST',
    path: '/api/receipts/verification',
    input: z.strictObject({ receiptNumber: slipNumber, checkCode }),
    output: z.object({ genuine: z.boolean(), current: z.boolean() }),
  }),
}
