import { type ReactNode, useState } from 'react'
import { PlainButton } from './ui'

const atOnce = 20

/** Hundreds of rows, twenty at a time: those to show now, and the button for more. */
export function useFew<T>(items: readonly T[]): { shown: readonly T[]; more: ReactNode } {
  const [most, setMost] = useState(atOnce)
  const left = items.length - most
  return {
    shown: items.slice(0, most),
    more:
      left > 0 ? (
        <PlainButton onTap={() => setMost(most + atOnce)}>{`再看一些（还有 ${left} 个）`}</PlainButton>
      ) : null,
  }
}
