import type { Output } from '../../../shared/contract'
import type { Party } from '../../../shared/resolution/states'
import { partyKindWords } from '../../../shared/resolution/words'
import type { Meeting } from '../parts/words'

export type PartyHere = Party & { name: string }
export const partyKey = ({ kind, partyId }: Party): string => `${kind} ${partyId}`

/** Who may be asked to do what was decided: the compound's bodies, whom it was given to, and the residents themselves. */
export function partiesOf(
  { compoundId, compound, circle }: Pick<Meeting, 'compoundId' | 'compound' | 'circle'>,
  organisations: Output<'meeting.people'>['organisations'],
): PartyHere[] {
  const property = organisations.map(
    (o): PartyHere => ({ kind: 'property', partyId: o.organisationId, name: o.name }),
  )
  if (compoundId === null) return property
  const of = (kind: 'branch' | 'committee'): PartyHere => ({
    kind,
    partyId: compoundId,
    name: partyKindWords[kind],
  })
  const buildings = circle
    .filter((c) => c.kind === 'building')
    .map((c): PartyHere => ({ kind: 'residents', partyId: c.ofId, name: `${c.name}居民` }))
  const all: PartyHere = { kind: 'residents', partyId: compoundId, name: `${compound ?? '小区'}居民` }
  return [of('branch'), of('committee'), ...property, ...buildings, all]
}
