import type { Category } from '../../../shared/whistle/categories'
import type { WhistleState } from '../../../shared/whistle/states'
import { query } from '../../kernel/database'

export interface ItemRow {
  id: string
  place: number
  title: string
  words: string | null
  minutes: number | null
  owners: boolean
  resolution_id: string | null
}
const columns = 'id, place, title, words, minutes, owners, resolution_id'
/** The agenda in its order; before the meeting begins with what is open from earlier ones of its series. */
export const itemsOf = query<ItemRow>(
  'agenda.items',
  `select ${columns} from meeting_item where community_id = $1 and meeting_id = $2
   union all
   select r.id, (row_number() over (order by r.due_on, r.id))::int - 1000, left(r.words, 40), null, null, false, r.id
   from meeting m join resolution r on r.community_id = m.community_id and r.series_id = m.series_id and r.state = 'open' and r.meeting_id <> m.id
   where m.community_id = $1 and m.id = $2 and m.state in ('planned', 'noticed')
   order by 2, 1`,
)
/** Those that somebody put there, by id: what is carried over stays out of anybody's hands. */
export const ownItems = query<ItemRow & { sent_hash: Buffer; waits: boolean }>(
  'agenda.own',
  `select ${columns}, sent_hash, exists (select 1 from tabling t where t.community_id = i.community_id and t.meeting_id = i.meeting_id
     and t.item_id = i.id and t.back_at is null) as waits
   from meeting_item i where community_id = $1 and meeting_id = $2 and resolution_id is null order by place, id`,
)
export interface ItemWhistleRow {
  item_id: string
  whistle_id: string
  words: string | null
  category: Category
  place: string
  state: WhistleState
  tabled: boolean
}
// whoever does not reach the whistle reads what the compound published of it
export const whistlesOfItems = query<ItemWhistleRow>(
  'agenda.whistles',
  `select i.item_id, i.whistle_id, left(w.words, 200) as words, p.category, split_part(p.place, ' · ', 1) as place, p.state,
     exists (select 1 from tabling t where t.community_id = i.community_id and t.meeting_id = i.meeting_id and t.whistle_id = i.whistle_id
       and t.back_at is null) as tabled
   from meeting_item_whistle i
   join whistle_public p on p.community_id = i.community_id and p.whistle_id = i.whistle_id
   left join whistle w on w.community_id = i.community_id and w.id = i.whistle_id
   where i.community_id = $1 and i.meeting_id = $2 order by p.submitted_at, i.whistle_id`,
)
export interface PaperRow {
  item_id: string
  photo_id: string
  file_key: string
  made: boolean
  released: boolean
  open_to_me: boolean
}
export const papersOf = query<PaperRow>('agenda.papers', 'select * from meeting_papers($1, $2)')

/** Of the named whistles those that a meeting of this compound (or of the whole community) may take up. */
export const whistlesFitting = query<{ whistle_id: string }>(
  'agenda.whistlesFitting',
  `select p.whistle_id from meeting m join whistle_public p on p.community_id = m.community_id and p.whistle_id = any ($3::uuid[])
   where m.community_id = $1 and m.id = $2 and (m.compound_id is null or p.compound_id = m.compound_id)`,
)
/** Photos of the caller that hang on no other meeting. */
export const papersFree = query<{ id: string }>(
  'agenda.papersFree',
  `select p.id from photo p where p.community_id = $1 and p.id = any ($2::uuid[]) and p.state <> 'refused'
     and (p.author_id = (select me()) or exists (select 1 from meeting_paper o where o.community_id = p.community_id and o.photo_id = p.id and o.meeting_id = $3))
     and not exists (select 1 from meeting_paper o where o.community_id = p.community_id and o.photo_id = p.id and o.meeting_id <> $3)`,
)

// only onto the item as it was sent: under an id that holds something else nothing is added
const ontoItem =
  'from meeting_item i where i.community_id = $1 and i.meeting_id = $2 and i.id = $3 and i.sent_hash = $4'
export const addItemWhistles = query(
  'agenda.addWhistles',
  `insert into meeting_item_whistle (community_id, meeting_id, item_id, whistle_id)
   select $1, $2, $3, w from unnest($5::uuid[]) w where exists (select 1 ${ontoItem}) on conflict do nothing`,
)
export const addItemPapers = query(
  'agenda.addPapers',
  `insert into meeting_paper (community_id, photo_id, meeting_id, item_id, place)
   select $1, p, $2, $3, n from unnest($5::uuid[]) with ordinality given(p, n) where exists (select 1 ${ontoItem}) on conflict do nothing`,
)
export const changeItemTo = query(
  'agenda.change',
  `update meeting_item set title = $4, words = $5, minutes = $6, owners = $7, sent_hash = $8
   where community_id = $1 and meeting_id = $2 and id = $3`,
)
export const dropItemWhistles = query(
  'agenda.dropWhistles',
  `delete from meeting_item_whistle where community_id = $1 and meeting_id = $2 and item_id = $3 and whistle_id <> all ($4::uuid[])`,
)
export const dropItemPapers = query(
  'agenda.dropPapers',
  `delete from meeting_paper where community_id = $1 and meeting_id = $2 and item_id = $3 and photo_id <> all ($4::uuid[])`,
)
export const dropItemRow = query(
  'agenda.drop',
  'delete from meeting_item where community_id = $1 and meeting_id = $2 and id = $3',
)
export const orderItemRows = query(
  'agenda.order',
  `update meeting_item i set place = o.n from unnest($3::uuid[]) with ordinality o(id, n)
   where i.community_id = $1 and i.meeting_id = $2 and i.id = o.id`,
)
export const whistlesWaiting = query<{ whistle_id: string }>(
  'agenda.waiting',
  `select whistle_id from tabling where community_id = $1 and meeting_id = $2 and item_id = $3 and back_at is null`,
)
