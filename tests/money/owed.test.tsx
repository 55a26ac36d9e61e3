import { screen } from '@testing-library/react'
import Arrears from '../../miniprogram/money/arrears'
import Forecast from '../../miniprogram/money/forecast'
import type { Output } from '../../shared/contract'
import { newPhone, openAs } from '../kernel/screens/open'
import { owner } from '../kernel/screens/people'
import { tap } from '../kernel/screens/tap'
import { phone } from '../kernel/taro'
import { accountOf, arrearsOf, bookkeeper, books, leaseId, parking } from './faces'

beforeEach(newPhone)

describe('what is owed', () => {
  const open = (data: Output<'charge.arrears'>, me = owner) =>
    openAs(me, <Arrears />, {
      at: '/money/arrears',
      params: { ...books },
      answers: { 'charge.arrears': data },
    })

  test('an owner reads the totals by age, and nobody’s name', async () => {
    await open(arrearsOf({ items: [] }))
    expect(screen.getByText('310.00 元')).toBeTruthy()
    expect(screen.getByText('一到三个月')).toBeTruthy()
    expect(screen.getByText(/谁家欠多少，只有管账和监督的人看得到/)).toBeTruthy()
  })

  test('whoever keeps the books takes it from there', async () => {
    await open(arrearsOf(), bookkeeper)
    await tap('button', '3 号 9栋1单元701，欠 310.00 元，打开')
    expect(phone.stack.at(-1)).toContain(`leaseId=${leaseId}`)
  })
})

test('expected against actual, and how much of what fell due came in, without a bare percentage', async () => {
  const item = (name: string, more: Partial<Output<'account.forecast'>['items'][number]>) => ({
    accountId: parking,
    key: 'income.parking',
    name,
    kind: 'income' as const,
    expectedFen: 8_395_000,
    actualFen: 7_000_000,
    dueFen: 7_700_000,
    collectedFen: 7_000_000,
    charges: 552,
    paid: 510,
    ...more,
  })
  await openAs(owner, <Forecast />, {
    at: '/money/forecast',
    params: { ...books },
    answers: {
      'account.forecast': {
        year: '2026',
        items: [
          item('停车费', { collectedFen: 6_999_000 }),
          item('广告', { expectedFen: null, charges: 0, paid: 0, actualFen: 100 }),
          item('维修', { kind: 'expense', expectedFen: 3_000_000, actualFen: 121_000, charges: 0, paid: 0 }),
          item('绿化', { kind: 'expense', expectedFen: 100, actualFen: 300, charges: 0, paid: 0 }),
        ].map((i, n) => ({ ...i, accountId: accountOf(n + 1) })),
      },
    },
  })
  expect(screen.getByText('预算 83,950.00，还差 13,950.00')).toBeTruthy()
  expect(screen.getByText(/收了 69,990.00；另外 10.00 是临时收的，或补以前欠的。/)).toBeTruthy()
  expect(screen.getByText('预算 30,000.00，还可以花 28,790.00')).toBeTruthy()
  expect(screen.getByText('预算 1.00，超了 2.00')).toBeTruthy()
  // without a budget there is nothing to fill
  expect(screen.queryByRole('img', { name: '收到 1.00 元' })).toBeNull()
  expect(screen.getByRole('img', { name: '收到 70,000.00 元' })).toBeTruthy()
  expect(screen.getByText('到期 552 笔中 510 笔收齐')).toBeTruthy()
  expect(document.body.textContent).not.toContain('%')
})
