import type { z } from 'zod/mini'
import type { photoView } from '../../shared/media/contract'
import { photoReasonWords } from '../../shared/media/words'
import { picturesOf } from './keep'
import type { PhotoRow } from './queries'

export async function showPhoto(photo: PhotoRow, now: Date): Promise<z.output<typeof photoView>> {
  const pictures =
    photo.state === 'ready' ? await picturesOf(photo.file_key, now) : { thumb: null, whole: null }
  return {
    photoId: photo.id,
    state: photo.state,
    checkState: photo.check_state,
    openedAt: photo.opened_at.toISOString(),
    width: photo.width,
    height: photo.height,
    ...pictures,
    says: photo.refused_for && photoReasonWords[photo.refused_for],
  }
}
