import fs from 'node:fs'
import path from 'node:path'
import { buildSync } from 'esbuild'
import fc from 'fast-check'
import { type Calendar, calendarOf } from '../../shared/kernel/calendar'
import { addDays } from '../../shared/kernel/time'

const root = path.resolve(__dirname, '..', '..')
const calendar = calendarOf([], [])
const everyDay = (first: string, last: string) => {
  const days: string[] = []
  for (let day = first; day <= last; day = addDays(day, 1)) days.push(day)
  return days
}
const workingDaysOf = (of: Calendar, year: number) =>
  everyDay(`${year}-01-01`, `${year}-12-31`).filter(of.works).length

describe('the calendar of China', () => {
  // 国务院办公厅关于2026年部分节假日安排的通知
  test.each([
    ['New Year', '2026-01-01', '2026-01-03'],
    ['春节', '2026-02-15', '2026-02-23'],
    ['清明', '2026-04-04', '2026-04-06'],
    ['劳动节', '2026-05-01', '2026-05-05'],
    ['端午', '2026-06-19', '2026-06-21'],
    ['中秋', '2026-09-25', '2026-09-27'],
    ['国庆', '2026-10-01', '2026-10-07'],
    ['国庆 and 中秋 of the year before', '2025-10-01', '2025-10-08'],
  ])('has %s off from %s to %s, and works on the days around', (_, first, last) => {
    expect(everyDay(first, last).filter(calendar.works)).toEqual([])
    const weekend = (day: string) => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())
    for (const day of [addDays(first, -1), addDays(last, 1)])
      expect(calendar.works(day) || weekend(day)).toBe(true)
  })

  test.each([
    '2026-01-04',
    '2026-02-14',
    '2026-02-28',
    '2026-05-09',
    '2026-09-20',
    '2026-10-10',
    '2025-09-28',
  ])('works on the make-up day %s', (day) => expect(calendar.works(day)).toBe(true))

  test.each([
    ['2026-11-20', true],
    ['2026-11-21', false],
    ['2026-11-22', false],
    ['2026-11-23', true],
  ])('keeps plain weeks elsewhere: %s is %s', (day, works) => expect(calendar.works(day)).toBe(works))

  test('has 248 working days in 2025 and in 2026', () => {
    expect([workingDaysOf(calendar, 2025), workingDaysOf(calendar, 2026)]).toEqual([248, 248])
  })
})

describe('a year that is not published', () => {
  test('is not known, and goes by plain weeks', () => {
    expect(calendar.knows('2026-12-31')).toBe(true)
    expect(calendar.knows('2027-01-01')).toBe(false)
    expect(everyDay('2027-01-01', '2027-01-07').map(calendar.works)).toEqual([
      true,
      false,
      false,
      true,
      true,
      true,
      true,
    ])
  })

  test('is known once somebody published it, with the days that were put in', () => {
    const published = calendarOf(
      [
        { day: '2027-01-01', works: false },
        { day: '2027-01-03', works: true },
      ],
      [2027],
    )
    expect(published.knows('2027-12-31')).toBe(true)
    expect(published.knows('2028-01-01')).toBe(false)
    expect(['2027-01-01', '2027-01-02', '2027-01-03', '2027-01-04'].map(published.works)).toEqual([
      false,
      false,
      true,
      true,
    ])
  })
})

test('a day put in by hand wins over the library, and changes no other day', () => {
  const day = fc.integer({ min: 0, max: 1500 }).map((n) => addDays('2025-01-01', n))
  fc.assert(
    fc.property(day, fc.boolean(), day, (edited, works, asked) => {
      const after = calendarOf([{ day: edited, works }], [])
      expect(after.works(asked)).toBe(asked === edited ? works : calendar.works(asked))
      expect(after.knows(asked)).toBe(calendar.knows(asked))
    }),
  )
})

test('every year that the library has learnt since is taken in', () => {
  const years = fs
    .readdirSync(path.join(root, 'node_modules', 'chinese-days', 'dist', 'years'))
    .flatMap((name) => /^(\d{4})\.json$/.exec(name)?.[1] ?? [])
  expect(years.length).toBeGreaterThan(20)
  for (const year of years.filter((y) => y >= '2025')) expect(calendar.knows(`${year}-06-01`)).toBe(true)
})

test('the calendar brings less than 6 KB to the phone', () => {
  const { outputFiles } = buildSync({
    entryPoints: [path.join(root, 'shared', 'kernel', 'calendar.ts')],
    bundle: true,
    minify: true,
    write: false,
    logLevel: 'silent',
  })
  expect(outputFiles[0]!.contents.length).toBeLessThan(6 * 1024)
})
