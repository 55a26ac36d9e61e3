import { dayOf } from '../../shared/kernel/time'
import { note } from '../kernel/record'
import { write } from '../kernel/verb'
import * as queries from './queries'

/** One owner speaks for the home when it votes. */
export const represent = write('home.represent', {
  load: async ({ tx, input }) => {
    const of = [input.communityId, input.homeId]
    const [, ties] = await Promise.all([
      queries.lockHome(tx, of),
      queries.tieForUpdate(tx, [...of, input.tieId]),
    ])
    return ties[0]
  },
  place: queries.placeOfHome,
  refuse: ({ loaded, now }) => {
    if (loaded.kind !== 'owner') return 'owners_represent'
    return loaded.to_day !== null && loaded.to_day < dayOf(now) ? 'tie_ended' : undefined
  },
  async change(act) {
    const { tx, input, loaded } = act
    await Promise.all([
      queries.representNobody(tx, [input.communityId, input.homeId, input.tieId]),
      queries.represent(tx, [input.communityId, input.tieId]),
      note(act, {
        communityId: input.communityId,
        action: 'tie.represents',
        subjectKind: 'tie',
        subjectId: input.tieId,
        aboutId: loaded.person_id,
        after: { homeId: input.homeId },
      }),
    ])
    return { representative: true }
  },
})
