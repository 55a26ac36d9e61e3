import { isLive } from '../../shared/checkin/states'
import type { ReceiptRow } from '../checkin/queries'

export const showReceipt = (r: ReceiptRow) => ({
  communityId: r.community_id,
  checkinId: r.id,
  name: r.name ?? '已注销',
  community: r.community,
  receiptNumber: r.receipt_number,
  acceptedAt: r.accepted_at.toISOString(),
  confirmedAt: r.confirmed_at?.toISOString() ?? null,
  state: r.state,
})
export const isCurrent = (r: ReceiptRow): boolean => isLive(r.state)
export const placeOfReceipt = (r: ReceiptRow) =>
  r.organisation_id === null ? { communityId: r.community_id } : { organisationId: r.organisation_id }
