import fc from 'fast-check'
import {
  type Category,
  categories,
  categoryHints,
  categoryWords,
  emergencies,
  emergencyOf,
  guessCategory,
  guessUrgency,
  urgencies,
  urgencyWords,
} from '../../shared/whistle/categories'
import { alikeFrom, isAlike, likeness, pieces } from '../../shared/whistle/likeness'

describe('a category is guessed from the words', () => {
  test.each<[string, Category, string]>([
    ['水管漏水', 'water', '漏水'],
    ['3单元漏水了', 'water', '漏水'],
    ['楼上邻居家漏水，吵了一架', 'water', '漏水'],
    ['从昨晚起没有水', 'water', '没有水'],
    ['整栋楼停电了', 'power', '停电'],
    ['厨房有煤气味', 'gas', '煤气'],
    ['暖气片漏水', 'heat', '暖气片漏水'],
    ['家里暖气不热', 'heat', '暖气'],
    ['停电困人，快来', 'lift', '停电困人'],
    ['电梯又坏了', 'lift', '电梯'],
    ['三楼的栏杆松动', 'safety', '栏杆'],
    ['下水道井盖丢了', 'safety', '下水道井盖'],
    ['楼道里私拉电线充电', 'safety', '私拉电线'],
    ['消防通道停车', 'fire', '消防通道'],
    ['垃圾桶着火了', 'fire', '着火'],
    ['垃圾三天没人收', 'sanitation', '垃圾'],
    ['楼道灯不亮', 'facility', '楼道灯'],
    ['外来车乱停，占车位', 'parking', '占车位'],
    ['楼下广场舞太吵', 'noise', '广场舞'],
    ['狗叫到半夜', 'noise', '狗叫'],
    ['树枝挡住窗户', 'greenery', '树枝'],
    ['两家吵架', 'dispute', '吵架'],
    ['邻居太吵', 'noise', '太吵'],
  ])('«%s» is %s, because of «%s»', (words, category, because) => {
    expect(guessCategory(words)).toEqual({ category, because })
  })

  test.each(['', '   ', '🔥🔥🔥', '💧', '？？！', '你好', 'hello', '12345'])('«%s» tells none', (words) => {
    expect(guessCategory(words)).toBeUndefined()
  })

  test('and every word of the table, said alone, means its own category', () => {
    for (const category of categories)
      for (const word of categoryHints[category])
        expect(guessCategory(word)).toEqual({ category, because: word })
  })

  test('and the reason is always among the words', () => {
    const hint = fc.constantFrom(...categories.flatMap((c) => categoryHints[c]))
    fc.assert(
      fc.property(fc.array(fc.oneof(hint, fc.string()), { maxLength: 6 }), (parts) => {
        const words = parts.join('')
        const guess = guessCategory(words)
        if (guess) expect(words.normalize('NFKC')).toContain(guess.because)
      }),
    )
  })
})

describe('whom to phone first', () => {
  test.each<[string, Category, keyof typeof emergencies]>([
    ['楼道着火了', 'fire', 'fire'],
    ['电动车冒烟', 'other', 'fire'],
    ['煤气罐起火', 'gas', 'fire'],
    ['厨房有煤气味', 'other', 'gas'],
    ['天然气好像在漏', 'facility', 'gas'],
    ['', 'gas', 'gas'],
    ['有人触电', 'power', 'shock'],
    ['电线掉在路上', 'power', 'wire'],
    ['电梯困人', 'lift', 'lift'],
    ['电梯停了，里面有人！', 'lift', 'lift'],
    ['电梯坏了，有人在里面', 'lift', 'lift'],
    ['我被困了，出不来', 'lift', 'lift'],
    ['老人在楼梯上摔伤', 'safety', 'injury'],
    ['有人被砸到受伤', 'safety', 'injury'],
  ])('«%s» (%s): %s, and it is danger', (words, category, kind) => {
    expect(emergencyOf(words, category)).toBe(emergencies[kind])
    expect(guessUrgency(words, category)).toBe('danger')
  })

  test.each<[string, Category]>([
    ['', 'lift'],
    ['🔥', 'fire'],
    ['消防通道停车', 'fire'],
    ['电梯里有人抽烟', 'lift'],
    ['电梯的声音困扰我们', 'lift'],
    ['电梯坏了，没有人被困', 'lift'],
    ['楼道堆杂物容易着火', 'fire'],
    ['怕引起火灾', 'fire'],
    ['水管漏水', 'water'],
    ['被困难吓住', 'dispute'],
    ['被电动车挡路', 'parking'],
    ['无人受伤', 'other'],
  ])('«%s» (%s) is no emergency, and ordinary', (words, category) => {
    expect(emergencyOf(words, category)).toBeUndefined()
    expect(guessUrgency(words, category)).toBe('ordinary')
  })

  test.each<[string, Category]>([
    ['外墙砖掉下来', 'safety'],
    ['院墙要塌了', 'safety'],
    ['配电箱漏电', 'power'],
  ])('«%s» is danger with nobody to phone', (words, category) => {
    expect(emergencyOf(words, category)).toBeUndefined()
    expect(guessUrgency(words, category)).toBe('danger')
  })

  test('only numbers of the whole country are given, and said too', () => {
    for (const { says, phone } of Object.values(emergencies)) {
      expect(says.match(/\d+/g)?.every((n) => ['119', '120', '96333', '95598'].includes(n))).toBe(true)
      if (phone !== null) expect(says).toContain(phone)
    }
    expect(emergencies.gas.phone).toBeNull()
  })
})

test('every category and urgency has a word of its own', () => {
  expect(new Set(categories.map((c) => categoryWords[c])).size).toBe(categories.length)
  expect(new Set(urgencies.map((u) => urgencyWords[u])).size).toBe(urgencies.length)
})

describe('pieces of words', () => {
  test.each([
    ['水管漏水', ['水管', '管漏', '漏水']],
    ['３单元，漏水 了！', ['3单', '单元', '元漏', '漏水', '水了']],
    ['漏水漏水', ['漏水', '水漏']],
    ['Ａb', ['ab']],
    ['漏💧水', ['漏水']],
    ['𠮷祥', ['𠮷祥']],
    ['水', []],
    ['💧🔥', []],
    ['，。！ ', []],
    ['', []],
  ])('of «%s» are %j', (words, expected) => expect(pieces(words)).toEqual(expected))

  test('are 200 at most', () => {
    const long = Array.from({ length: 2500 }, (_, i) => String.fromCharCode(0x4e00 + i)).join('')
    expect(pieces(long)).toHaveLength(200)
  })
})

describe('likeness', () => {
  test.each([
    ['水管漏水', '水管漏水', 1],
    ['水管漏水', '3单元漏水了', 1 / 3],
    ['漏水', '3单元漏水了', 1],
    ['3单元水管漏水', '３单元的水管漏水了！', 5 / 6],
    ['水管漏水', '电梯坏了', 0],
    ['', '水管漏水', 0],
    ['', '', 0],
    ['💧', '💧', 0],
  ])('of «%s» and «%s» is %d', (a, b, share) => {
    expect(likeness(pieces(a), pieces(b))).toBeCloseTo(share)
    expect(isAlike(pieces(a), pieces(b))).toBe(share >= alikeFrom)
  })

  test('is the same both ways, between none and all, and all of oneself', () => {
    const said = fc
      .array(fc.constantFrom(...'漏水电梯楼道灯不亮3单元'), { maxLength: 30 })
      .map((c) => c.join(''))
    fc.assert(
      fc.property(said, said, (x, y) => {
        const [a, b] = [pieces(x), pieces(y)]
        expect(likeness(a, b)).toBe(likeness(b, a))
        expect(likeness(a, b)).toBeGreaterThanOrEqual(0)
        expect(likeness(a, b)).toBeLessThanOrEqual(1)
        expect(likeness(a, a)).toBe(a.length > 0 ? 1 : 0)
      }),
    )
  })
})
