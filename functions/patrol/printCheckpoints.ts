import { settings } from '../kernel/settings'
import { read } from '../kernel/verb'
import { lastOf, nameOf, pathOfPlan } from './plans'
import { planById, stopsOfPlan } from './queries'

/** A link for each checkpoint as it is walked last: printed once, it never changes. */
export const printCheckpoints = read('patrol.codes', {
  load: async ({ tx, input }) => {
    const key = [input.communityId, input.planId]
    const [[plan], stops] = await Promise.all([planById(tx, key), stopsOfPlan(tx, key)])
    return plan && { plan, stops }
  },
  place: ({ plan }) => pathOfPlan(plan),
  async answer({ loaded: { plan, stops } }) {
    const { toString: draw } = await import('qrcode')
    const { versionId } = lastOf(plan)
    const items = await Promise.all(
      stops
        .filter((s) => s.version_id === versionId)
        .map(async ({ checkpoint_id, place, name, code }) => {
          const link = `${settings().publicHost}/q/${code}`
          const svg = await draw(link, { type: 'svg', errorCorrectionLevel: 'Q', margin: 2 })
          return { checkpointId: checkpoint_id, name: `${place} · ${name}`, link, svg }
        }),
    )
    return { plan: nameOf(plan), items }
  },
})
