import fc from 'fast-check'
import { calendarOf } from '../../shared/kernel/calendar'
import { addDays, dayOf, startOfDay } from '../../shared/kernel/time'
import { type Clock, type ClockUnit, clockLimits, dueAt, resumedDue } from '../../shared/whistle/clocks'

describe('for every moment, clock and calendar', () => {
  const moment = fc.date({
    min: startOfDay('2025-11-01'),
    max: startOfDay('2027-03-01'),
    noInvalidDate: true,
  })
  const anyClock: fc.Arbitrary<Clock> = fc
    .constantFrom<ClockUnit>('hours', 'workingHours', 'workingDays')
    .chain((unit) => fc.integer({ min: 1, max: clockLimits[unit] }).map((amount) => ({ amount, unit })))
  const edit = fc.record({
    day: fc.integer({ min: 0, max: 600 }).map((n) => addDays('2025-11-01', n)),
    works: fc.boolean(),
  })
  const anyCalendar = fc.array(edit, { maxLength: 40 }).map((edits) => calendarOf(edits, []))
  const sorted = (...moments: Date[]) => moments.sort((a, b) => a.getTime() - b.getTime())
  const runs = { numRuns: 300 }

  test('a deadline lies after its beginning', () => {
    fc.assert(
      fc.property(anyCalendar, anyClock, moment, (c, k, from) => {
        const due = dueAt(c, k, from).at.getTime()
        expect(due).toBeGreaterThan(from.getTime())
      }),
      runs,
    )
  })

  test('who whistles later is never due earlier', () => {
    fc.assert(
      fc.property(anyCalendar, anyClock, moment, moment, (c, k, a, b) => {
        const [early, late] = sorted(a, b) as [Date, Date]
        expect(dueAt(c, k, late).at.getTime()).toBeGreaterThanOrEqual(dueAt(c, k, early).at.getTime())
      }),
      runs,
    )
  })

  test('working time runs out inside working hours or at their end, on a working day', () => {
    fc.assert(
      fc.property(anyCalendar, anyClock, moment, (c, k, from) => {
        fc.pre(k.unit !== 'hours')
        const due = dueAt(c, k, from).at
        const hours = (due.getTime() - startOfDay(dayOf(due)).getTime()) / 3_600_000
        expect(c.works(dayOf(due))).toBe(true)
        expect((hours > 9 && hours <= 12) || (hours > 13 && hours <= 18)).toBe(true)
        if (k.unit === 'workingDays') expect(hours).toBe(18)
      }),
      runs,
    )
  })

  test('a pause of no length changes no deadline, wherever it was set', () => {
    fc.assert(
      fc.property(anyCalendar, anyClock, moment, moment, (c, k, due, paused) => {
        expect(resumedDue(c, k, due, paused, paused).at).toEqual(due)
      }),
      runs,
    )
  })

  test('a pause never brings a deadline earlier, nor a longer one', () => {
    fc.assert(
      fc.property(anyCalendar, anyClock, moment, moment, moment, moment, (c, k, due, x, y, z) => {
        const [paused, resumed, later] = sorted(x, y, z) as [Date, Date, Date]
        const first = resumedDue(c, k, due, paused, resumed).at.getTime()
        expect(first).toBeGreaterThanOrEqual(due.getTime())
        expect(resumedDue(c, k, due, paused, later).at.getTime()).toBeGreaterThanOrEqual(first)
      }),
      runs,
    )
  })

  test('and who was in time at the pause is in time when it is over', () => {
    fc.assert(
      fc.property(anyCalendar, anyClock, moment, moment, moment, (c, k, from, x, y) => {
        const [paused, resumed] = sorted(x, y) as [Date, Date]
        const due = dueAt(c, k, from).at
        fc.pre(paused.getTime() >= from.getTime() && paused.getTime() < due.getTime())
        expect(resumedDue(c, k, due, paused, resumed).at.getTime()).toBeGreaterThan(resumed.getTime())
      }),
      runs,
    )
  })
})
