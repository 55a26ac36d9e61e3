import Taro from '@tarojs/taro'
import { somethingChanged } from './fresh'
import { type PageName, type Params, startOver } from './go'
import { dropStored, readStored, store } from './storage'

const key = 'wanted'

/** Where somebody wanted to go before it turned out that they must sign in first. */
export const rememberWanted = (page: PageName, params: Params): boolean => store(key, { page, params })

export function takeWanted(): { page: PageName; params: Params } | undefined {
  const wanted = readStored<{ page: PageName; params: Params }>(key)
  dropStored(key)
  return wanted
}

/** The login page opens over the page in hand, so that what was typed there is still there afterwards. */
export function leaveForLogin(): void {
  const pages = Taro.getCurrentPages()
  const top = pages[pages.length - 1]?.route ?? ''
  if (top.includes('start/index')) return
  void Taro.navigateTo({ url: '/start/index?back=1' })
}

/** Back to what was in hand, to what was wanted, or home. */
export function arrive(comesBack: boolean): void {
  const wanted = takeWanted()
  somethingChanged()
  if (comesBack && Taro.getCurrentPages().length > 1) void Taro.navigateBack()
  else if (wanted) startOver(wanted.page, wanted.params)
  else startOver('home/index')
}
