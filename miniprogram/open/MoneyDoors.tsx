import { View } from '@tarojs/components'
import { useState } from 'react'
import { go } from '../kernel/go'
import { useMe } from '../kernel/session'
import { Card, Heading, PlainButton, Row } from '../kernel/ui'

/** A community of single houses has hundreds of compounds. */
const shownAtFirst = 3

/** To the money of each compound that the reader belongs to or works for; to what was published, of any. */
export function MoneyDoors({
  communityId,
  compounds,
}: {
  communityId: string
  compounds: readonly { compoundId: string; name: string }[]
}) {
  const { can } = useMe()
  const [all, setAll] = useState(false)
  if (!can('statement.list', { communityId })) return null
  const reads = ({ compoundId }: { compoundId: string }) => can('account.month', { communityId, compoundId })
  // one's own first
  const mine = [...compounds].sort((a, b) => Number(reads(b)) - Number(reads(a)))
  const shown = all ? mine : mine.slice(0, shownAtFirst)
  if (mine.length === 0) return null
  return (
    <Card>
      <Heading>公共收益和停车费</Heading>
      {shown.map((compound) => {
        const { compoundId, name } = compound
        const params = { communityId, compoundId, compound: name }
        return (
          <View key={compoundId}>
            {reads(compound) ? (
              <Row
                left={`${name}这个月的钱`}
                quiet="从哪来，到哪去，每一笔"
                label={`${name}这个月的钱，从哪来，到哪去，每一笔`}
                onTap={() => go('money/month', params)}
              />
            ) : null}
            <Row
              left={`${name}的收支公示`}
              quiet="一个月一份，公布了不再改"
              label={`${name}的收支公示，一个月一份，公布了不再改`}
              onTap={() => go('money/statements', params)}
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
