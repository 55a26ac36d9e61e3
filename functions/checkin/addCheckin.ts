import { checkin } from '../../db/schema'
import type { Input } from '../../shared/contract'
import { type Act, addOnce } from '../kernel/record'
import { sentHash } from '../kernel/sentHash'
import { addProfile } from './queries'
import { profileValues } from './standing'

type Asked = Input<'checkin.present'> | Input<'checkin.transfer'> | Input<'checkin.register'>
type Row = typeof checkin.$inferInsert

/** A check-in with what its member told of themselves, and its line on the record: once and only once. */
export async function addCheckin(
  act: Act & { input: Asked },
  row: Omit<Row, 'communityId' | 'id' | 'presentedAt' | 'sentHash'>,
  kept: { buildingId: string | undefined; phone?: { phoneCipher: Buffer; phoneIndex: Buffer } | undefined },
  told: { action: 'checkin.presented' | 'checkin.registered'; transfer?: true },
  /** Columns that the server fills anew each time. */
  minted: readonly (keyof Row)[] = [],
): Promise<void> {
  const { input, tx, now } = act
  const { communityId, id, name, homeId, profile } = input
  const { action, transfer } = told
  await Promise.all([
    addOnce(
      act,
      checkin,
      { communityId, id, presentedAt: now, sentHash: sentHash(input), ...row },
      {
        communityId,
        action,
        subjectKind: 'checkin',
        subjectId: id,
        after: { state: row.state, ...(transfer && { transfer }) },
      },
      ['presentedAt', ...minted],
    ),
    addProfile(tx, [
      communityId,
      id,
      name,
      kept.phone?.phoneCipher ?? null,
      kept.phone?.phoneIndex ?? null,
      kept.buildingId ?? null,
      homeId ?? null,
      ...profileValues(profile),
    ]),
  ])
}
