import fc from 'fast-check'
import { methods } from '../../shared/apportion/methods'
import { type Bearer, bear, elevatorTable, withoutFloor } from '../../shared/apportion/rules'

const sum = (fens: readonly number[]) => fens.reduce((total, fen) => total + fen, 0)
const home = (homeId: string, floor?: number, areaCentiares = 8000): Bearer => ({
  homeId,
  floor,
  areaCentiares,
})
/** An entrance of six floors with two homes on each. */
const entrance = [1, 2, 3, 4, 5, 6].flatMap((floor) => [home(`${floor}01`, floor), home(`${floor}02`, floor)])

test('an elevator of 160,000 yuan: the sixth floor bears 23,000 by the table that is ours, and all shares come to the cost', () => {
  const shares = bear(160_000_00, 'floor', entrance, elevatorTable)!
  expect(Object.fromEntries(shares.map((s) => [s.homeId, s.fen / 100]))).toEqual({
    ...{ '101': 0, '102': 0, '201': 6_000, '202': 6_000, '301': 12_000, '302': 12_000 },
    ...{ '401': 18_000, '402': 18_000, '501': 21_000, '502': 21_000, '601': 23_000, '602': 23_000 },
  })
  expect(sum(shares.map((s) => s.fen))).toBe(160_000_00)
})

test('a railing goes by area or by home, and an odd fen to the largest remainder', () => {
  const homes = [home('a', undefined, 10_000), home('b', undefined, 5_000), home('c', undefined, 5_000)]
  expect(bear(100_01, 'area', homes, [])!.map((s) => s.fen)).toEqual([50_01, 25_00, 25_00])
  expect(bear(100_00, 'equal', homes, [])!.map((s) => s.fen)).toEqual([33_34, 33_33, 33_33])
})

test('whose floor is not said, or in no table, is named; where nobody bears anything there are no shares', () => {
  expect(withoutFloor('floor', [home('a', 2), home('b')], elevatorTable)?.homeId).toBe('b')
  expect(withoutFloor('floor', [home('a', 7)], elevatorTable)?.homeId).toBe('a')
  expect(withoutFloor('equal', [home('a')], elevatorTable)).toBeUndefined()
  expect(bear(100, 'floor', [home('a', 1)], elevatorTable)).toBeUndefined()
})

test('whatever the cost, the homes and the table, the shares come to the cost and nobody bears less than nothing', () => {
  const homes = fc.array(
    fc.record({
      floor: fc.integer({ min: 1, max: 6 }),
      areaCentiares: fc.integer({ min: 1, max: 100_000_00 }),
    }),
    { minLength: 1, maxLength: 60 },
  )
  fc.assert(
    fc.property(
      ...[fc.integer({ min: 1, max: 100_000_000_00 }), fc.constantFrom(...methods), homes],
      (fen, method, some) => {
        const bearers = some.map((h, i) => ({ ...h, homeId: String(i) }))
        const shares = bear(fen, method, bearers, elevatorTable)
        if (shares === undefined) return expect(some.every((h) => h.floor === 1)).toBe(true)
        expect(sum(shares.map((s) => s.fen))).toBe(fen)
        expect(shares.every((s) => s.fen >= 0)).toBe(true)
        // who is alike bears alike, to the fen
        for (const a of shares)
          for (const b of shares)
            if (a.floor === b.floor && a.areaCentiares === b.areaCentiares)
              expect(Math.abs(a.fen - b.fen)).toBeLessThanOrEqual(1)
      },
    ),
    { numRuns: Number(process.env.LONG_RUN ?? 0) || 100 },
  )
})
