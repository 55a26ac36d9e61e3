import { isFormulaError, isStorable, looksLikeDate, readCell, readMobile } from '../roll/cells'
import { groupBy } from '../roll/clashes'
import { plain } from '../roll/headings'

export interface RosterColumns {
  name: number
  phone: number | undefined
}
export interface RosterProblem {
  field: string
  reason: string
}
/** One member of the roster. A phone may stand there under its index: it is only ever compared. */
export interface RosterLine {
  line: number
  name: string
  phone: string | null
}

const words = { name: '姓名', phone: '手机号' }
const names = {
  name: ['姓名', '党员姓名', '名字', '党员'],
  phone: ['手机号', '手机', '手机号码', '电话', '电话号码', '联系电话', '联系方式'],
}
const nameAtMost = 30

/** Which column holds what: no more is read than a slip needs. */
export function readRosterHeadings(cells: readonly string[]): RosterColumns | undefined {
  const headings = cells.map(plain)
  const at = (field: keyof typeof names) => {
    const name = names[field].find((n) => headings.includes(n))
    return name === undefined ? undefined : headings.indexOf(name)
  }
  const name = at('name')
  return name === undefined ? undefined : { name, phone: at('phone') }
}

export function readRosterLine(
  cells: readonly string[],
  { name: nameAt, phone: phoneAt }: RosterColumns,
): { name: string; phone: string | null } | { problems: RosterProblem[] } {
  const name = readCell(cells[nameAt] ?? '').replace(/ /g, '')
  const phone = phoneAt === undefined ? '' : readCell(cells[phoneAt] ?? '')
  const problems: RosterProblem[] = []
  const wrong = (field: keyof typeof words, reason: string) =>
    void problems.push({ field: words[field], reason })
  if (name === '') wrong('name', '缺少姓名')
  else if (isFormulaError(name)) wrong('name', '公式没有算出结果，请填上文字')
  else if (looksLikeDate(name)) wrong('name', `“${name}”是日期，请核对这一列`)
  else if (!isStorable(name)) wrong('name', '含有无法保存的字符')
  else if (name.length > nameAtMost) wrong('name', `最多 ${nameAtMost} 个字`)
  const mobile = phone === '' ? null : readMobile(phone)
  if (mobile === undefined) wrong('phone', '手机号要 11 位数字，一格只写一个')
  return problems.length > 0 ? { problems } : { name, phone: mobile! }
}

/** The same person twice, namesakes who cannot be told apart, one phone for two: each names the other's line. */
export function findRosterClashes(lines: readonly RosterLine[]): Map<number, RosterProblem[]> {
  const found = new Map<number, RosterProblem[]>()
  const add = (line: number, field: keyof typeof words, reason: string) =>
    found.set(line, [...(found.get(line) ?? []), { field: words[field], reason }])
  for (const same of groupBy(lines, (l) => l.name).values()) {
    if (same.length === 1) continue
    const bare = same.find((l) => l.phone === null)
    for (const l of same) {
      const twin = same.find((o) => o !== l && o.phone === l.phone)
      const other = twin ?? (bare && same.find((o) => o !== l))
      if (twin) add(l.line, 'name', `和第 ${twin.line} 行是同一个人，写了两次`)
      else if (other && (l.phone === null || other.phone === null))
        add(l.line, 'phone', `和第 ${other.line} 行同名，请都填手机号来区分`)
    }
  }
  const phoned = lines.filter((l) => l.phone !== null)
  for (const same of groupBy(phoned, (l) => l.phone!).values())
    for (const l of same) {
      const other = same.find((o) => o.name !== l.name)
      if (other) add(l.line, 'phone', `和第 ${other.line} 行的手机号相同`)
    }
  return found
}

export interface PresentSlip {
  name: string
  phone: string | null
}
const key = (l: PresentSlip) => `${l.name}\n${l.phone ?? ''}`

/** Lines without clashes against the slips that are good already: those to issue, and namesakes nobody could tell apart. */
export function planRoster(lines: readonly RosterLine[], present: readonly PresentSlip[]) {
  const there = new Set(present.map(key))
  const byName = groupBy(present, (p) => p.name)
  const fresh = lines.filter((l) => !there.has(key(l)))
  const namesakes = fresh.filter((l) => byName.get(l.name)?.some((p) => l.phone === null || p.phone === null))
  return { fresh, same: lines.length - fresh.length, namesakes }
}

export const namesakeProblem: RosterProblem = {
  field: words.phone,
  reason: '已经有一张同名的报到单，请填手机号来区分',
}
