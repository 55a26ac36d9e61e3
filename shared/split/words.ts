import type { RefusalWords } from '../kernel/refusal'

/** 8000 → 80 %, 6667 → 66.67 %. */
export const sayShare = (bp: number): string => `${String(bp / 100)} %`

export const splitRefusals = {
  split_not_whole: { status: 422, says: '几份加起来要正好 100 %，现在是 {sum}' },
  split_past: { status: 422, says: '这个月份已经公布，请从以后的月份开始' },
  manager_over: { status: 409, says: '应付物业的只有 {owed}，请核对' },
  period_closed: { status: 409, says: '{month}已经公布封账，后来的记在下一个月' },
  period_future: { status: 422, says: '这个月还没到' },
  share_repaid: { status: 409, says: '业主这一份已经还了垫资，请先冲正还款' },
} as const satisfies Record<string, RefusalWords>
