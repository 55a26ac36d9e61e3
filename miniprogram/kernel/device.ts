import Taro from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { isBrowser } from './platform'
import { meNow } from './session'
import { readStored, store } from './storage'
import { makeStore, useStore } from './store'

export { isBrowser }

/** From here on a page has room for a list and a detail beside each other. */
const wideFrom = 960
/** Both WeChat and the browsers call 16 or 17 ordinary. */
const largeFrom = 19

export type LargeType = 'system' | 'on' | 'off'

function systemTypeIsLarge(): boolean {
  if (isBrowser) {
    // the keyword `medium` is the size that the reader has chosen in the browser
    const probe = document.createElement('span')
    probe.style.cssText = 'font-size:medium;position:absolute;visibility:hidden'
    document.body.appendChild(probe)
    const size = Number.parseFloat(getComputedStyle(probe).fontSize)
    probe.remove()
    return size >= largeFrom
  }
  try {
    // the setting is in WeChat's answer, but not in Taro's types of it
    const base = Taro.getAppBaseInfo() as object as { fontSizeSetting?: number }
    return (base.fontSizeSetting ?? 0) >= largeFrom
  } catch {
    return false
  }
}

const key = 'largeType'
// also kept apart from the person, so that the login page is as large as the last reader needed it
const chosen = makeStore<LargeType>(readStored<LargeType>(key) ?? 'system')
let system: boolean | undefined

export function chooseLargeType(choice: LargeType): void {
  store(key, choice)
  chosen.set(choice)
}

/** Once the person is known, what they chose for themselves holds on this phone too. */
export const followLargeType = (): void => {
  meNow.listen(() => {
    const mine = meNow.get()?.largeType
    if (mine) chooseLargeType(mine)
  })
}

export const useLargeTypeChoice = (): LargeType => useStore(chosen)

export function useLargeType(): boolean {
  const choice = useStore(chosen)
  system ??= systemTypeIsLarge()
  return choice === 'on' || (choice === 'system' && system)
}

const isWideNow = () => isBrowser && window.innerWidth >= wideFrom

export function useWide(): boolean {
  const [wide, setWide] = useState(isWideNow)
  useEffect(() => {
    if (!isBrowser) return
    const look = () => setWide(isWideNow())
    window.addEventListener('resize', look)
    return () => window.removeEventListener('resize', look)
  }, [])
  return wide
}

/** What this device calls itself among the sessions in 我的. */
export function deviceName(): string {
  if (isBrowser) {
    const agent = navigator.userAgent
    const system = /Windows|Macintosh|iPhone|iPad|Android|Linux/.exec(agent)?.[0]
    const words: Record<string, string> = {
      Windows: 'Windows 电脑',
      Macintosh: '苹果电脑',
      iPhone: '苹果手机',
      iPad: '苹果平板',
      Android: '安卓手机',
      Linux: 'Linux 电脑',
    }
    return `${words[system ?? ''] ?? '电脑'}的浏览器`
  }
  try {
    const { brand, model } = Taro.getDeviceInfo()
    return `${[brand, model].filter(Boolean).join(' ') || '手机'}的微信`.slice(0, 60)
  } catch {
    return '手机的微信'
  }
}
