import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { codeAt, codeFits } from '../../shared/kernel/minuteCode'
import { readSignInLink, signInTail } from '../../shared/meeting/signInLink'
import { meetingKinds } from '../../shared/meeting/states'
import { kindWords } from '../../shared/meeting/words'
import {
  hashOf,
  type MinutesDoc,
  publicText,
  type Restricted,
  wholeText,
} from '../../shared/minutes/canonical'
import { read } from './byTheBook'

const runs = { numRuns: Number(process.env.RUNS ?? 100) }
const secret = fc.stringMatching(/^[0-9a-f]{64}$/)
const instant = fc
  .integer({ min: Date.parse('2024-01-01'), max: Date.parse('2040-01-01') })
  .map((ms) => new Date(ms))
const plus = (at: Date, seconds: number) => new Date(at.getTime() + seconds * 1000)

describe('the code of the minute', () => {
  test('is good until the end of the next minute, and not a second longer', () => {
    const law = fc.property(secret, instant, fc.integer({ min: 0, max: 59 }), (of, at, more) => {
      const { code, secondsLeft } = codeAt(of, at)
      expect(code).toMatch(/^\d{6}$/)
      expect(secondsLeft).toBeGreaterThan(0)
      for (const seconds of [0, secondsLeft - 1, secondsLeft, secondsLeft + 59])
        expect(codeFits(of, code, plus(at, seconds))).toBe(true)
      // by chance alone the same six figures may come again
      const later = plus(at, secondsLeft + 60 + more)
      const [now, last] = [codeAt(of, later).code, codeAt(of, plus(later, -60)).code]
      expect(codeFits(of, code, later)).toBe(code === now || code === last)
    })
    fc.assert(law, runs)
  })

  test('is never good before its minute, nor for another meeting, but by chance', () => {
    const law = fc.property(secret, secret, instant, (of, other, at) => {
      const { code } = codeAt(of, at)
      const chances = (s: string, when: Date) => [codeAt(s, when).code, codeAt(s, plus(when, -60)).code]
      const before = plus(at, -60 - ((at.getTime() / 1000) % 60))
      expect(codeFits(of, code, before)).toBe(chances(of, before).includes(code))
      expect(codeFits(other, code, at)).toBe(chances(other, at).includes(code))
    })
    fc.assert(law, runs)
  })

  test('lets nobody in on two codes in a thousand, however many meetings there are', () => {
    const many = [...Array(2000).keys()].map((n) => createHash('sha256').update(`${n}`).digest('hex'))
    const at = new Date('2026-11-22T01:15:10Z')
    expect(many.filter((of) => codeFits(of, '271828', at)).length).toBeLessThan(3)
    expect(new Set(many.map((of) => codeAt(of, at).code)).size).toBeGreaterThan(1990)
  })

  test('goes into a link and comes out of it', () => {
    const uuid = fc.uuid({ version: 7 })
    const link = fc.record({ communityId: uuid, meetingId: uuid, code: fc.stringMatching(/^\d{6}$/) })
    fc.assert(
      fc.property(link, (l) => expect(readSignInLink(`https://a.example/q/${signInTail(l)}`)).toEqual(l)),
      runs,
    )
  })
})

// words as people type them, with what would break a form that is read line by line
const nasty = fc.constantFrom(
  '\n',
  '\r\n',
  '\r',
  '决议',
  '1. ',
  '\n决议\n',
  '  ',
  '：',
  'é',
  'e\u0301',
  '以下不公开',
  '😀',
  '\t',
)
const words = fc
  .array(fc.oneof(nasty, fc.string({ maxLength: 6 }), fc.constantFrom('楼道', '扶手', '老人')), {
    minLength: 1,
    maxLength: 6,
  })
  .map((parts) => parts.join('').trim() || '一句')
const line = words.map((w) => w.replace(/[\r\n]+/g, ' ').trim() || '一行')
const count = fc.nat({ max: 5000 })
const iso = instant.map((d) => d.toISOString())
const day = iso.map((d) => d.slice(0, 10))
const of = fc.record({ present: count, of: count })
const doc: fc.Arbitrary<MinutesDoc> = fc.record({
  form: fc.constant(1 as const),
  community: line,
  compound: fc.option(line),
  kind: fc.constantFrom(...meetingKinds),
  title: line,
  number: fc.constant('〔2026〕第3号'),
  startsAt: iso,
  beganAt: iso,
  endedAt: iso,
  spot: words,
  chair: line,
  recorder: line,
  circle: fc.array(line, { minLength: 1, maxLength: 3 }),
  presence: fc.record({ people: count, homes: of, areaCentiares: of }),
  entries: fc.array(fc.record({ itemId: fc.uuid(), title: line, words }), { maxLength: 3 }),
  resolutions: fc.array(
    fc.record({
      resolutionId: fc.uuid(),
      words,
      party: line,
      dueOn: day,
      votes: fc.option(fc.record({ for: count, against: count, abstained: count })),
      pledge: fc.option(
        fc.record({
          targetFen: fc.integer({ min: 1, max: 1_000_000_000 }),
          shareFen: fc.option(fc.integer({ min: 1, max: 100_000 })),
          until: day,
        }),
      ),
    }),
    { maxLength: 3 },
  ),
  recorderSignedAt: iso,
  chairSignedAt: iso,
})
const restricted: fc.Arbitrary<Restricted> = fc.record({
  homes: fc.array(line, { maxLength: 3 }),
  others: fc.array(line, { maxLength: 2 }),
  entries: fc.array(fc.record({ title: words, words }), { maxLength: 2 }),
})
const plain = (text: string) => text.normalize('NFC').replace(/\r\n?/g, '\n')

describe('the bytes that are hashed', () => {
  test('are the same for the same content, and their hash is that of any other program', () => {
    const law = fc.property(doc, restricted, (d, r) => {
      const text = publicText(d)
      expect(publicText(structuredClone(d))).toBe(text)
      expect(hashOf(text)).toBe(createHash('sha256').update(text, 'utf8').digest('hex'))
      expect(wholeText(d, r).startsWith(text)).toBe(true)
      expect(text.endsWith('\n')).toBe(true)
      expect(text).not.toMatch(/\r/)
    })
    fc.assert(law, runs)
  })

  test('tell the reader of docs/MINUTES.md all of it again: no words of anybody pass for a line of the form', () => {
    const law = fc.property(doc, (d) => {
      const told = read(publicText(d))
      expect(told.head).toMatchObject({
        会议: plain(`${d.title}（${kindWords[d.kind]}）`),
        地点: plain(d.spot),
        主持: plain(d.chair),
      })
      expect(told.items).toEqual(d.entries.map((e) => [plain(e.title), plain(e.words)]))
      expect(told.decided).toEqual(d.resolutions.map((r) => plain(r.words)))
    })
    fc.assert(law, runs)
  })

  test('are others where one letter of what was said, decided or counted is another', () => {
    const changes: ((d: MinutesDoc) => unknown)[] = [
      (d) => d.entries.push({ itemId: 'x', title: '一件事', words: '说了' }),
      (d) => Object.assign(d.entries[0] ?? d, { title: `${(d.entries[0] ?? d).title}。` }),
      (d) => d.entries[0] && Object.assign(d.entries[0], { words: `${d.entries[0].words}。` }),
      (d) => d.resolutions[0] && Object.assign(d.resolutions[0], { words: `${d.resolutions[0].words}。` }),
      (d) => d.resolutions[0]?.votes && d.resolutions[0].votes.against++,
      (d) => d.resolutions[0]?.pledge && d.resolutions[0].pledge.targetFen++,
      (d) => d.presence.people++,
      (d) => d.circle.push('九栋'),
      (d) => Object.assign(d, { number: '〔2026〕第4号', spot: `${d.spot}。` }),
      (d) => Object.assign(d, { chairSignedAt: plus(new Date(d.chairSignedAt), 60).toISOString() }),
    ]
    const law = fc.property(doc, fc.constantFrom(...changes), (d, change) => {
      const other = structuredClone(d)
      change(other)
      fc.pre(JSON.stringify(other) !== JSON.stringify(d))
      expect(hashOf(publicText(other))).not.toBe(hashOf(publicText(d)))
    })
    fc.assert(law, runs)
  })

  test('do not depend on how a phone writes its letters and line ends', () => {
    const law = fc.property(doc, (d) => {
      const other = JSON.parse(JSON.stringify(d), (_, value: unknown) =>
        typeof value === 'string' ? plain(value).normalize('NFD').replace(/\n/g, '\r\n') : value,
      ) as MinutesDoc
      expect(hashOf(publicText(other))).toBe(hashOf(publicText(d)))
    })
    fc.assert(law, runs)
  })
})
