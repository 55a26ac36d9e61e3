import { mayChangePlan } from '../../shared/patrol/policy'
import { read } from '../kernel/verb'
import { pathOfPlan, placeOfPlan, showPlanFace, showVersion } from './plans'
import { planById, type ShownStop, stopsOfPlan, walkersOf } from './queries'

export const showStop = (stop: ShownStop) => ({
  checkpointId: stop.checkpoint_id,
  name: stop.name,
  watchFor: stop.watch_for,
  place: stop.place,
  compoundId: stop.compound_id,
  buildingId: stop.building_id,
  at: stop.lat === null || stop.lng === null ? null : { lat: stop.lat, lng: stop.lng },
})

export const getPlan = read('patrol.get', {
  load: async ({ tx, input }) => {
    const key = [input.communityId, input.planId]
    const [[plan], stops, walkers] = await Promise.all([
      planById(tx, key),
      stopsOfPlan(tx, key),
      walkersOf(tx, [input.communityId]),
    ])
    return plan && { plan, stops, walkers }
  },
  place: ({ plan }) => pathOfPlan(plan),
  answer({ loaded: { plan, stops, walkers }, caller }) {
    const named = new Set(plan.versions.flatMap((v) => v.walkerIds))
    const names = new Map(walkers.map((w) => [w.person_id, w.name]))
    return {
      ...showPlanFace(plan),
      versions: [...plan.versions].reverse().map((version) => ({
        ...showVersion(version),
        madeAt: new Date(version.madeAt).toISOString(),
        checkpoints: stops.filter((s) => s.version_id === version.versionId).map(showStop),
      })),
      walkers: [...names].filter(([id]) => named.has(id)).map(([personId, name]) => ({ personId, name })),
      mayChange: mayChangePlan(caller, placeOfPlan(plan)),
    }
  },
})
