import { dayOf } from '../../shared/kernel/time'
import { earliestMinutes } from '../../shared/meeting/limits'
import { actsOpenTo, keeps, type MeetingFacts, noticeBy } from '../../shared/meeting/policy'
import { presentAsWords } from '../../shared/meeting/words'
import { settings } from '../kernel/settings'
import { read } from '../kernel/verb'
import { itemsOf, papersOf, whistlesOfItems } from './agenda/queries'
import { type PresentRow, presenceOf, presentAt, showPresence } from './attendance/queries'
import { secretOf } from './attendance/secret'
import { circleOf } from './circle/queries'
import { standingOf } from './queries'
import { loadDays } from './reading/days'
import { showMeeting, showOffice } from './reading/face'
import { showItems } from './reading/items'
import { countResolutions, movesOf, officesOf } from './reading/queries'
import { factsOf, placeOf } from './standing'

/** From an hour before until it is over the recorder's screen shows codes. */
const showsCodes = ({ state, startsAt }: MeetingFacts, now: Date): boolean =>
  state === 'underWay' ||
  (state !== 'held' && state !== 'notHeld' && now.getTime() >= startsAt.getTime() - earliestMinutes * 60_000)

const showPresent = (a: PresentRow) => ({
  attendanceId: a.id,
  name: a.person ?? a.name ?? presentAsWords[a.present_as],
  homes: a.homes,
  at: a.at.toISOString(),
  byRecorder: a.written,
})

export const getMeeting = read('meeting.get', {
  load: async ({ tx, input, now }) => {
    const key = [input.communityId, input.meetingId]
    const [
      [meeting],
      circle,
      offices,
      moves,
      items,
      whistles,
      papers,
      [presence],
      present,
      [count],
      calendar,
    ] = await Promise.all([
      standingOf(tx, key),
      circleOf(tx, key),
      officesOf(tx, key),
      movesOf(tx, key),
      itemsOf(tx, key),
      whistlesOfItems(tx, key),
      papersOf(tx, key),
      presenceOf(tx, key),
      presentAt(tx, key),
      countResolutions(tx, key),
      loadDays(tx, dayOf(new Date(now.getTime() - 366 * 86_400_000))),
    ])
    return (
      meeting && {
        meeting,
        circle,
        offices,
        moves,
        items,
        whistles,
        papers,
        presence,
        present,
        count,
        calendar,
      }
    )
  },
  place: ({ meeting }) => placeOf(meeting),
  async answer({ loaded, caller, now }) {
    const { meeting: m, circle, offices, moves } = loaded
    const facts = factsOf(m)
    const keeper = keeps(caller, facts)
    const office = (post: string) => {
      const row = offices.find((o) => o.post === post)
      return row ? showOffice(row, caller.personId, keeper) : null
    }
    return {
      ...showMeeting(m, loaded.calendar, now),
      seriesDay: m.series_day,
      minutesLong: m.minutes,
      owners: m.owners,
      circle: circle.map((c) => ({ kind: c.kind, ofId: c.of_id, name: c.name })),
      convener: office('convener')!,
      chair: office('chair'),
      recorder: office('recorder'),
      noticedAt: m.noticed_at?.toISOString() ?? null,
      noticeBy: m.state === 'planned' ? noticeBy(facts).toISOString() : null,
      beganAt: m.began_at?.toISOString() ?? null,
      endedAt: m.ended_at?.toISOString() ?? null,
      reason: m.reason,
      moves: moves.map((v) => ({
        from: v.from_at.toISOString(),
        to: v.to_at.toISOString(),
        reason: v.reason,
        at: v.at.toISOString(),
      })),
      items: await showItems(loaded.items, loaded.whistles, loaded.papers, now),
      presence: showPresence(loaded.presence),
      signIn:
        keeper && showsCodes(facts, now)
          ? { secret: secretOf(m.community_id, m.id), now: now.toISOString(), host: settings().publicHost }
          : null,
      present: keeper ? loaded.present.map(showPresent) : null,
      minutesState: m.minutes_state,
      resolutions: loaded.count!.resolutions,
      keeps: keeper,
      acts: actsOpenTo(caller, facts, now),
    }
  },
})
