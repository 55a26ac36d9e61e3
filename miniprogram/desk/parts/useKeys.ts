import { useEffect, useRef } from 'react'
import { isBrowser } from '../../kernel/device'
import { useHearsKeys } from '../../kernel/keys'

const typing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)

/** Single keys of a wide screen. They rest while something is being typed, until escape; the phone has none. */
export function useKeys(keys: Record<string, () => void>, on: boolean): void {
  const hearsKeys = useHearsKeys()
  const latest = useRef(keys)
  latest.current = keys
  useEffect(() => {
    if (!isBrowser || !on) return
    const hear = (e: KeyboardEvent) => {
      if (e.key === 'Escape' && typing(e.target)) (e.target as HTMLElement).blur()
      if (e.ctrlKey || e.metaKey || e.altKey || typing(e.target)) return
      const act = latest.current[e.key]
      if (act === undefined || !hearsKeys()) return
      e.preventDefault()
      act()
    }
    window.addEventListener('keydown', hear)
    return () => window.removeEventListener('keydown', hear)
  }, [on, hearsKeys])
}
