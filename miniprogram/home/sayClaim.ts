import { sayWhen } from '../../shared/kernel/time'
import type { Me } from '../kernel/session'

type Claim = Me['claims'][number]

/** Where a claim stands, as a sentence with who and when. */
export function sayClaim(claim: Claim, now: Date): string {
  const sent = sayWhen(new Date(claim.submittedAt), now)
  const decided = claim.decidedAt ? sayWhen(new Date(claim.decidedAt), now) : ''
  switch (claim.state) {
    case 'submitted':
      return `${sent} 交上去的，等楼栋长或网格员核实`
    case 'accepted':
      return `${decided} 通过了，你已经是这一户的人`
    case 'rejected':
      return `${decided} 没有通过${claim.reason ? `：${claim.reason}` : ''}`
    case 'withdrawn':
      return '你自己撤回了'
  }
}
