import { note } from '../kernel/record'
import { write } from '../kernel/verb'
import { self, setLargeType } from './queries'

export const updateMe = write('me.update', {
  load: async ({ tx }) => (await self(tx))[0],
  async change(act) {
    const { tx, input, caller, loaded } = act
    await Promise.all([
      setLargeType(tx, [input.largeType]),
      note(act, {
        action: 'me.updated',
        subjectKind: 'person',
        subjectId: caller.personId,
        before: { largeType: loaded.large_type },
        after: { largeType: input.largeType },
      }),
    ])
    return { largeType: input.largeType }
  },
})
