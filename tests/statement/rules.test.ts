import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { readJournal } from '../../db/checks/readJournal'
import { type Journal, writeJournal } from '../../functions/statement/journal'
import { type AccountKind, accountKinds } from '../../shared/account/chart'
import { type Moved, pictureOf } from '../../shared/account/money'
import { entryKinds } from '../../shared/entry/kinds'
import { hashOf, type StatementDoc, statementText } from '../../shared/statement/canonical'
import { notReadyFor, type PeriodFacts } from '../../shared/statement/policy'

const piece = (name: string, fen: number, kind: 'income' | 'expense' = 'income') => ({
  accountId: name,
  key: name,
  name,
  kind,
  fen,
})
const doc: StatementDoc & { form: 2 } = {
  form: 2,
  community: '弘运社区',
  compound: '弘运小区',
  period: '2026-11',
  picture: {
    openingFen: 1_000_00,
    closingFen: 1_234_567_00,
    money: [
      { accountId: 'b', key: 'bank', name: '银行存款', openingFen: 1_000_00, closingFen: 1_234_567_00 },
    ],
    sources: [piece('停车费', 1_233_600_00), piece('广告\n发布时间：昨天', 2_00)],
    uses: [piece('维修', 35_00, 'expense')],
    sourcesFen: 1_233_602_00,
    usesFen: 35_00,
    turned: [piece('停车费', 12_00), piece('物业分成', -3_00, 'expense')],
    advance: { totalFen: 200_000_00, repaidFen: 4_166_67, owedFen: 195_833_33 },
    arrearsFen: 150_00,
    gaps: { count: 1, fen: 45_60 },
    late: 2,
  },
  entries: { count: 57, totalFen: 2_468_000_00 },
  publishedAt: '2026-12-03T02:00:00.000Z',
}

describe('the published text', () => {
  test('is this, to the last byte', () => {
    expect(statementText(doc)).toBe(`哨到收支公示 2
社区：弘运社区
小区：弘运小区
期间：2026年11月

期初余额：1,000.00 元
  银行存款：1,000.00 元

来源
1. 停车费：1,233,600.00 元
2. 广告 发布时间：昨天：2.00 元
来源合计：1,233,602.00 元

去向
1. 维修：35.00 元
去向合计：35.00 元

期末余额：1,234,567.00 元
  银行存款：1,234,567.00 元

记在账上、没有动钱
1. 停车费：12.00 元
2. 物业分成：−3.00 元

物业垫资：一共 200,000.00 元，已还 4,166.67 元，还欠 195,833.33 元
欠费合计：150.00 元
付了缺凭证、没有入账：1 笔，45.60 元
以前月份的事记在这里：2 笔
分录：57 笔，借方 2,468,000.00 元，贷方 2,468,000.00 元
公布时间：2026年12月3日 10:00
`)
  })

  test('of a month without money says so', () => {
    const picture = {
      ...doc.picture,
      sources: [],
      uses: [],
      turned: [],
      advance: { totalFen: 0, repaidFen: 0, owedFen: 0 },
    }
    const text = statementText({ ...doc, period: '2026', picture })
    expect(text).toContain('期间：2026年\n')
    expect(text).toContain('来源\n没有\n')
    expect(text).toContain('去向\n没有\n')
    expect(text).toContain('没有动钱\n没有\n')
    expect(text).toContain('物业垫资：没有\n')
  })

  test('has the hash that anybody’s tool gives its bytes', () => {
    const text = statementText(doc)
    expect(hashOf(text)).toBe(createHash('sha256').update(text, 'utf8').digest('hex'))
  })
})

describe('the picture of a span', () => {
  const account = (key: string, kind: AccountKind, of: Partial<Moved> = {}): Moved => ({
    ...{
      accountId: key,
      key,
      code: key,
      name: key,
      kind,
      openingFen: 0,
      movedFen: 0,
      cameFen: 0,
      wentFen: 0,
    },
    ...of,
  })
  const see = (...accounts: Moved[]) => {
    const picture = pictureOf(accounts, { advancedFen: 0, late: 0, gaps: { count: 0, fen: 0 } })
    const told = (of: typeof picture.sources) => Object.fromEntries(of.map((p) => [p.key, p.fen]))
    expect(picture.openingFen + picture.sourcesFen - picture.usesFen).toBe(picture.closingFen)
    return [told(picture.sources), told(picture.uses), told(picture.turned)]
  }

  test('has money that was paid before among what came once, and what it turns into in no sum', () => {
    expect(
      see(
        account('cash', 'money', { movedFen: 140_00 - 420_00 }),
        account('prepaid', 'debt', { movedFen: 5_687_67 }),
        account('parking', 'income', { movedFen: -140_00 - 5_687_67, cameFen: 140_00 }),
        account('green', 'expense', { movedFen: 420_00, wentFen: 420_00 }),
      ),
    ).toEqual([{ parking: 140_00 }, { green: 420_00 }, { parking: 5_687_67 }])
  })

  test('shows what came and was given back as both, and a mistake that was taken back as neither', () => {
    expect(
      see(
        account('bank', 'money', { movedFen: -50_00 }),
        account('fund', 'debt', { cameFen: 800_00, wentFen: 800_00 }),
        account('parking', 'income'),
        // of a month before: more came back than went out
        account('repair', 'expense', { movedFen: -34_40, wentFen: -34_40 }),
        account('clean', 'expense', { movedFen: 84_40, wentFen: 84_40 }),
      ),
    ).toEqual([{ fund: 800_00, repair: 34_40 }, { fund: 800_00, clean: 84_40 }, {}])
  })

  test('has what the property company laid out, and its share, in no sum', () => {
    expect(
      see(
        account('advance', 'debt', { movedFen: -200_000_00 }),
        account('repair', 'expense', { movedFen: 200_000_00 }),
        account('share', 'debt', { movedFen: 0 }),
        account('manager', 'expense', { movedFen: 61_50 }),
      ),
    ).toEqual([{}, {}, { repair: 200_000_00, manager: 61_50 }])
  })
})

describe('a month or a year', () => {
  const facts: PeriodFacts = {
    first: '2026-09',
    closedThrough: '2026-10',
    today: '2026-12',
    unsettled: false,
    out: false,
  }
  const all = { ...facts, closedThrough: '2026-12', today: '2027-01' }
  test.each<[string, string, Partial<PeriodFacts>, string[]]>([
    ['that is next', '2026-11', {}, []],
    ['that is the first of the books', '2026-09', { closedThrough: null }, []],
    ['that is out', '2026-10', { out: true }, ['out']],
    ['before its turn', '2026-12', { today: '2027-01' }, ['order']],
    ['that is not over', '2026-11', { today: '2026-11' }, ['early']],
    ['whose income is not divided', '2026-11', { unsettled: true }, ['unsettled']],
    ['before the books', '2026-08', {}, ['order']],
    ['of twelve months that are out', '2026', all, []],
    ['with a month that is not', '2026', { today: '2027-01', closedThrough: '2026-11' }, ['order']],
    ['that is not over', '2026', {}, ['early', 'order']],
    ['before the books', '2025', all, ['order']],
  ])('%s: %s', (_, period, more, ready) => {
    expect(notReadyFor(period, { ...facts, ...more })).toEqual(ready)
  })
})

describe('a journal', () => {
  const runs = Number(process.env.LONG_RUN ?? 0) || 60
  const day = fc.integer({ min: 1, max: 28 }).map((d) => `2026-11-${String(d).padStart(2, '0')}`)
  // names and memos as somebody may type them: all that means something in a journal
  const typed = fc.string({
    unit: fc.constantFrom(...'停车费;:|=()[]*!~@{}"\' \n\t，。9-2026/11'.split('')),
    minLength: 1,
    maxLength: 20,
  })
  const journal: fc.Arbitrary<Journal> = fc
    .record({
      names: fc.array(typed, { minLength: 2, maxLength: 5 }),
      openings: fc.array(fc.integer({ min: -9_999_99, max: 9_999_99 }), { minLength: 4, maxLength: 4 }),
      moves: fc.array(
        fc.record({
          on: day,
          kind: fc.constantFrom(...entryKinds),
          memo: fc.option(typed),
          from: fc.nat(),
          to: fc.nat(),
          fen: fc.integer({ min: 1, max: 100_000_000_00 }),
        }),
        { maxLength: 12 },
      ),
    })
    .map(({ names, openings, moves }) => {
      const before = names.map((_, i) => (i === 0 ? 0 : (openings[i - 1] ?? 0)))
      before[0] = 0 - before.reduce((sum, fen) => sum + fen, 0)
      const after = [...before]
      const entries = moves.map(({ on, kind, memo, from, to, fen }, n) => {
        const [a, b] = [from % names.length, to % names.length]
        after[a]! -= fen
        after[b]! += fen
        const period = on < '2026-11-10' ? '2026-12' : '2026-11'
        return {
          ...{ number: n + 1, kind, occurredOn: on, period, memo, reverses: kind === 'reversal' ? 1 : null },
          lines: [
            { accountId: String(b), side: 'debit' as const, fen },
            { accountId: String(a), side: 'credit' as const, fen },
          ],
        }
      })
      return {
        ...{ community: '弘运社区', compound: '弘运小区', from: '2026-11-01', to: '2026-11-30', entries },
        accounts: names.map((name, i) => ({
          accountId: String(i),
          code: String(1001 + i),
          name,
          kind: accountKinds[i % accountKinds.length]!,
          openingFen: before[i]!,
          closingFen: after[i]!,
        })),
      }
    })

  test('is read back by somebody who shares no line with its writer: balanced, and the same balances', () => {
    fc.assert(
      fc.property(journal, (written) => {
        const read = readJournal(writeJournal(written))
        expect(read.problems).toEqual([])
        expect([...read.balances.values()]).toEqual(written.accounts.map((a) => a.closingFen))
      }),
      { numRuns: runs },
    )
  })

  test('in which one figure was changed is found out', () => {
    fc.assert(
      fc.property(journal, fc.nat(), (written, at) => {
        const lines = writeJournal(written).split('\n')
        const postings = lines.flatMap((line, i) => (/^ {4}\S.* CNY$/.test(line) ? [i] : []))
        const one = postings[at % postings.length]!
        lines[one] = lines[one]!.replace(/(\d)(?= CNY$)/, (d) => String((Number(d) + 1) % 10))
        expect(readJournal(lines.join('\n')).problems).not.toEqual([])
      }),
      { numRuns: runs },
    )
  })

  test.each([
    ['an account that was never declared', '2026-11-01 (1) x\n    a  1.00 CNY\n    b  -1.00 CNY\n'],
    ['a posting outside of a transaction', 'account a\n\n    a  1.00 CNY\n'],
    ['one posting alone', 'account a\n\n2026-11-01 (1) x\n    a  0.00 CNY\n'],
    ['an amount of another kind', 'account a\n\n2026-11-01 (1) x\n    a  1 USD\n    a  -1 USD\n'],
    ['an account twice', 'account a\naccount a\n'],
    ['a line that is none', 'hello\n'],
  ])('with %s is refused', (_, text) => expect(readJournal(text).problems).not.toEqual([]))
})
