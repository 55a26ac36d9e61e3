import fc from 'fast-check'
import { findClashes, type NumberedLine } from '../../shared/roll/clashes'
import { type Present, planRoll, type RollPlan } from '../../shared/roll/plan'
import type { PresentTie } from '../../shared/roll/ties'

const today = '2026-11-21'
const minting = () => {
  let n = 0
  return () => `id-${String(++n).padStart(6, '0')}-${Math.floor(n / 7)}`
}
const nothing: Present = { buildings: [], entrances: [], homes: [], ties: [] }

const line = (
  n: number,
  of: Partial<NumberedLine> = {},
  tie: Partial<NumberedLine['tie']> = {},
): NumberedLine => ({
  line: n,
  building: '9栋',
  entrance: '1单元',
  number: '701',
  kind: null,
  areaCentiares: 8650,
  tie: { kind: 'owner', name: '甲', phone: null, from: null, to: null, ...tie },
  ...of,
})

/** What is there after a plan was carried out. */
function after(present: Present, plan: RollPlan, lines: readonly NumberedLine[]): Present {
  const told = new Map(lines.map((l) => [l.line, l.tie!]))
  const changedHomes = new Map(plan.changedHomes.map((h) => [h.id, h]))
  const changedTies = new Map(plan.changedTies.map((t) => [t.id, t]))
  return {
    buildings: [...present.buildings, ...plan.buildings],
    entrances: [...present.entrances, ...plan.entrances],
    homes: [...present.homes.map((h) => ({ ...h, ...changedHomes.get(h.id) })), ...plan.homes],
    ties: [
      ...present.ties.map((t): PresentTie => {
        const change = changedTies.get(t.id)
        if (!change) return t
        const { name, phone } = told.get(change.line)!
        return { ...t, name, phone: change.takesPhone ? phone : t.phone, from: change.from, to: change.to }
      }),
      ...plan.ties.map(({ line, ...t }): PresentTie => {
        const { name, phone } = told.get(line)!
        return { ...t, name, phone, bound: false }
      }),
    ],
  }
}

const there = (...ties: Partial<PresentTie>[]): Present => ({
  buildings: [{ id: 'b', name: '9栋' }],
  entrances: [{ id: 'e', buildingId: 'b', name: '1单元' }],
  homes: [
    { id: 'h', buildingId: 'b', entranceId: 'e', number: '701', kind: 'dwelling', areaCentiares: 8650 },
  ],
  ties: ties.map((t, i) => ({
    id: `t${i}`,
    homeId: 'h',
    kind: 'owner',
    name: '甲',
    phone: null,
    from: '2020-01-01',
    to: null,
    bound: false,
    ...t,
  })),
})
const plan = (lines: NumberedLine[], present: Present) => planRoll(lines, present, today, minting())

describe('what taking a roll in would do', () => {
  test('into an empty compound it adds every place once', () => {
    const made = plan(
      [
        line(2),
        line(3, {}, { name: '乙' }),
        line(4, { number: '702' }),
        line(5, { entrance: null, tie: null }),
      ],
      nothing,
    )
    expect(made.adds).toEqual({ buildings: 1, entrances: 1, homes: 3, people: 3, changed: 0, same: 0 })
    expect(made.homes.map((h) => h.label)).toEqual(['9栋1单元701', '9栋1单元702', '9栋701'])
  })
  test('a home keeps its kind when the sheet tells none, and takes the one it tells', () => {
    const shop: Present = { ...there({}), homes: [{ ...there().homes[0]!, kind: 'shop' }] }
    expect(plan([line(2)], shop).changedHomes).toEqual([])
    expect(plan([line(2, { kind: 'dwelling' })], shop).adds).toMatchObject({ changed: 1, same: 0 })
    expect(plan([line(2, { areaCentiares: 9000 })], shop).changedHomes).toMatchObject([{ kind: 'shop' }])
  })
  test('who is in the home but not in the sheet stays', () => {
    const made = plan([line(2)], there({}, { name: '乙' }))
    expect(made.adds).toEqual({ buildings: 0, entrances: 0, homes: 0, people: 0, changed: 0, same: 1 })
  })
  test.each<[string, Partial<PresentTie>, Partial<NumberedLine['tie']>, 'same' | 'changed' | 'added']>([
    [
      'the same phone under another name is the same person, renamed',
      { phone: 'p' },
      { name: '甲某', phone: 'p' },
      'changed',
    ],
    ['the same name with a new phone is the same person', { phone: 'p' }, { phone: 'q' }, 'changed'],
    ['who has signed in keeps their own phone', { phone: 'p', bound: true }, { phone: 'q' }, 'same'],
    ['a sheet without phone leaves the phone', { phone: 'p' }, {}, 'same'],
    ['another kind is another tie', {}, { kind: 'tenant' }, 'added'],
    ['an end that the sheet tells is taken', {}, { to: '2027-01-01' }, 'changed'],
    ['an end that the sheet does not tell stays', { to: '2025-01-01' }, {}, 'same'],
    ['whoever comes back after an end is a new stay', { to: '2025-01-01' }, { from: '2026-01-01' }, 'added'],
    ['an earlier stay is another one', {}, { from: '2010-01-01', to: '2012-01-01' }, 'added'],
    ['another first day is taken', {}, { from: '2019-01-01' }, 'changed'],
  ])('%s', (_, present, told, outcome) => {
    const { adds } = plan([line(2, {}, told)], there(present))
    expect({ changed: adds.changed, added: adds.people, same: adds.same }[outcome]).toBe(1)
    expect(adds.changed + adds.people + adds.same).toBe(1)
  })
  test('two who share a phone are two, whichever comes first', () => {
    const shared = there({ phone: 'p' }, { name: '乙', phone: 'p' })
    const lines = [line(2, {}, { name: '乙', phone: 'p' }), line(3, {}, { phone: 'p' })]
    expect(plan(lines, shared).adds).toMatchObject({ people: 0, changed: 0, same: 2 })
    expect(plan(lines.reverse(), shared).adds).toMatchObject({ people: 0, changed: 0, same: 2 })
  })
  test('a stay that ended before today and tells no first day begins when it ended', () => {
    expect(plan([line(2, {}, { to: '2020-05-01' })], nothing).ties).toMatchObject([
      { from: '2020-05-01', to: '2020-05-01' },
    ])
  })
})

const days = fc.constantFrom(null, '2019-01-01', '2022-06-01', '2026-11-21', '2030-01-01')
const told = fc
  .record({
    kind: fc.constantFrom('owner' as const, 'tenant' as const),
    name: fc.constantFrom('甲', '乙', '丙'),
    phone: fc.constantFrom(null, 'p', 'q'),
    from: days,
    to: days,
  })
  .filter((t) => t.from === null || t.to === null || t.from <= t.to)
const someLines = fc
  .array(
    fc.record({
      building: fc.constantFrom('1栋', '2栋'),
      entrance: fc.constantFrom(null, '1单元'),
      number: fc.constantFrom('101', '102'),
      kind: fc.constantFrom(null, 'dwelling' as const, 'shop' as const),
      areaCentiares: fc.constantFrom(8650, 9000),
      tie: fc.option(told, { nil: null }),
    }),
    { maxLength: 12 },
  )
  .map((lines) => {
    const numbered = lines.map((l, i) => ({ ...l, line: i + 2 }))
    const clashing = findClashes(numbered)
    return numbered.filter((l) => !clashing.has(l.line))
  })

describe('for any rolls one after the other', () => {
  test('the last one again changes nothing, and every change keeps its days in order', () => {
    fc.assert(
      fc.property(
        fc.array(someLines, { minLength: 1, maxLength: 3 }),
        fc.array(fc.nat(20)),
        (rolls, signedIn) => {
          const newId = minting()
          let present = nothing
          for (const lines of rolls) {
            const made = planRoll(lines, present, today, newId)
            present = after(present, made, lines)
            present = {
              ...present,
              ties: present.ties.map((t, i) => ({ ...t, bound: signedIn.includes(i) })),
            }
            for (const t of present.ties) expect(t.to === null || t.from <= t.to).toBe(true)
            const again = planRoll(lines, present, today, newId)
            expect(again.adds).toEqual({
              buildings: 0,
              entrances: 0,
              homes: 0,
              people: 0,
              changed: 0,
              same: lines.length,
            })
          }
        },
      ),
      { numRuns: 500 },
    )
  })
})
