import { View } from '@tarojs/components'
import type { Output } from '../../../shared/contract'
import { sayCount } from '../../desk/parts/says'
import { go } from '../../kernel/go'
import { Card, Chip, Heading, Quiet } from '../../kernel/ui'
import { beside } from '../../whistle/parts/words'
import '../../meeting/parts/meeting.scss'
import './checkin.scss'

type Coverage = Output<'care.buildings'>
type Building = Coverage['items'][number]

/** Those with homes that nobody looks after come first, the most of them above. */
const openFirst = (a: Building, b: Building): number => b.homes - b.covered - (a.homes - a.covered)

/** Coverage by building: how many of its homes somebody looks after. */
export const Buildings = ({ communityId, items }: { communityId: string; items: readonly Building[] }) => (
  <View className="p-buildings">
    {[...items].sort(openFirst).map((b) => {
      const alone = b.homes - b.covered
      const says = `${b.homes} 户中 ${b.covered} 户有人管`
      return (
        <Card
          key={b.buildingId}
          label={`${b.compound} ${b.name}，${says}，打开`}
          onTap={() => go('checkin/building', { communityId, buildingId: b.buildingId })}
        >
          <View className="d-headline">
            <Heading>{`${b.compound} ${b.name}`}</Heading>
            {alone > 0 ? (
              <Chip tone="vermilion">{`还差 ${sayCount(alone)} 户`}</Chip>
            ) : (
              <Chip tone="pine">都有人管</Chip>
            )}
          </View>
          <View className="m-bar" ariaLabel={says}>
            <View
              className="m-bar-done"
              style={{ width: `${b.homes === 0 ? 0 : (100 * b.covered) / b.homes}%` }}
            />
          </View>
          <Quiet>
            {beside(says, b.visited > 0 && `今年去过 ${b.visited} 户`, b.empty > 0 && `${b.empty} 户空着`)}
          </Quiet>
        </Card>
      )
    })}
  </View>
)
