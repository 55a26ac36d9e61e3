import { note } from '../kernel/record'
import { write } from '../kernel/verb'
import * as queries from './queries'

export const setManagement = write('place.setManagement', {
  load: async ({ tx, input }) =>
    (await queries.compoundForUpdate(tx, [input.communityId, input.compoundId]))[0],
  refuse: ({ loaded }) => (loaded.to_day === null ? undefined : ['compound_ended', { name: loaded.name }]),
  async change(act) {
    const { tx, input, loaded } = act
    await Promise.all([
      queries.setManagement(tx, [input.communityId, input.compoundId, input.management]),
      note(act, {
        communityId: input.communityId,
        action: 'compound.managementSet',
        subjectKind: 'compound',
        subjectId: input.compoundId,
        before: { management: loaded.management },
        after: { management: input.management },
      }),
    ])
    return { management: input.management }
  },
})
