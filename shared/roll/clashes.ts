import { homeKindWords } from '../place/modes'
import { rollFieldWords } from './headings'
import type { RollLine, RollProblem } from './rules'

/** A line with its number in the sheet. A phone may stand there under its index: it is only ever compared. */
export interface NumberedLine extends RollLine {
  line: number
}

export const homeKey = (l: Pick<RollLine, 'building' | 'entrance' | 'number'>): string =>
  JSON.stringify([l.building, l.entrance, l.number])

/** What lines say against each other: one home with two areas or kinds, one person twice. Each names the other. */
export function findClashes(lines: readonly NumberedLine[]): Map<number, RollProblem[]> {
  const found = new Map<number, RollProblem[]>()
  const clash = (a: NumberedLine, b: NumberedLine, field: string, what: string) => {
    for (const [one, other] of [
      [a, b],
      [b, a],
    ] as const) {
      const problems = found.get(one.line) ?? []
      if (!problems.some((p) => p.field === field))
        problems.push({ field, reason: `和第 ${other.line} 行是同一户，${what}` })
      found.set(one.line, problems)
    }
  }

  for (const same of groupBy(lines, homeKey).values()) {
    const first = same[0]!
    const kinded = same.find((l) => l.kind !== null)
    for (const line of same) {
      if (line.areaCentiares !== first.areaCentiares) clash(first, line, rollFieldWords.area, '面积不同')
      if (kinded && line.kind !== null && line.kind !== kinded.kind)
        clash(
          kinded,
          line,
          rollFieldWords.kind,
          `类型不同（${homeKindWords[kinded.kind!]}、${homeKindWords[line.kind]}）`,
        )
    }
    const [bare, ...bareAgain] = same.filter((l) => l.tie === null)
    for (const line of bareAgain) clash(bare!, line, rollFieldWords.number, '写了两次')
    const people = same.filter((l) => l.tie !== null)
    for (const [one, ...again] of groupBy(people, (l) => `${l.tie!.kind} ${l.tie!.name}`).values())
      for (const line of again) clash(one!, line, rollFieldWords.name, '同一个人写了两次')
  }
  return found
}

export function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group) group.push(item)
    else groups.set(key, [item])
  }
  return groups
}
