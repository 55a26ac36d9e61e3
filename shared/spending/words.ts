import type { RefusalWords } from '../kernel/refusal'
import type { Body, SpendingAction, SpendingState } from './states'

export const spendingStateWords: Record<SpendingState, string> = {
  asked: '等批准',
  approved: '可以付款',
  gap: '付了，缺凭证',
  paid: '付了，已入账',
  declined: '没有批准',
  withdrawn: '撤回了',
  reversed: '冲正了',
}
export const spendingActionWords: Record<SpendingAction, string> = {
  approve: '批准',
  decline: '不批准',
  withdraw: '撤回',
  pay: '付款',
  addVoucher: '补凭证',
}
export const bodyWords: Record<Body, string> = {
  committee: '业委会',
  branch: '小区党支部',
  supervisors: '监督小组',
}

export const spendingRefusals = {
  spending_for: { status: 422, says: '请选一项用途，或选从哪笔认款里付，只选一样' },
  spending_over: { status: 422, says: '超过 {limit} 要有业主决议，请选一条决议' },
  spending_moved: { status: 409, says: '这笔支出现在是“{state}”，不能这样办了，请刷新再看' },
  own_spending: { status: 403, says: '自己申请的不能自己批，请别人来批' },
  body_approved: { status: 409, says: '{body}已经批过了，要另一方的人来批' },
  approved_already: { status: 409, says: '你已经批过了，要另一个人来批' },
  not_approver: { status: 403, says: '只有业委会、党支部和监督小组的人能批' },
  not_asker: { status: 403, says: '只有申请的人能撤回' },
  fund_short: { status: 409, says: '这笔认款除去已经申请的，只剩 {left}，请改小' },
} as const satisfies Record<string, RefusalWords>
