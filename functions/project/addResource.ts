import { unitResource } from '../../db/schema'
import { dayOf } from '../../shared/kernel/time'
import { addOnce } from '../kernel/record'
import { write } from '../kernel/verb'
import { ofUnit } from '../slip/standing'
import { districtOfUnit } from './queries'

/** Seen by the communities of the unit's district. */
export const addResource = write('project.addResource', {
  load: async ({ tx, input }) => (await districtOfUnit(tx, [input.unitId]))[0],
  place: (_, { unitId }) => ofUnit(unitId),
  async change(act) {
    const { unitId, id, kind, words } = act.input
    await addOnce(
      act,
      unitResource,
      {
        organisationId: unitId,
        id,
        districtId: act.loaded.district_id,
        kind,
        words,
        fromDay: dayOf(act.now),
      },
      { action: 'resource.added', subjectKind: 'resource', subjectId: id, after: { unitId, kind } },
      ['fromDay'],
    )
    return { id }
  },
})
