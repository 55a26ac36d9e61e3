import { type Connection, query } from '../kernel/database'

const mine = query<{ mine: number }>('voucher.mine', 'select my_papers($1, $2)::int as mine')
const add = query(
  'voucher.add',
  `insert into entry_voucher (community_id, compound_id, entry_id, photo_id, place)
   select $1, $2, $3, p.id, p.n from unnest($4::uuid[]) with ordinality p(id, n)`,
)

/** Whether all of these are photos of the caller that stand behind nothing yet. */
export async function arePapers(
  tx: Connection,
  communityId: string,
  photoIds: readonly string[],
): Promise<boolean> {
  const [row] = await mine(tx, [communityId, photoIds])
  return row!.mine === new Set(photoIds).size && row!.mine === photoIds.length
}

/** The papers behind an entry, put there in the transaction that makes it. */
export const addVouchers = (
  tx: Connection,
  { communityId, compoundId, entryId }: { communityId: string; compoundId: string; entryId: string },
  photoIds: readonly string[],
) => add(tx, [communityId, compoundId, entryId, photoIds])

/** Two who use one photo at once. */
export const voucherConflicts = { entry_voucher_pkey: 'voucher_unknown' } as const
