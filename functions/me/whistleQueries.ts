import { type Connection, query } from '../kernel/database'

// of what somebody else whistled first, the words are theirs
const myWhistles = query<Record<string, unknown>>(
  'me.whistles',
  `select r.whistle_id as "whistleId", r.community_id as "communityId", r.at, r.first, r.anonymous, w.place, w.category, w.state,
     case when r.first then w.words end as words, case when r.first then w.lat end as lat, case when r.first then w.lng end as lng
   from whistle_reporter r left join whistle w on w.community_id = r.community_id and w.id = r.whistle_id
   where r.person_id = (select me()) order by r.at`,
)
const myCalls = query<Record<string, unknown> & { phone_cipher: Buffer | null }>(
  'me.calls',
  `select whistle_id as "whistleId", community_id as "communityId", at, name, phone_cipher, words from my_calls()`,
)
const myNotes = query<Record<string, unknown>>(
  'me.notes',
  `select entry_id as "entryId", community_id as "communityId", whistle_id as "whistleId", words from whistle_note
   where person_id = (select me()) order by entry_id`,
)
const mySurveys = query<Record<string, unknown>>(
  'me.surveys',
  `select whistle_id as "whistleId", community_id as "communityId", asked_at as "askedAt", answer, answered_at as "answeredAt"
   from whistle_survey where person_id = (select me()) order by asked_at`,
)
// who did it stays out: that is somebody else
const myInbox = query<Record<string, unknown>>(
  'me.inbox',
  `select id as "lineId", community_id as "communityId", at, action, subject_kind as "subjectKind", subject_id as "subjectId",
     actor_role as "actorRole", after, times, read_at as "readAt"
   from inbox where person_id = (select me()) order by at desc limit 5000`,
)
const myExports = query<Record<string, unknown>>(
  'me.exports',
  `select id as "exportId", community_id as "communityId", at, months, done from rates_export where person_id = (select me()) order by at`,
)

/** What whistles and all around them hold on the caller. */
export async function allOfMine(tx: Connection) {
  const [whistles, calls, notes, surveys, inbox, exports] = await Promise.all([
    myWhistles(tx),
    myCalls(tx),
    myNotes(tx),
    mySurveys(tx),
    myInbox(tx),
    myExports(tx),
  ])
  return { whistles, calls, notes, surveys, inbox, exports }
}
