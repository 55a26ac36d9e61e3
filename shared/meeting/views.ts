import { z } from 'zod/mini'
import { day, id, instant } from '../kernel/fields'
import { whistleStates } from '../whistle/states'
import { photoView } from '../whistle/views'
import { circleKinds, meetingActions, meetingKinds, meetingStates } from './states'

/** What kind of day it is: said beside a date by `sayMark`. */
export const dayMark = z.object({
  works: z.boolean(),
  /** 春节, 国庆节; null on an ordinary day and on a Saturday. */
  holiday: z.nullable(z.string()),
  /** That year's calendar is not published yet. */
  provisional: z.boolean(),
})

/** A meeting as a line of a list. */
export const meetingFace = {
  communityId: id,
  meetingId: id,
  /** Null: of the whole community. */
  compoundId: z.nullable(id),
  compound: z.nullable(z.string()),
  seriesId: z.nullable(id),
  kind: z.enum(meetingKinds),
  title: z.string(),
  state: z.enum(meetingStates),
  startsAt: instant,
  endsAt: instant,
  spot: z.string(),
  mark: dayMark,
  /** In plain words: when, or what became of it. */
  says: z.string(),
  invited: z.boolean(),
  attended: z.boolean(),
}

export const circleView = z.object({ kind: z.enum(circleKinds), ofId: id, name: z.string() })

/** Who chairs or writes: the office for all, the name for those who keep the meeting or were there. */
export const officeView = z.object({
  office: z.string(),
  name: z.nullable(z.string()),
  personId: z.nullable(id),
  me: z.boolean(),
})

export const itemView = z.object({
  itemId: id,
  title: z.string(),
  words: z.nullable(z.string()),
  minutes: z.nullable(z.int()),
  /** Decided by the owners: needs the longer notice. */
  owners: z.boolean(),
  /** An open resolution of the series whose progress opens the meeting by itself. */
  resolutionId: z.nullable(id),
  whistles: z.array(
    z.object({
      whistleId: id,
      title: z.string(),
      place: z.string(),
      state: z.enum(whistleStates),
      /** Waits here, with its clocks standing still. */
      tabled: z.boolean(),
    }),
  ),
  papers: z.array(photoView),
})

/** Who is there, against the circle. Homes and area only where places are invited; where owners decide, by owners alone. */
export const presence = z.object({
  people: z.int(),
  homes: z.object({ present: z.int(), of: z.int() }),
  areaCentiares: z.object({ present: z.int(), of: z.int() }),
})

export const meetingView = z.object({
  ...meetingFace,
  /** Of the series, where it belongs to one: the day on which it would be by its rhythm. */
  seriesDay: z.nullable(day),
  minutesLong: z.int(),
  owners: z.boolean(),
  circle: z.array(circleView),
  convener: officeView,
  chair: z.nullable(officeView),
  recorder: z.nullable(officeView),
  noticedAt: z.nullable(instant),
  /** The last moment for the notice, while it has not gone out. */
  noticeBy: z.nullable(instant),
  beganAt: z.nullable(instant),
  endedAt: z.nullable(instant),
  reason: z.nullable(z.string()),
  /** Oldest first. */
  moves: z.array(z.object({ from: instant, to: instant, reason: z.string(), at: instant })),
  items: z.array(itemView),
  presence,
  /** For keepers, from an hour before until it is over: what `codeAt` and `signInHead` need, also without signal. `now` is the server's clock. */
  signIn: z.nullable(z.object({ secret: z.string(), now: instant, host: z.string() })),
  /** For keepers: who has signed in. */
  present: z.nullable(
    z.array(
      z.object({
        attendanceId: id,
        name: z.string(),
        homes: z.array(z.string()),
        at: instant,
        byRecorder: z.boolean(),
      }),
    ),
  ),
  minutesState: z.nullable(z.enum(['draft', 'open', 'signed', 'published'])),
  resolutions: z.int(),
  keeps: z.boolean(),
  /** What the caller may do with it now. */
  acts: z.array(z.enum(meetingActions)),
})
