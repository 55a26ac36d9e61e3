import type { RefusalWords } from '../kernel/refusal'
import type { ClaimAction, ClaimState } from './states'

/** As many claims as one person may hand in a day. */
export const claimsADay = 5

export const claimStateWords: Record<ClaimState, string> = {
  submitted: '等待核实',
  accepted: '已通过',
  rejected: '未通过',
  withdrawn: '已撤回',
}
export const claimActionWords: Record<ClaimAction, string> = {
  accept: '通过',
  reject: '不通过',
  withdraw: '撤回申请',
}

export const claimRefusals = {
  claimed_already: { status: 409, says: '你已经申请过这一户，正在等待核实' },
  lives_there: { status: 409, says: '你已经是这一户的人了，不用再申请' },
  claims_a_day: { status: 429, says: `一天最多申请 ${claimsADay} 户，请明天再来，或到社区办理` },
  claim_settled: { status: 409, says: '这份申请已经处理过了，请刷新后再看' },
  own_claim: { status: 403, says: '不能核实自己的申请，请别人来办' },
  reason_missing: { status: 422, says: '请写明不通过的理由，对方会看到' },
} as const satisfies Record<string, RefusalWords>
