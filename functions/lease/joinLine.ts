import { wait } from '../../db/schema'
import { readPlate } from '../../shared/lease/plate'
import { booksOf } from '../account/books'
import { addOnce } from '../kernel/record'
import { write } from '../kernel/verb'
import { homeHere, waitingLine } from './queries'

/** A home waits for a parking space; whoever comes later stands behind it. */
export const joinLine = write('lease.wait', {
  load: async ({ tx, input: { communityId, compoundId, homeId } }) => {
    const [[books], [home], line] = await Promise.all([
      booksOf(tx, [communityId, compoundId]),
      homeHere(tx, [communityId, compoundId, homeId]),
      waitingLine(tx, [communityId, compoundId]),
    ])
    return books && { books, home, line }
  },
  refuse: ({ input, loaded: { books, home } }) => {
    if (!home) return 'home_outside'
    if (books.ground_on === null) return 'parking_unfounded'
    return readPlate(input.plate) === undefined ? ['plate_none', { plate: input.plate }] : undefined
  },
  conflicts: { wait_once: 'waiting_twice' },
  async change(act) {
    const { tx, input, now } = act
    const { communityId, compoundId, id, homeId } = input
    const [, line] = await Promise.all([
      addOnce(
        act,
        wait,
        { communityId, compoundId, id, homeId, plate: readPlate(input.plate)!, at: now },
        {
          communityId,
          action: 'wait.added',
          subjectKind: 'wait',
          subjectId: id,
          after: { compoundId, homeId },
        },
        ['at'],
      ),
      waitingLine(tx, [communityId, compoundId]),
    ])
    return { id, place: line.find((w) => w.id === id)?.place ?? 0 }
  },
})
