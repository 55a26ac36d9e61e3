import { type Connection, query } from '../kernel/database'

type Row = Record<string, unknown>

const myAttendances = query<Row>(
  'me.attendances',
  `select id as "attendanceId", community_id as "communityId", meeting_id as "meetingId", name, present_as as "presentAs", at
   from meeting_attendance where person_id = (select me()) order by at`,
)
const myInvitations = query<Row>(
  'me.invitations',
  `select meeting_id as "meetingId", community_id as "communityId", kind from meeting_circle where person_id = (select me()) order by meeting_id`,
)
const myStanding = query<Row>(
  'me.standing',
  `select series_id as "seriesId", community_id as "communityId", kind from series_circle where person_id = (select me()) order by series_id`,
)
const myAmendments = query<Row>(
  'me.amendments',
  `select id as "amendmentId", community_id as "communityId", meeting_id as "meetingId", words, at, decision, answer, answered_at as "answeredAt"
   from minutes_amendment where person_id = (select me()) order by at`,
)
const myObjections = query<Row>(
  'me.objections',
  `select id as "objectionId", community_id as "communityId", meeting_id as "meetingId", words, at, answer, answered_at as "answeredAt"
   from minutes_objection where person_id = (select me()) order by at`,
)
const myProgress = query<Row>(
  'me.progress',
  `select id as "progressId", community_id as "communityId", resolution_id as "resolutionId", kind, words, at
   from resolution_progress where person_id = (select me()) order by at`,
)
const myPledges = query<Row>(
  'me.pledges',
  `select id as "pledgeId", community_id as "communityId", resolution_id as "resolutionId", home_id as "homeId", fen::float8, at,
     withdrawn_at as "withdrawnAt" from pledge where person_id = (select me()) order by at`,
)

/** What meetings and all around them hold on the caller. */
export async function allAtMeetings(tx: Connection) {
  const [attendances, invitations, standing, amendments, objections, progress, pledges] = await Promise.all([
    myAttendances(tx),
    myInvitations(tx),
    myStanding(tx),
    myAmendments(tx),
    myObjections(tx),
    myProgress(tx),
    myPledges(tx),
  ])
  return { attendances, invitations, standing, amendments, objections, progress, pledges }
}
