const listOf = (one: string) => `${one}(?:,${one})*`
const weekday = '(?:MO|TU|WE|TH|FR|SA|SU)'

/**
 * A rhythm as RFC 5545 writes it, without begin, end, count or hours: those are the series' own. Only such as come for sure: a
 * 30th of February would have its dates looked for until the year 9999.
 */
export const rulePattern = new RegExp(
  `^(?:FREQ=WEEKLY(?:;INTERVAL=[1-9])?;BYDAY=${listOf(weekday)}` +
    `|FREQ=MONTHLY(?:;INTERVAL=[1-6])?;(?:BYMONTHDAY=${listOf('(?:-1|[1-9]|[12]\\d|3[01])')}|BYDAY=${listOf(`(?:-1|[1-4])${weekday}`)})` +
    `|FREQ=YEARLY;BYMONTH=${listOf('(?:[1-9]|1[0-2])')};BYMONTHDAY=${listOf('(?:-1|[1-9]|1\\d|2[0-8])')})$`,
)

const weekdayWords: Record<string, string> = {
  MO: '一',
  TU: '二',
  WE: '三',
  TH: '四',
  FR: '五',
  SA: '六',
  SU: '日',
}
const nthWords: Record<string, string> = {
  '-1': '最后一个',
  '1': '第一个',
  '2': '第二个',
  '3': '第三个',
  '4': '第四个',
}

const partsOf = (rule: string): Record<string, string> =>
  Object.fromEntries(rule.split(';').map((p) => p.split('=') as [string, string]))

function sayWeekday(text: string): string {
  const day = `周${weekdayWords[text.slice(-2)]}`
  const nth = nthWords[text.slice(0, -2)]
  return nth === undefined ? day : `${nth}${day}`
}
const sayMonthday = (text: string): string => (text === '-1' ? '最后一天' : `${text}日`)

/** 每周一, 每2周的周三, 每月10日, 每月第一个周五, 每年3月15日: as people say it. */
export function sayRule(rule: string): string {
  const { FREQ, INTERVAL = '1', BYDAY, BYMONTHDAY, BYMONTH } = partsOf(rule)
  const on = (BYMONTHDAY?.split(',').map(sayMonthday) ?? BYDAY?.split(',').map(sayWeekday) ?? []).join('、')
  const every = INTERVAL === '1' ? '每' : `每${INTERVAL}`
  if (FREQ === 'WEEKLY') return INTERVAL === '1' ? `每${on}` : `${every}周的${on}`
  if (FREQ === 'MONTHLY') return INTERVAL === '1' ? `每月${on}` : `${every}个月的${on}`
  return `每年${BYMONTH?.split(',').join('、')}月${on}`
}
