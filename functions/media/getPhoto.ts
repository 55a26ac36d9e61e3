import { judge } from '../../shared/permissions'
import { Refused } from '../kernel/refused'
import { read } from '../kernel/verb'
import { photoById } from './queries'
import { showPhoto } from './view'

/** For who took it, and who may check it; of others' photos nobody else hears. */
export const getPhoto = read('media.get', {
  load: async ({ tx, input }) => (await photoById(tx, [input.communityId, input.photoId]))[0],
  answer({ loaded: photo, caller, input, now }) {
    const own = photo.author_id === caller.personId
    if (!own && judge(caller, 'media.check', { communityId: input.communityId }))
      throw new Refused('not_found')
    return showPhoto(photo, now)
  },
})
