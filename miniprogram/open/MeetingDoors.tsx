import { View } from '@tarojs/components'
import { useState } from 'react'
import { go } from '../kernel/go'
import { useMe } from '../kernel/session'
import { Card, Heading, PlainButton, Row } from '../kernel/ui'

/** A community of single houses has hundreds of compounds. */
const shownAtFirst = 3

/** To the meetings of each compound that the reader belongs to or works for, and what was decided there. */
export function MeetingDoors({
  communityId,
  compounds,
}: {
  communityId: string
  compounds: readonly { compoundId: string; name: string }[]
}) {
  const { can } = useMe()
  const [all, setAll] = useState(false)
  const mine = compounds.filter(({ compoundId }) => can('minutes.list', { communityId, compoundId }))
  const shown = all ? mine : mine.slice(0, shownAtFirst)
  if (mine.length === 0) return null
  return (
    <Card>
      <Heading>开的会，定的事</Heading>
      {shown.map(({ compoundId, name }) => {
        const params = { communityId, compoundId, compound: name }
        return (
          <View key={compoundId}>
            <Row
              left={`${name}的会议和纪要`}
              quiet="什么时候开，说了什么"
              label={`${name}的会议和纪要，什么时候开，说了什么`}
              onTap={() => go('meeting/list', { ...params, view: 'minutes' })}
            />
            <Row
              left={`${name}定下来的事`}
              quiet="谁来办，办到哪了"
              label={`${name}定下来的事，谁来办，办到哪了`}
              onTap={() => go('meeting/resolutions', params)}
            />
          </View>
        )
      })}
      {shown.length < mine.length ? (
        <PlainButton onTap={() => setAll(true)}>看全部 {mine.length} 个小区</PlainButton>
      ) : null}
    </Card>
  )
}
