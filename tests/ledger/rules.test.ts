import fc from 'fast-check'
import { shareOut } from '../../shared/account/shares'
import { askedBy, repaymentOf, scheduleOf } from '../../shared/advance/rules'
import { ageOf, feeOf, lastOf, monthsFrom, prorate, type Tariff } from '../../shared/charge/rules'
import { shareBack } from '../../shared/fund/rules'
import { addDays } from '../../shared/kernel/time'
import { isGreen, readPlate } from '../../shared/lease/plate'
import { layOver } from '../../shared/receipt/rules'
import { splitIncome } from '../../shared/split/rules'

const sum = (fens: readonly number[]) => fens.reduce((total, fen) => total + fen, 0)

describe('a plate', () => {
  test.each([
    ['渝A12345', '渝A12345', 'an ordinary one'],
    ['渝 a·12345', '渝A12345', 'as it stands on the car'],
    ['渝Ａ１２３４５', '渝A12345', 'typed wide'],
    ['京AF023', undefined, 'one sign short'],
    ['川S8K88W', '川S8K88W', 'letters between digits'],
    ['渝AD12345', '渝AD12345', 'a green one of a small car'],
    ['渝AL98765', undefined, 'a green one with a letter that is none of theirs'],
    ['渝AA1234B', undefined, 'a green one that ends in a letter and begins with one'],
    ['渝BDB1234', '渝BDB1234', 'a green one with two letters'],
    ['渝A12345D', '渝A12345D', 'a green one of a large vehicle'],
    ['渝A1234学', '渝A1234学', 'of a driving school'],
    ['渝A1234警', '渝A1234警', 'of the police'],
    ['渝A1234挂', '渝A1234挂', 'of a trailer'],
    ['沪A0023领', '沪A0023领', 'of a consulate'],
    ['使014578', '使014578', 'of an embassy'],
    ['014578使', '014578使', 'of an embassy, as they are now'],
    ['粤Z1234港', '粤Z1234港', 'of Hong Kong'],
    ['粤Z1234澳', '粤Z1234澳', 'of Macao'],
    ['川X1101应急', '川X1101应急', 'of the fire brigade'],
    ['VA12345', 'VA12345', 'of the army'],
    ['WJ京1234X', 'WJ京1234X', 'of the armed police'],
    ['WJ12345', 'WJ12345', 'of the armed police’s headquarters'],
    ['民航A1234', '民航A1234', 'of an airport'],
    ['渝0112345', '渝0112345', 'of a tractor'],
    ['渝A12345临', '渝A12345临', 'a temporary one'],
    ['渝AO2345', undefined, 'the letter O, which is on none'],
    ['渝AI2345', undefined, 'the letter I, which is on none'],
    ['渝I12345', undefined, 'an office that there is not'],
    ['港A12345', undefined, 'a province that there is not'],
    ['12345', undefined, 'a number alone'],
    ['渝A123456', undefined, 'eight signs without the letter of a green one'],
    ['渝A1234', undefined, 'too short'],
    ['没有车牌', undefined, 'none'],
    ["渝A1'--;", undefined, 'something else'],
  ])('%s is kept as %s: %s', (typed, kept, _is) => {
    expect(readPlate(typed)).toBe(kept)
    if (kept) expect(readPlate(kept)).toBe(kept)
  })
  test('is green or not', () => {
    expect(['渝AD12345', '渝A12345D', '渝A12345'].map(isGreen)).toEqual([true, true, false])
  })
})

const daily = (fen: number, from = '2020-01-01'): Tariff => ({ unit: 'day', fen, from })
const monthly = (fen: number, from = '2020-01-01'): Tariff => ({ unit: 'month', fen, from })
const yearly = (fen: number, from = '2020-01-01'): Tariff => ({ unit: 'year', fen, from })

describe('what a lease comes to', () => {
  test.each([
    ['a whole month by day', [daily(500)], '2026-11-01', '2026-11-30', 150_00],
    ['one day', [daily(500)], '2026-11-20', '2026-11-20', 5_00],
    ['February of a leap year', [daily(500)], '2028-02-01', '2028-02-29', 145_00],
    ['a whole month', [monthly(100_00)], '2026-11-01', '2026-11-30', 100_00],
    ['ten days of thirty', [monthly(100_00)], '2026-11-01', '2026-11-10', 33_33],
    ['the twenty that are left', [monthly(100_00)], '2026-11-11', '2026-11-30', 66_67],
    ['a month of a year', [yearly(1200_00)], '2026-01-01', '2026-01-31', 101_91],
    [
      'a price that changes in the middle',
      [daily(500), daily(600, '2026-11-16')],
      '2026-11-01',
      '2026-11-30',
      165_00,
    ],
    [
      'a unit that changes in the middle',
      [daily(500), monthly(90_00, '2026-11-16')],
      '2026-11-01',
      '2026-11-30',
      120_00,
    ],
    ['no price on its first day', [daily(500, '2026-11-02')], '2026-11-01', '2026-11-30', null],
    ['no price at all', [], '2026-11-01', '2026-11-30', null],
  ] as [string, Tariff[], string, string, number | null][])('%s', (_, tariffs, from, to, fen) => {
    expect(prorate(tariffs, from, to)).toBe(fen)
  })

  test('parts of a month and months of a year come to the whole, however they are cut', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1_000_000_00 }),
        fc.constantFrom('2026-02', '2026-11', '2028-02', '2026-12'),
        fc.integer({ min: 0, max: 26 }),
        (fen, month, cut) => {
          const [first, last] = [`${month}-01`, lastOf(month)]
          const middle = addDays(first, cut)
          for (const tariff of [monthly(fen), yearly(fen), daily(fen)]) {
            const whole = prorate([tariff], first, last)!
            expect(prorate([tariff], first, middle)! + prorate([tariff], addDays(middle, 1), last)!).toBe(
              whole,
            )
          }
          const year = month.slice(0, 4)
          const months = monthsFrom(`${year}-01`, `${year}-12`)
          expect(sum(months.map((m) => prorate([yearly(fen)], `${m}-01`, lastOf(m))!))).toBe(fen)
        },
      ),
      { numRuns: 100 },
    )
  })

  test('46 spaces at 5 yuan a day are 83,950.00 in a year of 365 days', () => {
    const months = monthsFrom('2026-01', '2026-12')
    expect(46 * sum(months.map((m) => prorate([daily(500)], `${m}-01`, lastOf(m))!))).toBe(83_950_00)
  })

  test.each([
    ['10 yuan a home', 'home', 1000, 8653, 1000],
    ['0.1 yuan a square metre', 'area', 10, 8650, 865],
    ['half a fen goes up', 'area', 10, 8655, 866],
    ['less than half goes down', 'area', 10, 8654, 865],
  ] as const)('a fee: %s', (_, basis, fen, area, comes) => {
    expect(feeOf(basis, fen, area)).toBe(comes)
  })
})

test.each([
  ['2026-11-20', 'days30'],
  ['2026-10-21', 'days30'],
  ['2026-10-20', 'days90'],
  ['2026-08-22', 'days90'],
  ['2026-08-21', 'days365'],
  ['2025-11-20', 'days365'],
  ['2025-11-19', 'older'],
] as const)('what was due on %s is %s on the 20th of November', (due, age) => {
  expect(ageOf(due, '2026-11-20')).toBe(age)
})

describe('shares', () => {
  test.each([
    [100, [1, 1, 1], [34, 33, 33]],
    [1, [1, 2], [0, 1]],
    [1000, [0, 5, 0], [0, 1000, 0]],
    [0, [3, 4], [0, 0]],
    [7, [0, 0], [0, 0]],
    [10, [1, 3, 6], [1, 3, 6]],
  ])('%d by %p are %p', (fen, weights, shares) => {
    expect(shareOut(fen, weights)).toEqual(shares)
  })
  test('always come to the whole, and none is a fen away from its own', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1e12 }),
        fc.array(fc.integer({ min: 0, max: 1e6 }), { minLength: 1, maxLength: 60 }),
        (fen, weights) => {
          const of = sum(weights)
          const shares = shareOut(fen, weights)
          expect(sum(shares)).toBe(of === 0 ? 0 : fen)
          shares.forEach((share, i) => {
            if (of > 0) expect(Math.abs(share - (fen * weights[i]!) / of)).toBeLessThan(1.001)
          })
        },
      ),
      { numRuns: 200 },
    )
  })
  test('of an income are two that come to it, when it goes back as well', () => {
    expect(splitIncome(100_01, 7000)).toEqual({ ownersFen: 70_01, managerFen: 30_00 })
    expect(splitIncome(-100_01, 7000)).toEqual({ ownersFen: -70_01, managerFen: -30_00 })
    expect(splitIncome(0, 7000)).toEqual({ ownersFen: 0, managerFen: 0 })
  })
})

describe('what goes back of a fund', () => {
  test('twice is shared by what each paid, and nobody gets more than they gave', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 1e6 }), { minLength: 1, maxLength: 40 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (paid, one, two) => {
          const first = Math.floor(sum(paid) * Math.min(one, two))
          const all = Math.floor(sum(paid) * Math.max(one, two))
          let homes = paid.map((fen) => ({ paid: fen, returned: 0 }))
          for (const fen of [first, all - first, sum(paid) - all]) {
            const back = shareBack(fen, homes)
            expect(sum(back)).toBe(fen)
            homes = homes.map((h, i) => ({ paid: h.paid, returned: h.returned + back[i]! }))
            for (const [i, h] of homes.entries()) {
              expect(back[i]).toBeGreaterThanOrEqual(0)
              expect(h.returned).toBeLessThanOrEqual(h.paid)
            }
          }
        },
      ),
      { numRuns: 300 },
    )
  })
})

describe('an advance', () => {
  const plan = { totalFen: 200_000_00, from: '2026-01', months: 48 }
  test('is scheduled to the fen, and the last month is the last of four years', () => {
    const schedule = scheduleOf(plan)
    expect(sum(schedule.map((d) => d.fen))).toBe(200_000_00)
    expect(new Set(schedule.map((d) => d.fen))).toEqual(new Set([4_166_67, 4_166_66]))
    expect([schedule[0]!.month, schedule.at(-1)!.month]).toEqual(['2026-01', '2029-12'])
    expect(askedBy(plan, '2026-03')).toBe(3 * 4_166_67)
  })
  test('is paid back to exactly nothing, catches up after short months, and stops', () => {
    let repaid = 0
    const paid = monthsFrom('2026-01', '2030-06').map((month, i) => {
      // every seventh month the owners' share hardly reaches
      const fen = repaymentOf(plan, repaid, month, i % 7 === 3 ? 1_000_00 : 9_000_00)
      repaid += fen
      return fen
    })
    expect(repaid).toBe(200_000_00)
    expect(paid[3]).toBe(1_000_00)
    expect(paid[4]).toBe(2 * 4_166_67 - 1_000_00)
    expect(sum(paid.slice(48))).toBe(0)
  })
})

test('a sum lies over charges in order, and what is left comes back', () => {
  const charges = [
    { chargeId: 'a', owedFen: 300 },
    { chargeId: 'b', owedFen: 200 },
  ]
  expect(layOver(400, charges)).toEqual({
    parts: [
      { chargeId: 'a', fen: 300 },
      { chargeId: 'b', fen: 100 },
    ],
    left: 0,
  })
  expect(layOver(600, charges).left).toBe(100)
})
