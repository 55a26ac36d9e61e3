import { dayOf } from '../../shared/kernel/time'
import { hashOf, publicText, wholeText } from '../../shared/minutes/canonical'
import { type Connection, query } from '../kernel/database'
import { note } from '../kernel/record'
import { write } from '../kernel/verb'
import { publishResolutions } from '../resolution/queries'
import { setMinutes } from './queries'
import { docOf, restrictedOf, yearOf } from './reading/doc'
import { loadSaid } from './reading/loading'
import { homesCounted, officesPresent } from './reading/queries'
import { loadHeld, placeOf, refuseMove } from './standing'

/** Numbers are given one after another within a compound (or the community) and a year. */
const lockNumbers = query(
  'minutes.lockNumbers',
  `select pg_advisory_xact_lock(hashtextextended('minutes of ' || m.community_id || coalesce(m.compound_id::text, ''), 0))
   from meeting m where m.community_id = $1 and m.id = $2`,
)
const nextNumber = query<{ number: number }>(
  'minutes.nextNumber',
  `select next_minutes_number($1, $2) as number`,
)
const addPublic = query(
  'minutes.addPublic',
  `insert into minutes_public (community_id, meeting_id, compound_id, day, doc, text, hash, published_at) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
)
const addWhole = query(
  'minutes.addWhole',
  'insert into minutes_whole (community_id, meeting_id, text, hash) values ($1, $2, $3, $4)',
)

async function loadPublishing(tx: Connection, input: { communityId: string; meetingId: string }) {
  const key: [string, string] = [input.communityId, input.meetingId]
  const [, standing, said, homes, others, [next]] = await Promise.all([
    lockNumbers(tx, key),
    loadHeld(tx, input),
    loadSaid(tx, key),
    homesCounted(tx, key),
    officesPresent(tx, key),
    nextNumber(tx, key),
  ])
  return standing && { ...standing, said, homes, others, number: next?.number ?? 1 }
}

/** The text is made, hashed and frozen; from here on it never changes. */
export const publishMinutes = write('minutes.publish', {
  load: ({ tx, input }) => loadPublishing(tx, input),
  place: placeOf,
  refuse: (acting) => refuseMove('publish', acting.loaded, acting),
  async change(act) {
    const { tx, input, now, loaded } = act
    const { communityId, meetingId } = input
    const { meeting, minutes, said, homes, others, number } = loaded
    const year = yearOf(meeting)
    const doc = docOf(meeting, minutes, said, { year, number, now })
    const text = publicText(doc)
    const whole = wholeText(doc, restrictedOf(said, homes, others))
    const hash = hashOf(text)
    const key = [communityId, meetingId]
    await Promise.all([
      addPublic(tx, [...key, meeting.compound_id, dayOf(meeting.starts_at), doc, text, hash, now]),
      addWhole(tx, [...key, whole, hashOf(whole)]),
      publishResolutions(tx, key),
      setMinutes.published(tx, [...key, now, year, number]),
      note(act, {
        communityId,
        action: 'minutes.published',
        subjectKind: 'minutes',
        subjectId: meetingId,
        before: { state: 'signed' },
        after: { state: 'published', year, number, resolutions: said.resolutions.length },
      }),
      ...said.resolutions.map((r) =>
        note(act, {
          communityId,
          action: 'resolution.decided',
          subjectKind: 'resolution',
          subjectId: r.id,
          after: { meetingId, dueOn: r.due_on },
        }),
      ),
    ])
    return { state: 'published', number: doc.number, hash }
  },
})
