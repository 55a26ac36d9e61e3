import { booksOf } from '../account/books'
import { read } from '../kernel/verb'
import { unmaskedOf } from './queries'
import { showEntry } from './view'

/** Vouchers that wait for somebody to cover what is private. */
export const listUnmasked = read('entry.unmasked', {
  load: async ({ tx, input: { communityId, compoundId } }) => {
    const [[books], waiting] = await Promise.all([
      booksOf(tx, [communityId, compoundId]),
      unmaskedOf(tx, [communityId, compoundId]),
    ])
    return books?.desk ? waiting : undefined
  },
  answer: ({ loaded }) => ({ items: loaded.map((e) => ({ ...showEntry(e), photoId: e.photo_id })) }),
})
