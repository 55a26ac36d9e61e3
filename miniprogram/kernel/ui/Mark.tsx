import { View } from '@tarojs/components'

export type Tone = 'pine' | 'vermilion' | 'sun' | 'quiet'

/** The small sign beside a word, so that nothing is told by colour alone: a tick, a bang, a clock, a dot. */
export const Mark = ({ tone }: { tone: Tone }) => (
  <View className={`k-mark k-mark-${tone}`}>{tone === 'vermilion' ? '!' : ''}</View>
)
