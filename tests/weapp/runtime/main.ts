import type { BootOptions, Json, RuntimeApi } from '../protocol'
import { touch } from './activity'
import { callApp, type LaunchOptions, theApp } from './app'
import { defineBuiltins } from './builtins'
import { keepFiles, restoreFiles } from './disk'
import { byId } from './dom'
import { copy } from './events'
import { swallowGhostClicks } from './ghosts'
import { fetchedPackages, fetchPackageOf, restorePackages } from './packages'
import { addStyleSheet, callPage, hideTop, openPage, openPages, redraw, topPage, windowOf } from './pages'
import { probe, screenTree, visibleText } from './probe'
import { fail, messageOf, stackOf } from './report'
import { addToScope, load, register } from './scripts'
import { setShellTheme, shownTitle } from './shell'
import { callWx, wx } from './wx'
import { startAccount } from './wx/account'
import { setTheme, startDevice } from './wx/device'
import { emit } from './wx/listeners'
import { setOffline, startOffline } from './wx/network'
import { requirePrivacy } from './wx/privacy'
import { keptStorage, restoreStorage } from './wx/storage'

const { pages, mainPages, styles, config } = window.__packed

window.addEventListener('error', (event) => fail('script', event.error ?? event.message))
window.addEventListener('unhandledrejection', ({ reason }) => {
  fail('unhandled rejection', Object.assign(new Error(messageOf(reason)), { stack: stackOf(reason) }))
  callApp('onUnhandledRejection', { reason })
})
document.addEventListener('touchstart', touch, true)
swallowGhostClicks()
byId('ph-back').addEventListener('click', () => callWx('navigateBack', {}))

function boot(options: BootOptions): boolean {
  restoreStorage(options.storage)
  restoreFiles(options.files)
  restorePackages(options.packages)
  startDevice(options.device)
  setShellTheme(options.device.theme)
  startOffline(options.offline)
  requirePrivacy(options.privacyNeeded)
  const launch: LaunchOptions = {
    path: options.entry ?? pages[0] ?? '',
    query: options.query,
    scene: 1001,
    shareTicket: '',
    referrerInfo: {},
    apiCategory: 'default',
  }
  startAccount(launch)
  defineBuiltins(callWx)
  addToScope({ wx, getCurrentPages: () => openPages().map((page) => page.caller) })
  if (styles.app) addStyleSheet('app', styles.app)
  try {
    load('/app.js', '')
    if (!theApp()) throw new Error('app.js did not call App()')
    for (const path of mainPages) register(path)
    if (!pages.includes(launch.path)) throw new Error(`page "${launch.path}" is not found`)
  } catch (error) {
    fail('load', error)
    return false
  }
  callApp('onLaunch', launch)
  callApp('onShow', launch)
  try {
    fetchPackageOf(launch.path)
    openPage(launch.path, launch.query)
  } catch (error) {
    fail(`open ${launch.path}`, error)
    return false
  }
  return true
}

const runtime: RuntimeApi = {
  boot,
  state: () => ({
    pages: openPages().map((page) => page.path),
    query: topPage().query,
    title: shownTitle(),
    storage: keptStorage(),
    packages: fetchedPackages(),
  }),
  data: () => copy(topPage().caller.data) as Json,
  savedFiles: keepFiles,
  text: visibleText,
  probe,
  screenTree,
  callPage: (name, ...args) => callPage(topPage(), name, ...args),
  pullDown() {
    const { path } = topPage()
    if (!windowOf(path).enablePullDownRefresh) throw new Error(`${path} has no enablePullDownRefresh`)
    callPage(topPage(), 'onPullDownRefresh')
  },
  scrollTo(place) {
    const { element } = topPage()
    element.scrollTop = place === 'top' ? 0 : element.scrollHeight
  },
  setOffline,
  background() {
    hideTop()
    callApp('onHide')
    emit('AppHide', {})
  },
  foreground() {
    const options = { path: topPage().path, query: topPage().query, scene: 1001 }
    callApp('onShow', options)
    emit('AppShow', options)
    callPage(topPage(), 'onShow')
  },
  setTheme(theme) {
    setTheme(theme)
    setShellTheme(theme)
    redraw()
    callApp('onThemeChange', { theme })
  },
}

if (config.tabBar?.custom) fail('app.json', new Error('a custom tab bar is not supported by this harness'))
window.__phone = runtime
