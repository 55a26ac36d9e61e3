import { dayRefusal, lockBooks } from '../account/books'
import { decisionRefusal, loadDecision } from '../account/deciding'
import { accountById } from '../account/queries'
import { credit, debit, entrySent, post, takenBy } from '../entry/posting'
import { addVouchers, arePapers, voucherConflicts } from '../entry/vouchers'
import { note } from '../kernel/record'
import { sentHash } from '../kernel/sentHash'
import { write } from '../kernel/verb'
import * as queries from './queries'

/** The property company laid something out for the compound: it is spent, and owed. */
export const addAdvance = write('advance.add', {
  load: async ({ tx, input }) => {
    const { communityId, compoundId, id, organisationId, accountId, photoIds } = input
    const key = [communityId, compoundId]
    const [[books], [account], [organisation], [before], decided, papers] = await Promise.all([
      lockBooks(tx, key),
      accountById(tx, [...key, accountId]),
      queries.engagedHere(tx, [...key, organisationId]),
      entrySent(tx, [...key, id]),
      loadDecision(tx, input),
      arePapers(tx, communityId, photoIds),
    ])
    return books && { books, account, organisation, before, decided, papers }
  },
  refuse: ({ input, loaded: { books, account, organisation, before, decided, papers }, now }) => {
    if (before) return takenBy(before, sentHash(input))
    if (!organisation) return 'organisation_elsewhere'
    if (account?.kind !== 'expense' || account.key === 'expense.manager') return 'account_elsewhere'
    return (
      decisionRefusal(input.decision, decided) ??
      (papers ? dayRefusal(books, input.on, now) : 'voucher_unknown')
    )
  },
  conflicts: { entry_pkey: 'id_taken', ...voucherConflicts },
  async change(act) {
    const { tx, input, loaded, now } = act
    const { communityId, compoundId, id, organisationId, name, fen, on, from, months, shareBp, photoIds } =
      input
    if (loaded.before) return { id, entryId: id, number: loaded.before.number }
    const { resolutionId, on: decidedOn, named } = loaded.decided!
    const [posted] = await Promise.all([
      post(act, {
        ...{ communityId, compoundId, entryId: id, kind: 'advanced', on, hash: sentHash(input) },
        lines: [debit(loaded.account!.key, fen), credit('advance', fen)],
      }),
      queries.addAdvance(tx, [
        ...[communityId, compoundId, id, organisationId, name, fen, from, months, shareBp],
        ...[resolutionId, decidedOn, named, now, 0],
      ]),
      addVouchers(tx, { communityId, compoundId, entryId: id }, photoIds),
      note(act, {
        communityId,
        action: 'advance.added',
        subjectKind: 'advance',
        subjectId: id,
        after: { compoundId, organisationId, fen, from, months, shareBp },
      }),
    ])
    return { id, entryId: id, number: posted.number }
  },
})
