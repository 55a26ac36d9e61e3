import { createHash } from 'node:crypto'
import { type ProposedLink, proposeCare } from '../../shared/care/propose'
import { newYearOf } from '../../shared/kernel/time'
import type { Connection } from '../kernel/database'
import { bareHomes, buildingsOf, carersOf } from './queries'

/** All that a proposal is made of. */
export async function loadCare(tx: Connection, communityId: string, now: Date) {
  const [buildings, homes, carers] = await Promise.all([
    buildingsOf(tx, [communityId, newYearOf(now)]),
    bareHomes(tx, [communityId]),
    carersOf(tx, [communityId]),
  ])
  return { buildings, homes, carers }
}
export type CareWorld = Awaited<ReturnType<typeof loadCare>>

export const propose = (
  { buildings, homes, carers }: CareWorld,
  atMost: number | undefined,
): ProposedLink[] =>
  proposeCare(
    buildings.map((b) => ({ id: b.id, compoundId: b.compound_id })),
    homes.map((h) => ({ homeId: h.id, buildingId: h.building_id })),
    carers.map((c) => ({
      checkinId: c.checkin_id,
      buildingId: c.building_id,
      homes: c.homes,
      onCommittee: c.on_committee,
    })),
    atMost,
  )

/** Names a proposal by all that is in it: any change of homes, members or loads makes another. */
export function digestOf(links: readonly ProposedLink[], homes: number): string {
  const hash = createHash('sha256').update(String(homes))
  for (const { homeId, checkinId } of links) hash.update(homeId).update(checkinId)
  return hash.digest('hex')
}
