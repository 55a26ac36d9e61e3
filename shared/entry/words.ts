import type { RefusalWords } from '../kernel/refusal'
import type { EntryKind } from './kinds'

export const entryKindWords: Record<EntryKind, string> = {
  opening: '期初结余',
  manual: '记账',
  charged: '到期应收',
  lowered: '减免应收',
  received: '收款',
  visitor: '临时停车收款',
  applied: '从预交的里扣',
  deposited: '收押金',
  refunded: '退款',
  split: '按约定分成',
  managerPaid: '付物业分成',
  advanced: '物业垫资',
  repaid: '还物业垫资',
  spent: '支出',
  fundReceived: '收到认款',
  fundSpent: '用认款支出',
  fundReturned: '退回认款',
  reversal: '冲正',
}

export const voucherStateWords = { none: '不用凭证', waiting: '凭证待遮挡', masked: '凭证可看' } as const

export const entryRefusals = {
  unbalanced: { status: 422, says: '借方 {debit} 和贷方 {credit} 不相等，请核对每一行' },
  not_by_hand: { status: 422, says: '“{name}”不能手工记，请用它自己的办法：收款、付款或分成' },
  income_taken_back: { status: 422, says: '手工只能给“{name}”记增加；记错了，请把原来那一笔冲正' },
  fees_over: { status: 409, says: '手续费手工一个月最多记 {most}，这个月还能记 {left}；更多的请走支出审批' },
  voucher_needed: { status: 422, says: '没有凭证不入账，请先拍下凭证' },
  reversed_already: { status: 409, says: '这一笔已经冲正过了' },
  reversal_itself: { status: 409, says: '冲正的分录不能再冲正，请重新记一笔' },
  not_reversible: { status: 409, says: '“{kind}”不能直接冲正，请用它自己的办法更正' },
  reversal_used: { status: 409, says: '这笔钱后来已经用掉了，请先更正后面的那一笔' },
} as const satisfies Record<string, RefusalWords>
