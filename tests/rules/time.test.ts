import { execFileSync } from 'node:child_process'
import path from 'node:path'
import { buildSync } from 'esbuild'
import fc from 'fast-check'
import { addDays, dayOf, isDay, sayDay, sayWhen, startOfDay } from '../../shared/kernel/time'

describe('a day in China', () => {
  test.each([
    ['2026-11-20T15:59:59.999Z', '2026-11-20'],
    ['2026-11-20T16:00:00.000Z', '2026-11-21'],
    ['2026-12-31T15:59:59Z', '2026-12-31'],
    ['2026-12-31T16:00:00Z', '2027-01-01'],
    ['2028-02-28T16:00:00Z', '2028-02-29'],
    ['2028-02-29T16:00:00Z', '2028-03-01'],
    ['2027-02-28T16:00:00Z', '2027-03-01'],
    // China kept summer time until 1991; the house does not
    ['1990-07-01T15:30:00Z', '1990-07-01'],
  ])('%s is %s', (at, day) => {
    expect(dayOf(new Date(at))).toBe(day)
  })

  const moment = fc.date({ min: new Date('1970-01-02'), max: new Date('2999-12-31'), noInvalidDate: true })
  test('begins at its own midnight and holds every moment of it', () => {
    fc.assert(
      fc.property(moment, (at) => {
        const day = dayOf(at)
        const begins = startOfDay(day).getTime()
        expect(isDay(day)).toBe(true)
        expect(at.getTime() - begins).toBeGreaterThanOrEqual(0)
        expect(at.getTime() - begins).toBeLessThan(86_400_000)
        expect(dayOf(new Date(begins))).toBe(day)
        expect(dayOf(new Date(begins - 1))).toBe(addDays(day, -1))
      }),
    )
  })

  test('and days added to it are counted over months, years and leap days', () => {
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29')
    expect(addDays('2027-02-28', 1)).toBe('2027-03-01')
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01')
    fc.assert(
      fc.property(moment, fc.integer({ min: -4000, max: 4000 }), (at, n) => {
        const day = dayOf(at)
        expect(addDays(addDays(day, n), -n)).toBe(day)
        expect(addDays(day, n) > day).toBe(n > 0)
      }),
    )
  })

  test.each([
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-1-1',
    '20261121',
    '1899-12-31',
    '2026-11-21T00:00',
    ' 2026-11-21',
    '',
  ])('«%s» is none', (written) => {
    expect(isDay(written)).toBe(false)
  })
  test.each(['2028-02-29', '2000-02-29', '1900-01-01', '2026-11-21'])('%s is one', (written) => {
    expect(isDay(written)).toBe(true)
  })
})

describe('when something was is said', () => {
  const now = new Date('2026-11-21T02:00:00Z')
  test.each([
    ['2026-11-20T16:00:00Z', '今天 00:00'],
    ['2026-11-20T15:59:59Z', '昨天 23:59'],
    ['2026-11-21T16:00:00Z', '明天 00:00'],
    ['2026-11-18T16:00:00Z', '11月19日 00:00'],
    ['2025-12-31T15:59:00Z', '2025年12月31日'],
    ['2025-12-31T16:00:00Z', '1月1日 00:00'],
  ])('%s as %s', (at, says) => {
    expect(sayWhen(new Date(at), now)).toBe(says)
  })
  test('and a day without leading zeros', () => {
    expect(sayDay('2026-03-05')).toBe('2026年3月5日')
  })
})

test('the zone of the machine never matters', () => {
  const { outputFiles } = buildSync({
    stdin: {
      contents: `
        import { addDays, dayOf, isDay, sayWhen, startOfDay } from './time'
        const moments = ['2026-03-08T10:30:00Z', '2026-10-25T00:59:59Z', '2028-02-28T16:00:00Z', '2026-11-20T15:59:59.999Z', '2026-11-20T16:00:00Z']
        const now = new Date('2026-11-21T02:00:00Z')
        const said = moments.map((m) => [dayOf(new Date(m)), sayWhen(new Date(m), now), startOfDay(dayOf(new Date(m))).toISOString()])
        console.log(JSON.stringify([new Date(2026, 0, 1).getTimezoneOffset(), said, addDays('2026-03-08', 1), isDay('2026-03-08')]))`,
      resolveDir: path.resolve(__dirname, '..', '..', 'shared', 'kernel'),
      loader: 'ts',
    },
    bundle: true,
    write: false,
    platform: 'node',
    logLevel: 'silent',
  })
  const zones = [
    'UTC',
    'Asia/Shanghai',
    'America/New_York',
    'Pacific/Kiritimati',
    'Pacific/Pago_Pago',
    'Asia/Kathmandu',
  ]
  const answers = zones.map((TZ) => {
    const answer = execFileSync(process.execPath, ['-e', outputFiles[0]!.text], {
      env: { ...process.env, TZ },
      encoding: 'utf8',
    })
    return JSON.parse(answer) as [offset: number, ...said: unknown[]]
  })
  expect(new Set(answers.map(([offset]) => offset)).size).toBe(zones.length)
  expect(new Set(answers.map(([, ...said]) => JSON.stringify(said))).size).toBe(1)
})
