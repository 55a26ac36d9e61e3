import * as glassEasel from 'glass-easel'
import { MiniProgramEnv } from 'glass-easel-miniprogram-adapter'
import type { Dict } from '../protocol'
import { touch } from './activity'
import { isDisabled, touchFields } from './events'
import { fail, report } from './report'

// Of the DOM's own events only these exist in WXML; `input`, `scroll` or `load` come from the built-in components.
const DOM_EVENTS = new Set([
  'touchstart',
  'touchmove',
  'touchend',
  'touchcancel',
  'animationstart',
  'animationiteration',
  'animationend',
  'transitionend',
])
const SET_DATA_LIMIT = 1024 * 1024
const LONG_PRESS_MS = 350

const context = createContext()
const env = new MiniProgramEnv()
export const backend = env.associateBackend(context)
/** Where the app's pages and components are registered. */
export const codeSpace = env.createCodeSpace('', true)

glassEasel.addGlobalErrorListener((error, doing) => {
  fail(`glass-easel ${doing ?? ''}`, error)
  return false
})
glassEasel.addGlobalWarningListener((message) => {
  report('warning', String(message))
  return false
})
serialiseSetData()
listenForLongPress()

function createContext() {
  const context = new glassEasel.CurrentWindowBackendContext()
  // WeChat's web view renders <view> as <wx-view>; without the prefix <input> would be the browser's own.
  const wxDocument = {
    createElement: (tag: string) => document.createElement(`wx-${tag}`),
    createTextNode: (text: string) => document.createTextNode(text),
    createDocumentFragment: () => document.createDocumentFragment(),
  }
  context.document = wxDocument as unknown as typeof context.document

  const setListenerStats = context.setListenerStats.bind(context)
  context.setListenerStats = (element, type, ...rest) => {
    if (DOM_EVENTS.has(type)) setListenerStats(element, type, ...rest)
  }

  context.onEvent((target, type, detail, options) => {
    touch()
    if (type === 'tap' && isDisabled(target)) return
    const { originalEvent } = options as { originalEvent?: unknown }
    glassEasel.Event.triggerEvent(target, type, detail, {
      ...options,
      extraFields: touchFields(originalEvent),
    })
  })
  return context
}

// setData crosses threads in WeChat: the data is serialised, and Taro writes paths such as `root.cn.[0].v`.
function serialiseSetData() {
  const prototype = glassEasel.Component.prototype as unknown as {
    setData(this: { is: string }, data?: Dict): void
  }
  const setData = prototype.setData
  prototype.setData = function (data) {
    touch()
    const json = JSON.stringify(data ?? {})
    if (json.length > SET_DATA_LIMIT) report('warning', `setData of ${json.length} bytes in ${this.is}`)
    const entries = Object.entries(JSON.parse(json) as Dict)
    setData.call(
      this,
      Object.fromEntries(entries.map(([path, value]) => [path.replace(/\.\[/g, '['), value])),
    )
  }
}

function listenForLongPress() {
  let timer = 0
  const forget = () => window.clearTimeout(timer)
  document.addEventListener(
    'touchstart',
    (event) => {
      forget()
      const point = event.touches[0]
      timer = window.setTimeout(() => {
        const target = elementAt(event.target as Node | null)
        if (!target || !point || isDisabled(target)) return
        const options = { bubbles: true, composed: true, capturePhase: true }
        glassEasel.Event.triggerEvent(target, 'longpress', { x: point.pageX, y: point.pageY }, options)
      }, LONG_PRESS_MS)
    },
    true,
  )
  for (const type of ['touchend', 'touchmove', 'touchcancel']) document.addEventListener(type, forget, true)
}

function elementAt(node: Node | null): glassEasel.Element | undefined {
  for (let at = node; at; at = at.parentNode) {
    const element = (at as { __wxElement?: glassEasel.Element }).__wxElement
    if (element) return element
  }
  return undefined
}
