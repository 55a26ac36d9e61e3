import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Tap } from './Tap'

interface ButtonProps {
  children: ReactNode
  onTap: () => void
  busy?: boolean
  disabled?: boolean
  label?: string
}

const Turning = () => <View className="k-turning" />

/** The one act of a screen. */
export const MainButton = ({
  children,
  onTap,
  busy,
  tone = 'pine',
  disabled,
  label,
}: ButtonProps & { tone?: 'pine' | 'vermilion' }) => (
  <Tap
    className={`k-button k-button-${tone}${busy ? ' is-busy' : ''}`}
    onTap={onTap}
    disabled={disabled || busy}
    label={label}
  >
    {busy ? <Turning /> : null}
    <View>{children}</View>
  </Tap>
)

export const PlainButton = ({
  children,
  onTap,
  busy,
  disabled,
  label,
  tone = 'ink',
}: ButtonProps & { tone?: 'ink' | 'vermilion' | 'pine' }) => (
  <Tap
    className={`k-button k-button-plain k-button-plain-${tone}${busy ? ' is-busy' : ''}`}
    onTap={onTap}
    disabled={disabled || busy}
    label={label}
  >
    {busy ? <Turning /> : null}
    <View>{children}</View>
  </Tap>
)

/** A word among words that leads on: 全部 4 ›. */
export const LinkWord = ({ children, onTap, label }: Pick<ButtonProps, 'children' | 'onTap' | 'label'>) => (
  <Tap className="k-link" onTap={onTap} label={label} role="link">
    <View>{children}</View>
    <View className="k-chevron" />
  </Tap>
)
