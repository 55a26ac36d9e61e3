import { View } from '@tarojs/components'
import type { EndpointName } from '../../../shared/contract'
import { go, type PageName } from '../../kernel/go'
import { useMe } from '../../kernel/session'
import { Card, Chip, Heading, Quiet, Row } from '../../kernel/ui'
import { type Figures, sayClaims, saySignedIn, sayWorkers } from './figures'
import { isLate, sayCount } from './says'
import './desk.scss'

const doors: readonly { page: PageName; says: string; for: EndpointName }[] = [
  { page: 'desk/places', says: '小区和楼栋', for: 'place.tree' },
  { page: 'desk/homes', says: '住户', for: 'home.list' },
  { page: 'desk/roles', says: '人员和身份', for: 'role.list' },
  { page: 'desk/claims', says: '认领申请', for: 'claim.list' },
  { page: 'desk/record', says: '办事记录', for: 'record.list' },
]

/** How one community stands, and the ways into it. */
export function CommunityFigures({ figures }: { figures: Figures }) {
  const { can } = useMe()
  const { communityId } = figures
  const now = new Date()
  const late = figures.oldestClaimAt !== null && isLate(figures.oldestClaimAt, now)
  return (
    <View className="d-detail">
      <View className="d-headline">
        <View className="d-grow">
          <Heading>{figures.name}</Heading>
          <Quiet>{`${sayCount(figures.compounds)} 个小区，${sayCount(figures.buildings)} 栋楼`}</Quiet>
        </View>
        {late && <Chip tone="vermilion">有申请等了超过一天</Chip>}
      </View>
      <Card>
        <View>{saySignedIn(figures)}</View>
        <View>{sayClaims(figures, now)}</View>
        <View>{sayWorkers(figures)}</View>
      </Card>
      <Card>
        {doors
          .filter((d) => can(d.for, { communityId }))
          .map((d) => (
            <Row key={d.page} left={d.says} onTap={() => go(d.page, { communityId })} />
          ))}
      </Card>
    </View>
  )
}
