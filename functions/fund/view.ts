import type { Output } from '../../shared/contract'
import type { FundRow } from './queries'

export const showFund = (f: FundRow): Output<'fund.list'>['items'][number] => ({
  resolutionId: f.resolution_id,
  words: f.words,
  pledgedFen: f.pledged,
  receivedFen: f.paid,
  spentFen: f.paid - f.returned - f.balance,
  returnedFen: f.returned,
  leftFen: f.balance + 0,
  heldFen: f.held,
  accountId: f.account_id,
})
