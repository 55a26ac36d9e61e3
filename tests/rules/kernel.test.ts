import fc from 'fast-check'
import { contract, endpointNames } from '../../shared/contract'
import { readArea, sayArea } from '../../shared/kernel/area'
import { fillPath, pathParameters } from '../../shared/kernel/endpoint'
import { id, text } from '../../shared/kernel/fields'
import { aboveCommunities, uuidv7 } from '../../shared/kernel/ids'
import { naturalKey } from '../../shared/kernel/order'
import { sayRefusal } from '../../shared/kernel/refusal'
import { refusals } from '../../shared/refusals'

const moment = fc.integer({ min: 0, max: Date.UTC(9999, 11, 31) })
const random = fc.uint8Array({ minLength: 10, maxLength: 10 })

describe('an id', () => {
  test('has the shape of a UUIDv7, which every contract takes', () => {
    fc.assert(
      fc.property(moment, random, (ms, bytes) => {
        const made = uuidv7(ms, bytes)
        expect(made).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
        expect(id.safeParse(made).success).toBe(true)
        expect(Number.parseInt(made.replace('-', '').slice(0, 12), 16)).toBe(ms)
      }),
    )
  })

  test('made later sorts later, whatever the chance in it', () => {
    fc.assert(
      fc.property(moment, random, moment, random, (a, x, b, y) => {
        fc.pre(a !== b)
        expect(uuidv7(a, x) < uuidv7(b, y)).toBe(a < b)
      }),
    )
  })

  test('keeps every bit of chance that it has room for', () => {
    const all = (byte: number) => uuidv7(0, new Uint8Array(10).fill(byte))
    expect(all(0xff)).toBe('00000000-0000-7fff-bfff-ffffffffffff')
    expect(all(0)).toBe('00000000-0000-7000-8000-000000000000')
  })

  test('of what lies above communities is one that nobody mints', () => {
    expect(id.safeParse(aboveCommunities).success).toBe(true)
    fc.assert(fc.property(moment, random, (ms, bytes) => uuidv7(ms, bytes) !== aboveCommunities))
  })
})

describe('an area', () => {
  test('said is read back as the same', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 100_000_00 }),
        fc.constantFrom('', '㎡', ' 平方米', 'M2'),
        (n, unit) => {
          expect(readArea(`${sayArea(n)}${unit}`)).toBe(n)
        },
      ),
    )
  })

  test.each([
    ['86.5', 8650],
    ['86.50㎡', 8650],
    [' 86 ', 8600],
    ['0.01', 1],
    ['86.5000', 8650],
    ['100000', 100_000_00],
  ])('%s is %d hundredths', (written, centiares) => {
    expect(readArea(written)).toBe(centiares)
  })

  test.each([
    '',
    '0',
    '0.00',
    '-1',
    '86.505',
    '1e3',
    '86,5',
    '八十六',
    '100000.01',
    '1000000',
    '86.5亩',
    'NaN',
    '８６',
  ])('«%s» is none', (written) => {
    expect(readArea(written)).toBeUndefined()
  })

  test('never lies outside what the database takes', () => {
    fc.assert(
      fc.property(fc.string(), (written) => {
        const read = readArea(written)
        expect(read === undefined || (Number.isInteger(read) && read > 0 && read <= 100_000_00)).toBe(true)
      }),
    )
  })
})

describe('names', () => {
  const sorted = (names: string[]) =>
    [...names].sort((a, b) => (naturalKey(a) < naturalKey(b) ? -1 : naturalKey(a) > naturalKey(b) ? 1 : 0))

  test('sort as people count', () => {
    const right = ['1栋1单元101', '1栋1单元102', '1栋1单元1001', '1栋2单元101', '2栋1单元101', '10栋1单元101']
    expect(sorted([...right].reverse())).toEqual(right)
  })

  test('with one number sort by that number', () => {
    fc.assert(
      fc.property(fc.nat(999_999), fc.nat(999_999), (a, b) => {
        fc.pre(a !== b)
        expect(naturalKey(`${a}栋`) < naturalKey(`${b}栋`)).toBe(a < b)
      }),
    )
  })

  test('without numbers stay as they are', () => {
    expect(naturalKey('东门')).toBe('东门')
  })
})

describe('an address', () => {
  test('filled is found again, and the rest of the input is left for query or body', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: 'grapheme' }), fc.uuid(), (name, other) => {
        const { path, rest } = fillPath('/api/c/{communityId}/things/{name}', {
          communityId: other,
          name,
          left: 1,
        })
        expect(path.split('/')).toHaveLength(6)
        expect(path.split('/').map(decodeURIComponent).slice(3)).toEqual([other, 'things', name])
        expect(rest).toEqual({ left: 1 })
      }),
    )
  })

  test('leaves the input it was filled from as it was', () => {
    const input = { communityId: 'a', more: 'b' }
    fillPath('/api/c/{communityId}', input)
    expect(input).toEqual({ communityId: 'a', more: 'b' })
  })

  test('names its parameters in the order in which they stand', () => {
    expect(pathParameters('/api/c/{communityId}/homes/{homeId}/ties/{tieId}')).toEqual([
      'communityId',
      'homeId',
      'tieId',
    ])
    for (const name of endpointNames) {
      const parameters = pathParameters(contract[name].path)
      expect(new Set(parameters).size).toBe(parameters.length)
    }
  })
})

describe('text', () => {
  test.each(['a\u0000b', '\ud800', 'x\udfff', '', '   ', 'x'.repeat(41)])(
    'that cannot be kept is refused',
    (written) => {
      expect(text(40).safeParse(written).success).toBe(false)
    },
  )
  test.each([
    [' 9栋 ', '9栋'],
    ['👩‍👩‍👧', '👩‍👩‍👧'],
    ['𠮷野', '𠮷野'],
  ])('«%s» is kept as «%s»', (written, kept) => {
    expect(text(40).parse(written)).toBe(kept)
  })
})

describe('a refusal', () => {
  test('says what it is about, and leaves no blank in braces', () => {
    expect(sayRefusal(refusals.name_taken, { name: '9栋' })).toBe('“9栋”已经有了，请换一个名字')
    for (const words of Object.values(refusals)) expect(sayRefusal(words)).not.toMatch(/[{}]/)
  })
})
