import type { Grouping, Rate } from '../../shared/rates/definitions'
import type { Category } from '../../shared/whistle/categories'
import type { Outcome, WhistleState } from '../../shared/whistle/states'
import { type Connection, query } from '../kernel/database'

/** Whose whistles: of a community, or of all communities of a subdistrict that the caller reaches. */
const communitiesOf = {
  community: 'array[$1::uuid]',
  subdistrict: 'array(select c.id from community c where c.subdistrict_id = $1)',
} as const
export type Over = keyof typeof communitiesOf

/** By what a whistle is told apart; $1 is where. */
const groups: Record<Grouping, string> = {
  month: `to_char(r.at at time zone 'Asia/Shanghai', 'YYYY-MM')`,
  category: 'r.category',
  compound: 'r.compound_id::text',
  building: `coalesce(r.building_id::text, 'none')`,
  party: `coalesce(r.party_kind || ' ' || r.party_id, 'none')`,
  community: 'r.community_id::text',
}
/** What a group is called, where that is not said by words of the house. */
const namesOf = (over: Over): Partial<Record<Grouping, string>> => ({
  compound: `(select p.name from compound p where p.community_id = any (${communitiesOf[over]}) and p.id = g.key::uuid)`,
  building: `(select p.name || ' ' || b.name from building b join compound p on p.community_id = b.community_id and p.id = b.compound_id
    where b.community_id = any (${communitiesOf[over]}) and b.id = nullif(g.key, 'none')::uuid)`,
  party: 'g.party',
  community: '(select c.name from community c where c.id = g.key::uuid)',
})

export interface CountRow {
  key: string
  name: string | null
  rate: Rate
  denominator: number
  numerator: number
  unanswered: number
}

// What is asked about stands in $1 to $5: where, from when, until when, as of now, and in which compound. Both sides are measured:
// a party by what was missed since it has the whistle, a place by all that was missed.
const rated = (over: Over, by: Grouping, ofRate = 'null') =>
  `rated_whistles(${communitiesOf[over]}, $2, $3, $4, ${ofRate}, ${by === 'party'}) r where ($5::uuid is null or r.compound_id = $5)`

const counts = (over: Over, by: Grouping) =>
  query<CountRow>(
    `rates.${over}.${by}`,
    `select g.key, ${namesOf(over)[by] ?? 'null'} as name, g.rate, g.denominator, g.numerator, g.unanswered from (
       select ${groups[by]} as key, r.rate, max(r.party) as party, count(*)::int as denominator,
         count(*) filter (where r.met)::int as numerator, count(*) filter (where r.unanswered)::int as unanswered
       from ${rated(over, by)} group by 1, 2) g order by g.key`,
  )

type Ask<Row extends object> = (tx: Connection, values: unknown[]) => Promise<Row[]>
const forEach = <Row extends object>(make: (over: Over, by: Grouping) => Ask<Row>) => {
  const of = (over: Over) =>
    Object.fromEntries((Object.keys(groups) as Grouping[]).map((by) => [by, make(over, by)])) as Record<
      Grouping,
      Ask<Row>
    >
  return { community: of('community'), subdistrict: of('subdistrict') }
}
export const countsBy = forEach(counts)

export interface SurveyRow {
  asked: number
  answered: number
  well: number
  broken: number
  unsure: number
}
const surveys = (over: Over) =>
  query<SurveyRow>(`rates.${over}.surveys`, `select * from surveys_of(${communitiesOf[over]}, $4, $2, $3)`)
export const surveysOf = { community: surveys('community'), subdistrict: surveys('subdistrict') }

export interface RatedRow {
  community_id: string
  whistle_id: string
  rate: Rate
  at: Date
  met: boolean
  unanswered: boolean
  category: Category
  state: WhistleState
  place: string
  words: string | null
  submitted_at: Date
  responded_at: Date | null
  outcome: Outcome | 'unanswered' | null
  stars: number | null
  party: string | null
}
// place and words are read from what the compound publishes; words, and what was written beside the place, for the community alone
const theirs = 'r.community_id = any ((select my_communities())::uuid[])'
const faces = `r.community_id, r.whistle_id, r.rate, r.at, r.met, r.unanswered, r.category, r.state, case when ${theirs} then f.words end as words,
    case when ${theirs} then f.place else split_part(f.place, ' · ', 1) end as place, r.submitted_at,
    r.responded_at, r.outcome, r.stars, r.party`
const published = 'join whistle_public f on f.community_id = r.community_id and f.whistle_id = r.whistle_id'

// the number: $6 the rate, $7 the group or none, $8 the side
const number = (
  over: Over,
  by: Grouping,
) => `${rated(over, by, '$6')} and ($7::text is null or ${groups[by]} = $7)
    and case $8 when 'met' then r.met when 'unmet' then not r.met when 'unanswered' then r.unanswered else true end`

export const listBy = forEach((over, by) =>
  query<RatedRow>(
    `rates.${over}.${by}.list`,
    `select ${faces} from (select r.* from ${number(over, by)} and ($9::timestamptz is null or (r.at, r.whistle_id) < ($9, $10::uuid))
       order by r.at desc, r.whistle_id desc limit 21) r ${published} order by r.at desc, r.whistle_id desc`,
  ),
)
export const countOfNumber = forEach((over, by) =>
  query<{ total: number }>(
    `rates.${over}.${by}.total`,
    `select count(*)::int as total from ${number(over, by)}`,
  ),
)

export const linesOfMonth = forEach((over, by) =>
  query<RatedRow>(
    `rates.${over}.${by}.lines`,
    `select ${faces} from (select r.* from ${rated(over, by)}) r ${published} order by r.submitted_at, r.whistle_id`,
  ),
)
/** A line of the spreadsheet is a whistle in a month. */
export const countLines = forEach((over, by) =>
  query<{ lines: number }>(
    `rates.${over}.${by}.countLines`,
    `select count(distinct (r.whistle_id, ${groups.month}))::int as lines from ${rated(over, by)}`,
  ),
)

interface ExportRow {
  done: number
  months: number
  at: Date
}
export const exportForUpdate = query<ExportRow>(
  'rates.exportForUpdate',
  'select done, months, at from rates_export where community_id = $1 and id = $2 and person_id = (select me()) for update',
)
export const setExportDone = query(
  'rates.setExportDone',
  'update rates_export set done = $3 where community_id = $1 and id = $2',
)
