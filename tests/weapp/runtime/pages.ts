import type { Dict, WindowConfig } from '../protocol'
import { begin, later } from './activity'
import { callApp } from './app'
import { byId } from './dom'
import { backend, codeSpace } from './framework'
import { fetchAhead } from './packages'
import { fail, report } from './report'
import { register, resolvePath } from './scripts'
import { drawShell, isTab, tabs } from './shell'

const { config, components, styles } = window.__packed

type Method = (this: unknown, ...args: unknown[]) => unknown
type Root = ReturnType<typeof backend.createRoot>

export interface OpenPage {
  path: string
  query: Record<string, string>
  root: Root
  caller: Dict
  element: HTMLElement
  title?: string
  barColor?: string
}

let stack: OpenPage[] = []
// Tab pages stay alive when another tab is shown.
const keptTabs = new Map<string, OpenPage>()
const sheets = new Map<string, HTMLStyleElement>()
let opened = 0

export const openPages = (): readonly OpenPage[] => stack

export function topPage(): OpenPage {
  const page = stack.at(-1)
  if (!page) throw new Error('no page is open')
  return page
}

export function callPage(page: OpenPage, name: string, ...args: unknown[]): unknown {
  const method = page.caller[name]
  if (typeof method !== 'function') return undefined
  try {
    return (method as Method).apply(page.caller, args)
  } catch (error) {
    fail(`${page.path}#${name}`, error)
    callApp('onError', String(error))
    return undefined
  }
}

export const windowOf = (path: string): WindowConfig => ({ ...config.window, ...components[path] })

/** A page's address as app code writes it; WeChat does not decode the query. */
export function parseUrl(url: string) {
  const [address = '', search = ''] = url.split('?')
  const query: Record<string, string> = {}
  for (const pair of search.split('&').filter(Boolean)) {
    const at = pair.indexOf('=')
    query[at < 0 ? pair : pair.slice(0, at)] = at < 0 ? '' : pair.slice(at + 1)
  }
  return { path: resolvePath(address, stack.at(-1)?.path ?? ''), query }
}

export function openPage(path: string, query: Record<string, string>, channel = createEventChannel()) {
  register(path)
  if (!sheets.has(path) && styles[path]) sheets.set(path, addStyleSheet(path, styles[path]))
  const root = backend.createRoot('page', codeSpace, `/${path}`)
  const caller = root.get() as unknown as Dict
  opened += 1
  const pageId = `pageId:${opened}`
  giveFields(caller, {
    route: path,
    __route__: path,
    options: query,
    getPageId: () => pageId,
    getOpenerEventChannel: () => channel,
    getTabBar: () => null,
  })
  const element = document.createElement('div')
  element.className = 'ph-page'
  const slot = document.createElement('span')
  element.appendChild(slot)
  byId('ph-pages').appendChild(element)
  const page: OpenPage = { path, query, root, caller, element }
  stack.push(page)
  root.attach(
    element as unknown as Parameters<Root['attach']>[0],
    slot as unknown as Parameters<Root['attach']>[1],
  )
  listenForScroll(page)
  redraw()
  report('page', { opened: path, query })
  fetchAhead(path)
  callPage(page, 'onLoad', { ...query })
  callPage(page, 'onShow')
  const end = begin()
  requestAnimationFrame(() =>
    later(() => {
      end()
      if (stack.includes(page)) callPage(page, 'onReady')
    }),
  )
}

function giveFields(caller: Dict, fields: Dict) {
  for (const [key, value] of Object.entries(fields)) {
    Object.defineProperty(caller, key, { value, writable: true, configurable: true, enumerable: true })
  }
}

function listenForScroll(page: OpenPage) {
  const { element } = page
  let wasAtBottom = false
  element.addEventListener('scroll', () => {
    callPage(page, 'onPageScroll', { scrollTop: element.scrollTop })
    const isAtBottom = element.scrollTop + element.clientHeight >= element.scrollHeight - 50
    if (isAtBottom && !wasAtBottom) callPage(page, 'onReachBottom')
    wasAtBottom = isAtBottom
  })
}

export function addStyleSheet(name: string, css: string) {
  const sheet = document.createElement('style')
  sheet.dataset.wxss = name
  sheet.textContent = css
  document.head.appendChild(sheet)
  return sheet
}

/** Brings bars, visible page and style sheets in line with the stack. */
export function redraw() {
  const top = stack.at(-1)
  if (!top) return
  for (const { element } of [...stack, ...keptTabs.values()]) {
    element.classList.toggle('ph-top', element === top.element)
  }
  for (const [path, sheet] of sheets) sheet.disabled = path !== top.path
  drawShell({
    path: top.path,
    window: windowOf(top.path),
    title: top.title,
    barColor: top.barColor,
    canGoBack: stack.length > 1,
    onTab: tapTab,
  })
}

function tapTab(path: string) {
  const index = tabs.findIndex((tab) => tab.pagePath === path)
  if (path !== topPage().path) showTab(path)
  callPage(topPage(), 'onTabItemTap', { index: String(index), pagePath: path, text: tabs[index]?.text })
}

export function hideTop() {
  const top = stack.at(-1)
  if (top) callPage(top, 'onHide')
}

export function closeTop() {
  const page = stack.pop()
  if (page) unload(page)
}

function unload(page: OpenPage) {
  callPage(page, 'onUnload')
  page.root.release()
  page.element.remove()
  report('page', { closed: page.path })
}

export function goBack(delta: number) {
  const count = Math.min(delta, stack.length - 1)
  if (count <= 0) return
  for (let closed = 0; closed < count; closed += 1) closeTop()
  redraw()
  callPage(topPage(), 'onShow')
}

export function showTab(path: string) {
  if (stack.length === 1 && stack[0]?.path === path) return
  const wasRootShown = stack.length === 1
  while (stack.length > 1) closeTop()
  const root = stack[0]
  if (root && root.path !== path) {
    if (isTab(root.path)) {
      if (wasRootShown) callPage(root, 'onHide')
      keptTabs.set(root.path, root)
      stack = []
    } else closeTop()
  }
  const kept = keptTabs.get(path)
  if (kept) {
    keptTabs.delete(path)
    stack = [kept]
  }
  if (stack.length === 0) {
    openPage(path, {})
    return
  }
  redraw()
  fetchAhead(path)
  callPage(topPage(), 'onShow')
}

export function closeAll() {
  while (stack.length) closeTop()
  for (const page of keptTabs.values()) unload(page)
  keptTabs.clear()
}

type Listener = (...args: unknown[]) => void

/** What a page and the one it opened talk through. */
export function createEventChannel() {
  const listeners = new Map<string, Listener[]>()
  const on = (name: string, listener: Listener) => {
    listeners.set(name, [...(listeners.get(name) ?? []), listener])
  }
  const off = (name: string, listener?: Listener) => {
    listeners.set(name, listener ? (listeners.get(name) ?? []).filter((known) => known !== listener) : [])
  }
  const once = (name: string, listener: Listener) => {
    const wrapped: Listener = (...args) => {
      off(name, wrapped)
      listener(...args)
    }
    on(name, wrapped)
  }
  const emit = (name: string, ...args: unknown[]) => {
    for (const listener of listeners.get(name) ?? []) listener(...args)
  }
  return { on, once, off, emit }
}
