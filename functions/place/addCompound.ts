import { compound } from '../../db/schema'
import { addOnce } from '../kernel/record'
import { write } from '../kernel/verb'
import { communityOf } from './queries'

export const addCompound = write('place.addCompound', {
  load: async ({ tx, input }) => (await communityOf(tx, [input.communityId]))[0],
  conflicts: { compound_name: 'name_taken' },
  about: ({ name }) => ({ name }),
  async change(act) {
    const { communityId, id, name, management, from } = act.input
    await addOnce(
      act,
      compound,
      { communityId, id, name, management, fromDay: from },
      {
        communityId,
        action: 'compound.added',
        subjectKind: 'compound',
        subjectId: id,
        after: { management, from },
      },
    )
    return { id }
  },
})
