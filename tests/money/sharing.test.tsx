import '../kernel/camera'
import { act, screen } from '@testing-library/react'
import Advance from '../../miniprogram/money/advance'
import Advances from '../../miniprogram/money/advances'
import Apportion from '../../miniprogram/money/apportion'
import Fund from '../../miniprogram/money/fund'
import { readPercent } from '../../miniprogram/money/parts/sums'
import { floorOf } from '../../miniprogram/money/sharing/HomesPick'
import { readCoefficient, readTable } from '../../miniprogram/money/sharing/TableFields'
import Splits from '../../miniprogram/money/splits'
import type { Output } from '../../shared/contract'
import { camera } from '../kernel/camera'
import { photoServer } from '../kernel/photoServer'
import { newPhone, openAs } from '../kernel/screens/open'
import { home701, idOf, owner } from '../kernel/screens/people'
import { tap, turn, write } from '../kernel/screens/tap'
import type { Answers } from '../kernel/screens/wire'
import { phone } from '../kernel/taro'
import { accountOf, advanceId, bookkeeper, books, entryId, parking, resolutionId } from './faces'

beforeEach(() => {
  newPhone()
  camera.reset()
})
const older = { resolutionId: null, on: '2024-03-02', named: '2024年业主大会' }

describe('the advance', () => {
  const advance = (more: Partial<Output<'advance.get'>> = {}): Output<'advance.get'> => ({
    advanceId,
    name: '弱电改造',
    organisation: '弘运物业公司',
    totalFen: 20_000_000,
    repaidFen: 11_666_680,
    owedFen: 8_333_320,
    from: '2024-09',
    months: 48,
    shareBp: 8_000,
    decision: older,
    reversed: false,
    says: '一共 200,000.00 元，已还 116,666.80 元，还欠 83,333.20 元，按计划 2028年8月还清',
    schedule: [
      { month: '2026-09', plannedFen: 416_667, repaidFen: 416_667, state: 'whole' },
      { month: '2026-10', plannedFen: 416_667, repaidFen: 200_000, state: 'part' },
      { month: '2026-11', plannedFen: 416_667, repaidFen: 0, state: 'toCome' },
    ],
    repayments: [
      { entryId, on: '2026-10-31', month: '2026-10', fen: 200_000, early: false, reversed: false },
    ],
    next: null,
    mayRepay: false,
    ...more,
  })
  const open = (data: Output<'advance.get'>, me = owner, answers: Answers = {}) =>
    openAs(me, <Advance />, {
      at: '/money/advance',
      params: { ...books, advanceId },
      answers: { 'advance.get': data, ...answers },
    })

  test('what is still owed is the number of the page, and every month says how it went', async () => {
    await open(advance())
    expect(screen.getByText('83,333.20 元')).toBeTruthy()
    expect(screen.getByText('从业主停车收益的 80 % 里还，不动别的钱。')).toBeTruthy()
    expect(screen.getByText('还了一部分')).toBeTruthy()
    expect(screen.getByText('该还 4,166.67，还了 2,000.00')).toBeTruthy()
    await tap('button', '10月31日还了 2,000.00 元，看这笔账')
    expect(phone.stack.at(-1)).toContain('/money/entry?')
  })

  test('a month is paid back with its paper, by one act', async () => {
    const server = photoServer()
    const next = { month: '2026-11', fen: 416_667, availableFen: 500_000 }
    const wire = await open(advance({ mayRepay: true, next }), bookkeeper, {
      ...server.answers,
      'advance.repay': { id: idOf(60, 1), entryId, number: 140, fen: 416_667, owedFen: 7_916_653 },
    })
    await tap('button', '还 2026年11月的 4,166.67 元')
    await tap('radio', '转账')
    camera.takes(900_000)
    await tap('button', '拍凭证')
    await tap('button', '还 4,166.67 元')
    expect(await screen.findByText('还了 4,166.67 元，还欠 79,166.53 元')).toBeTruthy()
    expect(wire.of('advance.repay')).toMatchObject([
      { advanceId, month: '2026-11', by: 'bank', on: '2026-11-22' },
    ])
  })

  test('early needs a sum, a decision and a paper', async () => {
    const wire = await open(advance({ mayRepay: true }), bookkeeper)
    await tap('button', '提前还')
    const [, send] = screen.getAllByRole('button', { name: '提前还' })
    await act(async () => void send?.click())
    expect(screen.getByText('请写多少元，要大于 0，最多两位小数')).toBeTruthy()
    expect(screen.getByText('请选一条决议，或写明以前的决定')).toBeTruthy()
    expect(screen.getByText('没有凭证不入账，请先拍下凭证')).toBeTruthy()
    expect(wire.of('advance.repayEarly')).toEqual([])
  })
})

test('an advance from before is told of with what is paid back of it, and asks for no paper', async () => {
  const wire = await openAs(bookkeeper, <Advances />, {
    at: '/money/advances',
    params: { ...books },
    answers: {
      'advance.list': {
        items: [],
        companies: [{ organisationId: idOf(62, 1), name: '弘运物业公司' }],
        mayCarry: true,
      },
      'advance.carry': { id: advanceId, entryId, number: 2, owedFen: 12_500_000 },
    },
  })
  await tap('button', '补记开账前的垫资')
  expect(screen.queryByText('凭证')).toBeNull()
  await write('垫钱做了什么', '弱电改造')
  await write('一共多少元', '200000')
  await write('开账前已经还了多少元', '75000')
  await tap('button', '记上')
  expect(screen.getByText('请选一条决议，或写明以前的决定')).toBeTruthy()
  expect(wire.of('advance.carry')).toEqual([])
  await tap('radio', /^以前的决定/)
  await write('哪次会定的', '2024年业主大会')
  await turn(/哪一天定的/, '2024-03-02')
  await tap('button', '记上')
  expect(wire.of('advance.carry')).toMatchObject([
    { name: '弱电改造', fen: 20_000_000, repaidFen: 7_500_000 },
  ])
  expect(screen.getByText('垫资 200,000.00 元 记上了')).toBeTruthy()
})

describe('the split', () => {
  const splits: Output<'split.list'> = {
    rules: [
      {
        splitId: idOf(61, 1),
        accountId: parking,
        key: 'income.parking',
        name: '停车费',
        ownersBp: 8_000,
        managerBp: 2_000,
        from: '2026-01',
        decision: older,
      },
    ],
    months: [{ month: '2026-11', items: [], open: true }],
    divides: true,
    managerOwedFen: 116_000,
  }
  const chart: Output<'account.list'> = {
    from: '2026-01-01',
    spendLimitFen: 500_000,
    answerDays: 7,
    closedThrough: null,
    items: [
      {
        accountId: parking,
        key: 'income.parking',
        code: '4001',
        name: '停车费',
        kind: 'income',
        balanceFen: 0,
        byHand: false,
      },
    ],
  }
  const open = (me = owner, answers: Answers = {}) =>
    openAs(me, <Splits />, {
      at: '/money/splits',
      params: { ...books },
      answers: { 'split.list': splits, 'account.list': chart, ...answers },
    })

  test('where nobody but the owners has a part, no month asks to be divided', async () => {
    await open(bookkeeper, { 'split.list': { ...splits, rules: [], divides: false, managerOwedFen: 0 } })
    expect(screen.getByText('还没有定怎么分，收益都是业主的。')).toBeTruthy()
    expect(screen.queryByText('每个月')).toBeNull()
    expect(screen.queryByRole('button', { name: '给11月分成' })).toBeNull()
  })

  test('everybody reads whose is how much, and which decision said so', async () => {
    await open()
    expect(screen.getByText('业主 80 %')).toBeTruthy()
    expect(screen.getByText('物业 20 %')).toBeTruthy()
    expect(screen.getByText('依据：2024年业主大会，2024年3月2日定的')).toBeTruthy()
    expect(screen.queryByRole('button', { name: '给11月分成' })).toBeNull()
  })

  test('the two shares are always all of it', async () => {
    const wire = await open(bookkeeper, { 'split.set': { id: idOf(61, 2) } })
    await tap('button', '定一项怎么分')
    await tap('button', '哪一项收益：选一项，选')
    await tap('radio', '停车费')
    await write('业主占百分之几', '66.67')
    expect(screen.getByText('业主 66.67 %，物业 33.33 %')).toBeTruthy()
    await tap('radio', /^以前的决定/)
    await write('哪次会定的', '2024年业主大会')
    await turn(/^哪一天定的/, '2024-03-02')
    await tap('button', '就这样定')
    expect(wire.of('split.set')).toMatchObject([
      {
        ownersBp: 6_667,
        managerBp: 3_333,
        from: '2026-11',
        decision: { older: { on: '2024-03-02', named: '2024年业主大会' } },
      },
    ])
  })

  test.each([
    ['80', 8_000],
    ['66.67', 6_667],
    ['100', 10_000],
    ['0', 0],
    ['100.01', undefined],
    ['-1', undefined],
    ['八成', undefined],
  ])('“%s” per cent reads as %p', (typed, bp) => expect(readPercent(typed)).toBe(bp))
})

describe('what neighbours gave', () => {
  const fund = (more: Partial<Output<'fund.get'>> = {}): Output<'fund.get'> => ({
    resolutionId,
    words: '一单元装扶手',
    pledgedFen: 360_000,
    receivedFen: 300_000,
    spentFen: 280_000,
    returnedFen: 0,
    leftFen: 20_000,
    heldFen: 0,
    accountId: accountOf(20),
    homes: [
      {
        pledgeId: idOf(39, 1),
        homeId: home701.homeId,
        label: home701.label,
        pledgedFen: 10_000,
        paidFen: 4_000,
        returnedFen: 0,
        mine: true,
      },
    ],
    mayReceive: false,
    mayGiveBack: false,
    ...more,
  })
  const open = (data: Output<'fund.get'>, me = owner, answers: Answers = {}) =>
    openAs(me, <Fund />, {
      at: '/money/fund',
      params: { ...books, resolutionId },
      answers: { 'fund.get': data, ...answers },
    })

  test('a home reads what it promised and paid', async () => {
    await open(fund())
    expect(screen.getByText('9栋1单元701（我家）')).toBeTruthy()
    expect(screen.getByText('认了 100.00，交了 40.00')).toBeTruthy()
    expect(screen.getByText('还剩 200.00')).toBeTruthy()
  })

  test('what is left of a promise is filled in when it is received', async () => {
    const wire = await open(fund({ mayReceive: true }), bookkeeper, {
      'fund.receive': { id: idOf(60, 3), entryId, number: 141, receivedFen: 306_000 },
    })
    await tap('button', '9栋1单元701，收 60.00 元')
    await tap('radio', '现金')
    await tap('button', '收下')
    expect(wire.of('fund.receive')).toMatchObject([{ pledgeId: idOf(39, 1), fen: 6_000, by: 'cash' }])
  })
})

describe('sharing out', () => {
  const shares = [
    {
      homeId: idOf(5, 601),
      label: '9栋1单元601',
      floor: 6,
      areaCentiares: 8_000,
      permille: 2_500,
      fen: 2_300_000,
    },
    {
      homeId: idOf(5, 201),
      label: '9栋1单元201',
      floor: 2,
      areaCentiares: 8_000,
      permille: 500,
      fen: 460_000,
    },
  ]
  test('home by home, with what it is worked out from, and that it comes to the cost', async () => {
    await openAs(owner, <Apportion />, {
      at: '/money/apportion',
      params: { ...books, apportionmentId: idOf(62, 1) },
      answers: {
        'apportion.get': {
          name: '9栋1单元加装电梯',
          at: '2026-11-20T01:00:00.000Z',
          resolutionId: null,
          totalFen: 2_760_000,
          method: 'floor',
          shares,
          table: [
            { floor: 2, permille: 500 },
            { floor: 6, permille: 2_500 },
          ],
        },
      },
    })
    expect(screen.getByText('各家加起来 27,600.00 元，和总数一分不差')).toBeTruthy()
    expect(screen.getByText('23,000.00')).toBeTruthy()
    expect(screen.getByText('6 楼，系数 2.50')).toBeTruthy()
    expect(screen.getByText(/这张表是本小区商量用的/)).toBeTruthy()
  })

  test.each([
    ['9栋1单元701', 7],
    ['2栋1203', 12],
    ['门市3', null],
  ])('%s is on floor %p', (label, floor) => expect(floorOf(label)).toBe(floor))

  test('a coefficient is a number of at most three decimals', () => {
    expect(readCoefficient('1.25')).toBe(1_250)
    expect(readCoefficient('0')).toBe(0)
    expect(readCoefficient('1.2345')).toBeUndefined()
    expect(readTable({ 3: 'x' }, [2, 3])).toBeUndefined()
    expect(readTable({}, [1, 6])).toEqual([
      { floor: 1, permille: 0 },
      { floor: 6, permille: 2_500 },
    ])
  })
})
