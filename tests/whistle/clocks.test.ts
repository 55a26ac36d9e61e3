import { calendarOf } from '../../shared/kernel/calendar'
import { categories, type Urgency } from '../../shared/whistle/categories'
import {
  type Clock,
  type ClockUnit,
  clockLimits,
  defaultClocks,
  dueAt,
  isClock,
  resumedDue,
  sayClock,
} from '../../shared/whistle/clocks'

const calendar = calendarOf([], [])
/** `2026-11-20 17:30` in China; without a year 2026. */
const at = (written: string) => {
  const [date, time = '00:00'] = written.split(' ')
  const day = date!.length === 5 ? `2026-${date}` : date
  return new Date(`${day}T${time.length === 5 ? `${time}:00` : time}+08:00`)
}
const say = (moment: Date) => {
  const [day, time] = new Date(moment.getTime() + 8 * 3_600_000).toISOString().split('T')
  return `${day} ${time!.slice(0, 5)}`
}
const clock = (written: string): Clock => {
  const [amount, unit] = written.split(' ')
  return { amount: Number(amount), unit: unit as ClockUnit }
}

// 2026-11-16 is a Monday, 2026-11-20 a Friday
describe('a clock runs out', () => {
  test.each([
    // by the wall, nothing stops it
    ['wall, inside', '2 hours', '2026-11-20 10:00', '2026-11-20 12:00'],
    ['wall, at night', '2 hours', '2026-11-20 23:30', '2026-11-21 01:30'],
    ['wall, over a weekend', '24 hours', '2026-11-20 20:00', '2026-11-21 20:00'],
    ['wall, on New Year’s Eve', '24 hours', '2026-02-16 20:00', '2026-02-17 20:00'],
    ['wall, into another year', '24 hours', '2026-12-31 12:00', '2027-01-01 12:00'],

    ['hours, inside', '1 workingHours', '2026-11-16 09:30', '2026-11-16 10:30'],
    ['hours, before opening', '2 workingHours', '2026-11-16 07:10', '2026-11-16 11:00'],
    ['hours, at the opening', '2 workingHours', '2026-11-16 09:00', '2026-11-16 11:00'],
    ['hours, over lunch', '3 workingHours', '2026-11-16 10:30', '2026-11-16 14:30'],
    ['hours, during lunch', '1 workingHours', '2026-11-16 12:20', '2026-11-16 14:00'],
    ['hours, when lunch begins', '1 workingHours', '2026-11-16 12:00', '2026-11-16 14:00'],
    ['hours, when lunch ends', '1 workingHours', '2026-11-16 13:00', '2026-11-16 14:00'],
    ['hours, landing on lunch', '3 workingHours', '2026-11-16 09:00', '2026-11-16 12:00'],
    ['hours, landing on closing', '5 workingHours', '2026-11-16 13:00', '2026-11-16 18:00'],
    ['hours, a whole day', '8 workingHours', '2026-11-16 09:00', '2026-11-16 18:00'],
    ['hours, a day from before opening', '8 workingHours', '2026-11-16 00:00', '2026-11-16 18:00'],
    ['hours, to the next day', '8 workingHours', '2026-11-16 10:00', '2026-11-17 10:00'],
    ['hours, at closing', '8 workingHours', '2026-11-16 18:00', '2026-11-17 18:00'],
    ['hours, a minute before closing', '1 workingHours', '2026-11-16 17:59', '2026-11-17 09:59'],
    ['hours, after closing', '1 workingHours', '2026-11-16 22:00', '2026-11-17 10:00'],
    ['hours, over a weekend', '8 workingHours', '2026-11-20 15:00', '2026-11-23 15:00'],
    ['hours, on a Saturday', '8 workingHours', '2026-11-21 11:00', '2026-11-23 18:00'],
    ['hours, on a Sunday night', '1 workingHours', '2026-11-22 23:59', '2026-11-23 10:00'],
    ['hours, on a make-up Saturday', '8 workingHours', '2026-02-14 09:00', '2026-02-14 18:00'],
    ['hours, over 春节', '8 workingHours', '2026-02-14 16:00', '2026-02-24 16:00'],
    ['hours, in 春节', '8 workingHours', '2026-02-17 10:00', '2026-02-24 18:00'],
    ['hours, over the make-up day after 春节', '8 workingHours', '2026-02-27 17:00', '2026-02-28 17:00'],
    ['hours, over 国庆', '8 workingHours', '2026-09-30 14:00', '2026-10-08 14:00'],
    ['hours, over a make-up Saturday', '16 workingHours', '2026-10-09 14:00', '2026-10-12 14:00'],
    ['hours, over a make-up Sunday', '8 workingHours', '2026-09-19 10:00', '2026-09-20 18:00'],

    ['days, inside', '1 workingDays', '2026-11-16 10:00', '2026-11-17 18:00'],
    ['days, at midnight', '1 workingDays', '2026-11-16 00:00', '2026-11-17 18:00'],
    ['days, a moment before midnight', '1 workingDays', '2026-11-16 23:59', '2026-11-17 18:00'],
    ['days, over a weekend', '7 workingDays', '2026-11-16 10:00', '2026-11-25 18:00'],
    ['days, on a Friday', '1 workingDays', '2026-11-20 09:00', '2026-11-23 18:00'],
    ['days, on a Saturday', '1 workingDays', '2026-11-21 09:00', '2026-11-23 18:00'],
    ['days, on a Sunday', '2 workingDays', '2026-11-22 20:00', '2026-11-24 18:00'],
    ['days, over 春节', '7 workingDays', '2026-02-13 10:00', '2026-03-02 18:00'],
    ['days, in 春节', '1 workingDays', '2026-02-20 10:00', '2026-02-24 18:00'],
    ['days, over 国庆', '7 workingDays', '2026-09-29 10:00', '2026-10-14 18:00'],
    ['days, over 中秋 and 国庆', '15 workingDays', '2026-09-18 10:00', '2026-10-15 18:00'],
    ['days, over 劳动节', '7 workingDays', '2026-04-29 10:00', '2026-05-12 18:00'],
    ['days, the last of the year', '1 workingDays', '2026-12-30 10:00', '2026-12-31 18:00'],
  ])('%s: %s from %s are over at %s', (_, amount, from, due) => {
    const answer = dueAt(calendar, clock(amount), at(from))
    expect([say(answer.at), answer.provisional]).toEqual([due, false])
  })

  test('to the second, where it began at one', () => {
    const due = dueAt(calendar, clock('8 workingHours'), at('2026-11-16 17:59:30'))
    expect(due.at).toEqual(at('2026-11-17 17:59:30'))
  })
})

describe('a year that is not published', () => {
  const published = calendarOf(
    [
      { day: '2027-01-01', works: false },
      { day: '2027-01-02', works: false },
      { day: '2027-01-03', works: true },
    ],
    [2027],
  )
  test.each([
    ['8 workingHours', '2026-12-31 10:00', '2027-01-01 10:00', '2027-01-03 10:00'],
    ['7 workingDays', '2026-12-28 10:00', '2027-01-06 18:00', '2027-01-06 18:00'],
    ['2 workingDays', '2026-12-31 10:00', '2027-01-04 18:00', '2027-01-04 18:00'],
    ['1 workingDays', '2026-12-31 10:00', '2027-01-01 18:00', '2027-01-03 18:00'],
    ['15 workingDays', '2027-03-01 10:00', '2027-03-22 18:00', '2027-03-22 18:00'],
  ])('makes %s from %s provisional (%s) until it is published (%s)', (amount, from, before, after) => {
    const guessed = dueAt(calendar, clock(amount), at(from))
    expect([say(guessed.at), guessed.provisional]).toEqual([before, true])
    const sure = dueAt(published, clock(amount), at(from))
    expect([say(sure.at), sure.provisional]).toEqual([after, false])
  })

  test('touches no clock of the wall', () => {
    expect(dueAt(calendar, clock('24 hours'), at('2027-05-01 10:00')).provisional).toBe(false)
  })

  test('makes what is resumed into it provisional, and what was overdue before it not', () => {
    const resumed = (due: string) =>
      resumedDue(calendar, clock('7 workingDays'), at(due), at('2026-12-30 10:00'), at('2027-01-04 10:00'))
    expect(resumed('2026-12-31 18:00')).toEqual({ at: at('2027-01-05 18:00'), provisional: true })
    expect(resumed('2026-12-29 18:00')).toEqual({ at: at('2026-12-29 18:00'), provisional: false })
  })
})

describe('after a pause there is left what was left', () => {
  test.each([
    ['by the wall', '24 hours', '11-20 20:00', '11-20 10:00', '11-22 10:30', '11-22 20:30'],
    ['overdue', '24 hours', '11-20 20:00', '11-20 20:01', '11-22 10:30', '11-20 20:00'],
    ['in working hours', '8 workingHours', '11-17 10:00', '11-16 15:00', '11-18 09:00', '11-18 14:00'],
    ['over lunch', '8 workingHours', '11-16 18:00', '11-16 11:00', '11-17 11:00', '11-17 18:00'],
    ['outside working time', '8 workingHours', '11-17 10:00', '11-16 18:00', '11-17 09:00', '11-17 10:00'],
    ['resumed on a Saturday', '8 workingHours', '11-20 10:00', '11-19 17:00', '11-21 12:00', '11-23 11:00'],
    ['resumed in 国庆', '8 workingHours', '09-30 18:00', '09-30 16:00', '10-03 12:00', '10-08 11:00'],
    ['overdue', '8 workingHours', '11-17 10:00', '11-17 10:00', '11-18 09:00', '11-17 10:00'],
    ['in days', '7 workingDays', '11-25 18:00', '11-18 10:00', '11-23 10:00', '11-30 18:00'],
    ['within a day', '7 workingDays', '11-25 18:00', '11-18 10:00', '11-18 16:00', '11-25 18:00'],
    ['a pause over a weekend', '7 workingDays', '11-25 18:00', '11-20 19:00', '11-22 10:00', '11-25 18:00'],
    ['over 春节', '7 workingDays', '02-14 18:00', '02-12 10:00', '02-18 10:00', '02-25 18:00'],
    ['on the last day', '7 workingDays', '11-25 18:00', '11-25 10:00', '11-25 15:00', '11-25 18:00'],
    ['on the last till closing', '7 workingDays', '11-25 18:00', '11-25 10:00', '11-25 18:00', '11-26 18:00'],
    ['on the last till another', '7 workingDays', '11-25 18:00', '11-25 10:00', '11-27 10:00', '11-27 18:00'],
    ['on the last till Sat', '7 workingDays', '11-25 18:00', '11-25 10:00', '11-28 10:00', '11-30 18:00'],
    ['overdue', '7 workingDays', '11-25 18:00', '11-25 18:00', '11-28 10:00', '11-25 18:00'],
    ['till a noon', '7 workingDays', '11-25 12:00', '11-24 10:00', '11-25 10:00', '11-26 12:00'],
    ['till a Saturday', '7 workingDays', '11-28 12:00', '11-27 19:00', '11-28 10:00', '11-28 12:00'],
    ['till an evening', '8 workingHours', '11-25 21:00', '11-25 18:30', '11-25 20:00', '11-25 21:00'],
  ])('%s: %s due %s, paused %s, resumed %s, are due %s', (_, amount, due, paused, resumed, later) => {
    const answer = resumedDue(calendar, clock(amount), at(due), at(paused), at(resumed))
    expect([say(answer.at), answer.provisional]).toEqual([`2026-${later}`, false])
  })
})

describe('the clocks that a community starts with', () => {
  const told = (category: (typeof categories)[number], urgency: Urgency) => {
    const { response, resolution } = defaultClocks(category, urgency)
    return `${sayClock(response)}，${sayClock(resolution)}`
  }
  const urgent = '2 小时（自然时间），24 小时（自然时间）'
  const ordinary = '8 个工作小时，7 个工作日'
  const complex = '8 个工作小时，15 个工作日'

  test('are urgent for danger of every kind, complex for whatever is', () => {
    for (const category of categories) {
      expect(told(category, 'danger')).toBe(urgent)
      expect(told(category, 'complex')).toBe(complex)
    }
  })
  test('and for an ordinary matter urgent only with water, power, gas and heat', () => {
    expect(categories.filter((c) => told(c, 'ordinary') === urgent)).toEqual([
      'water',
      'power',
      'gas',
      'heat',
    ])
    expect(categories.filter((c) => told(c, 'ordinary') === ordinary)).toHaveLength(categories.length - 4)
  })
  test('are clocks', () => {
    for (const category of categories)
      for (const urgency of ['danger', 'ordinary', 'complex'] as const)
        expect(Object.values(defaultClocks(category, urgency)).every(isClock)).toBe(true)
  })
})

describe('a clock', () => {
  test.each(Object.entries(clockLimits))('of %s is at most %s', (unit, limit) => {
    expect([1, limit].every((amount) => isClock({ amount, unit }))).toBe(true)
    expect(
      [0, limit + 1, -1, 1.5, Number.NaN, Infinity, '1'].some((amount) => isClock({ amount, unit })),
    ).toBe(false)
  })
  test.each([
    [null],
    [undefined],
    ['hours'],
    [{}],
    [{ amount: 1 }],
    [{ amount: 1, unit: 'days' }],
    [{ amount: 1, unit: 'toString' }],
  ])('%j is none', (value) => expect(isClock(value)).toBe(false))
})
