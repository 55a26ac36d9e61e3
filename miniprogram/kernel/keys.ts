import { useDidHide, useDidShow } from '@tarojs/taro'
import { useCallback, useRef } from 'react'

const isShown = (el: Element): boolean => el.checkVisibility?.() ?? true

/** Whether single keys are for this page now: those under it stay alive in the browser, and all rest while a sheet is open. */
export function useHearsKeys(): () => boolean {
  const onTop = useRef(true)
  useDidShow(() => {
    onTop.current = true
  })
  useDidHide(() => {
    onTop.current = false
  })
  return useCallback(() => onTop.current && ![...document.querySelectorAll('.k-sheet')].some(isShown), [])
}
