import type { Output } from '../../../shared/contract'
import type { Grouping, Rate, Side } from '../../../shared/rates/definitions'

export type Told = Output<'rates.get'>
export type Shares = Told['total']
export type Counted = Output<'rates.list'>['items'][number]

/** Whose whistles: of a community, or of one compound in it; or of all communities of a subdistrict. */
export type Over =
  | { communityId: string; compoundId?: string; subdistrictId?: undefined }
  | { subdistrictId: string; communityId?: undefined }

export interface Period {
  fromMonth: string
  toMonth: string
}

/** One number of the page: a rate, of a group or of all, and which of the whistles behind it. */
export interface NumberOf {
  rate: Rate
  side: Side
  group?: string
  /** What the group is called. */
  name: string
}

export const groupingsOf = (over: Over): readonly Grouping[] =>
  over.subdistrictId === undefined
    ? ['month', 'category', 'compound', 'building', 'party']
    : ['community', 'party', 'category', 'month']

const sideWords: Record<Rate, Record<Side, string>> = {
  response: { all: '全部', met: '按时到场', unmet: '没按时', unanswered: '没人评价' },
  resolved: { all: '全部', met: '修好了', unmet: '没修好或没回音', unanswered: '没人评价' },
  satisfied: { all: '全部', met: '满意', unmet: '不满意', unanswered: '没人评价' },
}
/** The sides that a rate has. */
export const sidesOf = (rate: Rate): { value: Side; label: string }[] =>
  (rate === 'resolved'
    ? (['all', 'met', 'unmet', 'unanswered'] as const)
    : (['all', 'met', 'unmet'] as const)
  ).map((value) => ({ value, label: sideWords[rate][value] }))
export const sayMet = (rate: Rate, met: boolean): string => sideWords[rate][met ? 'met' : 'unmet']

const monthsBefore = (month: string, count: number): string => {
  const [year = 0, n = 1] = month.split('-').map(Number)
  const months = year * 12 + (n - 1) - count
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`
}
export const stepMonth = (month: string, by: 1 | -1): string => monthsBefore(month, -by)

export const presets = ['this', 'last', 'quarter', 'year', 'own'] as const
export type Preset = (typeof presets)[number]
export const presetWords: Record<Preset, string> = {
  this: '这个月',
  last: '上个月',
  quarter: '近三个月',
  year: '近一年',
  own: '自己选',
}
export function periodOf(preset: Exclude<Preset, 'own'>, month: string): Period {
  if (preset === 'this') return { fromMonth: month, toMonth: month }
  if (preset === 'last') return { fromMonth: monthsBefore(month, 1), toMonth: monthsBefore(month, 1) }
  return { fromMonth: monthsBefore(month, preset === 'quarter' ? 2 : 11), toMonth: month }
}
