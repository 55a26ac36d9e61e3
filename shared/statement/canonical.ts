import type { Picture } from '../account/money'
import { sayPeriod } from '../account/words'
import { sha256Hex } from '../kernel/hash'
import { sayBelow, sayYuan } from '../kernel/money'
import { sayMoment } from '../kernel/time'

/** What is published of a month or a year: sums only, no person in it. */
export interface StatementDoc {
  /** Of this text: what was published keeps its own. In the first, all that any account moved was a source or a use: docs/decisions/0031. */
  form: 1 | 2
  community: string
  compound: string
  period: string
  picture: Picture
  /** All entries that count in it, and what they come to on either side. */
  entries: { count: number; totalFen: number }
  /** An instant as ISO text. */
  publishedAt: string
}

// what somebody named stays on its line
const inline = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ')
const numbered = (pieces: Picture['sources']): string[] =>
  pieces.length === 0
    ? ['没有']
    : pieces.map(({ name, fen }, i) => `${i + 1}. ${inline(name)}：${sayBelow(fen)}`)

/** The published text: its UTF-8 bytes are what is hashed. docs/STATEMENT.md tells it line by line. */
export function statementText({
  form,
  community,
  compound,
  period,
  picture,
  entries,
  publishedAt,
}: StatementDoc & { form: 2 }): string {
  const { advance } = picture
  const lines = [
    `哨到收支公示 ${form}`,
    `社区：${inline(community)}`,
    `小区：${inline(compound)}`,
    `期间：${sayPeriod(period)}`,
    '',
    `期初余额：${sayYuan(picture.openingFen)}`,
    ...picture.money.map((m) => `  ${inline(m.name)}：${sayYuan(m.openingFen)}`),
    '',
    '来源',
    ...numbered(picture.sources),
    `来源合计：${sayYuan(picture.sourcesFen)}`,
    '',
    '去向',
    ...numbered(picture.uses),
    `去向合计：${sayYuan(picture.usesFen)}`,
    '',
    `期末余额：${sayYuan(picture.closingFen)}`,
    ...picture.money.map((m) => `  ${inline(m.name)}：${sayYuan(m.closingFen)}`),
    '',
    '记在账上、没有动钱',
    ...numbered(picture.turned),
    '',
    advance.totalFen === 0
      ? '物业垫资：没有'
      : `物业垫资：一共 ${sayYuan(advance.totalFen)}，已还 ${sayYuan(advance.repaidFen)}，还欠 ${sayYuan(advance.owedFen)}`,
    `欠费合计：${sayYuan(picture.arrearsFen)}`,
    `付了缺凭证、没有入账：${picture.gaps.count} 笔，${sayYuan(picture.gaps.fen)}`,
    `以前月份的事记在这里：${picture.late} 笔`,
    `分录：${entries.count} 笔，借方 ${sayYuan(entries.totalFen)}，贷方 ${sayYuan(entries.totalFen)}`,
    `公布时间：${sayMoment(new Date(publishedAt))}`,
  ]
  return `${lines.join('\n')}\n`
}

/** Whoever has the text works out its hash like this; so does `sha256sum` over the saved file. */
export const hashOf = (text: string): string => sha256Hex(text)
