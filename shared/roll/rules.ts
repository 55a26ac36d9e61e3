import type { TieKind } from '../home/contract'
import { readArea } from '../kernel/area'
import type { HomeKind } from '../place/modes'
import {
  isFormulaError,
  isStorable,
  looksLikeDate,
  readBuilding,
  readCell,
  readDay,
  readEntrance,
  readMobile,
  readNumber,
} from './cells'
import { type RollColumns, type RollField, rollFields, rollFieldWords } from './headings'

export interface RollProblem {
  field: string
  reason: string
}

/** One line of a roll: a home, and perhaps somebody of it. What the sheet does not tell is null. */
export interface RollLine {
  building: string
  entrance: string | null
  number: string
  kind: HomeKind | null
  areaCentiares: number
  tie: RollTie | null
}

export interface RollTie {
  kind: TieKind
  name: string
  phone: string | null
  from: string | null
  to: string | null
}

const homeKinds: Record<HomeKind, readonly string[]> = {
  dwelling: ['住宅', '住房', '住户', '民用', '居住', '普通住宅', '商品房', '房改房', '公寓', '住'],
  shop: ['门市', '门面', '商铺', '店铺', '商业', '铺面', '底商', '商用', '门面房', '门市房', '营业房', '商'],
  other: [
    '其他',
    '其它',
    '车库',
    '车位',
    '储藏室',
    '储物间',
    '仓库',
    '办公',
    '办公室',
    '配套',
    '公用',
    '物业用房',
  ],
}
const tieKinds: Record<TieKind, readonly string[]> = {
  owner: ['业主', '户主', '产权人', '房主', '所有权人', '共有人', '房东', '权利人'],
  tenant: ['租户', '租客', '承租人', '租住', '租赁', '租房', '承租', '租赁人'],
}
const kindBehind = <K extends string>(words: Record<K, readonly string[]>) => {
  const behind = new Map<string, K>()
  for (const kind of Object.keys(words) as K[]) for (const word of words[kind]) behind.set(word, kind)
  return (cell: string) => behind.get(cell)
}
const readHomeKind = kindBehind(homeKinds)
const readTieKind = kindBehind(tieKinds)

// as long as the same fields may be when they are typed in by hand
const lengths = { building: 40, entrance: 40, number: 20, name: 30 }

export const isEmptyLine = (cells: readonly string[]): boolean => cells.every((cell) => readCell(cell) === '')

/** The home and the person that a line of the sheet tells of, or everything that is wrong with it. */
export function readLine(
  cells: readonly string[],
  columns: RollColumns,
): { line: RollLine } | { problems: RollProblem[] } {
  const problems: RollProblem[] = []
  const wrong = (field: RollField, reason: string): undefined => {
    if (!problems.some((p) => p.field === rollFieldWords[field]))
      problems.push({ field: rollFieldWords[field], reason })
  }
  const cell = {} as Record<RollField, string>
  for (const field of rollFields) {
    const at = columns[field]
    cell[field] = at === undefined ? '' : readCell(cells[at] ?? '')
    if (isFormulaError(cell[field])) wrong(field, '公式没有算出结果，请填上文字或数字')
    else if (!isStorable(cell[field])) wrong(field, '含有无法保存的字符')
  }

  const words = (field: 'building' | 'entrance' | 'number' | 'name', read = (text: string) => text) => {
    if (looksLikeDate(cell[field]))
      return wrong(field, `“${cell[field]}”是被表格改成的日期，请把这一列设成文本再填`)
    const text = read(cell[field])
    return text.length > lengths[field] ? wrong(field, `最多 ${lengths[field]} 个字`) : text
  }
  const needs = (field: 'building' | 'number' | 'area') => {
    if (cell[field] === '') wrong(field, `缺少${rollFieldWords[field]}`)
  }
  const one = <T>(field: RollField, read: (text: string) => T | undefined, reason: string): T | null => {
    if (cell[field] === '') return null
    return read(cell[field]) ?? wrong(field, reason) ?? null
  }

  needs('building')
  needs('number')
  needs('area')
  const building = words('building', readBuilding)
  const entrance = words('entrance', readEntrance)
  const number = words('number', readNumber)
  const kind = one('kind', readHomeKind, '请写住宅、门市或其他')
  const areaCentiares = one('area', readArea, sayAreaReason(cell.area))
  const tie = readTie()
  if (problems.length > 0) return { problems }
  return {
    line: {
      building: building!,
      entrance: entrance || null,
      number: number!,
      kind,
      areaCentiares: areaCentiares!,
      tie,
    },
  }

  function readTie(): RollTie | null {
    const tieKind = one('tieKind', readTieKind, '请写业主或租户')
    const name = words('name')
    const phone = one('phone', readMobile, sayPhoneReason(cell.phone))
    const from = one('from', readDay, '请写成 2026-03-01 这样的日期')
    const to = one('to', readDay, '请写成 2026-03-01 这样的日期')
    if (from !== null && to !== null && to < from) wrong('to', '早于开始日期')
    if (cell.name === '' && cell.phone !== '') wrong('name', '有手机号，缺少姓名')
    // an empty home often says 业主 all the same: without a name there is nobody
    return name ? { kind: tieKind ?? 'owner', name, phone, from, to } : null
  }
}

function sayAreaReason(cell: string): string {
  if (/^-/.test(cell) || /^0+(\.0*)?\D*$/.test(cell)) return '面积要大于 0'
  if (/^\d{1,6}\.\d{3,}/.test(cell)) return '面积最多两位小数'
  return '请写成 86.50 这样的平方米数'
}

const sayPhoneReason = (cell: string): string =>
  /^\d(\.\d+)?e\+?\d+$/i.test(cell)
    ? '号码被表格改成了科学计数，请把这一列设成文本再填'
    : '手机号要 11 位数字，一格只写一个'
