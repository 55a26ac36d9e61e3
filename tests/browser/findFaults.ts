/** Runs inside the page: what an eye would find cut, too pale, or a thumb too small, in words. */
export function findFaults(): string[] {
  const leastTarget = 43.5
  const leastContrast = 4.5
  const faults = new Set<string>()
  const tell = (what: string, el: Element, more = '') => {
    const name = (el.getAttribute('aria-label') ?? el.textContent ?? '').trim().slice(0, 24)
    faults.add(`${what}: “${name}” .${String(el.className).trim().replaceAll(' ', '.')} ${more}`.trim())
  }
  const isShown = (el: Element) =>
    el.checkVisibility({ opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true })
  const ancestors = (el: Element): Element[] => {
    const found: Element[] = []
    for (let at: Element | null = el; at && at !== document.body; at = at.parentElement) found.push(at)
    return found
  }

  // --- text: nothing cut, nothing beyond its box or the screen
  const checkPlace = (el: Element, text: DOMRect) => {
    const size = Number.parseFloat(getComputedStyle(el).fontSize)
    const middle = (text.top + text.bottom) / 2
    const [top, bottom] = [middle - size / 2, middle + size / 2]
    let [scrollsX, scrollsY, ownBox] = [false, false, false]
    for (const at of ancestors(el)) {
      const { display, overflowX, overflowY, position } = getComputedStyle(at)
      if (display === 'contents') continue
      const box = at.getBoundingClientRect()
      const isOwn = !ownBox && display !== 'inline'
      ownBox ||= display !== 'inline'
      if (/auto|scroll/.test(overflowX)) scrollsX = true
      if (/auto|scroll/.test(overflowY)) scrollsY = true
      const hidesX = /hidden|clip/.test(overflowX) || isOwn
      if (hidesX && !scrollsX && (text.right > box.right + 1 || text.left < box.left - 1))
        return tell(
          isOwn ? 'text beyond its box' : 'text cut',
          el,
          `${Math.round(text.right - box.right)} px`,
        )
      if (/hidden|clip/.test(overflowY) && !scrollsY && (bottom > box.bottom + 1 || top < box.top - 1))
        return tell('text cut below or above', el)
      if (position === 'fixed') break
    }
    if (!scrollsX && (text.right > innerWidth + 1 || text.left < -1)) tell('text off the screen', el)
  }

  // --- colours
  type Colour = [number, number, number, number]
  const parse = (css: string): Colour => {
    const numbers = (css.match(/[\d.]+/g) ?? []).map(Number)
    const scale = css.startsWith('color(') ? 255 : 1
    const [r = 0, g = 0, b = 0, alpha = 1] = numbers
    return [r * scale, g * scale, b * scale, alpha]
  }
  const over = (top: Colour, below: Colour): Colour => {
    const mix = (i: 0 | 1 | 2) => top[i] * top[3] + below[i] * (1 - top[3])
    return [mix(0), mix(1), mix(2), 1]
  }
  const groundOf = (el: Element): Colour => {
    const layers: Colour[] = []
    for (let at: Element | null = el; at; at = at.parentElement) {
      const colour = parse(getComputedStyle(at).backgroundColor)
      if (colour[3] > 0) layers.push(colour)
      if (colour[3] === 1) break
    }
    return layers.reverse().reduce((ground, layer) => over(layer, ground), [255, 255, 255, 1])
  }
  const luminance = (colour: Colour) => {
    const linear = (value: number) => {
      const part = value / 255
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
    }
    return 0.2126 * linear(colour[0]) + 0.7152 * linear(colour[1]) + 0.0722 * linear(colour[2])
  }
  const contrast = (one: Colour, other: Colour) => {
    const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
    return (light + 0.05) / (dark + 0.05)
  }
  const checkColour = (el: Element, css: string, what = 'too pale') => {
    const ground = groundOf(el)
    const opacity = ancestors(el).reduce((product, at) => product * Number(getComputedStyle(at).opacity), 1)
    const ink = parse(css)
    const found = contrast(over([ink[0], ink[1], ink[2], ink[3] * opacity], ground), ground)
    if (found < leastContrast) tell(what, el, `${found.toFixed(2)}:1`)
  }

  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    const el = walker.currentNode.parentElement
    if (!el || !walker.currentNode.textContent?.trim() || /^(SCRIPT|STYLE|TEXTAREA)$/.test(el.tagName))
      continue
    if (!isShown(el)) continue
    const range = document.createRange()
    range.selectNodeContents(walker.currentNode)
    for (const rect of range.getClientRects()) if (rect.width > 0) checkPlace(el, rect)
    checkColour(el, getComputedStyle(el).color)
  }

  // --- fields
  const brush = document.createElement('canvas').getContext('2d')
  for (const field of document.querySelectorAll<HTMLInputElement>('input:not([type=file]), textarea')) {
    if (!isShown(field)) continue
    const style = getComputedStyle(field)
    if (field.value) checkColour(field, style.color)
    if (field.tagName === 'INPUT' && field.value && field.scrollWidth > field.clientWidth + 1)
      tell('text cut in a field', field)
    if (!field.placeholder || field.value || !brush) continue
    checkColour(field, getComputedStyle(field, '::placeholder').color, 'placeholder too pale')
    brush.font = `${style.fontSize} ${style.fontFamily}`
    const room =
      field.clientWidth - Number.parseFloat(style.paddingLeft) - Number.parseFloat(style.paddingRight)
    if (field.tagName === 'INPUT' && brush.measureText(field.placeholder).width > room + 1)
      tell('placeholder cut', field, field.placeholder)
  }

  // --- what a thumb is to hit
  const roles = ['button', 'link', 'radio', 'tab', 'switch', 'checkbox'].map((role) => `[role=${role}]`)
  const tappable = [
    ...roles,
    'a[href]',
    'button',
    'input:not([type=file])',
    'textarea',
    'select',
    'label',
    '.weui-tabbar__item',
  ]
  const coversAll = (box: DOMRect) => box.width >= innerWidth && box.height >= innerHeight
  const layerOf = (el: Element) =>
    ancestors(el).find((at) => /fixed|sticky/.test(getComputedStyle(at).position)) ?? null
  /** What of it can be seen: scrolled frames hide the rest. */
  const seenOf = (el: Element) => {
    const box = el.getBoundingClientRect()
    let { left, right, top, bottom } = box
    for (const at of ancestors(el).slice(1)) {
      if (getComputedStyle(at).overflow === 'visible') continue
      const frame = at.getBoundingClientRect()
      left = Math.max(left, frame.left)
      right = Math.min(right, frame.right)
      top = Math.max(top, frame.top)
      bottom = Math.min(bottom, frame.bottom)
    }
    return { left, right, top, bottom }
  }
  const targets = [...document.querySelectorAll(tappable.join())]
    .filter((el) => isShown(el) && !coversAll(el.getBoundingClientRect()))
    .map((el) => ({ el, box: el.getBoundingClientRect(), seen: seenOf(el), layer: layerOf(el) }))
    .filter(({ box }) => box.width > 0 && box.height > 0)
  for (const { el, box } of targets) {
    if (box.width < leastTarget || box.height < leastTarget)
      tell('too small to hit', el, `${Math.round(box.width)} × ${Math.round(box.height)}`)
    const says = el.getAttribute('aria-label') ?? el.textContent ?? ''
    if (!says.trim() && !el.querySelector('[aria-label]')) tell('has no name', el)
  }
  targets.forEach((one, i) => {
    for (const other of targets.slice(i + 1)) {
      if (one.layer !== other.layer || one.el.contains(other.el) || other.el.contains(one.el)) continue
      const wide = Math.min(one.seen.right, other.seen.right) - Math.max(one.seen.left, other.seen.left)
      const high = Math.min(one.seen.bottom, other.seen.bottom) - Math.max(one.seen.top, other.seen.top)
      if (wide > 2 && high > 2)
        tell('lies over another', one.el, `and “${(other.el.textContent ?? '').trim()}”`)
    }
  })
  if (document.documentElement.scrollWidth > innerWidth + 1)
    faults.add(`the page is wider than the screen: ${document.documentElement.scrollWidth} px`)
  return [...faults]
}
