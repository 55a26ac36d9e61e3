import fc from 'fast-check'
import { linesOf } from '../../functions/rates/lines'
import { asText } from '../../functions/rates/workbook'
import {
  monthOf,
  monthsOf,
  sayCounted,
  sayMonths,
  sayShare,
  sayUnanswered,
  spanOf,
} from '../../shared/rates/words'

const share = (numerator: number, denominator: number, unanswered = 0) => ({
  numerator,
  denominator,
  unanswered,
})

test('a number is said as a sentence, never as a bare percentage', () => {
  expect(sayShare('response', share(71, 83))).toBe('83 件中 71 件按时到场')
  expect(sayShare('resolved', share(1234, 10000))).toBe('10,000 件中 1,234 件修好了')
  expect(sayShare('satisfied', share(3, 4))).toBe('4 件答了回访，3 件满意')
  expect(sayShare('satisfied', share(0, 0))).toBe('还没有人答回访')
  expect(sayUnanswered(share(1, 5, 2))).toBe('其中 2 件没人评价')
})

test.each([
  ['2026-11', '2026-11', ['2026-11']],
  ['2026-11', '2027-02', ['2026-11', '2026-12', '2027-01', '2027-02']],
  ['2027-02', '2026-11', []],
])('from %s to %s are %j', (from, to, months) => {
  expect(monthsOf(from, to)).toEqual(months)
})

test('a month begins and ends at midnight in China', () => {
  expect(spanOf('2026-11', '2026-12')).toEqual({
    since: new Date('2026-10-31T16:00:00Z'),
    until: new Date('2026-12-31T16:00:00Z'),
  })
  expect(monthOf(new Date('2026-12-31T15:59:59Z'))).toBe('2026-12')
  expect(monthOf(new Date('2026-12-31T16:00:00Z'))).toBe('2027-01')
  expect(sayMonths('2026-11', '2026-11')).toBe('2026年11月')
  expect(sayMonths('2026-11', '2027-01')).toBe('2026年11月到2027年1月')
})

const now = new Date('2026-11-21T02:00:00Z')
const counted = {
  rate: 'response' as const,
  at: new Date('2026-11-20T09:00:00Z'),
  met: true,
  respondedAt: new Date('2026-11-20T08:20:00Z'),
  outcome: null,
  stars: null,
}
test.each([
  [counted, '应在 昨天 17:00 前到场，昨天 16:20 到场'],
  [
    { ...counted, met: false, respondedAt: new Date('2026-11-20T10:00:00Z') },
    '应在 昨天 17:00 前到场，昨天 18:00 到场，晚了',
  ],
  [{ ...counted, met: false, respondedAt: null }, '应在 昨天 17:00 前到场，还没有到'],
  [
    { ...counted, rate: 'resolved' as const, outcome: 'unanswered' as const },
    '应在 昨天 17:00 前办结，没人评价',
  ],
  [{ ...counted, rate: 'resolved' as const }, '应在 昨天 17:00 前办结，还没有回访'],
  [{ ...counted, rate: 'satisfied' as const, stars: 4 }, '昨天 17:00 回访，4 星'],
])('why it counts is said: %#', (of, says) => {
  expect(sayCounted(of, now)).toBe(says)
})

test.each(['=1+1', '+86', '-2', '@SUM(A1)', '\t=1', '\r=1', '\n=1'])('%j is written as text', (written) => {
  expect(asText(written)).toBe(`' ${written}`)
})
test('what a spreadsheet cannot hold is left out, all else stays', () => {
  expect(asText('楼道\u0007灯\ud800坏了 😀 3=4')).toBe('楼道灯坏了 😀 3=4')
  expect(asText('\u0001=1+1')).toBe(`' =1+1`)
})
test('no text whatever begins like a formula', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (s) => !/^[=+\-@\t\r\n]/.test(asText(s))))
})

test('a whistle is one line in each month in which it counts, with each of its rates', () => {
  const row = {
    community_id: 'c',
    category: 'lift' as const,
    state: 'closed' as const,
    place: '弘运小区 1栋',
    words: '电梯停了。很久',
    submitted_at: new Date('2026-11-20T01:00:00Z'),
    responded_at: new Date('2026-11-20T02:00:00Z'),
    outcome: 'unanswered' as const,
    stars: null,
    party: '弘运物业公司',
    met: true,
    unanswered: false,
    at: new Date('2026-11-20T03:00:00Z'),
  }
  const lines = linesOf('2026-11', [
    { ...row, whistle_id: 'a', rate: 'response' },
    { ...row, whistle_id: 'a', rate: 'resolved', met: false, unanswered: true },
    { ...row, whistle_id: 'b', rate: 'satisfied', stars: 5 },
  ])
  expect(lines.map((l) => l.slice(7))).toEqual([
    ['2026-11-20 11:00', '2026-11-20 10:00', '是', '2026-11-20 11:00', '没人评价', null, null, null],
    [null, null, null, null, null, '2026-11-20 11:00', 5, '是'],
  ])
  expect(lines[0]!.slice(0, 7)).toEqual([
    ...['2026年11月', '电梯停了', '弘运小区 1栋', '电梯', '已结束', '2026-11-20 09:00', '弘运物业公司'],
  ])
})
