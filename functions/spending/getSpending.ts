import { bodies } from '../../shared/spending/states'
import { showVoucher } from '../entry/view'
import { query } from '../kernel/database'
import { read } from '../kernel/verb'
import { recentBeside, spendingById } from './queries'
import { showSpending } from './view'

const papersOf = query<{
  photo_id: string
  masked: boolean
  masked_key: string | null
  paper_key: string | null
}>(
  'spending.papers',
  `select v.photo_id, v.masked, v.masked_key, v.paper_key from spending s
   cross join lateral entry_vouchers(s.community_id, s.compound_id, s.entry_id) v
   where s.community_id = $1 and s.compound_id = $2 and s.id = $3`,
)

/** One spending with its vouchers: whole to those who keep the books, as masked copies to owners. */
export const getSpending = read('spending.get', {
  load: async ({ tx, input: { communityId, compoundId, spendingId } }) => {
    const key = [communityId, compoundId, spendingId]
    const [[spending], papers, [recent]] = await Promise.all([
      spendingById(tx, key),
      papersOf(tx, key),
      recentBeside(tx, key),
    ])
    return spending && { spending, papers, recent }
  },
  answer: async ({ input, loaded: { spending, papers, recent }, caller, now }) => ({
    ...showSpending(spending, caller, input.communityId),
    open:
      spending.state === 'asked'
        ? bodies.filter((body) => !spending.approvals.some((a) => a.body === body))
        : [],
    declined:
      spending.declined_at === null
        ? null
        : {
            body: spending.declined_body!,
            at: spending.declined_at.toISOString(),
            reason: spending.reason!,
          },
    vouchers: await Promise.all(papers.map((p) => showVoucher(p, now))),
    recent: { count: recent?.count ?? 0, fen: recent?.fen ?? 0 },
    overTogether:
      recent !== undefined &&
      recent.count > 0 &&
      spending.fund_of === null &&
      spending.resolution_id === null &&
      recent.fen + spending.fen > recent.limit,
  }),
})
