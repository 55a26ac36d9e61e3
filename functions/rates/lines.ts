import { dayOf } from '../../shared/kernel/time'
import type { Rate } from '../../shared/rates/definitions'
import { sayMonth } from '../../shared/rates/words'
import { categoryWords } from '../../shared/whistle/categories'
import { sayTitle } from '../../shared/whistle/says'
import { stateWords } from '../../shared/whistle/words'
import type { RatedRow } from './queries'

export type Cell = string | number | null

export const lineHead = [
  ...['月份', '哨', '地方', '类别', '现在', '吹哨时间', '责任方'],
  ...['应到场', '到场', '按时到场', '应办结', '解决', '回访', '星', '满意'],
]

/** 2026-11-03 17:00, as it sorts. */
export function sayMoment(at: Date): string {
  const inChina = new Date(at.getTime() + 8 * 3_600_000)
  return `${dayOf(at)} ${inChina.toISOString().slice(11, 16)}`
}

const yesOrNo = (met: boolean): string => (met ? '是' : '否')

/** One line for each whistle of a month, with each rate in which it counts there; counting a column gives the number again. */
export function linesOf(month: string, rows: readonly RatedRow[]): Cell[][] {
  const whistles = new Map<string, Partial<Record<Rate, RatedRow>>>()
  for (const row of rows) {
    const known = whistles.get(row.whistle_id)
    if (known) known[row.rate] = row
    else whistles.set(row.whistle_id, { [row.rate]: row })
  }
  return [...whistles.values()].map((counted) => lineOf(month, counted))
}

function lineOf(month: string, { response, resolved, satisfied }: Partial<Record<Rate, RatedRow>>): Cell[] {
  const one = (response ?? resolved ?? satisfied)!
  return [
    sayMonth(month),
    sayTitle(one.words, one.category),
    one.place,
    categoryWords[one.category],
    stateWords[one.state],
    sayMoment(one.submitted_at),
    one.party,
    response ? sayMoment(response.at) : null,
    response?.responded_at ? sayMoment(response.responded_at) : null,
    response ? yesOrNo(response.met) : null,
    resolved ? sayMoment(resolved.at) : null,
    resolved ? (resolved.unanswered ? '没人评价' : yesOrNo(resolved.met)) : null,
    satisfied ? sayMoment(satisfied.at) : null,
    satisfied?.stars ?? null,
    satisfied ? yesOrNo(satisfied.met) : null,
  ]
}
