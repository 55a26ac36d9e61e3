import { View } from '@tarojs/components'
import './desk.scss'

/** The keys of a wide page, told below its list. */
export const Keys = ({ words }: { words: readonly (readonly [key: string, does: string])[] }) => (
  <View className="d-keys">
    {words.map(([key, does]) => (
      <View key={key} className="d-key-pair">
        <View className="d-key">{key}</View>
        <View>{does}</View>
      </View>
    ))}
  </View>
)
