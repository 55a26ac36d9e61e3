/** How a series comes back, as it is chosen: on a weekday, or on a date of the month. */
export interface Rhythm {
  every: 'week' | 'month'
  weekday: Weekday
  date: string
}
export const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const
export type Weekday = (typeof weekdays)[number]
export const weekdayNames: Record<Weekday, string> = {
  MO: '周一',
  TU: '周二',
  WE: '周三',
  TH: '周四',
  FR: '周五',
  SA: '周六',
  SU: '周日',
}

export const ruleOf = ({ every, weekday, date }: Rhythm): string =>
  every === 'week' ? `FREQ=WEEKLY;BYDAY=${weekday}` : `FREQ=MONTHLY;BYMONTHDAY=${date}`

export function rhythmOf(rule: string): Rhythm {
  const weekday = weekdays.find((w) => rule.endsWith(`BYDAY=${w}`))
  const date = /BYMONTHDAY=(\d+)/.exec(rule)?.[1]
  return { every: date ? 'month' : 'week', weekday: weekday ?? 'MO', date: date ?? '10' }
}

export const isDate = (text: string): boolean => /^([1-9]|[12]\d|3[01])$/.test(text.trim())
