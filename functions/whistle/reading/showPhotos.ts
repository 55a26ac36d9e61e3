import type { Output } from '../../../shared/contract'
import { picturesOf } from '../../media/keep'
import type { PhotoRow } from './queries'

type Photo = Output<'whistle.get'>['photos'][number]

/** Photos with addresses where the caller may look at them. */
export const showPhotos = (rows: readonly PhotoRow[], now: Date): Promise<Photo[]> =>
  Promise.all(
    rows.map(async (p) => ({
      photoId: p.photo_id,
      when: p.after_work ? ('after' as const) : ('before' as const),
      ...(p.open_to_me ? await picturesOf(p.file_key, now) : { thumb: null, whole: null }),
      released: p.released,
    })),
  )
