import { fundKey } from '../../shared/account/chart'
import { shareBack } from '../../shared/fund/rules'
import { sayYuan } from '../../shared/kernel/money'
import { dayRefusal, lockBooks } from '../account/books'
import { credit, debit, entrySent, post, takenBy } from '../entry/posting'
import { addVouchers, arePapers, voucherConflicts } from '../entry/vouchers'
import { note } from '../kernel/record'
import { sentHash } from '../kernel/sentHash'
import { write } from '../kernel/verb'
import * as queries from './queries'

/** What was not needed goes back in proportion to what was paid, by largest remainder; with it the fund is closed. */
export const giveBack = write('fund.giveBack', {
  load: async ({ tx, input: { communityId, compoundId, resolutionId, id, photoIds } }) => {
    const key = [communityId, compoundId, resolutionId]
    const [[books], [fund], homes, [before], sent, papers] = await Promise.all([
      lockBooks(tx, [communityId, compoundId]),
      queries.fundById(tx, key),
      queries.homesOfFund(tx, key),
      entrySent(tx, [communityId, compoundId, id]),
      queries.returnedBy(tx, [communityId, compoundId, id]),
      arePapers(tx, communityId, photoIds),
    ])
    return books && fund && { books, fund, homes: homes.filter((h) => h.paid > 0), before, sent, papers }
  },
  refuse: ({ input, loaded: { books, fund, before, papers }, now }) => {
    if (before) return takenBy(before, sentHash(input))
    // money that a reversal brought back after it was closed goes back as well
    if (fund.balance === 0) return fund.closed ? 'fund_closed' : 'fund_empty'
    // a gap is paid for with it once its voucher comes
    if (fund.held > 0) return ['fund_in_use', { held: sayYuan(fund.held) }]
    return papers ? dayRefusal(books, input.on, now) : 'voucher_unknown'
  },
  conflicts: { entry_pkey: 'id_taken', account_floor: 'not_enough', ...voucherConflicts },
  async change(act) {
    const { tx, input, loaded, now } = act
    const { communityId, compoundId, resolutionId, id, by, on, photoIds } = input
    const { fund, homes, before, sent } = loaded
    const told = (fens: number[]) =>
      homes.map((h, i) => ({ homeId: h.home_id, label: h.label, fen: fens[i]! })).filter((h) => h.fen > 0)
    if (before) {
      const back = homes.map((h) => sent.find((s) => s.pledge_id === h.pledge_id)?.fen ?? 0)
      return { id, entryId: id, number: before.number, returned: told(back) }
    }
    const shares = shareBack(fund.balance, homes)
    const back = homes.map((h, i) => ({ pledgeId: h.pledge_id, fen: -shares[i]! })).filter((p) => p.fen < 0)
    const [posted] = await Promise.all([
      post(act, {
        ...{ communityId, compoundId, entryId: id, kind: 'fundReturned', on, hash: sentHash(input) },
        lines: [debit(fundKey(resolutionId), fund.balance), credit(by, fund.balance)],
      }),
      queries.addPayments(tx, [
        ...[communityId, compoundId, id, resolutionId, back.map((p) => p.pledgeId), back.map((p) => p.fen)],
      ]),
      addVouchers(tx, { communityId, compoundId, entryId: id }, photoIds),
      queries.closeFund(tx, [communityId, compoundId, resolutionId, now]),
      note(act, {
        communityId,
        action: 'fund.returned',
        subjectKind: 'fund',
        subjectId: resolutionId,
        after: { compoundId, fen: fund.balance, by, on, homes: back.length },
      }),
    ])
    return { id, entryId: id, number: posted.number, returned: told(shares) }
  },
})
