import { actsOpenTo, reportsToLead, sitsAt } from '../../shared/whistle/policy'
import { sayTitle, sayWhistle } from '../../shared/whistle/says'
import { isOpen, outcomes, type Party } from '../../shared/whistle/states'
import { maskPhone } from '../kernel/secrets'
import { read } from '../kernel/verb'
import { showDeadlines } from './clockWorld'
import { standingOf } from './queries'
import { isWorkerOf, sideOf } from './reading/face'
import {
  type DispatchRow,
  dispatchesOf,
  findingOfWhistle,
  photosOf,
  stepsOf,
  surveyAsked,
  type TellerRow,
  tellersOf,
} from './reading/queries'
import { showPhotos } from './reading/showPhotos'
import { showSteps } from './reading/showSteps'
import { factsOf } from './standing'
import { tablingsOf } from './tabling'

const partyOf = (d: DispatchRow): Party => ({ kind: d.kind, partyId: d.party_id })
const lies = (d: DispatchRow) => d.state === 'current' || d.state === 'disputed'

const showCaller = ({ written_as, name, phone_cipher }: TellerRow) => ({
  callerId: written_as!,
  name,
  phone: maskPhone(phone_cipher),
})

const showReporter = ({ name, phone_cipher, anonymous, first }: TellerRow) => ({
  name: name ?? '没有留名字',
  phone: maskPhone(phone_cipher),
  anonymous,
  first,
})

export const getWhistle = read('whistle.get', {
  load: async ({ tx, input }) => {
    const key = [input.communityId, input.whistleId]
    const [[whistle], [finding], steps, photos, dispatches, tellers, [survey], tablings] = await Promise.all([
      standingOf(tx, key),
      findingOfWhistle(tx, key),
      stepsOf(tx, key),
      photosOf(tx, key),
      dispatchesOf(tx, key),
      tellersOf(tx, key),
      surveyAsked(tx, key),
      tablingsOf(tx, key),
    ])
    return whistle && { whistle, finding, steps, photos, dispatches, tellers, tablings, asked: survey!.asked }
  },
  async answer({ loaded, caller, now }) {
    const { whistle: w, finding, steps, photos, dispatches, tellers, tablings, asked } = loaded
    const facts = factsOf(w)
    const works = isWorkerOf(caller, w.community_id)
    const [told, shown] = await Promise.all([
      showSteps(steps, dispatches, photos, now),
      showPhotos(photos, now),
    ])
    const here = dispatches.filter(lies)
    const stands = {
      state: w.state,
      nextDueAt: w.next_due_at,
      provisional: w.provisional,
      lead: w.lead_name,
      disputed: facts.disputed,
      outcome: w.outcome,
    }
    return {
      communityId: w.community_id,
      whistleId: w.id,
      title: sayTitle(w.words, w.category),
      place: w.place,
      category: w.category,
      urgency: w.urgency,
      state: w.state,
      says: sayWhistle(
        stands,
        sideOf(caller, w.community_id, { mine: w.mine !== null, lead: facts.lead }),
        now,
      ),
      submittedAt: w.submitted_at.toISOString(),
      joined: w.joined,
      ...showDeadlines({
        responseDueAt: w.response_due_at,
        resolutionDueAt: w.resolution_due_at,
        provisional: w.provisional,
      }),
      words: w.words,
      compoundId: w.compound_id,
      buildingId: w.building_id,
      source: w.source,
      pin: w.lat === null || w.lng === null ? null : { lat: w.lat, lng: w.lng },
      mine: w.mine,
      raised: w.raised_at !== null,
      mergedInto: w.merged_into,
      incidentId: w.incident_id,
      finding: finding
        ? { findingId: finding.id, plan: finding.plan, seenAt: finding.at.toISOString() }
        : null,
      // that nobody answered stands in the sentence
      outcome: outcomes.find((o) => o === w.outcome) ?? null,
      stars: w.stars,
      photos: shown,
      dispatches: dispatches.map((d) => ({
        dispatchId: d.id,
        kind: d.kind,
        partyId: d.party_id,
        name: d.name,
        lead: d.lead,
        state: d.state,
        takenBy: d.taken_by,
      })),
      disputed: facts.disputed,
      steps: told,
      acts: actsOpenTo(caller, facts, now),
      mayReport: reportsToLead(caller, here.filter((d) => !d.lead).map(partyOf), w.state),
      mayTake: isOpen(w.state) && here.some((d) => sitsAt(caller, partyOf(d))),
      reporters: works ? tellers.filter((t) => t.written_as === null).map(showReporter) : null,
      callers: works ? tellers.filter((t) => t.written_as !== null).map(showCaller) : null,
      surveyAsked: asked,
      meetings: tablings.map((t) => ({
        meetingId: t.meeting_id,
        title: t.title,
        startsAt: t.starts_at.toISOString(),
        resolutions: t.resolutions,
      })),
    }
  },
})
