import { type BoardTab, openStates } from '../../../shared/whistle/states'
import { query } from '../../kernel/database'
import { type BoardRow, boardColumns, type FaceRow, faceColumns, leadOfWhistle } from './face'

const listOf = (states: readonly string[]): string => states.map((s) => `'${s}'`).join(', ')
// word by word as the partial indexes say it
const open = `w.state in (${listOf(openStates)})`
const atWork = `w.state in (${listOf([...openStates, 'resolved'])})`
// what has no deadline is sorted after all that has one
const due = `coalesce(w.next_due_at, 'infinity'::timestamptz)`

interface Order {
  by: string
  goesOn: string
}
const byDue: Order = { by: 'w.next_due_at, w.id', goesOn: `(${due}, w.id) > ($2, $3::uuid)` }
const byResolved: Order = { by: 'w.resolved_at, w.id', goesOn: '(w.resolved_at, w.id) > ($2, $3::uuid)' }
const newest: Order = {
  by: 'w.submitted_at desc, w.id desc',
  goesOn: '(w.submitted_at, w.id) < ($2, $3::uuid)',
}

interface Tab {
  which: string
  order: Order
  /** It asks what time it is. */
  timed?: boolean
  from?: string
}
// a dispute is found by its dispatch: there are never many
const disputes =
  "(select community_id, whistle_id from dispatch where community_id = $1 and state = 'disputed') x join whistle w on w.community_id = x.community_id and w.id = x.whistle_id"
const tabs: Record<BoardTab, Tab> = {
  toAccept: { which: "w.state = 'submitted'", order: byDue },
  nearDue: {
    which: `${open} and w.next_due_at > $8 and w.next_due_at < $8::timestamptz + interval '1 day'`,
    order: byDue,
    timed: true,
  },
  overdue: { which: `${open} and w.next_due_at <= $8`, order: byDue, timed: true },
  disputed: { which: 'true', order: byDue, from: disputes },
  toFollowUp: { which: "w.state = 'resolved'", order: byResolved },
  open: { which: open, order: byDue },
  all: { which: 'true', order: newest },
}

const narrowing = `and ($4::text is null or w.category = $4) and ($5::uuid is null or w.compound_id = $5) and ($6::uuid is null or w.building_id = $6)
       and ($7::text is null or strpos(w.place, $7) > 0 or strpos(w.words, $7) > 0)`

/** A list for each tab and order, along an index of its own; what it is narrowed by is looked at on the way. */
const listed = (name: string, { which, from = 'whistle w' }: Tab, order: Order, narrowed = narrowing) =>
  query<BoardRow & { resolved_at: Date | null }>(
    `whistle.board.${name}`,
    `select ${boardColumns}, w.resolved_at from ${from} ${leadOfWhistle}
     where w.community_id = $1 and ${which} and ($2::timestamptz is null or ${order.goesOn}) ${narrowed}
     order by ${order.by} limit 21`,
  )

type Listed = ReturnType<typeof listed>
const everyTab = <T>(make: (name: BoardTab, tab: Tab) => T): Record<BoardTab, T> =>
  Object.fromEntries(
    Object.entries(tabs).map(([name, tab]) => [name, make(name as BoardTab, tab)]),
  ) as Record<BoardTab, T>

const sorted: Record<BoardTab, Listed> = everyTab((name, tab) => listed(name, tab, tab.order))
const byNewest: Record<BoardTab, Listed> = everyTab((name, tab) =>
  // what is open is walked along the index of what is open; closed ones are the many
  listed(
    `${name}.newest`,
    name === 'all' || name === 'disputed' ? tab : { ...tab, which: `${tab.which} and ${atWork}` },
    newest,
  ),
)
const allOfCompound = listed('all.ofCompound', tabs.all, newest, `and w.compound_id = $5 ${narrowing}`)
// what may be narrowed looks rarer to Postgres than it is, and all there ever were would be sorted
const allThereAre = listed('all.unnarrowed', tabs.all, newest, '')

interface Narrowed {
  category?: string | undefined
  compoundId?: string | undefined
  buildingId?: string | undefined
  find?: string | undefined
}

/** How one tab is read: its statement, whether it asks what time it is, and by what it is sorted. */
export function boardList(tab: BoardTab, sort: 'due' | 'newest' | undefined, by: Narrowed) {
  const timed = tabs[tab].timed ?? false
  const asked = [by.category, by.compoundId, by.buildingId, by.find].map((it) => it ?? null)
  // what is over has no deadline to be sorted by
  if (tab === 'all' && asked.every((it) => it === null))
    return { list: allThereAre, narrowed: [], timed, by: 'submitted' as const }
  if (tab === 'all')
    return {
      list: by.compoundId ? allOfCompound : byNewest.all,
      narrowed: asked,
      timed,
      by: 'submitted' as const,
    }
  if (sort === 'newest') return { list: byNewest[tab], narrowed: asked, timed, by: 'submitted' as const }
  return {
    list: sorted[tab],
    narrowed: asked,
    timed,
    by: tab === 'toFollowUp' ? ('resolved' as const) : ('due' as const),
  }
}

/** Every tab at once: open ones are counted along their indexes, all there ever were are known by the tally. */
export const boardCounts = query<{
  to_accept: number
  near_due: number
  overdue: number
  disputed: number
  to_follow_up: number
  open: number
  every: number
}>(
  'whistle.boardCounts',
  `select (select count(*)::int from whistle w where w.community_id = $1 and w.state = 'submitted') as to_accept,
     n.near_due, n.overdue, n.open,
     (select count(*)::int from dispatch where community_id = $1 and state = 'disputed') as disputed,
     (select count(*)::int from whistle w where w.community_id = $1 and w.state = 'resolved') as to_follow_up,
     coalesce((select whistles from tally where community_id = $1), 0) as every
   from (select count(*)::int as open, (count(*) filter (where w.next_due_at <= $2))::int as overdue,
       (count(*) filter (where w.next_due_at > $2 and w.next_due_at < $2::timestamptz + interval '1 day'))::int as near_due
     from whistle w where w.community_id = $1 and ${open}) n`,
)

/** Raised and not over yet, newest first: as many of each community as a page could show. */
export const raisedIn = query<BoardRow & { community: string; raised_at: Date; raised_for: string }>(
  'whistle.raised',
  `select w.*, c.name as community from community c
   cross join lateral (select ${boardColumns}, w.raised_at, w.raised_for from whistle w ${leadOfWhistle}
     where w.community_id = c.id and w.raised_at is not null and w.closed_at is null
       and ($2::timestamptz is null or (w.raised_at, w.id) < ($2, $3::uuid))
     order by w.raised_at desc, w.id desc limit 21) w
   where c.subdistrict_id = $1 order by w.raised_at desc, w.id desc limit 21`,
)

/** Where the caller works on what is sent there: not where they are a liaison. */
const desks = `(select 'organisation' as kind, unnest(my_workplaces()) as party_id
     union all select 'committee', unnest(my_committees()) union all select 'branch', unnest(my_branches())) k`
const onDesk = 'o.party_id = k.party_id and o.kind = k.kind'
const deskColumns = `${faceColumns}, o.id as dispatch_id, o.name as desk, o.lead as leads, o.at as sent_at,
     taken_by_name(o.community_id, o.id) as taken_by, coalesce(o.taken_by = (select me()), false) as taken_by_me`
export type DeskRow = FaceRow & {
  dispatch_id: string
  desk: string
  leads: boolean
  sent_at: Date
  taken_by: string | null
  taken_by_me: boolean
}
// desk by desk and one by one (offset 0 keeps the planner to it): what is open everywhere is many times what lies on a desk
const lyingThere = `${desks}
   cross join lateral (select * from dispatch o where ${onDesk} and o.state in ('current', 'disputed') offset 0) o
   cross join lateral (select * from whistle w where w.community_id = o.community_id and w.id = o.whistle_id offset 0) w`

export const deskOpen = query<DeskRow>(
  'whistle.deskOpen',
  `select ${deskColumns} from ${lyingThere} ${leadOfWhistle}
   where ${open} and ($1::timestamptz is null or (${due}, o.id) > ($1, $2::uuid)) order by w.next_due_at, o.id limit 21`,
)
/** As many of each desk as a page could show, newest first. */
export const deskDone = query<DeskRow>(
  'whistle.deskDone',
  `select ${deskColumns} from ${desks} cross join lateral (
     select o.* from dispatch o join whistle w on w.community_id = o.community_id and w.id = o.whistle_id
     where ${onDesk} and o.state in ('current', 'disputed', 'done') and not ${open} and ($1::timestamptz is null or (o.at, o.id) < ($1, $2::uuid))
     order by o.at desc, o.id desc limit 21) o
   join whistle w on w.community_id = o.community_id and w.id = o.whistle_id ${leadOfWhistle}
   order by o.at desc, o.id desc limit 21`,
)
export const deskCounts = query<{ to_respond: number; under_way: number; overdue: number }>(
  'whistle.deskCounts',
  `select (count(*) filter (where w.state in ('dispatched', 'reopened')))::int as to_respond,
     (count(*) filter (where w.state = 'responded'))::int as under_way, (count(*) filter (where w.next_due_at <= $1))::int as overdue
   from ${lyingThere} where ${open}`,
)
