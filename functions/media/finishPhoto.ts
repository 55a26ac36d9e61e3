import { note } from '../kernel/record'
import { Refused } from '../kernel/refused'
import { write } from '../kernel/verb'
import { dropOriginal, makePhoto } from './keep'
import { myPhotoForUpdate, settlePhoto } from './queries'
import { settledBy, valuesOf } from './settle'
import { showPhoto } from './view'

/** The row stays locked while the pictures are made: who asks a second time waits, and finds them made. */
export const finishPhoto = write('media.finish', {
  load: async ({ tx, input }) => (await myPhotoForUpdate(tx, [input.communityId, input.photoId]))[0],
  async act(act) {
    const { tx, now, loaded: photo } = act
    if (photo.state !== 'opened') return showPhoto(photo, now)
    const made = await makePhoto(photo.file_key)
    if (!made) throw new Refused('photo_not_there')
    const settled = settledBy(made, now)
    const { community_id, id, file_key } = photo
    await Promise.all([
      settlePhoto(tx, [community_id, id, ...valuesOf(settled)]),
      note(act, {
        communityId: community_id,
        action: 'photo.made',
        subjectKind: 'photo',
        subjectId: id,
        after: settled.noted,
      }),
    ])
    // were this undone now, the phone would be asked for the file again
    await dropOriginal(file_key)
    const { state, refusedFor: refused_for, width, height } = settled
    return showPhoto({ ...photo, state, refused_for, width, height }, now)
  },
})
