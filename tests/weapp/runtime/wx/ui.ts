import { callPage, redraw, topPage } from '../pages'
import { hideTabBar, isTab, setBadge } from '../shell'
import { asyncCall, type Options, WxFailure, type WxFunctions } from './call'
import {
  hideLoading,
  hideToast,
  type Modal,
  showLoading,
  showModal,
  showSheet,
  showToast,
  type Toast,
} from './overlay'

interface BarOptions extends Options {
  title?: string
  backgroundColor?: string
}

interface BadgeOptions extends Options {
  index: number
  text?: string
}

interface ScrollOptions extends Options {
  scrollTop?: number
  selector?: string
}

/** WeChat refuses these over a page that has no tabs below it. */
function holdToTabs() {
  if (!isTab(topPage().path)) throw new WxFailure('not TabBar page')
}

const badge = (name: string, textOf: (options: BadgeOptions) => string | null) =>
  asyncCall<BadgeOptions>(name, (options) => {
    holdToTabs()
    setBadge(options.index, textOf(options))
    redraw()
  })

const tabBar = (name: string, isHidden: boolean) =>
  asyncCall(name, () => {
    holdToTabs()
    hideTabBar(isHidden)
    redraw()
  })

const done = (name: string) => asyncCall(name, () => undefined)

export const ui: WxFunctions = {
  showToast: asyncCall<Toast & Options>('showToast', showToast),
  hideToast: asyncCall('hideToast', hideToast),
  showLoading: asyncCall<Toast & Options>('showLoading', showLoading),
  hideLoading: asyncCall('hideLoading', hideLoading),
  showModal: asyncCall<Modal & Options>('showModal', showModal),
  showActionSheet: asyncCall<Options & { itemList: string[] }>('showActionSheet', async ({ itemList }) => {
    const tapIndex = await showSheet(itemList)
    if (tapIndex === null) throw new WxFailure('cancel')
    return { tapIndex }
  }),

  setNavigationBarTitle: asyncCall<BarOptions>('setNavigationBarTitle', ({ title }) => {
    topPage().title = title
    redraw()
  }),
  setNavigationBarColor: asyncCall<BarOptions>('setNavigationBarColor', ({ backgroundColor }) => {
    topPage().barColor = backgroundColor
    redraw()
  }),
  showNavigationBarLoading: done('showNavigationBarLoading'),
  hideNavigationBarLoading: done('hideNavigationBarLoading'),
  hideHomeButton: done('hideHomeButton'),
  setBackgroundColor: done('setBackgroundColor'),
  setBackgroundTextStyle: done('setBackgroundTextStyle'),
  setTabBarStyle: done('setTabBarStyle'),

  setTabBarBadge: badge('setTabBarBadge', ({ text }) => text ?? ''),
  removeTabBarBadge: badge('removeTabBarBadge', () => null),
  showTabBarRedDot: badge('showTabBarRedDot', () => '●'),
  hideTabBarRedDot: badge('hideTabBarRedDot', () => null),
  showTabBar: tabBar('showTabBar', false),
  hideTabBar: tabBar('hideTabBar', true),

  startPullDownRefresh: asyncCall('startPullDownRefresh', () => {
    callPage(topPage(), 'onPullDownRefresh')
  }),
  stopPullDownRefresh: done('stopPullDownRefresh'),
  pageScrollTo: asyncCall<ScrollOptions>('pageScrollTo', ({ scrollTop, selector }) => {
    const { element } = topPage()
    if (selector) element.querySelector(selector)?.scrollIntoView()
    else element.scrollTop = scrollTop ?? 0
  }),
  hideKeyboard: asyncCall('hideKeyboard', () => (document.activeElement as HTMLElement | null)?.blur()),
}
