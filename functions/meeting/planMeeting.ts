import { meeting } from '../../db/schema'
import type { Input } from '../../shared/contract'
import { aheadDaysAtMost } from '../../shared/meeting/limits'
import { kindWords } from '../../shared/meeting/words'
import type { Caller } from '../../shared/role/caller'
import type { Connection } from '../kernel/database'
import { addOnce } from '../kernel/record'
import { sentHash } from '../kernel/sentHash'
import { write } from '../kernel/verb'
import { datesOfSeries, startOf } from '../series/dates'
import { type SeriesRow, seriesById } from '../series/queries'
import { type Called, type Convening, circleValues, loadCalled, refuseCalling } from './circle/convening'
import { addMeetingCircle, circleOfSeries } from './circle/queries'

type Asked = Input<'meeting.plan'>

interface Planned {
  series: SeriesRow | undefined
  called: Called
  circle: Convening['circle']
}

async function loadPlan(tx: Connection, input: Asked): Promise<Planned | undefined> {
  const { communityId, seriesId, circle = [] } = input
  const [[series], ofSeries, called] = await Promise.all([
    seriesById(tx, [communityId, seriesId ?? null]),
    circleOfSeries(tx, [communityId, seriesId ?? null]),
    loadCalled(tx, { ...input, circle }),
  ])
  if (!called || (seriesId !== undefined && !series)) return undefined
  const whole = input.circle ?? ofSeries.map((c) => ({ kind: c.kind, ofId: c.of_id }))
  return { series, called, circle: whole }
}

const day = 86_400_000

/** When it begins: as asked, or by the rhythm of its series. */
function startIn({ startsAt, seriesDay }: Asked, series: SeriesRow | undefined): Date | undefined {
  if (startsAt !== undefined) return new Date(startsAt)
  return series && seriesDay !== undefined ? startOf(seriesDay, series.starts) : undefined
}

function refuseTime(input: Asked, series: SeriesRow | undefined, now: Date) {
  if (series) {
    if (series.to_day !== null) return 'series_ended' as const
    if (!input.seriesDay || !datesOfSeries(series, input.seriesDay, input.seriesDay).length)
      return 'date_unfit' as const
  }
  const starts = startIn(input, series)
  if (starts === undefined || starts <= now) return 'meeting_past' as const
  return starts.getTime() > now.getTime() + aheadDaysAtMost * day ? ('meeting_far' as const) : undefined
}

/** Whoever calls the dates of a series need not name them again; whom it invites was looked at when it was set. */
const refusesCircle = (caller: Caller, input: Asked, { circle, called, series }: Planned) =>
  series && input.circle === undefined
    ? refuseCalling(
        caller,
        { ...input, compoundId: series.compound_id ?? undefined, circle },
        {
          ...called,
          parts: circle.map((c) => ({
            kind: c.kind,
            of_id: c.ofId,
            compound_id: null,
            building_id: null,
            name: '',
          })),
        },
      )
    : refuseCalling(caller, { ...input, circle }, called)

/** One meeting by itself, or a date of a series before the scheduler comes to it. */
export const planMeeting = write('meeting.plan', {
  load: ({ tx, input }) => loadPlan(tx, input),
  place: ({ series }, input) => {
    const compoundId = series?.compound_id ?? input.compoundId
    return { communityId: input.communityId, ...(compoundId && { compoundId }) }
  },
  refuse: ({ input, caller, loaded, now }) =>
    refuseTime(input, loaded.series, now) ?? refusesCircle(caller, input, loaded),
  conflicts: { meeting_date_once: 'date_planned' },
  async change(act) {
    const { tx, input, now, caller, loaded } = act
    const { series: s, circle } = loaded
    const { communityId, id } = input
    const hash = sentHash(input)
    const startsAt = startIn(input, s)!
    const kind = input.kind ?? s?.kind ?? 'other'
    const compoundId = s ? s.compound_id : (input.compoundId ?? null)
    const row = {
      communityId,
      id,
      compoundId,
      seriesId: s?.id ?? null,
      seriesDay: s ? input.seriesDay! : null,
      kind,
      title: input.title ?? s?.title ?? kindWords[kind],
      startsAt,
      minutes: input.minutes ?? s?.minutes ?? 60,
      spot: input.spot ?? s?.spot ?? '地点另行通知',
      state: 'planned' as const,
      convenerId: caller.personId,
      chairId: input.chairId ?? s?.chair_id ?? null,
      recorderId: input.recorderId ?? s?.recorder_id ?? null,
      sentHash: hash,
      plannedAt: now,
    }
    const minted = Object.keys(row).filter(
      (key) => !['communityId', 'id', 'sentHash', 'convenerId'].includes(key),
    )
    await Promise.all([
      addOnce(
        act,
        meeting,
        row,
        {
          communityId,
          action: 'meeting.planned',
          subjectKind: 'meeting',
          subjectId: id,
          after: {
            state: 'planned',
            kind,
            ...(compoundId && { compoundId }),
            ...(s && { seriesId: s.id, seriesDay: input.seriesDay }),
          },
        },
        // the hash of what was sent stands for all of it
        minted,
      ),
      addMeetingCircle(tx, [communityId, id, hash, ...circleValues(circle)]),
    ])
    return { id, state: 'planned', startsAt: startsAt.toISOString() }
  },
})
