import type { Output } from '../../shared/contract'
import { bridge, held, home701, idOf, meWith, salt } from '../kernel/screens/people'

export const { communityId } = salt
export const { compoundId } = bridge
export const books = { communityId, compoundId }
const inBooks = { communityId, compoundId }

export const bookkeeper = meWith([held('bookkeeper', bridge.name, inBooks)], { personId: idOf(9, 60) })
export const supervisor = meWith([held('supervisor', bridge.name, inBooks)], { personId: idOf(9, 61) })
export const member = meWith([held('committeeMember', bridge.name, inBooks)], { personId: idOf(9, 62) })

export const accountOf = (n: number): string => idOf(50, n)
export const parking = accountOf(1)
export const cleaning = accountOf(2)
export const entryId = idOf(51, 1)
export const spaceOf = (n: number): string => idOf(52, n)
export const leaseId = idOf(53, 3)
export const chargeOf = (n: number): string => idOf(54, n)
export const spendingId = idOf(55, 1)
export const statementId = idOf(56, 1)
export const advanceId = idOf(57, 1)
export const resolutionId = idOf(32, 1)
export const photoId = idOf(22, 1)

export type Picture = Pick<
  Output<'account.month'>,
  | 'openingFen'
  | 'closingFen'
  | 'money'
  | 'sources'
  | 'uses'
  | 'sourcesFen'
  | 'usesFen'
  | 'turned'
  | 'advance'
  | 'arrearsFen'
  | 'gaps'
  | 'late'
>

const pieceOf = (n: number, name: string, kind: 'income' | 'expense', fen: number) => ({
  accountId: accountOf(n),
  key: `${kind}.${n}`,
  name,
  kind,
  fen,
})

export const picture: Picture = {
  openingFen: 3_645_735,
  closingFen: 4_120_735,
  money: [
    { accountId: accountOf(11), key: 'cash', name: '现金', openingFen: 45_735, closingFen: 120_735 },
    { accountId: accountOf(12), key: 'bank', name: '银行存款', openingFen: 3_600_000, closingFen: 4_000_000 },
  ],
  sources: [pieceOf(1, '停车费', 'income', 580_000), pieceOf(3, '广告', 'income', 110_000)],
  uses: [pieceOf(2, '保洁和垃圾清运', 'expense', 150_000), pieceOf(4, '绿化', 'expense', 65_000)],
  sourcesFen: 690_000,
  usesFen: 215_000,
  turned: [],
  advance: { totalFen: 20_000_000, repaidFen: 11_666_680, owedFen: 8_333_320 },
  arrearsFen: 0,
  gaps: { count: 0, fen: 0 },
  late: 0,
}

export const monthOf = (more: Partial<Output<'account.month'>> = {}): Output<'account.month'> => ({
  month: '2026-11',
  ...picture,
  closed: false,
  statementId: null,
  months: ['2026-11', '2026-10', '2026-09'],
  ...more,
})

export const entryFace = (more: Partial<Output<'entry.list'>['items'][number]> = {}) => ({
  entryId,
  number: 128,
  kind: 'spent' as const,
  says: '支出：买扫帚',
  occurredOn: '2026-11-12',
  recordedAt: '2026-11-12T03:00:00.000Z',
  month: '2026-11',
  totalFen: 15_000,
  moneyFen: -15_000,
  voucher: 'waiting' as const,
  reverses: null,
  reversedBy: null,
  movedFen: 15_000,
  ...more,
})

export const entryOf = (more: Partial<Output<'entry.get'>> = {}): Output<'entry.get'> => {
  const { movedFen: _, ...face } = entryFace()
  return {
    ...face,
    lines: [
      {
        accountId: cleaning,
        code: '5002',
        name: '保洁和垃圾清运',
        kind: 'expense',
        side: 'debit',
        fen: 15_000,
      },
      { accountId: accountOf(11), code: '1001', name: '现金', kind: 'money', side: 'credit', fen: 15_000 },
    ],
    vouchers: [{ photoId, state: 'waiting', masked: null, paper: null }],
    memo: null,
    by: '小区记账员',
    mayReverse: false,
    mayMask: false,
    reversesNumber: null,
    reversedByNumber: null,
    about: null,
    ...more,
  }
}

type Space = Output<'space.list'>['items'][number]
export const spaceFace = (n: number, more: Partial<Space> = {}): Space => ({
  spaceId: spaceOf(n),
  kind: 'parking',
  number: String(n),
  state: 'free',
  tariff: { unit: 'day', fen: 500, from: '2026-01-01' },
  later: null,
  lease: null,
  mine: false,
  ...more,
})
export const spacesOf = (
  items: readonly Space[],
  more: Partial<Output<'space.list'>> = {},
): Output<'space.list'> => ({
  ground: { resolutionId: null, on: '2019-06-01', named: '2019年业主大会' },
  visitors: { unit: 'day', fen: 1_000, from: '2026-01-01' },
  items: [...items],
  counts: { free: 1, let: items.length - 1, waiting: 2 },
  mayChange: false,
  ...more,
})

type Charge = Output<'receipt.due'>['items'][number]
export const chargeFace = (n: number, more: Partial<Charge> = {}): Charge => ({
  chargeId: chargeOf(n),
  says: `3号车位 ${n}月`,
  leaseId,
  homeId: null,
  who: home701.label,
  from: `2026-${String(n).padStart(2, '0')}-01`,
  to: `2026-${String(n).padStart(2, '0')}-28`,
  dueOn: `2026-${String(n).padStart(2, '0')}-01`,
  fen: 15_500,
  loweredFen: 0,
  paidFen: 0,
  ...more,
})
export const dueOf = (more: Partial<Output<'receipt.due'>> = {}): Output<'receipt.due'> => ({
  mayCarry: false,
  who: home701.label,
  number: '3',
  plate: '渝A12345',
  items: [chargeFace(10), chargeFace(11)],
  owedFen: 31_000,
  prepaidFen: 0,
  depositFen: 0,
  ...more,
})
export const arrearsOf = (more: Partial<Output<'charge.arrears'>> = {}): Output<'charge.arrears'> => ({
  totals: { days30: 15_500, days90: 15_500, days365: 0, older: 0 },
  totalFen: 31_000,
  homes: 1,
  items: [
    {
      leaseId,
      homeId: null,
      who: home701.label,
      number: '3',
      plate: '渝A12345',
      since: '2026-10-01',
      owedFen: 31_000,
      days30: 15_500,
      days90: 15_500,
      days365: 0,
      older: 0,
    },
  ],
  ...more,
})

type Spending = Output<'spending.get'>
export const spendingOf = (more: Partial<Spending> = {}): Spending => ({
  spendingId,
  words: '换楼道灯 12 盏',
  fen: 96_000,
  accountId: accountOf(5),
  account: '维修',
  fund: null,
  resolution: null,
  state: 'asked',
  says: '等两方的两个人批准',
  askedAt: '2026-11-20T02:00:00.000Z',
  askedBy: '小区记账员',
  approvals: [],
  paidOn: null,
  paidFirst: false,
  entryId: null,
  mine: false,
  acts: [],
  open: ['committee', 'branch', 'supervisors'],
  declined: null,
  vouchers: [],
  recent: { count: 0, fen: 0 },
  overTogether: false,
  ...more,
})

export const statementOf = (more: Partial<Output<'statement.get'>> = {}): Output<'statement.get'> => ({
  ...picture,
  statementId,
  compoundId,
  compound: bridge.name,
  period: '2026-10',
  publishedAt: '2026-11-03T02:00:00.000Z',
  hash: 'a'.repeat(64),
  questions: 0,
  form: 2,
  items: [],
  answerDays: 7,
  mayOpen: true,
  mayAsk: true,
  mayAnswer: false,
  ...more,
})
export const questionOf = (more: Partial<Output<'statement.get'>['items'][number]> = {}) => ({
  questionId: idOf(58, 1),
  accountId: cleaning,
  words: '保洁为什么比上个月多？',
  at: '2026-11-20T02:00:00.000Z',
  mine: false,
  dueAt: '2026-11-27T15:59:00.000Z',
  overdue: false,
  answer: null,
  ...more,
})
