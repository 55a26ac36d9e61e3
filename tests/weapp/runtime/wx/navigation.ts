import type { Dict } from '../../protocol'
import { fetchPackageOf } from '../packages'
import {
  closeAll,
  closeTop,
  createEventChannel,
  goBack,
  hideTop,
  openPage,
  openPages,
  parseUrl,
  showTab,
} from '../pages'
import { isTab } from '../shell'
import { asyncCall, type Options, WxFailure, type WxFunctions } from './call'

const MAX_PAGES = 10

interface NavigateOptions extends Options {
  url: string
  delta?: number
  events?: Record<string, (...args: unknown[]) => void>
}

type Go = (path: string, query: Record<string, string>, options: NavigateOptions) => Dict | undefined

function toPage(name: string, go: Go) {
  return asyncCall<NavigateOptions>(name, (options) => {
    const { path, query } = parseUrl(String(options.url))
    if (!window.__packed.pages.includes(path)) throw new WxFailure(`page "${path}" is not found`)
    if (isTab(path) && (name === 'navigateTo' || name === 'redirectTo')) {
      throw new WxFailure(`can not ${name} a tabbar page`)
    }
    if (!isTab(path) && name === 'switchTab') throw new WxFailure('can not switch to no-tabBar page')
    fetchPackageOf(path)
    return go(path, query, options)
  })
}

export const navigation: WxFunctions = {
  navigateTo: toPage('navigateTo', (path, query, { events = {} }) => {
    if (openPages().length >= MAX_PAGES) throw new WxFailure('webview count limit exceed')
    const eventChannel = createEventChannel()
    for (const [name, listener] of Object.entries(events)) eventChannel.on(name, listener)
    hideTop()
    openPage(path, query, eventChannel)
    return { eventChannel }
  }),
  redirectTo: toPage('redirectTo', (path, query) => {
    closeTop()
    openPage(path, query)
    return undefined
  }),
  reLaunch: toPage('reLaunch', (path, query) => {
    closeAll()
    openPage(path, query)
    return undefined
  }),
  switchTab: toPage('switchTab', (path) => {
    showTab(path)
    return undefined
  }),
  navigateBack: asyncCall<NavigateOptions>('navigateBack', ({ delta }) => goBack(delta ?? 1)),
}
