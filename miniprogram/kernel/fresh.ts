import { useDidShow } from '@tarojs/taro'
import { useRef } from 'react'

/** Counts what this phone has changed on the server, so that a page shown again knows that what it holds is old. */
let changes = 0
const listeners = new Set<() => void>()

export const changesSoFar = (): number => changes

export function somethingChanged(): void {
  changes++
  for (const heard of [...listeners]) heard()
}

export function whenChanged(then: () => void): () => void {
  listeners.add(then)
  return () => listeners.delete(then)
}

/** Runs when the page comes back into view and something has been changed since it was last read. */
export function useStaleOnShow(again: () => void): { read(): void } {
  const seen = useRef(changes)
  useDidShow(() => {
    if (seen.current !== changes) again()
  })
  return {
    read: () => {
      seen.current = changes
    },
  }
}
