import { createHash } from 'node:crypto'
import { incident } from '../../db/schema'
import { joiningRefusal } from '../../shared/incident/policy'
import { addOnce } from '../kernel/record'
import { write } from '../kernel/verb'
import { putOnto } from './onto'
import { addBuildings, spotOf, whistlesForUpdate } from './queries'

export const openIncident = write('incident.open', {
  load: async ({ tx, input }) => {
    const { communityId, compoundId, buildingIds = [], whistleIds = [] } = input
    const [whistles, [spot]] = await Promise.all([
      whistlesForUpdate(tx, [communityId, whistleIds]),
      spotOf(tx, [communityId, compoundId, buildingIds]),
    ])
    return spot?.compound ? { whistles, buildings: spot.buildings } : undefined
  },
  refuse: ({ input, loaded }) => {
    const { id, compoundId, buildingIds = [], whistleIds = [], fromAt, untilAt } = input
    if (loaded.buildings !== new Set(buildingIds).size) return 'place_elsewhere'
    if (untilAt !== undefined && Date.parse(untilAt) <= Date.parse(fromAt)) return 'window_reversed'
    if (loaded.whistles.length !== new Set(whistleIds).size) return 'not_found'
    return joiningRefusal(
      { incidentId: id, compoundId },
      loaded.whistles.map((w) => ({ compoundId: w.compound_id, state: w.state, incidentId: w.incident_id })),
    )
  },
  async act(act) {
    const { tx, input, now, loaded } = act
    const { communityId, id, compoundId, buildingIds = [], category } = input
    const whistleIds = loaded.whistles.map((w) => w.id)
    const added = await addOnce(
      act,
      incident,
      {
        communityId,
        id,
        compoundId,
        title: input.title,
        category,
        fromAt: new Date(input.fromAt),
        untilAt: input.untilAt === undefined ? null : new Date(input.untilAt),
        words: input.words,
        sentHash: createHash('sha256')
          .update(JSON.stringify(Object.entries(input).sort()))
          .digest(),
        openedAt: now,
      },
      {
        communityId,
        action: 'incident.opened',
        subjectKind: 'incident',
        subjectId: id,
        after: { compoundId, category, whistles: whistleIds.length },
      },
      // the hash of what was sent stands for all of it
      ['compoundId', 'title', 'category', 'fromAt', 'untilAt', 'words', 'openedAt'],
    )
    if (added) {
      await Promise.all([
        addBuildings(tx, [communityId, id, buildingIds]),
        putOnto(act, { communityId, incidentId: id, whistleIds, words: input.words }),
      ])
    }
    return { id, whistles: whistleIds.length }
  },
})
