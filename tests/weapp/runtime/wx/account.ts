import { BUILTIN_TAGS } from '../../tags'
import { during, later } from '../activity'
import type { LaunchOptions } from '../app'
import { createIntersectionObserver, createSelectorQuery } from '../queries'
import { ask } from '../report'
import { asyncCall, noteAsked, notedCall, type Options, WxFailure, type WxFunctions } from './call'
import { listenable } from './listeners'
import { askForPrivacy, isPrivacyNeeded, onNeedPrivacyAuthorization } from './privacy'

interface SubscribeOptions extends Options {
  tmplIds?: string[]
}

let launch: LaunchOptions

export const startAccount = (options: LaunchOptions) => {
  launch = options
}

const nothing = () => {}
const logger = () => ({ log: nothing, info: nothing, debug: nothing, warn: nothing, error: nothing })

/** The mini-program as WeChat knows it: who uses it, how it was opened, what it may do. */
export const account: WxFunctions = {
  login: asyncCall('login', async () => ({ code: await during(ask('loginCode', {})) })),
  checkSession: asyncCall('checkSession', () => undefined),
  getAccountInfoSync: () => ({ miniProgram: { appId: 'touristappid', envVersion: 'develop', version: '' } }),
  getLaunchOptionsSync: () => launch,
  getEnterOptionsSync: () => launch,
  getUpdateManager: () => ({
    onCheckForUpdate: nothing,
    onUpdateReady: nothing,
    onUpdateFailed: nothing,
    applyUpdate: nothing,
  }),
  getLogManager: logger,
  getRealtimeLogManager: logger,
  reportEvent: nothing,
  reportAnalytics: nothing,
  reportMonitor: nothing,
  getPerformance: () => ({
    now: () => performance.now(),
    createObserver: () => ({ observe: nothing, disconnect: nothing }),
  }),

  requestSubscribeMessage: asyncCall<SubscribeOptions>('requestSubscribeMessage', async (options) => {
    noteAsked('requestSubscribeMessage', options)
    const answer = await during(ask('subscription', {}))
    return Object.fromEntries((options.tmplIds ?? []).map((id) => [id, answer]))
  }),
  getSetting: asyncCall('getSetting', () => ({
    authSetting: {},
    subscriptionsSetting: { mainSwitch: true },
  })),
  openSetting: notedCall('openSetting', { authSetting: {} }),
  authorize: asyncCall('authorize', () => undefined),
  getPrivacySetting: asyncCall('getPrivacySetting', () => ({
    needAuthorization: isPrivacyNeeded(),
    privacyContractName: '《用户隐私保护指引》',
  })),
  requirePrivacyAuthorize: asyncCall('requirePrivacyAuthorize', async () => {
    const isAgreed = await askForPrivacy('wx.requirePrivacyAuthorize')
    if (!isAgreed) throw new WxFailure('privacy permission is not authorized')
  }),
  openPrivacyContract: notedCall('openPrivacyContract'),
  onNeedPrivacyAuthorization,

  showShareMenu: notedCall('showShareMenu'),
  hideShareMenu: notedCall('hideShareMenu'),
  updateShareMenu: notedCall('updateShareMenu'),
  enableAlertBeforeUnload: notedCall('enableAlertBeforeUnload'),
  disableAlertBeforeUnload: notedCall('disableAlertBeforeUnload'),
  navigateToMiniProgram: notedCall('navigateToMiniProgram'),
  exitMiniProgram: notedCall('exitMiniProgram'),

  nextTick: (callback: () => void) => later(callback),
  createSelectorQuery,
  createIntersectionObserver,

  ...listenable('AppShow'),
  ...listenable('AppHide'),
  ...listenable('Error'),
  ...listenable('UnhandledRejection'),
  ...listenable('PageNotFound'),
  ...listenable('AppRoute'),
  ...listenable('AppRouteDone'),
}

/** `wx.canIUse`: by the name before the first dot, a function or a component. */
export const canIUseOf = (functions: WxFunctions) => (schema: string) => {
  const name = schema.split('.')[0] ?? ''
  return name in functions || BUILTIN_TAGS.includes(name)
}
