import { note } from '../kernel/record'
import { write } from '../kernel/verb'
import * as queries from './queries'

export const endTie = write('home.endTie', {
  load: async ({ tx, input }) => {
    const of = [input.communityId, input.homeId]
    const [, ties] = await Promise.all([
      queries.lockHome(tx, of),
      queries.tieForUpdate(tx, [...of, input.tieId]),
    ])
    return ties[0]
  },
  place: queries.placeOfHome,
  refuse: ({ input, loaded }) => {
    if (loaded.to_day !== null && loaded.to_day <= input.to) return 'tie_ended'
    return input.to < loaded.from_day ? 'days_reversed' : undefined
  },
  async change(act) {
    const { tx, input, loaded } = act
    await Promise.all([
      queries.endTie(tx, [input.communityId, input.tieId, input.to]),
      note(act, {
        communityId: input.communityId,
        action: 'tie.ended',
        subjectKind: 'tie',
        subjectId: input.tieId,
        aboutId: loaded.person_id,
        before: { to: loaded.to_day },
        after: { homeId: input.homeId, to: input.to },
      }),
    ])
    return { to: input.to }
  },
})
