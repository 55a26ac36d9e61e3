import type { RefusalWords } from '../kernel/refusal'

export const fundRefusals = {
  fund_over: { status: 409, says: '这一户认的款还差 {left}，收多了，请核对' },
  fund_closed: { status: 409, says: '这笔认款已经退清了' },
  fund_in_use: {
    status: 409,
    says: '这笔认款有 {held} 申请了还没有入账，请先付款、补上凭证，或者撤回，再退剩下的',
  },
  fund_empty: { status: 409, says: '没有剩下的钱可退' },
} as const satisfies Record<string, RefusalWords>
