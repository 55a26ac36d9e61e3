import { View } from '@tarojs/components'
import { Quiet } from '../kernel/ui'
import './blocks.scss'

interface Building {
  buildingId: string
  name: string
  homes: number
  entrances: readonly unknown[]
}

const mostFloors = 9

/** Two homes a floor at each entrance, as the old quarters are built; a taller house would say no more. */
function size(b: Building): { width: string; height: string } {
  const across = Math.min(10, Math.max(2, b.entrances.length * 2, Math.ceil(b.homes / mostFloors)))
  // where the number of homes is not told, a house is still a house
  const floors = b.homes === 0 ? 6 : Math.min(mostFloors, Math.ceil(b.homes / across))
  return { width: `${across}em`, height: `${floors}em` }
}

/** The houses of a compound, each as large as it is. */
export const Blocks = ({ buildings }: { buildings: readonly Building[] }) => (
  <View className="blocks">
    {buildings.map((b) => (
      <View className="block" key={b.buildingId}>
        <View className="block-house" style={size(b)} />
        <View>
          <View className="block-name">{b.name}</View>
          {b.homes > 0 ? <Quiet>{b.homes} 户</Quiet> : null}
        </View>
      </View>
    ))}
  </View>
)

export const Figure = ({ name, value }: { name: string; value: string }) => (
  <View className="figure">
    <Quiet>{name}</Quiet>
    <View className="figure-value">{value}</View>
  </View>
)
