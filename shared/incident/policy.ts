import { isOpen, type WhistleState } from '../whistle/states'

export const buildingsAtMost = 60
export const whistlesAtOnce = 200
export const wordsAtMost = 1000

interface IncidentFacts {
  incidentId: string
  compoundId: string
  endedAt: Date | null
}

interface WhistleFacts {
  compoundId: string
  state: WhistleState
  incidentId: string | null
}

/** What may still be done with an incident. */
export const incidentRefusal = ({ endedAt }: Pick<IncidentFacts, 'endedAt'>) =>
  endedAt === null ? undefined : 'incident_ended'

/** Why these whistles may not go onto it; one that is on it already stands in nobody's way. */
export function joiningRefusal(
  { incidentId, compoundId }: Omit<IncidentFacts, 'endedAt'>,
  whistles: readonly WhistleFacts[],
) {
  const joining = whistles.filter((w) => w.incidentId !== incidentId)
  if (joining.some((w) => w.incidentId !== null)) return 'whistle_on_other_incident'
  if (joining.some((w) => w.compoundId !== compoundId)) return 'whistle_of_other_place'
  return joining.every((w) => isOpen(w.state)) ? undefined : 'whistle_over'
}
