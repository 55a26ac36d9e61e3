import { type Connection, query } from '../kernel/database'
import { openPhone } from '../kernel/secrets'

type Row = Record<string, unknown>
const rows = (name: string, text: string) => query<Row>(`me.${name}`, text)
const of = 'from checkin c'
const mine = 'where c.person_id = (select me())'

const myConsents = rows(
  'consents',
  `select id as "consentId", version, given_at as "givenAt", withdrawn_at as "withdrawnAt" from consent where person_id = (select me()) order by given_at`,
)
const mySlips = query<Row & { phone_cipher: Buffer | null }>(
  'me.slips',
  `select id as "slipId", organisation_id as "unitId", number, name, phone_cipher, expires_day::text as expires, issued_at as "issuedAt", used_at as "usedAt"
   from slip where used_by = (select me()) order by issued_at`,
)
const myCheckins = query<Row & { phone_cipher: Buffer | null }>(
  'me.checkins',
  `select c.id as "checkinId", c.community_id as "communityId", c.kind, c.state, c.organisation_id as "unitId", c.presented_at as "presentedAt",
     c.accepted_at as "acceptedAt", c.confirmed_at as "confirmedAt", c.ended_at as "endedAt", c.receipt_number as "receiptNumber", c.check_code as "checkCode",
     p.name, p.phone_cipher, p.home_id as "homeId", p.skills, p.interests, p.free, p.work, p.reason
   ${of} left join checkin_profile p on p.community_id = c.community_id and p.checkin_id = c.id ${mine} order by c.presented_at`,
)
const myTakings = rows(
  'takings',
  `select k.id as "takingId", k.community_id as "communityId", k.task_id as "taskId", k.state, k.at, k.ended_at as "endedAt", k.reason
   ${of} join task_taking k on k.community_id = c.community_id and k.checkin_id = c.id ${mine} order by k.at`,
)
const myServices = rows(
  'services',
  `select s.id as "serviceId", s.community_id as "communityId", s.task_id as "taskId", s.state, s.in_at as "inAt", s.in_way as "inWay", s.work, s.out_at as "outAt",
     s.out_way as "outWay", s.whole, s.at_work as "atWork", s.twice, s.counted, s.corrects_id as "correctsId", s.reason
   ${of} join service s on s.community_id = c.community_id and s.checkin_id = c.id ${mine} order by s.in_at`,
)
const myHomes = rows(
  'careLinks',
  `select l.id as "linkId", l.community_id as "communityId", l.home_id as "homeId", l.from_day::text as "from", l.to_day::text as "to", l.reason
   ${of} join care_link l on l.community_id = c.community_id and l.checkin_id = c.id ${mine} order by l.from_day, l.id`,
)
const myVisits = rows(
  'careVisits',
  `select v.id as "visitId", v.community_id as "communityId", v.link_id as "linkId", v.day::text, v.at, v.outcome, v.needs
   ${of} join care_link l on l.community_id = c.community_id and l.checkin_id = c.id
   join care_visit v on v.community_id = l.community_id and v.link_id = l.id ${mine} order by v.at`,
)
const myRecords = rows(
  'serviceRecords',
  `select r.id as "serviceRecordId", r.community_id as "communityId", r.year, r.state, r.minutes, r.tasks, r.homes, r.visits, r.projects, r.remark, r.words,
     r.comment, r.shown_at as "shownAt", r.read_at as "readAt", r.sent_at as "sentAt"
   ${of} join service_record r on r.community_id = c.community_id and r.checkin_id = c.id ${mine} order by r.year`,
)
const opened = ({ phone_cipher, ...row }: Row & { phone_cipher: Buffer | null }): Row => ({
  ...row,
  phone: openPhone(phone_cipher),
})

/** What checking in holds on the caller, whole. */
export async function checkinsOfMine(tx: Connection) {
  const [consents, slips, checkins, takings, services, homes, visits, records] = await Promise.all([
    myConsents(tx),
    mySlips(tx),
    myCheckins(tx),
    myTakings(tx),
    myServices(tx),
    myHomes(tx),
    myVisits(tx),
    myRecords(tx),
  ])
  return {
    consents,
    slips: slips.map(opened),
    checkins: checkins.map(opened),
    takings,
    services,
    homes,
    visits,
    records,
  }
}
