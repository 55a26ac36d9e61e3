import { readCell } from './cells'

export const rollFields = [
  'building',
  'entrance',
  'number',
  'kind',
  'area',
  'tieKind',
  'name',
  'phone',
  'from',
  'to',
] as const
export type RollField = (typeof rollFields)[number]

/** The name of each column as the template has it: problems are told by it. */
export const rollFieldWords: Record<RollField, string> = {
  building: '楼栋',
  entrance: '单元',
  number: '房号',
  kind: '类型',
  area: '面积',
  tieKind: '身份',
  name: '姓名',
  phone: '手机号',
  from: '开始日期',
  to: '结束日期',
}

const needed: readonly RollField[] = ['building', 'number', 'area']

// the first that a sheet has is taken
const names: Record<RollField, readonly string[]> = {
  building: ['楼栋', '楼栋号', '楼号', '栋号', '栋', '幢', '幢号', '座', '座号', '楼', '楼宇', '楼栋名称'],
  entrance: ['单元', '单元号', '单元名称', '门洞', '楼门', '门栋'],
  number: [
    '房号',
    '房间号',
    '房间',
    '室',
    '室号',
    '门牌',
    '门牌号',
    '户号',
    '房屋编号',
    '门牌号码',
    '房产号',
  ],
  kind: ['类型', '房屋类型', '房屋性质', '用途', '房屋用途', '性质', '户型类别'],
  area: [
    '面积',
    '建筑面积',
    '产权面积',
    '房屋面积',
    '房屋建筑面积',
    '登记面积',
    '计费面积',
    '平方米',
    '平米',
  ],
  tieKind: ['身份', '人员身份', '住户身份', '人员类型', '住户类型', '与房屋关系', '关系', '业主或租户'],
  name: [
    '姓名',
    '业主姓名',
    '住户姓名',
    '户主',
    '户主姓名',
    '业主',
    '业主名称',
    '产权人',
    '产权人姓名',
    '住户',
    '租户姓名',
    '租户',
    '联系人',
  ],
  phone: [
    '手机号',
    '手机',
    '手机号码',
    '电话',
    '电话号码',
    '联系电话',
    '联系方式',
    '联系手机',
    '业主电话',
    '本人电话',
  ],
  from: [
    '开始日期',
    '起始日期',
    '开始时间',
    '起始时间',
    '入住日期',
    '入住时间',
    '起租日期',
    '租期开始',
    '租赁开始日期',
    '登记日期',
  ],
  to: [
    '结束日期',
    '终止日期',
    '结束时间',
    '终止时间',
    '到期日期',
    '到期时间',
    '退租日期',
    '租期结束',
    '租赁结束日期',
    '搬离日期',
  ],
}

/** `建筑面积（㎡）` → 建筑面积; `*姓 名：` → 姓名. */
export const plain = (heading: string): string =>
  readCell(heading)
    .replace(/[([【].*?[)\]】]/g, '')
    .replace(/[\s*:：、]/g, '')
    .replace(/(㎡|m2|m²)$/i, '')

/** Which column holds what. */
export type RollColumns = Partial<Record<RollField, number>>

export function readHeadings(
  cells: readonly string[],
): { columns: RollColumns } | { missing: readonly string[] } {
  const headings = cells.map(plain)
  const columns: RollColumns = {}
  for (const field of rollFields) {
    const name = names[field].find((n) => headings.includes(n))
    if (name !== undefined) columns[field] = headings.indexOf(name)
  }
  const missing = needed.filter((field) => columns[field] === undefined)
  return missing.length > 0 ? { missing: missing.map((f) => rollFieldWords[f]) } : { columns }
}
