import type { Dict } from '../protocol'
import { byId } from './dom'
import { topPage } from './pages'

type Callback = (result: unknown) => void

interface NodesRef {
  fields(fields: Dict, callback?: Callback): unknown
  boundingClientRect(callback?: Callback): unknown
  node?(callback?: Callback): unknown
}

interface SelectorQuery {
  select(selector: string): NodesRef
}

interface Caller {
  createSelectorQuery(): SelectorQuery
  createIntersectionObserver(options?: object): unknown
}

const topCaller = () => topPage().caller as unknown as Caller

let isCompleted = false

export function createSelectorQuery(): SelectorQuery {
  const query = topCaller().createSelectorQuery()
  if (!isCompleted) complete(Object.getPrototypeOf(query.select('view')) as NodesRef)
  return query
}

export const createIntersectionObserver = (component: Caller | undefined, options?: object) =>
  (component ?? topCaller()).createIntersectionObserver(options)

// The adapter's queries know no canvas nodes and measure from the top of the screen, WeChat from below its bar.
function complete(prototype: NodesRef) {
  isCompleted = true
  const { fields, boundingClientRect } = prototype
  prototype.fields = function (wanted, callback) {
    const asked = wanted.node ? { ...wanted, context: true } : wanted
    return fields.call(this, asked, corrected(callback))
  }
  prototype.boundingClientRect = function (callback) {
    return boundingClientRect.call(this, corrected(callback))
  }
  prototype.node = function (callback) {
    return this.fields({ node: true }, callback)
  }
}

// The result is mended in place: `exec` gives the same one to its own callback.
const corrected = (callback?: Callback) => (result: unknown) => {
  const mended = correct(result)
  callback?.(mended)
}

function correct(result: unknown): unknown {
  if (Array.isArray(result)) return result.map(correct)
  if (typeof result !== 'object' || result === null) return result
  const found = result as { top?: number; bottom?: number; context?: unknown; node?: unknown }
  const above = byId('ph-pages').getBoundingClientRect().top
  if (found.top !== undefined) found.top -= above
  if (found.bottom !== undefined) found.bottom -= above
  if (found.context instanceof HTMLElement) {
    found.node = found.context.querySelector('canvas')
    delete found.context
  }
  return found
}
