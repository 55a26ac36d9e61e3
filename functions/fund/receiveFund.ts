import { fundKey } from '../../shared/account/chart'
import { sayYuan } from '../../shared/kernel/money'
import { dayRefusal, lockBooks } from '../account/books'
import { credit, debit, entrySent, post, takenBy } from '../entry/posting'
import { note } from '../kernel/record'
import { newId } from '../kernel/secrets'
import { sentHash } from '../kernel/sentHash'
import { write } from '../kernel/verb'
import * as queries from './queries'

/** A pledge is paid, whole or in part, into the account of its purpose. */
export const receiveFund = write('fund.receive', {
  load: async ({ tx, input: { communityId, compoundId, resolutionId, pledgeId, id } }) => {
    const key = [communityId, compoundId, resolutionId]
    const [[books], [fund], [pledge], [before]] = await Promise.all([
      lockBooks(tx, [communityId, compoundId]),
      queries.fundById(tx, key),
      queries.pledgeOfFund(tx, [...key, pledgeId]),
      entrySent(tx, [communityId, compoundId, id]),
    ])
    return books && fund && pledge && { books, fund, pledge, before }
  },
  refuse: ({ input, loaded: { books, fund, pledge, before }, now }) => {
    if (before) return takenBy(before, sentHash(input))
    if (fund.closed) return 'fund_closed'
    if (pledge.withdrawn) return 'pledge_withdrawn'
    const left = pledge.fen - pledge.paid
    return input.fen > left ? ['fund_over', { left: sayYuan(left) }] : dayRefusal(books, input.on, now)
  },
  conflicts: { entry_pkey: 'id_taken', fund_home_within: 'fund_over' },
  about: () => ({ left: sayYuan(0) }),
  async change(act) {
    const { tx, input, loaded, now } = act
    const { communityId, compoundId, resolutionId, pledgeId, id, fen, by, on } = input
    const { fund, pledge, before } = loaded
    if (before) return { id, entryId: id, number: before.number, receivedFen: fund.paid }
    const key = [communityId, compoundId, resolutionId]
    // the account is there before its first entry
    const opening = fund.account_id === null ? [queries.openFund(tx, [...key, newId(now), fund.words])] : []
    const [posted] = await Promise.all([
      post(act, {
        ...{ communityId, compoundId, entryId: id, kind: 'fundReceived', on, hash: sentHash(input) },
        lines: [debit(by, fen), credit(fundKey(resolutionId), fen)],
      }),
      ...opening,
      queries.addFundHome(tx, [...key, pledgeId, pledge.home_id, pledge.fen]),
      queries.addPayments(tx, [communityId, compoundId, id, resolutionId, [pledgeId], [fen]]),
      note(act, {
        communityId,
        action: 'fund.received',
        subjectKind: 'fund',
        subjectId: resolutionId,
        after: { compoundId, fen, by, on, homeId: pledge.home_id },
      }),
    ])
    return { id, entryId: id, number: posted.number, receivedFen: fund.paid + fen }
  },
})
