import { isAlike, pieces } from '../../shared/whistle/likeness'
import { sayTitle, sayWhistle } from '../../shared/whistle/says'
import { read } from '../kernel/verb'
import { picturesOf } from '../media/keep'
import { barePlace } from './place'
import { compoundSeen, openNearby, picturesNearby } from './reading/queries'

const shownAtMost = 5
const lettersShown = 80

/** Open ones of the compound that may be the same thing: of one category, or alike in words. */
export const listSimilar = read('whistle.similar', {
  load: async ({ tx, input }) => {
    const key = [input.communityId, input.compoundId]
    const [[compound], open, pictures] = await Promise.all([
      compoundSeen(tx, key),
      openNearby(tx, key),
      picturesNearby(tx, key),
    ])
    return compound && { open, pictures }
  },
  async answer({ input, loaded: { open, pictures }, now }) {
    const sought = pieces(input.words ?? '')
    const alike = open
      .filter((w) => w.category === input.category || (sought.length > 0 && isAlike(w.pieces, sought)))
      .slice(0, shownAtMost)
    const items = alike.map(async (w) => {
      const picture = pictures.find((p) => p.whistle_id === w.whistle_id)
      const stands = { ...w, nextDueAt: w.next_due_at, provisional: false, disputed: false, outcome: null }
      return {
        communityId: w.community_id,
        whistleId: w.whistle_id,
        title: sayTitle(w.words, w.category),
        place: barePlace(w.place),
        category: w.category,
        urgency: w.urgency,
        state: w.state,
        says: sayWhistle(stands, w.mine ? 'reporter' : 'others', now),
        submittedAt: w.submitted_at.toISOString(),
        joined: w.joined,
        words: w.words && [...w.words].slice(0, lettersShown).join(''),
        photo: picture ? (await picturesOf(picture.file_key, now)).thumb : null,
        mine: w.mine,
      }
    })
    return { items: await Promise.all(items) }
  },
})
