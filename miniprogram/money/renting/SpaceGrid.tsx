import { View } from '@tarojs/components'
import type { Output } from '../../../shared/contract'
import type { SpaceKind } from '../../../shared/space/kinds'
import { sayNumber, spaceKindWords, spaceStateWords } from '../../../shared/space/words'
import { Tap } from '../../kernel/ui'
import { figures } from '../parts/sums'
import './spaces.scss'

export type Spaces = Output<'space.list'>
export type Space = Spaces['items'][number]

/** 9栋1单元701 breaks after the house and after the entrance, nowhere else. */
const breaking = (who: string): string => who.replace(/(栋|单元)(?=.)/g, '$1\u200b')

/** Told by a word and a frame as well as by colour. */
function lookOf(space: Space): { name: string; says: string } {
  const owed = space.lease?.owedFen ?? 0
  if (owed > 0) return { name: 'is-owing', says: `欠 ${figures(owed)}` }
  if (space.mine) return { name: 'is-let is-mine', says: '我家的' }
  return {
    name: `is-${space.state}`,
    says: space.state === 'let' ? breaking(space.lease?.who ?? '有人用') : spaceStateWords[space.state],
  }
}

/** A picture of the spaces: each a little place with its number and how it stands. */
export function SpaceGrid({
  items,
  openId,
  onOpen,
}: {
  items: readonly Space[]
  openId?: string
  onOpen(space: Space): void
}) {
  return (
    <View className="y-spaces">
      {items.map((space) => {
        const look = lookOf(space)
        return (
          <Tap
            key={space.spaceId}
            className={`y-space ${look.name}${space.spaceId === openId ? ' is-on' : ''}`}
            label={`${sayNumber(space.number)}，${look.says.replaceAll('\u200b', '')}，打开`}
            onTap={() => onOpen(space)}
          >
            <View className="y-space-number">{space.number}</View>
            <View className="k-pieces">{look.says}</View>
          </Tap>
        )
      })}
    </View>
  )
}

/** How many there are, and how many of them are free. */
export function Counts({ data, kind }: { data: Spaces; kind: SpaceKind }) {
  const { free, let: used, waiting } = data.counts
  return (
    <View>{`${free + used} 个${spaceKindWords[kind]}：${used} 个有人用，${free} 个空着${kind === 'parking' && waiting > 0 ? `，${waiting} 户在排队` : ''}`}</View>
  )
}
