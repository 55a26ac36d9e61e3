import Taro, { useRouter } from '@tarojs/taro'
import { useMemo } from 'react'

export const tabs = ['home/index', 'open/index', 'inbox/index', 'me/index'] as const
export const pages = [
  'start/index',
  'dwelling/claim',
  'dwelling/scan',
  'dwelling/mine',
  'dwelling/compound',
  'account/sessions',
  'account/data',
  'account/queue',
  'whistle/new',
  'whistle/mine',
  'whistle/one',
  'whistle/public',
  'meeting/list',
  'meeting/one',
  'meeting/code',
  'meeting/write',
  'meeting/minutes',
  'meeting/resolutions',
  'meeting/resolution',
  'meeting/plan',
  'meeting/agenda',
  'meeting/series',
  'meeting/terms',
  'money/month',
  'money/entries',
  'money/entry',
  'money/post',
  'money/spaces',
  'money/leases',
  'money/lease',
  'money/let',
  'money/waiting',
  'money/take',
  'money/receipts',
  'money/arrears',
  'money/fees',
  'money/mine',
  'money/spendings',
  'money/spending',
  'money/ask',
  'money/cover',
  'money/advances',
  'money/advance',
  'money/splits',
  'money/statements',
  'money/statement',
  'money/publish',
  'money/questions',
  'money/forecast',
  'money/books',
  'money/funds',
  'money/fund',
  'money/apportions',
  'money/apportion',
  'money/share',
  'money/desk',
  'checkin/mine',
  'checkin/present',
  'checkin/profile',
  'checkin/tasks',
  'checkin/task',
  'checkin/record',
  'checkin/homes',
  'checkin/receipt',
  'checkin/verify',
  'checkin/desk',
  'checkin/one',
  'checkin/register',
  'checkin/posts',
  'checkin/post-edit',
  'checkin/code',
  'checkin/services',
  'checkin/coverage',
  'checkin/building',
  'checkin/records',
  'checkin/projects',
  'checkin/project',
  'checkin/project-edit',
  'checkin/unit',
  'checkin/slip',
  'checkin/slips',
  'checkin/roster',
  'checkin/receipts',
  'checkin/unit-records',
  'checkin/totals',
  'desk/roll',
  'desk/claims',
  'desk/roles',
  'desk/grant',
  'desk/places',
  'desk/place-edit',
  'desk/homes',
  'desk/home',
  'desk/codes',
  'desk/record',
  'desk/overview',
  'desk/organisations',
  'desk/board',
  'desk/party',
  'desk/raised',
  'desk/intake',
  'desk/clocks',
  'desk/photos',
  'desk/incidents',
  'desk/incident',
  'desk/rates',
  'desk/patrols',
  'desk/patrol-edit',
  'desk/patrol-codes',
  'desk/patrol-month',
  'patrol/today',
  'patrol/round',
  'patrol/find',
  'patrol/rounds',
  'patrol/walked',
  'patrol/findings',
  'patrol/finding',
] as const

export type TabName = (typeof tabs)[number]
export type PageName = TabName | (typeof pages)[number]
export type Params = Record<string, string | undefined>

const isTab = (name: PageName): name is TabName => (tabs as readonly string[]).includes(name)

export function addressOf(name: PageName, params: Params = {}): string {
  const pairs = Object.entries(params)
    .filter((pair): pair is [string, string] => pair[1] !== undefined)
    .map(([key, value]) => `${key}=${encodeURIComponent(value)}`)
  return `/${name}${pairs.length === 0 ? '' : `?${pairs.join('&')}`}`
}

/** Opens a page; a tab is switched to, and takes no parameters. */
export function go(name: PageName, params?: Params): void {
  if (isTab(name)) void Taro.switchTab({ url: `/${name}` })
  else void Taro.navigateTo({ url: addressOf(name, params) })
}

/** Opens a page in place of this one, so that back does not lead here again. */
export function goInstead(name: PageName, params?: Params): void {
  if (isTab(name)) void Taro.switchTab({ url: `/${name}` })
  else void Taro.redirectTo({ url: addressOf(name, params) })
}

/** Leaves everything behind: after signing in or out. */
export const startOver = (name: PageName, params?: Params): void => {
  void Taro.reLaunch({ url: addressOf(name, params) })
}

/** Back to the page before; from a page opened by a link, home. */
export function back(): void {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack()
  else void Taro.switchTab({ url: '/home/index' })
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value)
  } catch {
    return value
  }
}

/** WeChat and the browser's router both hand parameters over as the address has them. */
export function readParams(given: Record<string, unknown> = {}): Params {
  const texts = Object.entries(given).filter((pair): pair is [string, string] => typeof pair[1] === 'string')
  return Object.fromEntries(texts.map(([key, value]) => [key, decoded(value)]))
}

/** What the page was opened with. */
export function useParams<T extends Params>(): Partial<T> {
  const { params } = useRouter()
  const text = JSON.stringify(params ?? {})
  return useMemo(() => readParams(JSON.parse(text) as Record<string, unknown>) as Partial<T>, [text])
}
