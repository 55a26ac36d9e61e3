import { sayPeriod } from '../../shared/account/words'
import { lastOf, monthOf } from '../../shared/charge/rules'
import { dayOf } from '../../shared/kernel/time'
import { isClosed, lockBooks } from '../account/books'
import { entrySent, post, takenBy } from '../entry/posting'
import { note } from '../kernel/record'
import { sentHash } from '../kernel/sentHash'
import { write } from '../kernel/verb'
import { setSettlements, sourcesOf } from './queries'
import { isOpen, managerLines, settledNow } from './settling'

/** A month is divided by the rules that hold in it. Asked again, it divides what came since. */
export const settleMonth = write('split.settle', {
  load: async ({ tx, input: { communityId, compoundId, month, id } }) => {
    const key = [communityId, compoundId]
    const [[books], sources, [before]] = await Promise.all([
      lockBooks(tx, key),
      sourcesOf(tx, [...key, month, month]),
      entrySent(tx, [...key, id]),
    ])
    return books && { books, sources, before }
  },
  refuse: ({ input, loaded: { books, before }, now }) => {
    if (before) return takenBy(before, sentHash(input))
    if (isClosed(books, input.month)) return ['period_closed', { month: sayPeriod(input.month) }]
    return input.month > monthOf(dayOf(now)) ? 'period_future' : undefined
  },
  conflicts: { entry_pkey: 'id_taken', settlement_share: 'share_repaid' },
  async change(act) {
    const { tx, input, loaded, now } = act
    const { communityId, compoundId, month, id } = input
    const { sources, before } = loaded
    const items = sources.map(settledNow)
    const lines = managerLines(sources)
    const entryId = before || lines.length > 0 ? id : null
    if (before || !sources.some(isOpen)) return { month, items, entryId }
    const last = lastOf(month)
    const isOver = last < dayOf(now)
    await Promise.all([
      setSettlements(tx, [
        ...[communityId, compoundId, month, items.map((i) => i.accountId), items.map((i) => i.incomeFen)],
        ...[items.map((i) => i.ownersFen), items.map((i) => i.managerFen)],
      ]),
      ...(lines.length === 0
        ? []
        : [
            post(act, {
              ...{ communityId, compoundId, entryId: id, kind: 'split', hash: sentHash(input), lines },
              // it counts in its own month, however late it is worked out
              on: isOver ? last : dayOf(now),
            }),
          ]),
      note(act, {
        communityId,
        action: 'split.settled',
        subjectKind: 'books',
        subjectId: compoundId,
        after: { compoundId, month, managerFen: items.reduce((sum, i) => sum + i.managerFen, 0) },
      }),
    ])
    return { month, items, entryId }
  },
})
