import type { ProbeResult, ScreenNode, Wanted } from '../protocol'
import { quietForMs } from './activity'
import { shownText } from './dom'
import { topPage } from './pages'
import { shownTitle } from './shell'

// After this long without a change and with nothing under way, nothing more will come.
const QUIET_MS = 500
const LIMIT_MS = 5000
const LOOK_EVERY_MS = 20

const squeeze = (text: string) => text.replace(/\s+/g, ' ').trim()

/** What the person can read: the top page and whatever is drawn above it. */
export function visibleText(): string {
  const layers = [topPage().element, ...document.querySelectorAll<HTMLElement>('.ph-overlay')]
  return layers.map(shownText).join('\n')
}

/** Waits for what is wanted; with no limit given, only as long as the app has something under way. */
export function probe(wanted: Wanted, limit: number | null): Promise<ProbeResult> {
  const startedAt = performance.now()
  return new Promise((resolve) => {
    const look = () => {
      const waited = performance.now() - startedAt
      if (isThere(wanted) !== (wanted.gone ?? false)) resolve('yes')
      else if (waited >= (limit ?? LIMIT_MS)) resolve('late')
      else if (limit === null && Math.min(waited, quietForMs()) >= QUIET_MS) resolve('quiet')
      else window.setTimeout(look, LOOK_EVERY_MS)
    }
    look()
  })
}

function isThere({ text, pattern, selector, title, tappable }: Wanted): boolean {
  if (selector !== undefined) return isShown(selector)
  if (title !== undefined) return shownTitle() === title
  if (tappable && isShown(`[aria-label=${JSON.stringify(text)}]`)) return true
  const visible = squeeze(tappable ? shownText(document.body) : visibleText())
  if (pattern !== undefined) return new RegExp(pattern).test(visible)
  return visible.includes(squeeze(text ?? ''))
}

function isShown(selector: string) {
  const layers = [...document.querySelectorAll('.ph-overlay'), topPage().element]
  const found = layers.flatMap((layer) => [...layer.querySelectorAll(selector)])
  return found.some((element) => element.getClientRects().length > 0)
}

// Their content is made elsewhere: by another component instance, or from HTML.
const OPAQUE = new Set(['WX-CUSTOM-WRAPPER', 'WX-RICH-TEXT'])

/** The top page as the templates made it, without what the harness added inside. */
export function screenTree(): ScreenNode | null {
  const root = topPage().element.firstElementChild
  const tree = root ? screenNodes(root)[0] : undefined
  return typeof tree === 'object' ? tree : null
}

function screenNodes(node: Node): (ScreenNode | string)[] {
  if (node instanceof Text) return node.data ? [node.data] : []
  if (!(node instanceof Element) || !node.tagName.startsWith('WX-')) return []
  // glass-easel marks components of other style scopes with classes of its own, `scope--name`.
  const classes = [...node.classList].filter((name) => !name.includes('--'))
  const kids = OPAQUE.has(node.tagName) ? [] : [...node.childNodes].flatMap(screenNodes)
  return [{ tag: node.tagName.toLowerCase(), cls: classes.join(' '), kids }]
}
