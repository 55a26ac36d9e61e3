import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { useWide } from '../device'

export { useWide } from '../device'

/** List at the left, detail at the right; on a phone whichever is wanted now. */
export function Split({ list, detail }: { list: ReactNode; detail?: ReactNode }) {
  const wide = useWide()
  if (!wide) return <>{detail ?? list}</>
  return (
    <View className="k-split">
      <View className="k-split-list">{list}</View>
      <View className="k-split-detail">{detail}</View>
    </View>
  )
}
