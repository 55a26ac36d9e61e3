import { dayOf } from '../../shared/kernel/time'
import { note } from '../kernel/record'
import { write } from '../kernel/verb'
import { ofUnit } from '../slip/standing'
import { endResource, resourceForUpdate } from './queries'

export const dropResource = write('project.dropResource', {
  load: async ({ tx, input }) => (await resourceForUpdate(tx, [input.unitId, input.resourceId]))[0],
  place: (_, { unitId }) => ofUnit(unitId),
  refuse: ({ loaded }) => (loaded.to_day === null ? undefined : 'want_ended'),
  async change(act) {
    const { unitId, resourceId } = act.input
    const to = dayOf(act.now)
    await Promise.all([
      endResource(act.tx, [unitId, resourceId, to]),
      note(act, {
        action: 'resource.dropped',
        subjectKind: 'resource',
        subjectId: resourceId,
        after: { unitId, to },
      }),
    ])
    return { to }
  },
})
