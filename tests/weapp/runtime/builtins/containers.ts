import { isSet } from '../dom'
import { type Builtin, type Part, partsIn } from './part'

const EDGE_PX = 50

export const form: Builtin = {}

export function submitForm(form: Part) {
  const values = namedParts(form).map((part) => [String(part.props.name), part.formValue?.()])
  form.fire('submit', { value: Object.fromEntries(values) })
}

export function resetForm(form: Part) {
  for (const part of namedParts(form)) part.resetValue?.()
  form.fire('reset')
}

const namedParts = (form: Part) => partsIn(form.host).filter((part) => part.formValue && part.props.name)

export const scrollView: Builtin = {
  setUp(part) {
    const { host } = part
    let wasAtEnd = false
    let wasAtStart = true
    host.addEventListener('scroll', () => {
      const { scrollLeft, scrollTop, scrollHeight, scrollWidth } = host
      part.fire('scroll', { scrollLeft, scrollTop, scrollHeight, scrollWidth, deltaX: 0, deltaY: 0 })
      const isSideways = isSet(part.props.scrollX)
      const at = isSideways ? scrollLeft : scrollTop
      const left = isSideways
        ? scrollWidth - scrollLeft - host.clientWidth
        : scrollHeight - scrollTop - host.clientHeight
      const isAtEnd = left <= Number(part.props.lowerThreshold ?? EDGE_PX)
      const isAtStart = at <= Number(part.props.upperThreshold ?? EDGE_PX)
      if (isAtEnd && !wasAtEnd) part.fire('scrolltolower', { direction: isSideways ? 'right' : 'bottom' })
      if (isAtStart && !wasAtStart) part.fire('scrolltoupper', { direction: isSideways ? 'left' : 'top' })
      wasAtEnd = isAtEnd
      wasAtStart = isAtStart
    })
  },
  update({ host, props }, changed) {
    host.style.overflowX = isSet(props.scrollX) ? 'auto' : 'hidden'
    host.style.overflowY = isSet(props.scrollY) ? 'auto' : 'hidden'
    if (changed.has('scrollTop') && isSet(props.scrollTop)) host.scrollTop = Number(props.scrollTop)
    if (changed.has('scrollLeft') && isSet(props.scrollLeft)) host.scrollLeft = Number(props.scrollLeft)
    if (changed.has('scrollIntoView') && isSet(props.scrollIntoView)) {
      document.getElementById(String(props.scrollIntoView))?.scrollIntoView()
    }
  },
}

/** Slides side by side; a swipe is a sideways scroll. It does not play by itself. */
export const swiper: Builtin = {
  setUp(part) {
    let current = Number(part.props.current ?? 0)
    part.host.addEventListener('scroll', () => {
      const shown = Math.round(part.host.scrollLeft / Math.max(part.host.clientWidth, 1))
      if (shown === current) return
      current = shown
      part.fire('change', { current, currentItemId: '', source: 'touch' })
    })
  },
  update({ host, props }, changed) {
    if (changed.has('current')) host.scrollLeft = Number(props.current ?? 0) * host.clientWidth
  },
}

interface RichNode {
  type?: string
  name?: string
  text?: string
  attrs?: Record<string, string>
  children?: RichNode[]
}

export const richText: Builtin = {
  update({ host, props }) {
    const { nodes } = props
    if (typeof nodes === 'string') host.innerHTML = nodes
    else host.replaceChildren(...((nodes as RichNode[] | undefined) ?? []).map(richNode))
  },
}

function richNode(node: RichNode): Node {
  if (node.type === 'text') return document.createTextNode(node.text ?? '')
  const element = document.createElement(node.name ?? 'div')
  for (const [name, value] of Object.entries(node.attrs ?? {})) element.setAttribute(name, value)
  element.append(...(node.children ?? []).map(richNode))
  return element
}
