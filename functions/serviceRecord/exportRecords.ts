import { dayOf, sayDay } from '../../shared/kernel/time'
import { remarkWords } from '../../shared/serviceRecord/words'
import { Refused } from '../kernel/refused'
import { read } from '../kernel/verb'
import { asText } from '../rates/workbook'
import { unitOfMine } from '../slip/queries'
import { ofUnit } from '../slip/standing'
import { type RecordRow, recordsOfUnit } from './queries'

const most = 5_000
const head = [
  '姓名',
  '社区',
  '服务时长（小时）',
  '任务',
  '包户',
  '走访',
  '共建项目',
  '社区评价',
  '评语',
  '本人意见',
  '送达日期',
]

const lineOf = (r: RecordRow) => [
  asText(r.name ?? '已注销'),
  asText(r.community),
  // hours with two decimals, as a number that can be added up
  Math.round((r.minutes / 60) * 100) / 100,
  r.tasks,
  r.homes,
  r.visits,
  r.projects,
  r.remark === null ? '' : remarkWords[r.remark],
  asText(r.words ?? ''),
  asText(r.comment ?? ''),
  sayDay(dayOf(r.sent_at!)),
]

/** What communities sent to the unit for a year, as one sheet. */
export const exportRecords = read('serviceRecord.export', {
  load: async ({ tx, input: { unitId, year } }) => {
    const [[unit], rows] = await Promise.all([
      unitOfMine(tx, [unitId]),
      recordsOfUnit(tx, [unitId, Number(year), null, most]),
    ])
    return unit && { unit, rows }
  },
  place: (_, { unitId }) => ofUnit(unitId),
  async answer({ loaded: { unit, rows }, input }) {
    if (rows.length === 0) throw new Refused('records_none')
    const { default: write } = await import('write-excel-file/node')
    const data = [head.map((value) => ({ value, fontWeight: 'bold' as const })), ...rows.map(lineOf)]
    const file = await write([
      {
        sheet: `${input.year}年`,
        data: data as never,
        columns: [12, 16, 16, 8, 8, 8, 10, 12, 40, 40, 16].map((width) => ({ width })),
        stickyRowsCount: 1,
      },
    ]).toBuffer()
    return { fileName: `${unit.name}${input.year}年服务记录.xlsx`, base64: file.toString('base64') }
  },
})
