import type { Category, Urgency } from '../../../shared/whistle/categories'
import {
  type DispatchState,
  openStates,
  type PartyKind,
  type WhistleState,
} from '../../../shared/whistle/states'
import { query } from '../../kernel/database'
import { type FaceRow, faceColumns, leadOfWhistle } from './face'

export interface StepRow {
  entry_id: string
  at: Date
  action: string
  mine: boolean
  actor: string | null
  after: Record<string, unknown> | null
  words: string | null
}
export const stepsOf = query<StepRow>('whistle.steps', 'select * from whistle_steps($1, $2)')

export interface PhotoRow {
  whistle_id: string
  photo_id: string
  entry_id: string | null
  after_work: boolean
  file_key: string
  made: boolean
  released: boolean
  open_to_me: boolean
}
export const photosOf = query<PhotoRow>('whistle.photos', 'select * from whistle_photos($1, array[$2::uuid])')

/** The finding that it was made from, for whoever may see that. */
export const findingOfWhistle = query<{ id: string; plan: string; at: Date }>(
  'whistle.finding',
  `select f.id, v.name as plan, f.at from finding f join patrol_version v on v.community_id = f.community_id and v.id = f.version_id
   where f.community_id = $1 and f.whistle_id = $2`,
)

export interface DispatchRow {
  id: string
  kind: PartyKind
  party_id: string
  name: string
  lead: boolean
  state: DispatchState
  at: Date
  taken_by: string | null
}
export const dispatchesOf = query<DispatchRow>(
  'whistle.dispatches',
  `select id, kind, party_id, name, lead, state, at, taken_by_name(community_id, id) as taken_by
   from dispatch where community_id = $1 and whistle_id = $2 order by at, lead desc, id`,
)

/** Who reported it, or for whom it was written down; empty for all but the community's workers. */
export interface TellerRow {
  person_id: string | null
  /** For whom it was written down: under which whistle. */
  written_as: string | null
  name: string | null
  phone_cipher: Buffer | null
  anonymous: boolean
  first: boolean
}
export const tellersOf = query<TellerRow>('whistle.tellers', 'select * from whistle_tellers($1, $2)')

/** Whether the one question after closing waits for the caller's answer. */
export const surveyAsked = query<{ asked: boolean }>(
  'whistle.surveyAsked',
  `select exists (select 1 from whistle_survey where community_id = $1 and whistle_id = $2 and person_id = (select me()) and answer is null) as asked`,
)

export const whistlesOfMine = query<FaceRow & { first: boolean; at: Date }>(
  'whistle.mine',
  `select ${faceColumns}, r.first, r.at from whistle_reporter r
   join whistle w on w.community_id = r.community_id and w.id = r.whistle_id ${leadOfWhistle}
   where r.person_id = (select me()) and ($1::timestamptz is null or (r.at, r.whistle_id) < ($1, $2::uuid))
   order by r.at desc, r.whistle_id desc limit 21`,
)
export const countMine = query<{ total: number }>(
  'whistle.countMine',
  'select count(*)::int as total from whistle_reporter where person_id = (select me())',
)

export const compoundSeen = query<{ id: string }>(
  'whistle.compoundSeen',
  'select id from compound where community_id = $1 and id = $2',
)
export interface PublicRow {
  whistle_id: string
  community_id: string
  place: string
  category: Category
  urgency: Urgency
  state: WhistleState
  words: string | null
  joined: number
  submitted_at: Date
  next_due_at: Date | null
  lead: string | null
}
const publicColumns = `p.whistle_id, p.community_id, p.place, p.category, p.urgency, p.state, p.joined, p.submitted_at, p.next_due_at, p.lead`
const open = `p.state in (${openStates.map((s) => `'${s}'`).join(', ')})`
const newestOpen = `from whistle_public p where p.community_id = $1 and p.compound_id = $2 and ${open} order by p.submitted_at desc, p.whistle_id desc limit 50`

export const openNearby = query<PublicRow & { pieces: string[]; mine: boolean }>(
  'whistle.openNearby',
  // words are for neighbours and for whoever works for the community; a company that serves the compound is sent its own
  `select ${publicColumns}, p.pieces,
     case when p.compound_id = any ((select my_compounds())::uuid[]) or p.community_id = any ((select my_communities())::uuid[])
       then left(p.words, 200) end as words,
     exists (select 1 from whistle_reporter r where r.community_id = p.community_id and r.whistle_id = p.whistle_id and r.person_id = (select me())) as mine
   ${newestOpen}`,
)
/** The first picture of each that anybody may look at. */
export const picturesNearby = query<{ whistle_id: string; file_key: string }>(
  'whistle.picturesNearby',
  `select distinct on (whistle_id) whistle_id, file_key
   from whistle_photos($1, array(select p.whistle_id ${newestOpen})) with ordinality where released and made
   order by whistle_id, entry_id nulls first, ordinality`,
)

export type PublicSteps = { action: string; at: string; by?: string; outcome?: string }[]
/** Without those that came to nothing: what was taken back or not taken in is nobody else's business. */
const listed = (name: string, narrowed: string) =>
  query<PublicRow & { steps: PublicSteps }>(
    `whistle.public.${name}`,
    `select ${publicColumns}, p.steps from whistle_public p
     where p.community_id = $1 and p.compound_id = $2 and ${narrowed}
       and p.submitted_at >= $3 and (p.submitted_at, p.whistle_id) < ($4::timestamptz, $5::uuid)
     order by p.submitted_at desc, p.whistle_id desc limit 21`,
  )
export const publicWhistles = {
  all: listed('all', "p.state not in ('rejected', 'withdrawn')"),
  open: listed('open', open),
  done: listed('done', "p.state in ('resolved', 'followedUp', 'closed')"),
}
/** Day by day of when they came: how many, and how many of these are still open. */
export const publicDays = query<{ day: string; submitted: number; open: number; done: number }>(
  'whistle.publicDays',
  `select day_in_china(p.submitted_at)::text as day, count(*)::int as submitted, (count(*) filter (where ${open}))::int as open,
     (count(*) filter (where p.state in ('resolved', 'followedUp', 'closed')))::int as done
   from whistle_public p
   where p.community_id = $1 and p.compound_id = $2 and p.submitted_at >= $3 and p.submitted_at < $4 and p.state not in ('rejected', 'withdrawn')
   group by 1 order by 1`,
)

/** To whom work in a compound can be sent today: who is engaged there, and its own bodies. */
export const partiesIn = query<{ kind: PartyKind; party_id: string; name: string }>(
  'whistle.parties',
  `select 'organisation' as kind, o.id as party_id, o.name from engagement e join organisation o on o.id = e.organisation_id
   where e.community_id = $1 and (e.compound_id is null or e.compound_id = $2) and e.from_day <= $3 and (e.to_day is null or e.to_day >= $3)
   union
   select b.kind, b.compound_id, b.name from bodies_of($1, $2, $3) b order by 1 desc, 3`,
)
/** Who got most of the last twenty of the compound that were like it; of several the last. */
export const usualLead = query<{ kind: PartyKind; party_id: string }>(
  'whistle.usualLead',
  `select n.kind, n.party_id from (
     select d.kind, d.party_id, d.at from whistle w
     join dispatch d on d.community_id = w.community_id and d.whistle_id = w.id and d.lead and d.state in ('current', 'disputed', 'done')
     where w.community_id = $1 and w.compound_id = $2 and ($3::text is null or w.category = $3)
     order by w.submitted_at desc, w.id desc limit 20) n
   group by n.kind, n.party_id order by count(*) desc, max(n.at) desc limit 1`,
)

export const setOwnClock = query(
  'whistle.setClock',
  `insert into whistle_clock (community_id, category, urgency, response_amount, response_unit, resolution_amount, resolution_unit, set_by, set_at)
   values ($1, $2, $3, $4, $5, $6, $7, (select me()), $8)
   on conflict (community_id, category, urgency) do update set response_amount = excluded.response_amount,
     response_unit = excluded.response_unit, resolution_amount = excluded.resolution_amount, resolution_unit = excluded.resolution_unit,
     set_by = excluded.set_by, set_at = excluded.set_at`,
)
export const setOwnQuota = query(
  'whistle.setQuota',
  `insert into whistle_quota (community_id, a_day, alike_a_day, set_by, set_at) values ($1, $2, $3, (select me()), $4)
   on conflict (community_id) do update set a_day = excluded.a_day, alike_a_day = excluded.alike_a_day,
     set_by = excluded.set_by, set_at = excluded.set_at`,
)
export const communitySeen = query<{ id: string }>(
  'whistle.community',
  'select id from community where id = $1',
)
