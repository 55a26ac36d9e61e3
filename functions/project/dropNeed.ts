import { dayOf } from '../../shared/kernel/time'
import { note } from '../kernel/record'
import { write } from '../kernel/verb'
import { endNeed, needForUpdate } from './queries'

export const dropNeed = write('project.dropNeed', {
  load: async ({ tx, input }) => (await needForUpdate(tx, [input.communityId, input.needId]))[0],
  refuse: ({ loaded }) => (loaded.to_day === null ? undefined : 'want_ended'),
  async change(act) {
    const { communityId, needId } = act.input
    const to = dayOf(act.now)
    await Promise.all([
      endNeed(act.tx, [communityId, needId, to]),
      note(act, {
        communityId,
        action: 'need.dropped',
        subjectKind: 'need',
        subjectId: needId,
        after: { to },
      }),
    ])
    return { to }
  },
})
