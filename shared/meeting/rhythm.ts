/** A rhythm as RFC 5545 writes it, without begin, end, count or hours: those are the series' own. */
const part = {
  weekdays: '(?:[+-]?[1-5])?(?:MO|TU|WE|TH|FR|SA|SU)',
  days: '-?(?:[1-9]|[12]\\d|3[01])',
  months: '(?:[1-9]|1[0-2])',
}
const listOf = (one: string) => `${one}(?:,${one})*`
export const rulePattern = new RegExp(
  `^FREQ=(?:WEEKLY|MONTHLY|YEARLY)(?:;INTERVAL=[1-9]\\d?)?(?:;BYMONTH=${listOf(part.months)})?` +
    `(?:;BYMONTHDAY=${listOf(part.days)})?(?:;BYDAY=${listOf(part.weekdays)})?(?:;BYSETPOS=-?[1-5])?$`,
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
  '5': '第五个',
}

const partsOf = (rule: string): Record<string, string> =>
  Object.fromEntries(rule.split(';').map((p) => p.split('=') as [string, string]))

function sayWeekday(text: string): string {
  const m = /^([+-]?\d)?(\w\w)$/.exec(text)
  const day = weekdayWords[m?.[2] ?? ''] ?? ''
  const nth = m?.[1]?.replace('+', '')
  return nth === undefined ? `周${day}` : `${nthWords[nth] ?? ''}周${day}`
}
const sayMonthday = (text: string): string =>
  text.startsWith('-') ? (text === '-1' ? '最后一天' : `倒数第${text.slice(1)}天`) : `${text}日`

/** 每周一, 每月10日, 每两周周三, 每月第一个周五: as people say it. */
export function sayRule(rule: string): string {
  const { FREQ, INTERVAL = '1', BYDAY, BYMONTHDAY, BYMONTH } = partsOf(rule)
  const days = [
    ...(BYMONTHDAY?.split(',').map(sayMonthday) ?? []),
    ...(BYDAY?.split(',').map(sayWeekday) ?? []),
  ]
  const on = days.join('、')
  const months = BYMONTH ? `${BYMONTH.split(',').join('、')}月` : ''
  if (FREQ === 'WEEKLY') return INTERVAL === '1' ? `每${on || '周'}` : `每${INTERVAL}周${on ? `的${on}` : ''}`
  if (FREQ === 'MONTHLY')
    return `每${INTERVAL === '1' ? '' : INTERVAL}${INTERVAL === '1' ? '' : '个'}月${months}${on}`
  return `每${INTERVAL === '1' ? '' : INTERVAL}年${months}${on}`
}
