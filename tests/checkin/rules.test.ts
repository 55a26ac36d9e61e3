import { type CareBuilding, type Carer, proposeCare } from '../../shared/care/propose'
import { actsOf, nextAct } from '../../shared/checkin/policy'
import { checkinActions, checkinMoves, checkinStates } from '../../shared/checkin/states'
import { calendarOf } from '../../shared/kernel/calendar'
import type { WorkHours } from '../../shared/service/fields'
import { countMinutes } from '../../shared/service/hours'
import {
  isNumber,
  numberOf,
  readNumber,
  readReceiptLink,
  readSlipLink,
  receiptLink,
  sayNumber,
  slipLink,
} from '../../shared/slip/number'
import { findRosterClashes, planRoster, readRosterHeadings, readRosterLine } from '../../shared/slip/roster'

describe('the number of a slip', () => {
  const numbers = [0, 1, 7, 1234567890, 9999999999, 4096, 31415926].map(numberOf)
  test('is checked by its last two digits', () => {
    expect(numbers.every(isNumber)).toBe(true)
    expect(numberOf(1234567890)).toMatch(/^1234567890\d\d$/)
  })
  test('with any one digit wrong is none, nor with two neighbours exchanged', () => {
    for (const number of numbers)
      for (let i = 0; i < number.length; i++) {
        for (let d = 1; d < 10; d++)
          expect(isNumber(number.slice(0, i) + ((Number(number[i]) + d) % 10) + number.slice(i + 1))).toBe(
            false,
          )
        if (i > 0 && number[i] !== number[i - 1])
          expect(isNumber(number.slice(0, i - 1) + number[i] + number[i - 1] + number.slice(i + 1))).toBe(
            false,
          )
      }
  })
  test('is read however it is typed, and said in fours', () => {
    const number = numberOf(1234567890)
    expect(readNumber(` ${sayNumber(number)}`)).toBe(number)
    expect(readNumber('１２３ 4-5')).toBe('12345')
  })
  test('stands in links that are told apart from codes on walls', () => {
    const number = numberOf(42)
    expect(readSlipLink(slipLink('https://host', number))).toBe(number)
    expect(readReceiptLink(receiptLink('https://host', number, 'ABCDEFGH23'))).toEqual({
      receiptNumber: number,
      checkCode: 'ABCDEFGH23',
    })
    expect(readSlipLink('https://host/q/aB3dE5gH7jK9mN2p')).toBeUndefined()
  })
})

describe('minutes of service', () => {
  const calendar = calendarOf([{ day: '2026-11-24', works: false }], [])
  const day: WorkHours = {
    kind: 'workdays',
    spans: [
      { from: '09:00', to: '12:00' },
      { from: '13:00', to: '17:00' },
    ],
  }
  const none: WorkHours = { kind: 'none' }
  // four days: day shift, night shift over midnight, two free; the first on Monday 2026-11-16
  const shifts: WorkHours = {
    kind: 'shifts',
    start: '2026-11-16',
    days: [[{ from: '08:00', to: '20:00' }], [{ from: '20:00', to: '08:00' }], [], []],
  }
  const at = (text: string) => new Date(`2026-${text.replace(' ', 'T')}:00+08:00`)
  const cases: [string, WorkHours, string, string, [string, string][], [number, number, number]][] = [
    // title, work, from, to, others, [at work, twice, counted]
    ['on a Saturday: all', day, '11-21 09:00', '11-21 11:30', [], [0, 0, 150]],
    ['inside working hours: none', day, '11-20 09:30', '11-20 11:00', [], [90, 0, 0]],
    ['in the noon break: all', day, '11-20 12:00', '11-20 13:00', [], [0, 0, 60]],
    ['over the morning edge', day, '11-20 08:15', '11-20 09:20', [], [20, 0, 45]],
    ['over the evening edge', day, '11-20 16:59', '11-20 18:00', [], [1, 0, 60]],
    ['over a whole working day', day, '11-20 08:00', '11-20 18:00', [], [420, 0, 180]],
    ['over midnight from Friday to Saturday', day, '11-20 22:00', '11-21 02:00', [], [0, 0, 240]],
    ['from Sunday night into Monday morning', day, '11-22 23:00', '11-23 10:00', [], [60, 0, 600]],
    ['over two midnights', day, '11-19 23:00', '11-21 01:00', [], [420, 0, 1140]],
    ['on National Day, a Thursday: all', day, '10-01 09:00', '10-01 12:00', [], [0, 0, 180]],
    ['on Saturday 10 October, a make-up day: none', day, '10-10 09:00', '10-10 12:00', [], [180, 0, 0]],
    ['on a day made free by hand', day, '11-24 09:00', '11-24 12:00', [], [0, 0, 180]],
    ['of somebody retired, at any time', none, '11-20 09:00', '11-20 17:00', [], [0, 0, 480]],
    ['of a shift worker on the day shift', shifts, '11-20 07:00', '11-20 09:00', [], [60, 0, 60]],
    [
      'of a shift worker in the night, over midnight',
      shifts,
      '11-17 19:00',
      '11-18 09:00',
      [],
      [720, 0, 120],
    ],
    [
      'of a shift worker after midnight, of the shift of the day before',
      shifts,
      '11-18 07:00',
      '11-18 09:00',
      [],
      [60, 0, 60],
    ],
    [
      'of a shift worker on a free Thursday in office hours',
      shifts,
      '11-19 09:00',
      '11-19 17:00',
      [],
      [0, 0, 480],
    ],
    [
      'of a shift worker on a holiday shift: the shift holds',
      { ...shifts, start: '2026-10-01' } as WorkHours,
      '10-01 09:00',
      '10-01 11:00',
      [],
      [120, 0, 0],
    ],
    [
      'overlapping another service: counted once',
      day,
      '11-21 09:00',
      '11-21 12:00',
      [['11-21 08:00', '11-21 10:00']],
      [0, 60, 120],
    ],
    [
      'overlapping two that overlap each other',
      none,
      '11-21 09:00',
      '11-21 12:00',
      [
        ['11-21 09:30', '11-21 10:30'],
        ['11-21 10:00', '11-21 11:00'],
      ],
      [0, 90, 90],
    ],
    [
      'told a second time whole',
      none,
      '11-21 09:00',
      '11-21 12:00',
      [['11-21 08:00', '11-21 13:00']],
      [0, 180, 0],
    ],
    ['before its sign-in: nothing', day, '11-21 12:00', '11-21 09:00', [], [0, 0, 0]],
  ]
  test.each(cases)('%s', (_, work, from, to, others, [atWork, twice, counted]) => {
    const got = countMinutes(
      { from: at(from), to: at(to) },
      others.map(([a, b]) => ({ from: at(a), to: at(b) })),
      work,
      calendar,
    )
    expect(got).toEqual({ whole: atWork + twice + counted, atWork, twice, counted })
  })
  test('begin and end with the minute in which they were signed', () => {
    const span = { from: new Date('2026-11-21T01:00:59Z'), to: new Date('2026-11-21T02:00:01Z') }
    expect(countMinutes(span, [], none, calendar).counted).toBe(60)
  })
})

describe('the proposal of home care', () => {
  /** Compounds of so many buildings, homes and members spread by a small generator that always says the same. */
  function town(compounds: number, each: number, homesEach: number, members: number, seed = 7) {
    let state = seed
    const chance = () => {
      state = (state * 1103515245 + 12345) % 2 ** 31
      return state / 2 ** 31
    }
    const buildings: CareBuilding[] = Array.from({ length: compounds * each }, (_, i) => ({
      id: `b${i}`,
      compoundId: `c${Math.floor(i / each)}`,
    }))
    const homes = buildings.flatMap((b) =>
      Array.from({ length: homesEach }, (_, i) => ({ homeId: `${b.id}h${i}`, buildingId: b.id })),
    )
    const carers: Carer[] = Array.from({ length: members }, (_, i) => ({
      checkinId: `m${i}`,
      buildingId: `b${Math.floor(chance() * buildings.length)}`,
      homes: 0,
      onCommittee: i % 20 === 0,
    }))
    return { buildings, homes, carers }
  }
  const loadsOf = (links: { checkinId: string }[], carers: Carer[]) => {
    const load = new Map(carers.map((c) => [c.checkinId, c.homes]))
    for (const l of links) load.set(l.checkinId, load.get(l.checkinId)! + 1)
    return [...load.values()]
  }
  test('covers every home once, evenly to within one, nine in ten by somebody of the same or a neighbouring building', () => {
    const { buildings, homes, carers } = town(5, 5, 62, 437)
    const links = proposeCare(buildings, homes, carers)
    expect(new Set(links.map((l) => l.homeId)).size).toBe(homes.length)
    expect(links.length).toBe(homes.length)
    const loads = loadsOf(links, carers)
    expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(1)
    const near = links.filter((l) => l.nearness !== 'far')
    expect(near.length / links.length).toBeGreaterThanOrEqual(0.9)
    const home = new Map(homes.map((h) => [h.homeId, h.buildingId]))
    const lives = new Map(carers.map((c) => [c.checkinId, c.buildingId]))
    expect(
      links.filter((l) => l.nearness === 'same').every((l) => home.get(l.homeId) === lives.get(l.checkinId)),
    ).toBe(true)
  })
  test('says the same when it is asked again', () => {
    const { buildings, homes, carers } = town(2, 4, 20, 40)
    expect(proposeCare(buildings, homes, carers)).toEqual(proposeCare(buildings, homes, carers))
  })
  test('counts what somebody carries already', () => {
    const { buildings, homes, carers } = town(1, 2, 10, 5)
    const loaded = carers.map((c, i) => ({ ...c, homes: i === 0 ? 9 : 0 }))
    const links = proposeCare(buildings, homes, loaded)
    expect(links.length).toBe(20)
    expect(loadsOf(links, loaded).sort()).toEqual([5, 5, 5, 5, 9])
  })
  test('leaves what is above the most to those on the owners’ committees', () => {
    const { buildings, homes, carers } = town(2, 3, 20, 40)
    const links = proposeCare(buildings, homes, carers, 2)
    expect(links.length).toBe(homes.length)
    const byMember = loadsOf(links, carers)
    carers.forEach((c, i) => {
      if (!c.onCommittee) expect(byMember[i]).toBe(2)
    })
    const committee = byMember.filter((_, i) => carers[i]!.onCommittee)
    expect(Math.max(...committee) - Math.min(...committee)).toBeLessThanOrEqual(1)
  })
  test.each([
    ['nobody is there', 0, 10, 0],
    ['there is one member', 1, 10, 10],
    ['there are more members than homes', 30, 10, 10],
  ])('stands when %s', (_, members, homesEach, links) => {
    const { buildings, homes, carers } = town(1, 1, homesEach, members)
    expect(proposeCare(buildings, homes, carers).length).toBe(links)
  })
  test('takes those of whom nobody knows where they live', () => {
    const { buildings, homes, carers } = town(1, 2, 5, 4)
    const links = proposeCare(
      buildings,
      homes,
      carers.map((c) => ({ ...c, buildingId: null })),
    )
    expect([links.length, links.every((l) => l.nearness === 'far')]).toEqual([10, true])
  })
})

describe('a roster', () => {
  const columns = { name: 0, phone: 1 }
  test('is read by its headings, however they are written', () => {
    expect(readRosterHeadings(['序号', '* 姓 名：', '手机号码（必填）'])).toEqual({ name: 1, phone: 2 })
    expect(readRosterHeadings(['姓名'])).toEqual({ name: 0, phone: undefined })
    expect(readRosterHeadings(['手机'])).toBeUndefined()
  })
  test.each([
    [['', '13900000001'], '缺少姓名'],
    [['甲', '1390000'], '手机号要 11 位数字，一格只写一个'],
    [['#N/A', ''], '公式没有算出结果，请填上文字'],
    [['甲'.repeat(31), ''], '最多 30 个字'],
  ])('line %j is told what is wrong', (cells, reason) => {
    const read = readRosterLine(cells, columns)
    expect('problems' in read && read.problems.map((p) => p.reason)).toEqual([reason])
  })
  test('with the same person twice, namesakes without numbers or one number for two names each line the other', () => {
    const clashes = findRosterClashes([
      { line: 2, name: '甲', phone: '1' },
      { line: 3, name: '甲', phone: '1' },
      { line: 4, name: '乙', phone: null },
      { line: 5, name: '乙', phone: '2' },
      { line: 6, name: '丙', phone: '2' },
      { line: 7, name: '丁', phone: '3' },
      { line: 8, name: '丁', phone: '4' },
    ])
    expect([...clashes.keys()].sort()).toEqual([2, 3, 4, 5, 6])
    expect(clashes.get(2)![0]!.reason).toContain('第 3 行')
  })
  test('changes nothing where the slips are there already', () => {
    const lines = [
      { line: 2, name: '甲', phone: '1' },
      { line: 3, name: '乙', phone: null },
    ]
    expect(planRoster(lines, lines)).toEqual({ fresh: [], same: 2, namesakes: [] })
    expect(planRoster(lines, [{ name: '乙', phone: '9' }]).namesakes.map((l) => l.line)).toEqual([3])
  })
})

describe('the one next act', () => {
  test('is one for every state, and consent comes before all', () => {
    expect(nextAct(false, undefined)).toBe('consent')
    expect(checkinStates.map((s) => nextAct(true, s))).toEqual([
      'wait',
      'again',
      'serve',
      'serve',
      'serve',
      'serve',
      'serve',
    ])
  })
  test('is offered only where the table of moves has it', () => {
    for (const state of checkinStates)
      for (const act of actsOf(state, { member: true, worker: true }))
        if ((checkinActions as readonly string[]).includes(act))
          expect(checkinMoves[act as 'accept'].from).toContain(state)
  })
})
