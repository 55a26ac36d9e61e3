import { randomUUID } from 'node:crypto'
import { datesOf } from '../../functions/series/dates'
import { tick } from '../../functions/tick'
import { presets } from '../../shared/meeting/presets'
import { rulePattern, sayRule } from '../../shared/meeting/rhythm'
import { sayMark } from '../../shared/meeting/words'
import { type MeetingHouse, openMeetingHouse } from './house'

test.each([
  ['FREQ=WEEKLY;BYDAY=MO', '每周一', ['2026-11-02', '2026-11-09', '2026-11-16', '2026-11-23', '2026-11-30']],
  ['FREQ=WEEKLY;BYDAY=TU', '每周二', ['2026-11-03', '2026-11-10', '2026-11-17', '2026-11-24']],
  ['FREQ=MONTHLY;BYMONTHDAY=10', '每月10日', ['2026-11-10']],
  ['FREQ=WEEKLY;INTERVAL=2;BYDAY=WE', '每2周的周三', ['2026-11-11', '2026-11-25']],
  ['FREQ=MONTHLY;BYDAY=1FR', '每月第一个周五', ['2026-11-06']],
  ['FREQ=MONTHLY;BYDAY=-1SU', '每月最后一个周日', ['2026-11-29']],
  ['FREQ=MONTHLY;BYMONTHDAY=-1', '每月最后一天', ['2026-11-30']],
  // a 31st is not in every month: then there is none
  ['FREQ=MONTHLY;BYMONTHDAY=31', '每月31日', []],
  ['FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=15', '每年11月15日', ['2026-11-15']],
])('%s is %s, and comes in November 2026 on %s', (rule, says, days) => {
  expect(rule).toMatch(rulePattern)
  expect(sayRule(rule)).toBe(says)
  expect(datesOf(rule, '2026-10-28', '2026-11-01', '2026-11-30')).toEqual(days)
})

test.each([
  'FREQ=DAILY',
  'FREQ=WEEKLY',
  'FREQ=WEEKLY;BYDAY=MO;COUNT=3',
  'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30',
  'BYDAY=MO',
])('%s is no rhythm that is taken', (rule) => expect(rule).not.toMatch(rulePattern))

describe('the three series of SH', () => {
  let house: MeetingHouse
  beforeAll(async () => {
    house = await openMeetingHouse({ now: new Date('2026-01-20T02:00:00Z') })
    const { here, compound, propertyCompany } = house.places
    for (const { key: _, circle, ...preset } of presets)
      await house.api.get(house.tokens.worker, 'series.add', {
        communityId: here.id,
        id: randomUUID(),
        compoundId: compound.id,
        ...preset,
        spot: '居委会',
        from: '2026-01-01',
        circle: circle.map((kind) => ({
          kind,
          ofId: { community: here.id, organisation: propertyCompany.id }[kind as string] ?? compound.id,
        })),
      })
  })
  afterAll(() => house.api.close())

  const month = async (of: string) => {
    const { here, compound } = house.places
    const { days } = await house.api.get(house.tokens.committee, 'meeting.calendar', {
      communityId: here.id,
      compoundId: compound.id,
      month: of,
    })
    return days
  }
  const shown = async (of: string) =>
    (await month(of)).flatMap(({ day, mark, entries }) =>
      entries.map((e) => [day.slice(5), sayMark(mark) ?? '', e.title, e.stands].join(' ')),
    )

  test('are those of November 2026 by date, and become meetings three weeks ahead, once', async () => {
    house.api.now = new Date('2026-10-25T02:00:00Z')
    expect(await shown('2026-11')).toEqual([
      '11-02  三方工作例会 expected',
      '11-03  党的工作小组例会 expected',
      '11-09  三方工作例会 expected',
      '11-10  党支部扩大会议 expected',
      '11-10  党的工作小组例会 expected',
      '11-16  三方工作例会 expected',
      '11-17  党的工作小组例会 expected',
      '11-23  三方工作例会 expected',
      '11-24  党的工作小组例会 expected',
      '11-30  三方工作例会 expected',
    ])
    const run = () => tick(house.api.database.urls.tick, house.api.now)
    expect((await run()).planned).toBe(7)
    expect((await run()).planned).toBe(0)
    expect((await shown('2026-11')).map((line) => line.split(' ').at(-1))).toEqual([
      ...Array(5).fill('planned'),
      ...Array(5).fill('expected'),
    ])
    house.api.now = new Date('2026-11-09T02:00:00Z')
    expect((await run()).planned).toBe(5)
  })

  test('over 春节 the days off are marked; one is moved, one is not held, and both stay to be read', async () => {
    house.api.now = new Date('2026-01-20T02:00:00Z')
    expect(await shown('2026-02')).toEqual([
      '02-02  三方工作例会 expected',
      '02-03  党的工作小组例会 expected',
      '02-09  三方工作例会 expected',
      '02-10  党支部扩大会议 expected',
      '02-10  党的工作小组例会 expected',
      '02-16 放假（春节） 三方工作例会 expected',
      '02-17 放假（春节） 党的工作小组例会 expected',
      '02-23 放假（春节） 三方工作例会 expected',
      '02-24  党的工作小组例会 expected',
    ])
    const seriesOf = async (title: string) =>
      (await house.one<{ id: string }>('select id from series where title = $1', [title])).id
    const planned = async (title: string, seriesDay: string) => {
      const at = { communityId: house.places.here.id, meetingId: randomUUID() }
      const { communityId, meetingId: id } = at
      await house.api.get(house.tokens.worker, 'meeting.plan', {
        communityId,
        id,
        seriesId: await seriesOf(title),
        seriesDay,
      })
      return at
    }
    const monday = await planned('三方工作例会', '2026-02-16')
    await house.api.get(house.tokens.worker, 'meeting.move', {
      ...monday,
      id: randomUUID(),
      startsAt: '2026-02-25T06:00:00Z',
      reason: '赶上春节',
    })
    const tuesday = await planned('党的工作小组例会', '2026-02-17')
    await house.api.get(house.tokens.worker, 'meeting.callOff', { ...tuesday, reason: '春节放假' })
    const days = await month('2026-02')
    expect(
      days
        .flatMap((d) => d.entries.map((e) => [d.day, e.stands, e.says]))
        .filter(([, , says]) => !/还没有排/.test(says!)),
    ).toEqual([
      ['2026-02-16', 'movedAway', '原定 2月16日 14:00，改到 2月25日 14:00：赶上春节'],
      ['2026-02-17', 'notHeld', '没有开：春节放假'],
      ['2026-02-25', 'planned', '2月25日 14:00 开，还没有发通知'],
    ])
    expect(await house.lines(monday.meetingId)).toEqual(['meeting.planned', 'meeting.moved'])
    // the date is taken, wherever it was moved to
    await expect(planned('三方工作例会', '2026-02-16')).rejects.toThrow('date_planned')
  })

  test('a year whose days off nobody has published yet says so', async () => {
    house.api.now = new Date('2026-11-20T02:00:00Z')
    const february = await month('2027-02')
    expect(february.map((d) => [d.day.slice(8), sayMark(d.mark)])).toContainEqual([
      '08',
      '放假安排还没有公布',
    ])
    expect(new Set(february.map((d) => d.mark.provisional))).toEqual(new Set([true]))
  })
})
