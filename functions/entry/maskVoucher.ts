import { lockBooks } from '../account/books'
import { note } from '../kernel/record'
import { write } from '../kernel/verb'
import { lockVoucher, setMasked } from './queries'
import { arePapers } from './vouchers'

/** A person has covered what is private: from now on owners see the copy, instead of one that was covered badly before. */
export const maskVoucher = write('entry.mask', {
  load: async ({ tx, input: { communityId, compoundId, entryId, photoId, maskedPhotoId } }) => {
    const [[books], [voucher], mine] = await Promise.all([
      lockBooks(tx, [communityId, compoundId]),
      lockVoucher(tx, [communityId, compoundId, entryId, photoId]),
      arePapers(tx, communityId, [maskedPhotoId]),
    ])
    return books && voucher && { voucher, mine }
  },
  refuse: ({ input, loaded: { voucher, mine } }) => {
    if (voucher.masked_photo_id === input.maskedPhotoId) return undefined
    return mine ? undefined : 'voucher_unknown'
  },
  conflicts: { entry_voucher_community_id_masked_photo_id_key: 'voucher_unknown' },
  async change(act) {
    const { tx, input, loaded, caller, now } = act
    const { communityId, compoundId, entryId, photoId, maskedPhotoId } = input
    const before = loaded.voucher.masked_photo_id
    if (before !== maskedPhotoId)
      await Promise.all([
        setMasked(tx, [communityId, compoundId, entryId, photoId, maskedPhotoId, caller.personId, now]),
        note(act, {
          communityId,
          action: 'voucher.masked',
          subjectKind: 'entry',
          subjectId: entryId,
          ...(before && { before: { maskedPhotoId: before } }),
          after: { compoundId, photoId, maskedPhotoId },
        }),
      ])
    return { state: 'masked' }
  },
})
