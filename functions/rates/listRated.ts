import { read } from '../kernel/verb'
import { compoundById } from '../place/queries'
import { loadNumber } from './asking'
import { showCounted } from './view'

export const listRated = read('rates.list', {
  load: async ({ tx, input, now }) => {
    const { communityId, compoundId } = input
    const [number, [compound]] = await Promise.all([
      loadNumber(tx, 'community', communityId, input, now),
      compoundById(tx, [communityId, compoundId ?? null]),
    ])
    return compoundId === undefined || compound ? number : undefined
  },
  answer: ({ loaded, now }) => showCounted(loaded.rows, loaded.total, now),
})
