import Taro, { useDidShow } from '@tarojs/taro'
import { call } from './api'
import { tabs } from './go'
import { isSignedIn, meNow } from './session'
import { makeStore, useStore } from './store'

const unread = makeStore(0)
let whose: string | undefined
const tab = tabs.indexOf('inbox/index')

export const useUnread = (): number => useStore(unread)

/** 99+ is as much as fits beside a tab. */
export const sayUnread = (count: number): string => (count > 99 ? '99+' : String(count))

/** The number of somebody who used this phone before is nobody's business. */
function forgetOthers(): void {
  const me = meNow.get()?.personId
  if (me === whose) return
  whose = me
  unread.set(0)
}

/** On the tab of the messages; a page that has no tabs below it has nothing to write it on. */
function show(): void {
  const count = unread.get()
  const done =
    count > 0
      ? Taro.setTabBarBadge({ index: tab, text: sayUnread(count) })
      : Taro.removeTabBarBadge({ index: tab })
  // refused where there is no tab bar: the next tab page tries again
  done?.catch?.(() => {})
}

export function setUnread(count: number): void {
  forgetOthers()
  unread.set(count)
  show()
}

/** Asks how many there are whenever this tab comes into view. */
export function useUnreadOnShow(isTab: boolean): void {
  useDidShow(() => {
    if (!isTab || !isSignedIn()) return
    forgetOthers()
    show()
    // without an answer the last known number stays
    call('inbox.unread', {}).then(
      ({ unread: count }) => setUnread(count),
      () => {},
    )
  })
}
