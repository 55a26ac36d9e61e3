import type { CheckState, PhotoReason, PhotoState } from '../../shared/media/states'
import { query } from '../kernel/database'

export interface PhotoRow {
  id: string
  community_id: string
  author_id: string | null
  file_key: string
  state: PhotoState
  refused_for: PhotoReason | null
  width: number | null
  height: number | null
  opened_at: Date
  check_state: CheckState
}

const columns =
  'id, community_id, author_id, file_key, state, refused_for, width, height, opened_at, check_state'
const faces = `select ${columns} from photo`

export const photoById = query<PhotoRow>('photo.get', `${faces} where community_id = $1 and id = $2`)
export const photoForUpdate = query<PhotoRow>(
  'photo.forUpdate',
  `${faces} where community_id = $1 and id = $2 for update`,
)
export const myPhotoForUpdate = query<PhotoRow>(
  'photo.mineForUpdate',
  `${faces} where community_id = $1 and id = $2 and author_id = (select me()) for update`,
)
export const photosToCheck = query<PhotoRow>(
  'photo.toCheck',
  `${faces} where community_id = $1 and state = 'ready' and check_state = 'waiting'
     and ($2::timestamptz is null or (opened_at, id) > ($2, $3::uuid))
   order by opened_at, id limit 21`,
)
export const countToCheck = query<{ waiting: number }>(
  'photo.countToCheck',
  `select count(*)::int as waiting from photo where community_id = $1 and state = 'ready' and check_state = 'waiting'`,
)

/** What may stand against another photo: all others of today; and whether somebody without a role waits to be let in there. */
export const standing = query<{ today: number; claiming: boolean }>(
  'photo.standing',
  `select (select count(*)::int from photo where author_id = (select me()) and opened_at >= $3 and id <> $2) as today,
     exists (select 1 from claim where community_id = $1 and person_id = (select me()) and state = 'submitted') as claiming`,
)
export const keepOpen = query(
  'photo.keepOpen',
  `update photo set open_until = $5
   where community_id = $1 and id = $2 and author_id = (select me()) and bytes = $3 and content_type = $4`,
)

/** Made or refused: the one or the other half of the values is empty. */
export const settlePhotoWords = `update photo set state = $3, refused_for = $4, width = $5, height = $6, made_at = $7
   where community_id = $1 and id = $2 and state = 'opened'`
export const settlePhoto = query('photo.settle', settlePhotoWords)
export const setChecked = query(
  'photo.check',
  'update photo set check_state = $3, checked_by = $4, checked_at = $5 where community_id = $1 and id = $2',
)

export const photosOfMine = query<PhotoRow & { content_type: string; bytes: number; made_at: Date | null }>(
  'photo.mine',
  `select ${columns}, content_type, bytes, made_at from photo where author_id = (select me()) order by opened_at`,
)
