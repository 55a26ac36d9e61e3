import { View } from '@tarojs/components'
import { Tap } from '../kernel/ui'

/** The one act a home page begins with. */
export const Hero = ({
  sign,
  title,
  says,
  waiting,
  onTap,
}: {
  sign: string
  title: string
  says: string
  /** Somebody waits for the reader. */
  waiting?: boolean
  onTap: () => void
}) => (
  <Tap className={`hero${waiting ? ' is-waiting' : ''}`} onTap={onTap} label={`${title}，${says}`}>
    <View className="hero-sign">{sign}</View>
    <View className="hero-words">
      <View className="hero-title">{title}</View>
      <View className="hero-says k-pieces">{says}</View>
    </View>
  </Tap>
)
