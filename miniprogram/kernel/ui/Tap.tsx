import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { isBrowser } from '../device'

export interface TapProps {
  className?: string
  children?: ReactNode
  onTap?: () => void
  /** What a screen reader says; needed where the text inside is not enough. */
  label?: string
  role?: 'button' | 'link' | 'radio' | 'checkbox' | 'switch' | 'tab'
  disabled?: boolean
  checked?: boolean
}

interface Key {
  key: string
  target: unknown
  currentTarget: unknown
  preventDefault(): void
  stopPropagation(): void
}

/** Whatever can be tapped: also reached and pressed by keyboard in the browser, and named for a screen reader. */
export function Tap({
  className = '',
  children,
  onTap,
  label,
  role = 'button',
  disabled,
  checked,
}: TapProps) {
  const tap = disabled ? undefined : onTap
  const state = {
    role,
    ...(disabled ? { 'aria-disabled': 'true' } : {}),
    ...(checked === undefined ? {} : { 'aria-checked': String(checked) }),
    ...(isBrowser
      ? {
          tabIndex: disabled ? -1 : 0,
          onKeyDown: (e: Key) => {
            if ((e.key !== 'Enter' && e.key !== ' ') || e.target !== e.currentTarget) return
            e.preventDefault()
            e.stopPropagation()
            tap?.()
          },
        }
      : {}),
  }
  return (
    <View
      {...state}
      className={`k-tap ${className}${disabled ? ' is-disabled' : ''}`}
      hoverClass={tap ? 'is-pressed' : 'none'}
      hoverStayTime={80}
      ariaRole={role}
      {...(label === undefined ? {} : { ariaLabel: label })}
      onClick={(e) => {
        e.stopPropagation()
        tap?.()
      }}
    >
      {children}
    </View>
  )
}
