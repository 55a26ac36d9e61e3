import { dayOf } from '../../shared/kernel/time'
import type { Connection } from '../kernel/database'
import { maskPhone } from '../kernel/secrets'
import { type RosterRow, rosterForUpdate, type SlipRow, slipById, slipForUpdate } from './queries'

export const ofUnit = (unitId: string) => ({ organisationId: unitId })

interface Key {
  unitId: string
  slipId: string
}
export const loadSlip = async (tx: Connection, { unitId, slipId }: Key, now: Date) =>
  (await slipById(tx, [unitId, slipId, dayOf(now)]))[0]
export const holdSlip = async (tx: Connection, { unitId, slipId }: Key, now: Date) =>
  (await slipForUpdate(tx, [unitId, slipId, dayOf(now)]))[0]

export const holdRoster = async (
  tx: Connection,
  { unitId, rosterId }: { unitId: string; rosterId: string },
): Promise<RosterRow | undefined> => (await rosterForUpdate(tx, [unitId, rosterId]))[0]

export const showSlip = (s: SlipRow) => ({
  slipId: s.id,
  number: s.number,
  name: s.name ?? '已注销',
  phone: maskPhone(s.phone_cipher),
  expires: s.expires,
  issuedAt: s.issued_at.toISOString(),
  stand: s.stand,
  community: s.community,
})
