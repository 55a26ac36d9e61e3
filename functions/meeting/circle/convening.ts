import { circleAtMost } from '../../../shared/meeting/limits'
import { mayConvene } from '../../../shared/meeting/policy'
import { type CirclePart, placeKinds } from '../../../shared/meeting/states'
import type { Caller, PlacePath } from '../../../shared/role/caller'
import type { Connection } from '../../kernel/database'
import { officesIn } from '../queries'
import { compoundAlive, type PartRow, partsOf } from './queries'

/** Who is called together by whom, as it was asked for. */
export interface Convening {
  communityId: string
  compoundId?: string | undefined
  circle: readonly CirclePart[]
  chairId?: string | undefined
  recorderId?: string | undefined
}

export interface Called {
  parts: PartRow[]
  offices: { person_id: string }[]
}

/** What has to be known of those who are called; undefined where the compound is none of the caller's. */
export async function loadCalled(tx: Connection, convening: Convening): Promise<Called | undefined> {
  const { communityId, compoundId, circle } = convening
  const [parts, offices, [compound]] = await Promise.all([
    partsOf(tx, [communityId, circle.map((c) => c.ofId)]),
    officesIn(tx, [communityId, compoundId ?? null]),
    compoundAlive(tx, [communityId, compoundId ?? null]),
  ])
  return compoundId === undefined || compound ? { parts, offices } : undefined
}

/** A part as a place, for whoever may call only their own neighbours. */
const placeOf = ({ compound_id, building_id, kind, of_id }: PartRow): PlacePath => ({
  ...(compound_id !== null && { compoundId: compound_id }),
  ...(building_id !== null && { buildingId: building_id }),
  ...(kind === 'entrance' && { entranceId: of_id }),
})

/** Why these may not be called together like this. */
export function refuseCalling(caller: Caller, convening: Convening, { parts, offices }: Called) {
  const { communityId, compoundId, circle, chairId, recorderId } = convening
  if (circle.length === 0) return 'circle_missing' as const
  if (circle.length > circleAtMost) return 'circle_long' as const
  const found = circle.map((c) => parts.find((p) => p.kind === c.kind && p.of_id === c.ofId))
  const within = (p: PartRow | undefined) =>
    p !== undefined && (compoundId === undefined || p.compound_id === null || p.compound_id === compoundId)
  if (!found.every(within)) return 'circle_elsewhere' as const
  const places = found
    .filter((p) => (placeKinds as readonly string[]).includes(p!.kind))
    .map((p) => placeOf(p!))
  if (!mayConvene(caller, communityId, compoundId, places)) return 'convene_elsewhere' as const
  return refuseOffices({ chairId, recorderId }, offices)
}

/** Chair and recorder are two, each with an office here. */
export function refuseOffices(
  { chairId, recorderId }: { chairId?: string | null | undefined; recorderId?: string | null | undefined },
  offices: readonly { person_id: string }[],
) {
  const known = (who: string | null | undefined) => !who || offices.some((o) => o.person_id === who)
  if (!known(chairId) || !known(recorderId)) return 'person_elsewhere' as const
  return chairId && chairId === recorderId ? ('chair_records' as const) : undefined
}

/** The circle as the statements take it. */
export const circleValues = (circle: readonly CirclePart[]): [string[], string[]] => [
  circle.map((c) => c.kind),
  circle.map((c) => c.ofId),
]
