import { wholeBp } from '../../shared/split/rules'
import { sayShare } from '../../shared/split/words'
import { isClosed, lockBooks } from '../account/books'
import { decisionRefusal, loadDecision } from '../account/deciding'
import { accountById } from '../account/queries'
import { note } from '../kernel/record'
import { sentHash } from '../kernel/sentHash'
import { write } from '../kernel/verb'
import { addRule, ruleById } from './queries'

/** Whose the income of a source is, from a month on, by a decision. Of one month the last that was set holds, until it is published. */
export const setSplit = write('split.set', {
  load: async ({ tx, input }) => {
    const { communityId, compoundId, id, accountId } = input
    const [[books], [before], [account], decided] = await Promise.all([
      lockBooks(tx, [communityId, compoundId]),
      ruleById(tx, [communityId, compoundId, id]),
      accountById(tx, [communityId, compoundId, accountId]),
      loadDecision(tx, input),
    ])
    return books && { books, before, account, decided }
  },
  refuse: ({ input, loaded: { books, before, account, decided } }) => {
    if (before) return before.sent_hash.equals(sentHash(input)) ? undefined : 'id_taken'
    const sum = input.ownersBp + input.managerBp
    if (sum !== wholeBp) return ['split_not_whole', { sum: sayShare(sum) }]
    if (account?.kind !== 'income') return 'account_elsewhere'
    if (isClosed(books, input.from)) return 'split_past'
    return decisionRefusal(input.decision, decided)
  },
  async change(act) {
    const { tx, input, loaded, now } = act
    const { communityId, compoundId, id, accountId, ownersBp, managerBp, from } = input
    if (loaded.before) return { id }
    const { resolutionId, on, named } = loaded.decided!
    await Promise.all([
      addRule(tx, [
        ...[communityId, compoundId, id, accountId, from, ownersBp, managerBp, resolutionId, on, named],
        ...[sentHash(input), now],
      ]),
      note(act, {
        communityId,
        action: 'split.set',
        subjectKind: 'split',
        subjectId: id,
        after: { compoundId, accountId, ownersBp, managerBp, from },
      }),
    ])
    return { id }
  },
})
