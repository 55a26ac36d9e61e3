import { type Connection, query } from '../kernel/database'

type Row = Record<string, unknown>

const myQuestions = query<Row>(
  'me.questions',
  `select id as "questionId", community_id as "communityId", compound_id as "compoundId", statement_id as "statementId", account_id as "accountId", words, at,
     due_at as "dueAt", answer, answered_at as "answeredAt", answered_as as "answeredAs" from asked_by_me()`,
)
const mySpendings = query<Row>(
  'me.spendings',
  `select id as "spendingId", community_id as "communityId", compound_id as "compoundId", words, fen::float8, state, asked_at as "askedAt"
   from spending where asked_by = (select me()) order by asked_at`,
)
const myApprovals = query<Row>(
  'me.approvals',
  `select spending_id as "spendingId", community_id as "communityId", compound_id as "compoundId", body, at
   from spending_approval where person_id = (select me()) order by at`,
)

// of the homes that are theirs: the plate is
const myLeases = query<Row>(
  'me.leases',
  `select id as "leaseId", community_id as "communityId", compound_id as "compoundId", space_id as "spaceId", home_id as "homeId", plate, from_day::text as "from",
     to_day::text as "to" from lease where home_id = any ((select my_homes())::uuid[]) order by from_day, id`,
)
const myWaits = query<Row>(
  'me.waits',
  `select id as "waitId", community_id as "communityId", compound_id as "compoundId", home_id as "homeId", plate, at, ended_at as "endedAt", reason
   from wait where home_id = any ((select my_homes())::uuid[]) order by at`,
)

/** What common revenue holds on the caller: what they asked, asked for and approved; leases and waiting of their homes, with the plate. */
export async function allOfMoney(tx: Connection) {
  const [questions, spendings, approvals, leases, waits] = await Promise.all([
    myQuestions(tx),
    mySpendings(tx),
    myApprovals(tx),
    myLeases(tx),
    myWaits(tx),
  ])
  return { questions, spendings, approvals, leases, waits }
}
