import type { Output } from '../../shared/contract'
import { sayDay } from '../../shared/kernel/time'
import { sayDue, sayMissed, sayOutcome } from '../../shared/patrol/says'
import { numbers } from '../../shared/patrol/states'
import { numberDefinitions, numberWords, planKindWords } from '../../shared/patrol/words'
import { categoryWords } from '../../shared/whistle/categories'
import { asText } from '../rates/workbook'
import type { FoundRow } from './findingQueries'
import type { Period, WalkedPeriod } from './period'
import { nameOf, whereOf } from './plans'
import { showMonth } from './readMonth'
import { minutesOn } from './walked'

type Cell = string | number | null
const cell = (value: Cell) => (typeof value === 'string' ? asText(value) : value)
const heading = (value: string) => ({ value, fontWeight: 'bold' as const })
type Counts = Output<'patrol.month'>['total']

const counted = (counts: Counts): Cell[] => [...numbers.map((n) => counts[n]), counts.minutes]
const countHead = [...numbers.map((n) => numberWords[n]), '用时（分钟）']

function sheetOfCounts(month: Output<'patrol.month'>, said: string): Cell[][] {
  return [
    ...month.plans.map((p) => [planKindWords[p.kind], p.where, p.name, ...counted(p.counts)]),
    ...month.walkers.map((w) => ['巡查的人', w.name, null, ...counted(w.counts)]),
    ...month.months.map((m) => ['月份', m.name, null, ...counted(m.counts)]),
    ['合计', said, null, ...counted(month.total)],
  ]
}

const clock = (at: Date): string => new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(11, 16)

/** What was due, what was walked and what was found, as one spreadsheet; whatever somebody wrote is text and nothing else. */
export async function makeWorkbook(
  said: string,
  period: Period,
  told: WalkedPeriod,
  found: readonly FoundRow[],
  stopName: ReadonlyMap<string, string>,
): Promise<Buffer> {
  // only whoever exports needs it
  const { default: write } = await import('write-excel-file/node')
  const { walked, rounds, planOf, nameOf: walker } = told
  const sheet = (name: string, head: string[], rows: Cell[][], widths: number[]) => ({
    sheet: name,
    data: [head.map(heading), ...rows.map((row) => row.map(cell))] as never,
    columns: head.map((_, i) => ({ width: widths[i] ?? 12 })),
    stickyRowsCount: 1,
  })
  return write([
    sheet(
      '汇总',
      ['分组', '哪里', '巡查', ...countHead],
      sheetOfCounts(showMonth(period, told), said),
      [12, 28, 24],
    ),
    sheet(
      '应走',
      ['日期', '巡查', '哪里', '结果', '漏的点'],
      walked.map((w) => [
        sayDay(w.due.day),
        w.version.name,
        whereOf(w.plan),
        sayDue(w.state, w.missed.length),
        w.missed.map((stop) => stopName.get(`${w.version.versionId} ${stop}`) ?? '').join('、'),
      ]),
      [16, 24, 28, 16, 40],
    ),
    sheet(
      '巡查',
      ['日期', '巡查', '谁', '开始', '结束', '用时（分钟）', '点', '发现', '当场处理', '吹哨'],
      rounds.map((r) => [
        sayDay(r.day),
        nameOf(planOf.get(r.plan_id)!),
        walker.get(r.person_id) ?? null,
        clock(r.started_at),
        r.finished_at ? clock(r.finished_at) : null,
        minutesOn(r),
        sayMissed(r.missed.length),
        r.findings,
        r.fixed,
        r.whistled,
      ]),
      [16, 24, 20, 10, 10, 12, 18],
    ),
    sheet(
      '发现',
      ['日期', '巡查', '谁', '类别', '什么', '哪里', '结果'],
      found
        .filter((f) => planOf.has(f.plan_id))
        .map((f) => [
          sayDay(f.day),
          nameOf(planOf.get(f.plan_id)!),
          walker.get(f.person_id) ?? null,
          categoryWords[f.category],
          f.words ?? categoryWords[f.category],
          f.place,
          sayOutcome(f.outcome, f.state),
        ]),
      [16, 24, 20, 12, 36, 36, 24],
    ),
    sheet(
      '口径',
      ['数字', '怎么数'],
      numbers.map((n) => [numberWords[n], numberDefinitions[n]]),
      [14, 100],
    ),
  ]).toBuffer()
}
