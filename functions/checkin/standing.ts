import { actsOf, mayMove } from '../../shared/checkin/policy'
import type { CheckinAction } from '../../shared/checkin/states'
import { checkinStateWords } from '../../shared/checkin/words'
import type { Input, Output } from '../../shared/contract'
import { dayOf } from '../../shared/kernel/time'
import type { Caller } from '../../shared/role/caller'
import type { Connection } from '../kernel/database'
import { indexOf, maskPhone } from '../kernel/secrets'
import { type CheckinRow, checkinById, lockCheckin, meRow, type SlipInHand } from './queries'

interface Key {
  communityId: string
  checkinId: string
}
/** One check-in as it stands, held. */
export async function holdCheckin(
  tx: Connection,
  { communityId, checkinId }: Key,
): Promise<CheckinRow | undefined> {
  const key = [communityId, checkinId]
  const [, [row]] = await Promise.all([lockCheckin(tx, key), checkinById(tx, key)])
  return row
}
/** The caller's own: of another it is not found, also for those who may read it. */
export async function holdMine(tx: Connection, key: Key): Promise<CheckinRow | undefined> {
  const [row, [self]] = await Promise.all([holdCheckin(tx, key), meRow(tx)])
  return row?.person_id === self?.id ? row : undefined
}

export const refuseMove = (row: CheckinRow, action: CheckinAction) =>
  mayMove(row.state, action)
    ? undefined
    : (['checkin_moved', { state: checkinStateWords[row.state] }] as ['checkin_moved', { state: string }])

export const worksAt = (caller: Caller, communityId: string): boolean =>
  caller.roles.some((r) => r.role === 'communityWorker' && r.communities.includes(communityId))

/** Names are compared as people read them: without spaces, the dot of a long name in any form. */
export const plainName = (name: string) => name.replace(/[\s·•・.]/g, '')
export const sameName = (a: string, b: string): boolean => plainName(a) === plainName(b)

/** Why a slip cannot be presented by this person today. */
export function refuseSlip(
  slip: SlipInHand | undefined,
  { phone, name, now }: { phone: string | null; name: string; now: Date },
) {
  if (!slip) return 'slip_unknown' as const
  if (slip.name === null || !sameName(slip.name, name)) return 'slip_of_other' as const
  // the number is half of what shows whose it is: without one of their own nobody has shown it
  if (slip.phone !== null && phone === null) return 'phone_unbound' as const
  if (slip.phone !== null && slip.phone !== phone) return 'slip_of_other' as const
  if (slip.used_by !== null) return 'slip_used' as const
  if (slip.voided) return 'slip_voided' as const
  return slip.expires < dayOf(now) ? ('slip_expired' as const) : undefined
}
export const phoneHex = (phone: string): string => indexOf('phone', phone).toString('hex')

type Profile = Input<'checkin.present'>['profile']
export const profileValues = (profile: Profile): unknown[] => [
  profile.skills,
  profile.interests,
  profile.free,
  JSON.stringify(profile.work),
]

const iso = (at: Date | null): string | null => at?.toISOString() ?? null

export const showFace = (c: CheckinRow) => ({
  communityId: c.community_id,
  community: c.community,
  checkinId: c.id,
  kind: c.kind,
  state: c.state,
  unit: c.unit,
  presentedAt: c.presented_at.toISOString(),
  acceptedAt: iso(c.accepted_at),
  confirmedAt: iso(c.confirmed_at),
  endedAt: iso(c.ended_at),
  reason: c.reason,
  receiptNumber: c.receipt_number,
  from:
    c.from_id !== null && c.from_community !== null
      ? { community: c.from_community, checkinId: c.from_id }
      : null,
})

export const showCheckin = (c: CheckinRow, caller: Caller): Output<'checkin.get'> => ({
  ...showFace(c),
  name: c.name ?? '已注销',
  phone: maskPhone(c.phone_cipher),
  homeId: c.home_id,
  home: c.home,
  profile: {
    skills: c.skills ?? [],
    interests: c.interests ?? [],
    free: c.free ?? [],
    work: c.work ?? { kind: 'none' },
  },
  minutes: c.minutes,
  homes: c.homes,
  acts: actsOf(c.state, {
    member: c.person_id === caller.personId,
    worker: worksAt(caller, c.community_id),
    nobodys: c.person_id === null,
  }),
})
