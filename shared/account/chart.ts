/** The chart of accounts that the books of a compound begin with. One page; the database is filled from it. */
export const accountKinds = ['money', 'claim', 'debt', 'equity', 'income', 'expense'] as const
export type AccountKind = (typeof accountKinds)[number]

export const sides = ['debit', 'credit'] as const
export type Side = (typeof sides)[number]

/** The side on which an account grows. */
export const growsOn: Record<AccountKind, Side> = {
  money: 'debit',
  claim: 'debit',
  debt: 'credit',
  equity: 'credit',
  income: 'credit',
  expense: 'debit',
}

export interface AccountWords {
  readonly code: string
  readonly name: string
  readonly kind: AccountKind
  /** Its balance never goes below zero on this side. */
  readonly floor: Side | null
  /** A bookkeeper may enter something by hand; all others are moved by their own acts alone. */
  readonly byHand: boolean
}

const account = (
  code: string,
  name: string,
  kind: AccountKind,
  { floored = false, byHand = false } = {},
): AccountWords => ({ code, name, kind, floor: floored ? growsOn[kind] : null, byHand })

const floored = { floored: true }
const byHand = { byHand: true }

export const chart = {
  cash: account('1001', '现金', 'money', { floored: true, byHand: true }),
  bank: account('1002', '银行存款', 'money', { floored: true, byHand: true }),
  wechat: account('1003', '微信收款', 'money', { floored: true, byHand: true }),
  // what is due and not paid; its other side is `unpaid`, so that income is only what has come in
  due: account('1101', '应收款', 'claim', floored),
  prepaid: account('2001', '预收款', 'debt', floored),
  deposit: account('2002', '押金', 'debt', floored),
  advance: account('2003', '物业垫资', 'debt', floored),
  managerShare: account('2004', '应付物业分成', 'debt'),
  unpaid: account('2101', '应收未收', 'debt', floored),
  opening: account('3001', '公共收益结余', 'equity'),
  'income.parking': account('4001', '停车费', 'income'),
  'income.advert': account('4002', '广告', 'income'),
  'income.venue': account('4003', '场地', 'income'),
  'income.fee': account('4004', '住户费用', 'income'),
  'income.interest': account('4005', '存款利息', 'income', byHand),
  'income.other': account('4009', '其他收入', 'income', byHand),
  'expense.repair': account('5001', '维修', 'expense'),
  'expense.clean': account('5002', '保洁和垃圾清运', 'expense'),
  'expense.green': account('5003', '绿化', 'expense'),
  'expense.power': account('5004', '公共水电', 'expense'),
  'expense.guard': account('5005', '秩序维护', 'expense'),
  'expense.office': account('5006', '业委会办公', 'expense'),
  'expense.bankFee': account('5007', '银行手续费', 'expense', byHand),
  'expense.manager': account('5008', '物业分成', 'expense'),
  'expense.other': account('5009', '其他支出', 'expense'),
} as const satisfies Record<string, AccountWords>

export type AccountKey = keyof typeof chart
export const accountKeys = Object.keys(chart) as AccountKey[]

/** Each purpose that residents paid for has an account of its own. */
export const fundKey = (resolutionId: string): string => `fund.${resolutionId}`
