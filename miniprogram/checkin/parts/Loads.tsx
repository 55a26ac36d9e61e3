import { View } from '@tarojs/components'
import { sayCount } from '../../desk/parts/says'
import './checkin.scss'

/** How many members carry how many homes, the heaviest first. */
export function Loads({ loads }: { loads: readonly { homes: number; members: number }[] }) {
  const most = Math.max(1, ...loads.map((l) => l.members))
  return (
    <>
      {[...loads]
        .sort((a, b) => b.homes - a.homes)
        .map((l) => (
          <View key={l.homes} className="p-load">
            <View className="p-load-name">{l.homes === 0 ? '还没有包户' : `每人包 ${l.homes} 户`}</View>
            <View className="p-load-track">
              <View className="p-load-part" style={{ width: `${(100 * l.members) / most}%` }} />
            </View>
            <View className="p-load-count">{`${sayCount(l.members)} 人`}</View>
          </View>
        ))}
    </>
  )
}

/** How far apart the heaviest and the lightest are: even is within one. */
export function saySpread(loads: readonly { homes: number; members: number }[]): string {
  const carried = loads.filter((l) => l.members > 0).map((l) => l.homes)
  if (carried.length === 0) return '还没有人'
  const spread = Math.max(...carried) - Math.min(...carried)
  return spread === 0 ? '每人一样多' : `最多差 ${spread} 户`
}
