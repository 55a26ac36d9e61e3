import type { MinutesDoc } from '../../../shared/minutes/canonical'
import { query } from '../../kernel/database'

export interface PublicRow {
  community_id: string
  meeting_id: string
  compound_id: string | null
  day: string
  doc: MinutesDoc
  hash: string
  published_at: Date
}
const columns = 'community_id, meeting_id, compound_id, day::text, doc, hash, published_at'
export const publicOf = query<PublicRow>(
  'minutes.public',
  `select ${columns} from minutes_public where community_id = $1 and meeting_id = $2`,
)
export const publishedList = query<PublicRow>(
  'minutes.published',
  `select ${columns} from minutes_public where community_id = $1 and ($2::uuid is null or compound_id = $2)
     and ($3::timestamptz is null or (published_at, meeting_id) < ($3, $4::uuid))
   order by published_at desc, meeting_id desc limit 21`,
)
export const publicTextOf = query<{ text: string; hash: string; doc: MinutesDoc; day: string }>(
  'minutes.publicText',
  'select text, hash, doc, day::text from minutes_public where community_id = $1 and meeting_id = $2',
)
export const wholeTextOf = query<{ text: string; hash: string }>(
  'minutes.wholeText',
  'select text, hash from minutes_whole where community_id = $1 and meeting_id = $2',
)
/** Whoever reads the draft reads its restricted part too. */
export const readsDraft = query<{ reads: boolean }>('minutes.reads', 'select reads_minutes($1, $2) as reads')
export const homesCounted = query<{ label: string; present: boolean }>(
  'minutes.homes',
  'select * from homes_counted($1, $2)',
)
export const officesPresent = query<{ role: string | null; present_as: string }>(
  'minutes.others',
  'select * from offices_present($1, $2)',
)
export const communityName = query<{ name: string }>(
  'minutes.community',
  'select name from community where id = $1',
)
