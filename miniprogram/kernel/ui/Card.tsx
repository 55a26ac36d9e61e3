import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Mark, type Tone } from './Mark'
import { Tap } from './Tap'

export function Card({
  children,
  onTap,
  label,
  className = '',
}: {
  children: ReactNode
  onTap?: () => void
  label?: string
  className?: string
}) {
  const name = `k-card ${className}`
  return onTap ? (
    <Tap className={name} onTap={onTap} label={label}>
      {children}
    </Tap>
  ) : (
    <View className={name}>{children}</View>
  )
}

export const Chip = ({ tone, children }: { tone: Tone; children: ReactNode }) => (
  <View className={`k-chip k-chip-${tone}`}>
    <Mark tone={tone} />
    <View className="k-chip-word">{children}</View>
  </View>
)

export interface RowProps {
  left: ReactNode
  right?: ReactNode
  quiet?: ReactNode
  chip?: ReactNode
  onTap?: () => void
  label?: string
  /** The card it stands in is what is tapped: the chevron says so here. */
  opens?: boolean
}

/** One line of a list: what it is, a quieter sentence under it, and at the right a state or a value. */
export function Row({ left, right, quiet, chip, onTap, label, opens }: RowProps) {
  const more = chip || (right !== undefined && right !== null)
  const words = (
    <View className="k-row-words">
      <View className="k-row-left">{left}</View>
      {quiet !== undefined && quiet !== null && quiet !== '' ? (
        <View className="k-quiet">{quiet}</View>
      ) : null}
    </View>
  )
  const inside = more ? (
    <View className="k-row-inside">
      {words}
      {chip ? <View className="k-row-chip">{chip}</View> : null}
      {right !== undefined && right !== null ? <View className="k-row-right">{right}</View> : null}
    </View>
  ) : (
    words
  )
  return onTap ? (
    <Tap className="k-row" onTap={onTap} label={label}>
      {inside}
      <View className="k-chevron" />
    </Tap>
  ) : (
    <View className="k-row">
      {inside}
      {opens ? <View className="k-chevron" /> : null}
    </View>
  )
}
