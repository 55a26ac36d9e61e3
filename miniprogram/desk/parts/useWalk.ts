import { useState } from 'react'
import { isBrowser } from '../../kernel/device'
import type { Listed } from '../../kernel/load'
import { useKeys } from './useKeys'

/** The id by which a line of a list is found on the page. */
export const lineId = (key: string): string => `line-${key}`

/** Brought into view and into the keyboard's hand, so that enter opens this one and a screen reader tells it. */
function standOn(key: string): void {
  if (!isBrowser) return
  // a page under this one may list it too; the one on top comes last
  const line = [...document.querySelectorAll(`[id="${lineId(key)}"]`)].pop()
  line?.scrollIntoView?.({ block: 'nearest' })
  line?.querySelector<HTMLElement>('.d-line-open')?.focus({ preventScroll: true })
}

/** Walks a list by j and k, opens by enter; at the end of what was read more is asked for. */
export function useWalk<T>(props: {
  of: Listed<T>
  keyOf(item: T): string
  onOpen(item: T): void
  on: boolean
  /** What else is done with the one stood on, by key. */
  also?: Record<string, (at: T | undefined) => void>
}): string | undefined {
  const { of, keyOf } = props
  const [at, setAt] = useState<string>()
  const here = of.items.findIndex((item) => keyOf(item) === at)
  const step = (to: number) => {
    if (to >= of.items.length && !of.done) of.more()
    const item = of.items[Math.max(0, Math.min(of.items.length - 1, to))]
    if (item === undefined) return
    setAt(keyOf(item))
    standOn(keyOf(item))
  }
  const standing = of.items[here]
  const open = () => {
    if (standing !== undefined) props.onOpen(standing)
  }
  const also = Object.entries(props.also ?? {}).map(([key, act]) => [key, () => act(standing)] as const)
  useKeys(
    { j: () => step(here + 1), k: () => step(here - 1), ...Object.fromEntries([['Enter', open], ...also]) },
    props.on,
  )
  return standing === undefined ? undefined : at
}
