import { mayWhistleFinding } from '../../shared/patrol/policy'
import { read } from '../kernel/verb'
import { type FindingRow, findingById, looksOfFinding, photosOfFinding } from './findingQueries'
import { pathOfPlan, placeOfPlan } from './plans'
import { showFinding, showPhotos } from './showFinding'

/** The plan in which it was found. */
export const planOfFinding = (finding: FindingRow) => ({
  community_id: finding.community_id,
  kind: finding.kind,
  grid_id: finding.grid_id,
  compound_id: finding.plan_compound,
  organisation_id: finding.organisation_id,
})

export const getFinding = read('finding.get', {
  load: async ({ tx, input }) => {
    const key = [input.communityId, input.findingId]
    const [[finding], looks, photos] = await Promise.all([
      findingById(tx, key),
      looksOfFinding(tx, key),
      photosOfFinding(tx, key),
    ])
    return finding && { finding, looks, photos }
  },
  place: ({ finding }) => pathOfPlan(planOfFinding(finding)),
  async answer({ loaded: { finding, looks, photos }, caller, now }) {
    const [face, shown] = await Promise.all([showFinding(finding, caller, now), showPhotos(photos, now)])
    const of = (lookId: string | null) => shown.filter((_, i) => photos[i]!.look_id === lookId)
    return {
      ...face,
      plan: finding.plan,
      words: finding.words,
      photos: of(null),
      looks: looks.map((l) => ({
        lookId: l.id,
        roundId: l.round_id,
        at: l.at.toISOString(),
        outcome: l.outcome,
        words: l.words,
        walker: l.walker,
        photos: of(l.id),
      })),
      mayWhistle:
        finding.state === 'watched' && mayWhistleFinding(caller, placeOfPlan(planOfFinding(finding))),
    }
  },
})
