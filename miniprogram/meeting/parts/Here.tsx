import { View } from '@tarojs/components'
import { useAgain } from '../../kernel/again'
import { useLoad } from '../../kernel/load'
import { Card, Heading, Progress, Quiet } from '../../kernel/ui'
import { type Meeting, type Presence, sayMetres } from './words'
import './meeting.scss'

const askEveryMs = 5000

/** Homes and area that are there, of those invited; where owners decide both have to be enough. */
export const HereCard = ({ presence, title }: { presence: Presence; title: string }) => {
  const { people, homes, areaCentiares: area } = presence
  return (
    <Card>
      <View className="k-row">
        <Heading>{title}</Heading>
        <View className="m-figure">{people} 人</View>
      </View>
      {homes.of === 0 ? null : (
        <>
          <Progress done={homes.present} of={homes.of} says={`${homes.of} 户中到了 ${homes.present} 户`} />
          {area.of === 0 ? null : (
            <Progress
              done={area.present}
              of={area.of}
              says={`面积 ${sayMetres(area.of)} 中到了 ${sayMetres(area.present)}`}
            />
          )}
        </>
      )}
    </Card>
  )
}

/** The same while people come in: asked again every few seconds. */
export function HereNow({ meeting }: { meeting: Meeting }) {
  const { communityId, meetingId } = meeting
  const presence = useLoad('meeting.presence', { communityId, meetingId })
  useAgain(askEveryMs, presence.reload)
  return (
    <>
      <HereCard presence={presence.data ?? meeting.presence} title="到了多少" />
      {presence.error ? <Quiet>没有信号，人数是上次看到的。</Quiet> : null}
    </>
  )
}
