import { sayCircle } from '../../shared/meeting/words'
import { read } from '../kernel/verb'
import { circleOf } from './circle/queries'
import { standingOf } from './queries'
import { endOf, placeOf } from './standing'

/** One meeting as a calendar file. Times by UTC: no reader has to know the zone of China. */
export const makeIcs = read('meeting.ics', {
  load: async ({ tx, input }) => {
    const key = [input.communityId, input.meetingId]
    const [[meeting], circle] = await Promise.all([standingOf(tx, key), circleOf(tx, key)])
    return meeting && { meeting, circle }
  },
  place: ({ meeting }) => placeOf(meeting),
  async answer({ loaded: { meeting: m, circle }, now }) {
    const { default: ical, ICalEventStatus } = await import('ical-generator')
    const calendar = ical({ prodId: { company: 'shaodao', product: 'meeting', language: 'ZH' } })
    calendar.createEvent({
      id: `${m.id}@shaodao`,
      start: m.starts_at,
      end: endOf(m),
      stamp: now,
      summary: m.title,
      location: m.spot,
      description: sayCircle(circle.map((c) => c.name)),
      status: m.state === 'notHeld' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    })
    return { fileName: `${m.title}.ics`, text: calendar.toString() }
  },
})
