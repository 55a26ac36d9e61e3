import { dayOf } from '../../shared/kernel/time'
import type { ManagementMode } from '../../shared/place/modes'
import type { Connection } from '../kernel/database'
import * as queries from './queries'

interface NewCompound {
  id: string
  name: string
  management: ManagementMode
  buildingIds: string[]
}

/** Why these compounds cannot end on the eve of a day. */
export function whyNotEnd(compounds: queries.CompoundRow[], from: string, now: Date) {
  const ended = compounds.find((c) => c.to_day !== null)
  if (ended) return ['compound_ended', { name: ended.name }] as ['compound_ended', { name: string }]
  if (from > dayOf(now)) return 'day_ahead' as const
  return compounds.some((c) => from < c.from_day) ? ('day_before_start' as const) : undefined
}

/** Ends compounds and begins others with their buildings, from a day; where everything was before stays told. */
export async function reshape(
  tx: Connection,
  communityId: string,
  ended: string[],
  begun: NewCompound[],
  from: string,
): Promise<void> {
  await queries.endCompounds(tx, [communityId, ended, from])
  for (const { id, name, management, buildingIds } of begun) {
    await queries.addCompound(tx, [communityId, id, name, management, from])
    await queries.keepPast(tx, [communityId, buildingIds, from])
    await queries.moveBuildings(tx, [communityId, buildingIds, id, from])
  }
  const after = begun.map((b) => b.id)
  await queries.addLineage(tx, [communityId, ended, after, from])
  await queries.carryEngagements(tx, [communityId, ended, after, from])
  await queries.endEngagements(tx, [communityId, ended, from])
}

/** Whether the same request came before and was done: its compounds stand there, made as asked from the same ones. */
export async function doneBefore(
  tx: Connection,
  communityId: string,
  ended: string[],
  begun: Omit<NewCompound, 'buildingIds'>[],
  from: string,
) {
  const found = await Promise.all(
    begun.map((b) => queries.sameCompound(tx, [communityId, b.id, b.name, b.management, from, ended])),
  )
  if (found.every((rows) => rows.length === 0)) return 'new' as const
  return found.every((rows) => rows[0]?.same === true) ? ('done' as const) : ('other' as const)
}
