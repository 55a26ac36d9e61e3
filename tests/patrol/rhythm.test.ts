import fc from 'fast-check'
import { calendarOf } from '../../shared/kernel/calendar'
import { addDays } from '../../shared/kernel/time'
import {
  daysOf,
  dueFor,
  dueOn,
  duesBetween,
  partsOf,
  type Rhythm,
  type Version,
  versionOn,
} from '../../shared/patrol/rhythm'
import { rhythmNotes, sayRhythm } from '../../shared/patrol/says'

const calendar = calendarOf([], [])
const since = (from: string, rhythm: Rhythm, n = 1): Version => ({ versionId: `${n}`, n, from, rhythm })
const days = (versions: Version[], first: string, last: string) =>
  duesBetween(versions, first, last, calendar).map((d) => d.day)
const week = (...on: number[]): Rhythm => ({ every: 'week', on })

describe('what is due', () => {
  // 国庆节 2026: 1 October to 7 October off, Saturday 10 October worked, Sunday 20 September worked
  test.each<[string, Rhythm, string, string, string[]]>([
    [
      'every day, also on holidays',
      { every: 'day' },
      '2026-09-30',
      '2026-10-02',
      ['2026-09-30', '2026-10-01', '2026-10-02'],
    ],
    [
      'on working days, made-up ones among them',
      { every: 'weekday' },
      '2026-10-07',
      '2026-10-12',
      ['2026-10-08', '2026-10-09', '2026-10-10', '2026-10-12'],
    ],
    [
      'on days of the week',
      week(1, 4),
      '2026-11-16',
      '2026-11-29',
      ['2026-11-16', '2026-11-19', '2026-11-23', '2026-11-26'],
    ],
    [
      'on a weekend, if that is the day',
      week(6, 7),
      '2026-11-16',
      '2026-11-22',
      ['2026-11-21', '2026-11-22'],
    ],
    [
      'a Friday in a holiday on the first day of work after it',
      week(5),
      '2026-09-29',
      '2026-10-11',
      ['2026-10-08', '2026-10-09'],
    ],
    ['two in one holiday on one day', week(2, 5), '2026-10-01', '2026-10-08', ['2026-10-08']],
    [
      'what moves onto a day that is due anyway falls together with it',
      week(1, 4),
      '2026-10-01',
      '2026-10-08',
      ['2026-10-08'],
    ],
    ['a Saturday in a holiday too', week(6), '2026-10-01', '2026-10-09', ['2026-10-08']],
    ['never, while it rests', { every: 'never' }, '2026-01-01', '2026-12-31', []],
    [
      'on 29 February in a year that has one',
      { every: 'day' },
      '2028-02-28',
      '2028-03-01',
      ['2028-02-28', '2028-02-29', '2028-03-01'],
    ],
    [
      'not on 29 February in a year that has none',
      { every: 'day' },
      '2027-02-28',
      '2027-03-01',
      ['2027-02-28', '2027-03-01'],
    ],
    ['a Tuesday that is 29 February', week(2), '2028-02-26', '2028-03-05', ['2028-02-29']],
    [
      'once a month, by its last working day',
      { every: 'month', times: 1 },
      '2026-10-01',
      '2026-11-30',
      ['2026-10-30', '2026-11-30'],
    ],
    [
      'twice a month, by the middle of its working days',
      { every: 'month', times: 2 },
      '2028-02-01',
      '2028-02-29',
      ['2028-02-14', '2028-02-29'],
    ],
  ])('%s', (_, rhythm, first, last, due) => {
    expect(days([since('2020-01-01', rhythm)], first, last)).toEqual(due)
  })

  test('says from which holiday it moved, and counts from there on', () => {
    expect(dueOn([since('2020-01-01', week(5))], '2026-10-08', calendar)).toEqual({
      day: '2026-10-08',
      from: '2026-10-02',
      until: '2026-10-08',
      versionId: '1',
      movedFrom: '2026-10-02',
    })
  })

  test('of so many a month may be walked on any day of its part, and the last part reaches to the end of the month', () => {
    // the last working day of May 2026 is Friday the 29th
    const parts = duesBetween(
      [since('2020-01-01', { every: 'month', times: 2 })],
      '2026-05-01',
      '2026-05-31',
      calendar,
    )
    expect(parts.map((p) => [p.from, p.day, p.until])).toEqual([
      ['2026-05-01', '2026-05-15', '2026-05-15'],
      ['2026-05-16', '2026-05-29', '2026-05-31'],
    ])
    expect(dueFor(parts, '2026-05-31')?.day).toBe('2026-05-29')
  })

  test('more often in a month than it has working days goes over holidays', () => {
    const parts = partsOf('2026-02', 28, calendar)
    expect(parts.map((p) => p.day)).toEqual(daysOf('2026-02'))
  })

  test('follows a calendar that is edited by hand', () => {
    const edited = calendarOf(
      [
        { day: '2026-11-23', works: false },
        { day: '2026-11-28', works: true },
      ],
      [],
    )
    expect(
      duesBetween([since('2020-01-01', week(1))], '2026-11-23', '2026-11-29', edited).map((d) => [
        d.day,
        d.movedFrom,
      ]),
    ).toEqual([['2026-11-24', '2026-11-23']])
    expect(edited.holiday('2026-11-23')).toBe('放假')
    expect(
      duesBetween([since('2020-01-01', { every: 'weekday' })], '2026-11-27', '2026-11-29', edited).map(
        (d) => d.day,
      ),
    ).toEqual(['2026-11-27', '2026-11-28'])
  })
})

describe('a change', () => {
  const before = since('2026-01-01', { every: 'day' }, 1)

  test('holds from its day on, and the past stays as it was', () => {
    const after = since('2026-11-24', week(3), 2)
    expect(days([before, after], '2026-11-22', '2026-11-26')).toEqual([
      '2026-11-22',
      '2026-11-23',
      '2026-11-25',
    ])
  })

  test('that is made last has the last word, also over one that was planned for later', () => {
    const planned = since('2026-12-10', week(1), 2)
    const last = since('2026-12-01', { every: 'weekday' }, 3)
    expect(versionOn([before, planned, last], '2026-11-30')).toBe(before)
    expect(versionOn([before, planned, last], '2026-12-05')).toBe(last)
    expect(versionOn([before, planned, last], '2026-12-20')).toBe(last)
  })

  test('in the middle of a month’s parts leaves nothing due from before it', () => {
    const monthly = since('2026-11-10', { every: 'month', times: 2 }, 2)
    const dues = duesBetween([before, monthly], '2026-11-10', '2026-11-30', calendar)
    expect(dues.map((d) => [d.from, d.day])).toEqual([
      ['2026-11-10', '2026-11-13'],
      ['2026-11-14', '2026-11-30'],
    ])
  })

  test('on the day onto which a holiday’s round would move does away with it', () => {
    const resting = since('2026-10-08', { every: 'never' }, 2)
    expect(days([since('2026-01-01', week(5)), resting], '2026-10-01', '2026-10-31')).toEqual([])
  })
})

describe('for every rhythm, calendar and span', () => {
  const rhythm: fc.Arbitrary<Rhythm> = fc.oneof(
    fc.constantFrom<Rhythm>({ every: 'day' }, { every: 'weekday' }, { every: 'never' }),
    fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 7 }).map((on) => week(...on)),
    fc.integer({ min: 1, max: 28 }).map((times) => ({ every: 'month' as const, times })),
  )
  const someDay = fc.integer({ min: 0, max: 800 }).map((n) => addDays('2026-01-01', n))
  const anyCalendar = fc
    .array(fc.record({ day: someDay, works: fc.boolean() }), { maxLength: 60 })
    .map((edits) => calendarOf(edits, []))
  const versions = fc
    .array(fc.record({ rhythm, from: someDay }), { minLength: 1, maxLength: 4 })
    .map((all) => all.map((v, i) => since(v.from, v.rhythm, i + 1)))

  test('a due day lies within its own window, and not before its version', () => {
    fc.assert(
      fc.property(versions, anyCalendar, someDay, (of, by, first) => {
        for (const due of duesBetween(of, first, addDays(first, 70), by)) {
          expect(due.from <= due.day && due.day <= due.until).toBe(true)
          expect(versionOn(of, due.day)?.versionId).toBe(due.versionId)
          if (due.movedFrom === null) expect(versionOn(of, due.day)!.from <= due.from).toBe(true)
        }
      }),
      { numRuns: 200 },
    )
  })

  test('what is due on a day does not change with what is made for later days', () => {
    fc.assert(
      fc.property(versions, rhythm, anyCalendar, someDay, (of, later, by, day) => {
        const change = since(addDays(day, 1), later, of.length + 1)
        expect(dueOn([...of, change], day, by)).toEqual(dueOn(of, day, by))
      }),
      { numRuns: 300 },
    )
  })

  test('a month has as many parts as it is to be walked, which cover it without a gap', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 28 }), someDay, anyCalendar, (times, day, by) => {
        const month = day.slice(0, 7)
        const parts = partsOf(month, times, by)
        expect(parts).toHaveLength(times)
        const covered = parts.flatMap((p) => daysOf(month).filter((d) => p.from <= d && d <= p.until))
        expect(covered).toEqual(daysOf(month))
        expect(new Set(parts.map((p) => p.day)).size).toBe(times)
      }),
      { numRuns: 300 },
    )
  })

  test('nothing of the week is lost over a holiday: each has a day on which it is due', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
        fc.integer({ min: 0, max: 300 }),
        (on, n) => {
          const day = addDays('2026-01-05', n)
          const weekday = new Date(`${day}T00:00:00Z`).getUTCDay() || 7
          fc.pre(on.includes(weekday))
          const dues = duesBetween([since('2020-01-01', week(...on))], day, addDays(day, 20), calendar)
          const counted = dues.find((d) => (d.from <= day && day <= d.until) || d.day >= day)
          expect(counted && counted.day <= addDays(day, 12)).toBe(true)
        },
      ),
      { numRuns: 300 },
    )
  })
})

test.each<[Rhythm, string]>([
  [{ every: 'day' }, '每天'],
  [{ every: 'weekday' }, '每个工作日'],
  [week(4, 1, 4), '每周一、周四'],
  [{ every: 'month', times: 3 }, '每月 3 次'],
  [{ every: 'never' }, '先不走'],
])('%j is said as %s, with a word about holidays', (rhythm, says) => {
  expect(sayRhythm(rhythm)).toBe(says)
  expect(rhythmNotes[rhythm.every]).toMatch(/[一-鿿]/)
})
