import { reversible } from '../../shared/entry/kinds'
import { may } from '../../shared/permissions'
import { roles } from '../../shared/role/roles'
import { booksOf, isOpening } from '../account/books'
import { read } from '../kernel/verb'
import { aboutEntry, entryById, linesOf, vouchersOf } from './queries'
import { sayAbout, showEntry, showLine, showVoucher } from './view'

/** An entry whole: owners read it without a person in it. */
export const getEntry = read('entry.get', {
  load: async ({ tx, input: { communityId, compoundId, entryId } }) => {
    const key = [communityId, compoundId, entryId]
    const [[books], [entry], lines, vouchers, [about]] = await Promise.all([
      booksOf(tx, [communityId, compoundId]),
      entryById(tx, key),
      linesOf(tx, key),
      vouchersOf(tx, key),
      aboutEntry(tx, key),
    ])
    return books && entry && { books, entry, lines, vouchers, about }
  },
  answer: async ({
    input: { communityId, compoundId },
    loaded: { books, entry, lines, vouchers, about },
    caller,
    now,
  }) => {
    const at = { communityId, compoundId }
    return {
      ...showEntry(entry),
      lines: lines.map(showLine),
      vouchers: await Promise.all(vouchers.map((v) => showVoucher(v, now))),
      memo: entry.memo,
      by: entry.recorded_as === null ? '系统' : roles[entry.recorded_as].name,
      mayReverse:
        may(caller, 'entry.reverse', at) &&
        entry.reversed_by === null &&
        reversible.includes(entry.kind) &&
        (entry.kind !== 'opening' || isOpening(books)),
      mayMask: may(caller, 'entry.mask', at) && entry.vouchers > 0,
      reversesNumber: entry.reverses_number,
      reversedByNumber: entry.reversed_by_number,
      about: about ? sayAbout(about) : null,
    }
  },
})
