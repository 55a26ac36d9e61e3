import { addDays, dayOf } from '../../shared/kernel/time'
import { keeps } from '../../shared/meeting/policy'
import { sayRule } from '../../shared/meeting/rhythm'
import { read } from '../kernel/verb'
import { loadDays, markOf } from '../meeting/reading/days'
import { compoundById } from '../place/queries'
import { datesOfSeries } from './dates'
import { seriesIn } from './queries'

const shownDates = 4

/** Which meetings come in which rhythm, with their next dates. */
export const listSeries = read('series.list', {
  load: async ({ tx, input: { communityId, compoundId }, now }) => {
    const [rows, calendar, [compound]] = await Promise.all([
      seriesIn(tx, [communityId, compoundId ?? null, dayOf(now)]),
      loadDays(tx, dayOf(now)),
      compoundById(tx, [communityId, compoundId ?? null]),
    ])
    return compoundId === undefined || compound ? { rows, calendar } : undefined
  },
  answer: ({ loaded: { rows, calendar }, caller, now }) => ({
    items: rows.map((s) => {
      const { convener_id: convenerId, chair_id: chairId, recorder_id: recorderId } = s
      const today = dayOf(now)
      const dates = datesOfSeries(s, today, addDays(today, 366)).slice(0, shownDates)
      return {
        seriesId: s.id,
        compoundId: s.compound_id,
        compound: s.compound,
        kind: s.kind,
        title: s.title,
        rule: s.rule,
        says: `${sayRule(s.rule)} ${s.starts}`,
        at: s.starts,
        minutes: s.minutes,
        spot: s.spot,
        from: s.from_day,
        to: s.to_day,
        circle: s.circle,
        next: dates.map((day) => ({
          day,
          mark: markOf(calendar, day),
          meetingId: s.planned.find((p) => p.day === day)?.meetingId ?? null,
        })),
        mayEnd:
          s.to_day === null &&
          keeps(caller, { communityId: s.community_id, convenerId, chairId, recorderId }),
      }
    }),
  }),
})
