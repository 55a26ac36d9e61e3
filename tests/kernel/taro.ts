// Stand-in for @tarojs/taro in jsdom: a phone that tests can look into. Only what the app uses.
import { useEffect, useRef } from 'react'

Object.assign(globalThis, { SHAODAO_API: '' })

export interface Sent {
  url: string
  method: string
  header: Record<string, string>
  data?: string
}
export interface Answered {
  statusCode: number
  data: unknown
}
interface Modal {
  title: string
  content: string
  confirmText?: string
}

interface Entered {
  title: string
  startTime: number
  [more: string]: unknown
}

type Heard = (change: { isConnected: boolean }) => void

const nobody = async (): Promise<Answered> => {
  throw new Error('no server stands behind this test')
}

/** What the phone holds and where it is. */
export const phone = {
  storage: new Map<string, unknown>(),
  /** Pages over each other, the last one in front. */
  stack: ['/home/index'] as string[],
  page: { path: '/home/index', params: {} as Record<string, string> },
  title: '',
  online: true,
  server: nobody as (sent: Sent) => Promise<Answered>,
  modals: [] as Modal[],
  confirms: true,
  clipboard: '',
  /** What stands on the tab of the messages. */
  badge: undefined as string | undefined,
  /** What was opened large, and who was called. */
  previewed: undefined as { current: string; urls: string[] } | undefined,
  called: undefined as string | undefined,
  /** What was entered in the phone's calendar; null: it may not be used. */
  calendar: [] as Entered[] | null,
  staysAwake: false,
  scans: undefined as string | undefined,
  fontSizeSetting: 16,
  heard: [] as Heard[],
  shown: new Set<() => void>(),
  hidden: new Set<() => void>(),
  reset() {
    phone.storage.clear()
    phone.stack = ['/home/index']
    phone.page = { path: '/home/index', params: {} }
    phone.online = true
    phone.server = nobody
    phone.modals = []
    phone.confirms = true
    phone.clipboard = ''
    phone.badge = undefined
    phone.previewed = undefined
    phone.called = undefined
    phone.calendar = []
    phone.staysAwake = false
    phone.scans = undefined
    phone.fontSizeSetting = 16
  },
  /** Signal lost or back. */
  setOnline(isConnected: boolean) {
    phone.online = isConnected
    for (const hear of phone.heard) hear({ isConnected })
  },
  /** The page in hand comes back into view. */
  show() {
    for (const then of [...phone.shown]) then()
  },
  /** Another page comes over it. */
  hide() {
    for (const then of [...phone.hidden]) then()
  },
}

const ok = { errMsg: 'ok' }

const Taro = {
  ENV_TYPE: { WEAPP: 'WEAPP', WEB: 'WEB' },
  async request(sent: Sent): Promise<Answered> {
    if (!phone.online) throw new Error('request:fail')
    return phone.server(sent)
  },
  getStorageSync: (key: string) => phone.storage.get(key) ?? '',
  setStorageSync: (key: string, value: unknown) => {
    phone.storage.set(key, value)
  },
  removeStorageSync: (key: string) => {
    phone.storage.delete(key)
  },
  async navigateTo({ url }: { url: string }) {
    phone.stack.push(url)
    return ok
  },
  async redirectTo({ url }: { url: string }) {
    phone.stack.splice(-1, 1, url)
    return ok
  },
  async switchTab({ url }: { url: string }) {
    phone.stack = [url]
    return ok
  },
  async reLaunch({ url }: { url: string }) {
    phone.stack = [url]
    return ok
  },
  async navigateBack() {
    phone.stack.pop()
    return ok
  },
  getCurrentPages: () => phone.stack.map((url) => ({ route: url.replace(/^\//, '').split('?')[0] })),
  async setNavigationBarTitle({ title }: { title: string }) {
    phone.title = title
    return ok
  },
  async showModal(modal: Modal) {
    phone.modals.push(modal)
    return { confirm: phone.confirms, cancel: !phone.confirms }
  },
  async showToast() {
    return ok
  },
  onNetworkStatusChange: (hear: Heard) => {
    phone.heard.push(hear)
  },
  async getNetworkType({ success }: { success?: (now: { networkType: string }) => void } = {}) {
    success?.({ networkType: phone.online ? 'wifi' : 'none' })
    return ok
  },
  getRandomValues: ({
    length,
    success,
    complete,
  }: {
    length: number
    success: (answer: { randomValues: ArrayBuffer }) => void
    complete?: () => void
  }) => {
    success({ randomValues: Uint8Array.from({ length }, () => Math.floor(Math.random() * 256)).buffer })
    complete?.()
  },
  async login() {
    return { code: 'login-code' }
  },
  async scanCode() {
    if (phone.scans === undefined) throw new Error('scanCode:fail cancel')
    return { result: phone.scans }
  },
  async setTabBarBadge({ text }: { text: string }) {
    phone.badge = text
    return ok
  },
  async removeTabBarBadge() {
    phone.badge = undefined
    return ok
  },
  async previewImage(asked: { current: string; urls: string[] }) {
    phone.previewed = asked
    return ok
  },
  async makePhoneCall({ phoneNumber }: { phoneNumber: string }) {
    phone.called = phoneNumber
    return ok
  },
  async addPhoneCalendar(entry: Entered) {
    if (phone.calendar === null) throw { errMsg: 'addPhoneCalendar:fail auth deny' }
    phone.calendar.push(entry)
    return ok
  },
  async setKeepScreenOn({ keepScreenOn }: { keepScreenOn: boolean }) {
    phone.staysAwake = keepScreenOn
    return ok
  },
  async setClipboardData({ data }: { data: string }) {
    phone.clipboard = data
    return ok
  },
  getAppBaseInfo: () => ({ fontSizeSetting: phone.fontSizeSetting }),
  getDeviceInfo: () => ({ brand: '样机', model: '1', platform: 'devtools' }),
  getWindowInfo: () => ({ windowWidth: 375, windowHeight: 812, pixelRatio: 2 }),
}

export const useRouter = () => phone.page
export const useLaunch = (then: () => void) => {
  useEffect(() => then(), [then])
}
/** Once when the page opens, and whenever it comes back into view. */
export const useDidShow = (then: () => void) => {
  const last = useRef(then)
  last.current = then
  useEffect(() => {
    const show = () => last.current()
    show()
    phone.shown.add(show)
    return () => {
      phone.shown.delete(show)
    }
  }, [])
}
export const useDidHide = (then: () => void) => {
  const last = useRef(then)
  last.current = then
  useEffect(() => {
    const hide = () => last.current()
    phone.hidden.add(hide)
    return () => {
      phone.hidden.delete(hide)
    }
  }, [])
}
export const usePullDownRefresh = () => {}
export const useReachBottom = () => {}
export default Object.assign(Taro, { useRouter, useLaunch, useDidShow, usePullDownRefresh, useReachBottom })
