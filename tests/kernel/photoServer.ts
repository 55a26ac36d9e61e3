import type { Output } from '../../shared/contract'
import type { PhotoReason } from '../../shared/media/states'
import { photoReasonWords } from '../../shared/media/words'
import { camera } from './camera'
import { type Answers, refuse } from './screens/wire'

interface Kept {
  bytes: number
  hasFile: boolean
  state: 'opened' | 'ready' | 'refused'
  reason?: PhotoReason
}

/** A small far end that takes photos as the server does: each step may come twice. */
export function photoServer() {
  const photos = new Map<string, Kept>()
  const answers: Answers = {
    'media.upload': ({ id, bytes }) => {
      const was = photos.get(id)
      if (was && was.bytes !== bytes) return refuse('id_taken')()
      if (!was) photos.set(id, { bytes, hasFile: false, state: 'opened' })
      return { id, url: '/api/storage', fields: { key: id, policy: 'p' } }
    },
    'media.finish': ({ photoId }) => {
      const photo = photos.get(photoId)
      if (!photo) return refuse('not_found')()
      if (photo.state === 'opened' && !photo.hasFile) return refuse('photo_not_there')()
      if (photo.state === 'opened') photo.state = photo.reason ? 'refused' : 'ready'
      return viewOf(photoId, photo)
    },
  }
  const take: typeof camera.upload = async (sent, tell) => {
    tell(62)
    const photo = photos.get(sent.formData.key ?? '')
    if (!photo) return { statusCode: 403, data: '' }
    photo.hasFile = true
    return { statusCode: 200, data: '{}' }
  }
  camera.upload = take
  return { photos, answers, take }
}

const viewOf = (photoId: string, { state, reason }: Kept): Output<'media.finish'> => ({
  photoId,
  state,
  checkState: 'waiting',
  openedAt: '2026-11-21T01:00:00.000Z',
  width: 1600,
  height: 1200,
  thumb: null,
  whole: null,
  says: state === 'refused' && reason ? photoReasonWords[reason] : null,
})
