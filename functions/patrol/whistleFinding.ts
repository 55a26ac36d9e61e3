import { mayWhistleFinding } from '../../shared/patrol/policy'
import { findingStateWords } from '../../shared/patrol/words'
import { note } from '../kernel/record'
import { write } from '../kernel/verb'
import { loadWorld } from '../whistle/clockWorld'
import { findingById, lockFinding, placeOfFinding, setWhistled } from './findingQueries'
import { planOfFinding } from './getFinding'
import { pathOfPlan, placeOfPlan } from './plans'
import { addWhistleOf } from './whistling'

/** From the desk: what is watched becomes a whistle, once; whoever comes second finds the same. */
export const whistleFinding = write('finding.whistle', {
  load: async ({ tx, input, now }) => {
    const key = [input.communityId, input.findingId]
    const [, [finding], [place], world] = await Promise.all([
      lockFinding(tx, [input.findingId]),
      findingById(tx, key),
      placeOfFinding(tx, key),
      loadWorld(tx, input.communityId, now),
    ])
    return finding && { finding, place, world }
  },
  place: ({ finding }) => pathOfPlan(planOfFinding(finding)),
  refuse({ loaded: { finding, place }, caller }) {
    if (!mayWhistleFinding(caller, placeOfPlan(planOfFinding(finding)))) return 'forbidden'
    if (finding.state === 'whistled') return undefined
    if (finding.state !== 'watched') return ['finding_over', { state: findingStateWords[finding.state] }]
    return place ? undefined : 'place_elsewhere'
  },
  conflicts: { whistle_pkey: 'place_elsewhere' },
  async change(act) {
    const { tx, input, now, as, loaded } = act
    const { communityId, findingId } = input
    const { finding, place, world } = loaded
    if (finding.state === 'whistled') return { whistleId: findingId }
    await Promise.all([
      addWhistleOf({ tx, now, as, world }, communityId, {
        findingId,
        roundId: finding.round_id,
        kind: finding.kind,
        category: finding.category,
        urgency: input.urgency ?? finding.urgency,
        words: finding.words,
        place: finding.place,
        compoundId: place!.compound_id,
        buildingId: place!.building_id,
      }),
      setWhistled(tx, [communityId, findingId]),
      note(act, {
        communityId,
        action: 'finding.whistled',
        subjectKind: 'finding',
        subjectId: findingId,
        before: { state: finding.state },
        after: { state: 'whistled' },
      }),
    ])
    return { whistleId: findingId }
  },
})
