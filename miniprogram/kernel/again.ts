import { useDidHide, useDidShow } from '@tarojs/taro'
import { useEffect, useRef } from 'react'
import { online } from './network'

/** Asks again every so often while the page is looked at and there is signal. */
export function useAgain(everyMs: number, ask: () => void, on = true): void {
  const latest = useRef(ask)
  latest.current = ask
  const isSeen = useRef(true)
  useDidShow(() => {
    isSeen.current = true
  })
  useDidHide(() => {
    isSeen.current = false
  })
  useEffect(() => {
    if (!on) return
    const turn = setInterval(() => {
      if (isSeen.current && online.get()) latest.current()
    }, everyMs)
    return () => clearInterval(turn)
  }, [everyMs, on])
}
