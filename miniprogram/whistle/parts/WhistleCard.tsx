import { View } from '@tarojs/components'
import type { WhistleState } from '../../../shared/whistle/states'
import { go } from '../../kernel/go'
import { Card, Chip, Heading, Quiet } from '../../kernel/ui'
import { beside, sayAt, sayState, toneOf } from './words'
import './whistle.scss'

/** A whistle in a list of those who reported it. */
export function WhistleCard({
  whistle,
  waitsForMe,
}: {
  whistle: {
    communityId: string
    whistleId: string
    title: string
    place: string
    state: WhistleState
    says: string
    submittedAt: string
  }
  waitsForMe: boolean
}) {
  const { communityId, whistleId, title, place, state, says, submittedAt } = whistle
  const stands = sayState(state, waitsForMe)
  return (
    <Card
      label={`${title}，${stands}，${says}，打开`}
      onTap={() => go('whistle/one', { communityId, whistleId })}
      className={waitsForMe ? 'w-card is-waiting' : 'w-card'}
    >
      <View>
        <View className="w-head">
          <Heading>{title}</Heading>
          <Chip tone={toneOf(state, waitsForMe)}>{stands}</Chip>
        </View>
        <Quiet className="k-pieces">{beside(place, sayAt(submittedAt, new Date()))}</Quiet>
      </View>
      <View>{says}</View>
    </Card>
  )
}
