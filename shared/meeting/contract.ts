import { z } from 'zod/mini'
import { endpoint } from '../kernel/endpoint'
import { areaCentiares, cursor, day, id, instant, line, moment, page, text } from '../kernel/fields'
import { minutesAtMost, papersAtMost, termsWithin, toldLateDays } from './limits'
import { rulePattern } from './rhythm'
import { circleKinds, meetingKinds, meetingStates, presentAs } from './states'
import { circleView, dayMark, meetingFace, meetingView, presence } from './views'

const seriesAll = '/api/c/{communityId}/series' as const
const meetings = '/api/c/{communityId}/meetings' as const
const one = '/api/c/{communityId}/meetings/{meetingId}' as const
const key = { communityId: id, meetingId: id }
const clock = z.string().check(z.regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, '时间要像 14:00 这样'))
const minutesLong = z.int().check(z.minimum(10, '至少 10 分钟'), z.maximum(minutesAtMost, '时间太长'))
const title = line(40)
const spot = text(60)
const circle = z.array(z.strictObject({ kind: z.enum(circleKinds), ofId: id }))
const state = z.enum(meetingStates)
const reason = text(500)
const month = z.string().check(z.regex(/^20\d{2}-(0[1-9]|1[0-2])$/, '月份不对'))
const moved = z.object({ state })
/** What was tapped without signal and is told now: how long ago, by the phone's own clock, whatever that shows. */
const secondsAgo = z.optional(
  z.int().check(z.minimum(0, '时间不对'), z.maximum(toldLateDays * 86_400, '时间太久了')),
)
const between = ([least, most]: readonly [number, number]) =>
  z.int().check(z.minimum(least, `至少 ${least}`), z.maximum(most, `最多 ${most}`))

const itemSays = {
  title,
  words: z.optional(text(1000)),
  minutes: z.optional(z.int().check(z.minimum(1), z.maximum(minutesAtMost))),
  owners: z.optional(z.boolean()),
  whistleIds: z.optional(z.array(id).check(z.maxLength(20, '最多 20 件'))),
  /** Papers, as photos that were sent before. */
  photoIds: z.optional(z.array(id).check(z.maxLength(papersAtMost, `最多 ${papersAtMost} 张`))),
}
const itemRefusals = [
  'not_keeper',
  'meeting_moved',
  'notice_short',
  'whistle_elsewhere',
  'photo_unknown',
] as const
const whoRefusals = [
  'circle_missing',
  'circle_elsewhere',
  'circle_long',
  'person_elsewhere',
  'chair_records',
] as const

export const series = {
  /** A rhythm of meetings; its dates are planned three weeks ahead by themselves. */
  'series.add': endpoint({
    method: 'POST',
    path: seriesAll,
    input: z.strictObject({
      communityId: id,
      id,
      compoundId: z.optional(id),
      kind: z.enum(meetingKinds),
      title,
      /** RFC 5545, as in `presets`: FREQ=WEEKLY;BYDAY=MO. */
      rule: z.string().check(z.maxLength(120), z.regex(rulePattern, '例会的周期写得不对')),
      at: clock,
      minutes: minutesLong,
      spot,
      from: day,
      circle,
      chairId: z.optional(id),
      recorderId: z.optional(id),
    }),
    output: z.object({ id }),
    refusals: ['id_taken', 'convene_elsewhere', ...whoRefusals],
  }),
  /** From a day on it comes no more; meetings that were planned for later and not noticed yet are taken out. */
  'series.end': endpoint({
    method: 'POST',
    path: `${seriesAll}/{seriesId}/ending`,
    input: z.strictObject({ communityId: id, seriesId: id }),
    output: z.object({ to: day }),
    refusals: ['series_ended', 'not_keeper'],
  }),
  'series.list': endpoint({
    method: 'GET',
    path: seriesAll,
    input: z.strictObject({ communityId: id, compoundId: z.optional(id) }),
    output: z.object({
      items: z.array(
        z.object({
          seriesId: id,
          compoundId: z.nullable(id),
          compound: z.nullable(z.string()),
          kind: z.enum(meetingKinds),
          title: z.string(),
          rule: z.string(),
          /** 每周一 14:00. */
          says: z.string(),
          at: z.string(),
          minutes: z.int(),
          spot: z.string(),
          from: day,
          to: z.nullable(day),
          circle: z.array(circleView),
          /** The next dates by its rhythm, holidays marked. */
          next: z.array(z.object({ day, mark: dayMark, meetingId: z.nullable(id) })),
          mayEnd: z.boolean(),
        }),
      ),
    }),
  }),
}

export const meeting = {
  /** One meeting by itself, or a date of a series that is not planned yet: then what is left out comes from the series. */
  'meeting.plan': endpoint({
    method: 'POST',
    path: meetings,
    input: z.strictObject({
      communityId: id,
      id,
      compoundId: z.optional(id),
      seriesId: z.optional(id),
      seriesDay: z.optional(day),
      kind: z.optional(z.enum(meetingKinds)),
      title: z.optional(title),
      startsAt: z.optional(moment),
      minutes: z.optional(minutesLong),
      spot: z.optional(spot),
      circle: z.optional(circle),
      chairId: z.optional(id),
      recorderId: z.optional(id),
    }),
    output: z.object({ id, state, startsAt: instant }),
    refusals: [
      'id_taken',
      'meeting_past',
      'meeting_far',
      'date_planned',
      'date_unfit',
      'series_ended',
      'convene_elsewhere',
      ...whoRefusals,
    ],
  }),
  /** Title, spot, length, chair and recorder; what is left out stays. */
  'meeting.change': endpoint({
    method: 'POST',
    path: `${one}/changes`,
    input: z.strictObject({
      ...key,
      title: z.optional(title),
      spot: z.optional(spot),
      minutes: z.optional(minutesLong),
      chairId: z.optional(id),
      recorderId: z.optional(id),
    }),
    output: moved,
    refusals: ['not_keeper', 'meeting_moved', 'minutes_out', 'person_elsewhere', 'chair_records'],
  }),
  'meeting.notice': endpoint({
    method: 'POST',
    path: `${one}/notice`,
    input: z.strictObject(key),
    output: z.object({ state, people: z.int() }),
    refusals: ['not_keeper', 'meeting_moved', 'meeting_past', 'notice_short'],
  }),
  'meeting.move': endpoint({
    method: 'POST',
    path: `${one}/moves`,
    input: z.strictObject({ ...key, id, startsAt: moment, reason }),
    output: z.object({ state, startsAt: instant }),
    refusals: [
      'id_taken',
      'not_keeper',
      'meeting_moved',
      'meeting_past',
      'meeting_far',
      'move_needed',
      'notice_short',
    ],
  }),
  'meeting.callOff': endpoint({
    method: 'POST',
    path: `${one}/calling-off`,
    input: z.strictObject({ ...key, reason }),
    output: moved,
    refusals: ['not_keeper', 'meeting_moved'],
  }),
  /** Sent again, it is answered as it stands. */
  'meeting.begin': endpoint({
    method: 'POST',
    path: `${one}/beginning`,
    input: z.strictObject({ ...key, secondsAgo }),
    output: moved,
    refusals: ['not_keeper', 'meeting_moved', 'begin_early', 'notice_first', 'chair_missing'],
  }),
  'meeting.end': endpoint({
    method: 'POST',
    path: `${one}/ending`,
    input: z.strictObject({ ...key, secondsAgo }),
    output: moved,
    refusals: ['not_keeper', 'meeting_moved'],
  }),

  'meeting.addItem': endpoint({
    method: 'POST',
    path: `${one}/items`,
    input: z.strictObject({ ...key, id, ...itemSays }),
    output: z.object({ id }),
    refusals: ['id_taken', 'items_many', ...itemRefusals],
  }),
  /** The whole of it anew: whistles and papers that are not named go. */
  'meeting.changeItem': endpoint({
    method: 'POST',
    path: `${one}/items/{itemId}`,
    input: z.strictObject({ ...key, itemId: id, ...itemSays }),
    output: z.object({ itemId: id }),
    refusals: ['item_elsewhere', 'whistle_waits', ...itemRefusals],
  }),
  'meeting.dropItem': endpoint({
    method: 'POST',
    path: `${one}/items/{itemId}/dropping`,
    input: z.strictObject({ ...key, itemId: id }),
    output: z.object({ items: z.int() }),
    refusals: ['not_keeper', 'meeting_moved', 'item_elsewhere', 'whistle_waits'],
  }),
  'meeting.orderItems': endpoint({
    method: 'POST',
    path: `${one}/order`,
    input: z.strictObject({ ...key, itemIds: z.array(id) }),
    output: z.object({ items: z.int() }),
    refusals: ['not_keeper', 'meeting_moved', 'order_unfit'],
  }),

  /** By the code on the recorder's screen. All homes of theirs in the circle are there with them. */
  'meeting.signIn': endpoint({
    method: 'POST',
    path: `${one}/signing-in`,
    input: z.strictObject({ ...key, id, code: z.string().check(z.regex(/^\d{6}$/, '签到码是 6 位数字')) }),
    output: z.object({ id, homes: z.array(z.string()), presence }),
    refusals: ['id_taken', 'not_invited', 'signed_in_already', 'meeting_moved', 'sign_in_closed', 'code_old'],
  }),
  /** By the recorder, for somebody without a phone: a home of the circle, a body's member, or a guest by name. */
  'meeting.signInFor': endpoint({
    method: 'POST',
    path: `${one}/signing-in-for`,
    input: z.strictObject({
      ...key,
      id,
      homeId: z.optional(id),
      personId: z.optional(id),
      name: z.optional(text(30)),
      as: z.enum(presentAs),
    }),
    output: z.object({ id, presence }),
    refusals: [
      'id_taken',
      'not_keeper',
      'meeting_moved',
      'sign_in_closed',
      'minutes_out',
      'home_unknown',
      'home_signed_in',
      'signed_in_already',
      'person_elsewhere',
      'who_missing',
    ],
  }),
  /** A mistake is taken back; that it was made stays on the record. */
  'meeting.undoSignIn': endpoint({
    method: 'POST',
    path: `${one}/signing-in/{attendanceId}/undoing`,
    input: z.strictObject({ ...key, attendanceId: id }),
    output: z.object({ presence }),
    refusals: ['not_keeper', 'meeting_moved', 'sign_in_closed', 'minutes_out'],
  }),
  /** Asked every few seconds while people come in. */
  'meeting.presence': endpoint({
    method: 'GET',
    path: `${one}/presence`,
    input: z.strictObject(key),
    output: presence,
  }),
  /** All homes of the circle, to tick; kept on the recorder's phone. */
  'meeting.homes': endpoint({
    method: 'GET',
    path: `${one}/homes`,
    input: z.strictObject(key),
    output: z.object({
      items: z.array(z.object({ homeId: id, label: z.string(), areaCentiares, present: z.boolean() })),
    }),
    refusals: ['not_keeper'],
  }),
  /** Who can be named as chair, recorder or in person: those with an office in the compound or the community. */
  'meeting.people': endpoint({
    method: 'GET',
    path: '/api/c/{communityId}/offices',
    input: z.strictObject({ communityId: id, compoundId: z.optional(id) }),
    output: z.object({
      items: z.array(z.object({ personId: id, name: z.string(), office: z.string() })),
      /** To which the compound, or else the community, was given: they may be invited, and do what was decided. */
      organisations: z.array(z.object({ organisationId: id, name: z.string() })),
    }),
  }),

  'meeting.get': endpoint({
    method: 'GET',
    path: one,
    input: z.strictObject(key),
    output: meetingView,
  }),
  'meeting.list': endpoint({
    method: 'GET',
    path: meetings,
    input: z.strictObject({
      communityId: id,
      compoundId: z.optional(id),
      /** coming: the next first. past: the last first. */
      show: z.enum(['coming', 'past']),
      after: z.optional(cursor),
    }),
    output: page(z.object(meetingFace)),
  }),
  /** To which I am invited, in all communities, the next first. */
  'meeting.mine': endpoint({
    method: 'GET',
    path: '/api/meetings',
    input: z.strictObject({}),
    output: z.object({ items: z.array(z.object(meetingFace)) }),
  }),
  /** A month by date: meetings that are there, and dates of a series that are not planned yet. */
  'meeting.calendar': endpoint({
    method: 'GET',
    path: '/api/c/{communityId}/meeting-days',
    input: z.strictObject({ communityId: id, compoundId: z.optional(id), month }),
    output: z.object({
      month: z.string(),
      days: z.array(
        z.object({
          day,
          mark: dayMark,
          entries: z.array(
            z.object({
              /** Null: by the rhythm of its series alone. */
              meetingId: z.nullable(id),
              seriesId: z.nullable(id),
              kind: z.enum(meetingKinds),
              title: z.string(),
              startsAt: instant,
              /** expected: not planned yet. movedAway: it stood here, and is on another day now. */
              stands: z.enum([...meetingStates, 'expected', 'movedAway']),
              says: z.string(),
            }),
          ),
        }),
      ),
    }),
  }),
  /** For the desk; the phone has its own calendar, for which `meeting.get` tells all. */
  'meeting.ics': endpoint({
    method: 'GET',
    path: `${one}/calendar-file`,
    input: z.strictObject(key),
    output: z.object({ fileName: z.string(), text: z.string() }),
  }),
  'meeting.terms': endpoint({
    method: 'GET',
    path: '/api/c/{communityId}/meeting-terms',
    input: z.strictObject({ communityId: id }),
    output: z.object({
      noticeDays: z.int(),
      ownersNoticeDays: z.int(),
      amendHours: z.int(),
      objectDays: z.int(),
      own: z.boolean(),
    }),
  }),
  'meeting.setTerms': endpoint({
    method: 'POST',
    path: '/api/c/{communityId}/meeting-terms',
    input: z.strictObject({
      communityId: id,
      noticeDays: between(termsWithin.noticeDays),
      ownersNoticeDays: between(termsWithin.ownersNoticeDays),
      amendHours: between(termsWithin.amendHours),
      objectDays: between(termsWithin.objectDays),
    }),
    output: z.object({ own: z.literal(true) }),
  }),
}
