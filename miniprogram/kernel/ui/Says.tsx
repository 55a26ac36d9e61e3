import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Mark, type Tone } from './Mark'
import { Tap } from './Tap'

/** A sentence in the flow: what was refused, what is good to know. */
export const Says = ({ tone = 'quiet', children }: { tone?: Tone; children: ReactNode }) => (
  <View className={`k-says k-says-${tone}`} ariaRole={tone === 'vermilion' ? 'alert' : 'status'}>
    <Mark tone={tone} />
    <View className="k-says-words">{children}</View>
  </View>
)

/** Long work: how far it is, and a way to stop. */
export function Progress({
  done,
  of,
  says,
  onStop,
}: {
  done: number
  of: number
  says?: string
  onStop?: () => void
}) {
  const part = of > 0 ? Math.min(100, Math.round((done / of) * 100)) : 0
  const words = says ?? `${done} / ${of}`
  return (
    <View className="k-progress" ariaRole="progressbar" ariaLabel={words}>
      <View className="k-progress-line">
        <View className="k-quiet">{words}</View>
        {onStop ? (
          <Tap className="k-link" onTap={onStop}>
            停止
          </Tap>
        ) : null}
      </View>
      <View className="k-progress-track">
        <View className="k-progress-done" style={{ width: `${part}%` }} />
      </View>
    </View>
  )
}
