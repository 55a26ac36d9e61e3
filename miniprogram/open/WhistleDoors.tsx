import { useState } from 'react'
import { go } from '../kernel/go'
import { useMe } from '../kernel/session'
import { Card, Heading, PlainButton, Row } from '../kernel/ui'

/** A community of single houses has hundreds of compounds. */
const shownAtFirst = 5

/** To what was whistled in each compound that the reader belongs to or works for. */
export function WhistleDoors({
  communityId,
  compounds,
}: {
  communityId: string
  compounds: readonly { compoundId: string; name: string }[]
}) {
  const { can } = useMe()
  const [all, setAll] = useState(false)
  const mine = compounds.filter(({ compoundId }) => can('whistle.public', { communityId, compoundId }))
  const shown = all ? mine : mine.slice(0, shownAtFirst)
  if (mine.length === 0) return null
  return (
    <Card>
      <Heading>小区里的哨</Heading>
      {shown.map(({ compoundId, name }) => (
        <Row
          key={compoundId}
          left={`${name}的哨`}
          quiet="报了什么事，办到哪一步"
          label={`${name}的哨，报了什么事，办到哪一步`}
          onTap={() => go('whistle/public', { communityId, compoundId, compound: name })}
        />
      ))}
      {shown.length < mine.length ? (
        <PlainButton onTap={() => setAll(true)}>看全部 {mine.length} 个小区</PlainButton>
      ) : null}
    </Card>
  )
}
