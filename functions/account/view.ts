import { growsOn } from '../../shared/account/chart'
import type { Output } from '../../shared/contract'
import type { AccountRow } from './queries'

export const showAccount = (a: AccountRow): Output<'account.list'>['items'][number] => ({
  accountId: a.id,
  key: a.key,
  code: a.code,
  name: a.name,
  kind: a.kind,
  balanceFen: growsOn[a.kind] === 'debit' ? a.balance_fen : -a.balance_fen + 0,
  byHand: a.by_hand,
})
