import { photo } from '../../db/schema'
import { dayOf, startOfDay } from '../../shared/kernel/time'
import { photosADay, photosADayOnRounds } from '../../shared/media/words'
import { may } from '../../shared/permissions'
import { knows } from '../../shared/role/caller'
import { addOnce } from '../kernel/record'
import { storage } from '../kernel/storage'
import { write } from '../kernel/verb'
import { keysOf } from './keep'
import { keepOpen, standing } from './queries'

const minutesToUpload = 30

export const openPhoto = write('media.upload', {
  load: async ({ tx, input, now }) =>
    (await standing(tx, [input.communityId, input.id, startOfDay(dayOf(now))]))[0],
  refuse({ caller, input, loaded }) {
    if (!knows(caller, input.communityId) && !loaded.claiming) return 'not_found'
    const most = may(caller, 'round.send', { communityId: input.communityId })
      ? photosADayOnRounds
      : photosADay
    return loaded.today >= most ? ['photos_a_day', { most }] : undefined
  },
  async change(act) {
    const { communityId, id, bytes, contentType } = act.input
    const fileKey = `c/${communityId}/photos/${id}`
    const until = new Date(act.now.getTime() + minutesToUpload * 60_000)
    const added = addOnce(
      act,
      photo,
      {
        communityId,
        id,
        authorId: act.caller.personId,
        fileKey,
        bytes,
        contentType,
        state: 'opened',
        openedAt: act.now,
        openUntil: until,
      },
      { communityId, action: 'photo.opened', subjectKind: 'photo', subjectId: id, after: { bytes } },
      ['state', 'openedAt', 'openUntil'],
    )
    // sent again, it stays open for longer; a copy that comes after it was made is cleared away when that time is over
    const kept = keepOpen(act.tx, [communityId, id, bytes, contentType, until])
    const [policy] = await Promise.all([
      storage().uploadPolicy({
        key: keysOf(fileKey).original,
        // some phones cannot tell what they send
        contentTypes: [contentType, 'application/octet-stream'],
        bytesAtMost: bytes,
        until,
      }),
      added,
      kept,
    ])
    return { id, ...policy }
  },
})
