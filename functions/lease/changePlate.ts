import { dayOf } from '../../shared/kernel/time'
import { readPlate } from '../../shared/lease/plate'
import { lockBooks } from '../account/books'
import { note } from '../kernel/record'
import { write } from '../kernel/verb'
import { leaseById, setPlate } from './queries'

/** Another car of the same home. The plate itself is no word for the record. */
export const changePlate = write('lease.changePlate', {
  load: async ({ tx, input: { communityId, compoundId, leaseId } }) => {
    const [[books], [lease]] = await Promise.all([
      lockBooks(tx, [communityId, compoundId]),
      leaseById(tx, [communityId, compoundId, leaseId]),
    ])
    return books && lease
  },
  refuse: ({ input, loaded: lease, now }) => {
    if (lease.home_id === null) return 'lease_who'
    if (lease.to_day !== null && lease.to_day < dayOf(now)) return 'lease_over'
    return readPlate(input.plate) === undefined ? ['plate_none', { plate: input.plate }] : undefined
  },
  conflicts: { lease_plate_apart: 'plate_let' },
  about: ({ plate }) => ({ plate }),
  async change(act) {
    const { tx, input, loaded } = act
    const { communityId, compoundId, leaseId } = input
    const plate = readPlate(input.plate)!
    await Promise.all([
      setPlate(tx, [communityId, compoundId, leaseId, plate]),
      note(act, {
        communityId,
        action: 'lease.plateChanged',
        subjectKind: 'lease',
        subjectId: leaseId,
        after: { compoundId, ...(loaded.home_id && { homeId: loaded.home_id }) },
      }),
    ])
    return { plate }
  },
})
