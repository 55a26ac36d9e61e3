import { verdictLeadsTo } from '../../shared/media/states'
import { note } from '../kernel/record'
import { write } from '../kernel/verb'
import { photoForUpdate, setChecked } from './queries'

export const checkPhoto = write('media.check', {
  load: async ({ tx, input }) => (await photoForUpdate(tx, [input.communityId, input.photoId]))[0],
  // a worker may look at their own too: it is about who can be seen in it, and a community may have one worker alone
  refuse({ input, loaded }) {
    if (loaded.state !== 'ready') return 'photo_not_there'
    return loaded.check_state === verdictLeadsTo[input.verdict] ? 'photo_checked' : undefined
  },
  async change(act) {
    const { tx, input, now, caller, loaded } = act
    const checkState = verdictLeadsTo[input.verdict]
    await Promise.all([
      setChecked(tx, [input.communityId, input.photoId, checkState, caller.personId, now]),
      note(act, {
        communityId: input.communityId,
        action: 'photo.checked',
        subjectKind: 'photo',
        subjectId: input.photoId,
        aboutId: loaded.author_id,
        before: { checkState: loaded.check_state },
        after: { checkState },
      }),
    ])
    return { checkState }
  },
})
