import { pageOf, readCursor } from '../kernel/cursor'
import { read } from '../kernel/verb'
import { countToCheck, photosToCheck } from './queries'
import { showPhoto } from './view'

export const listToCheck = read('media.queue', {
  load: async ({ tx, input }) => {
    const after = readCursor(input.after, 'instant', 'id')
    const [photos, [count]] = await Promise.all([
      photosToCheck(tx, [input.communityId, after?.[0] ?? null, after?.[1] ?? null]),
      countToCheck(tx, [input.communityId]),
    ])
    return { photos, waiting: count!.waiting }
  },
  async answer({ loaded: { photos, waiting }, now }) {
    const { items, next } = pageOf(
      photos,
      (p) => [p.opened_at.toISOString(), p.id],
      (p) => showPhoto(p, now),
    )
    return { items: await Promise.all(items), next, waiting }
  },
})
