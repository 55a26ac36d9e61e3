import { isBrowser } from '../../kernel/device'

/**
 * Puts the keyboard into a field that has just come. Taro's elements move their children once after they are drawn,
 * which takes the focus away again, so it waits for the second frame.
 */
export function focusSoon(selector: string): (() => void) | undefined {
  if (!isBrowser) return undefined
  let frame = requestAnimationFrame(() => {
    // a page under this one may have such a field too; the one on top comes last
    frame = requestAnimationFrame(() => [...document.querySelectorAll<HTMLElement>(selector)].pop()?.focus())
  })
  return () => cancelAnimationFrame(frame)
}
