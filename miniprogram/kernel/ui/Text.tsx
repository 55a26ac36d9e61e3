import { View } from '@tarojs/components'
import type { ReactNode } from 'react'

interface Words {
  children: ReactNode
  className?: string
}

export const Heading = ({ children, className = '' }: Words) => (
  <View className={`k-heading ${className}`} ariaRole="heading">
    {children}
  </View>
)

/** The name over a group of things. */
export const Label = ({ children, className = '' }: Words) => (
  <View className={`k-label ${className}`}>{children}</View>
)

/** A second, quieter sentence. */
export const Quiet = ({ children, className = '' }: Words) => (
  <View className={`k-quiet ${className}`}>{children}</View>
)
