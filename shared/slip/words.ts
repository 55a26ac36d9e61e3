import type { RefusalWords } from '../kernel/refusal'
import { rosterLinesAtMost, type SlipStand } from './states'

export const slipStandWords: Record<SlipStand, string> = {
  waiting: '还没报到',
  expired: '过期了',
  presented: '等社区受理',
  returned: '社区退回',
  accepted: '已受理，等单位确认',
  confirmed: '已报到',
  ended: '已结束',
  voided: '已作废',
}

export const slipRefusals = {
  slip_expires_early: { status: 422, says: '截止日期要在今天以后' },
  slip_issued_already: { status: 409, says: '已经给 {name} 开过报到单了，还没有用' },
  slip_namesake: { status: 409, says: '已经有一张 {name} 的报到单，同名请填手机号来区分' },
  slip_unknown: { status: 404, says: '没有这张报到单，请对照号码再看一遍，或问单位联络员' },
  slip_used: { status: 409, says: '这张报到单已经用过了，有疑问请问单位联络员' },
  slip_voided: { status: 409, says: '这张报到单已经作废，请向单位要一张新的' },
  slip_expired: { status: 409, says: '这张报到单过期了，请向单位要一张新的' },
  slip_of_other: { status: 403, says: '姓名和报到单对不上，报到单只能本人用' },
  roster_empty: { status: 422, says: '表里没有人，请核对后再传' },
  roster_headings: { status: 422, says: '第一行缺少“{missing}”这一列，请补上后再传' },
  roster_too_long: { status: 422, says: `一次最多 ${rosterLinesAtMost} 行，请分开导入` },
  roster_outdated: { status: 409, says: '核对之后报到单有了变化，请重新核对' },
  receipt_not_current: { status: 409, says: '这张回执已经不在用了，请看最新的一张' },
} as const satisfies Record<string, RefusalWords>
