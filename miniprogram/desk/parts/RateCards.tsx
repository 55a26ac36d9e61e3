import { View } from '@tarojs/components'
import { type Rate, rates, rateWords } from '../../../shared/rates/definitions'
import { type Share, sayShare, sayUnanswered } from '../../../shared/rates/words'
import { Card, Heading, Label, Quiet, Row } from '../../kernel/ui'
import type { Shares, Told } from './ratesOf'
import { sayCount } from './says'
import './rates.scss'

const part = (count: number, { denominator }: Share): string => `${(100 * count) / Math.max(1, denominator)}%`

/** How much of the whole; the sentence beside it says the same. */
const Bar = ({ share }: { share: Share }) => (
  <View className="r-bar">
    <View className="r-bar-met" style={{ width: part(share.numerator, share) }} />
    <View className="r-bar-unanswered" style={{ width: part(share.unanswered, share) }} />
  </View>
)

/** The three rates as sentences, each with what it counts, and opening to what it was counted from. */
export function RateCards(props: { told: Told; onOpen(rate: Rate): void }) {
  const { total, definitions } = props.told
  return (
    <View className="r-cards">
      {rates.map((rate) => {
        const share = total[rate]
        const says = sayShare(rate, share)
        const apart = share.unanswered > 0 ? sayUnanswered(share) : undefined
        const inside = (
          <>
            <Label>{rateWords[rate]}</Label>
            <Heading>{says}</Heading>
            {share.denominator > 0 && <Bar share={share} />}
            {apart && <View>{apart}</View>}
            <Quiet>{definitions[rate]}</Quiet>
          </>
        )
        return share.denominator === 0 ? (
          <Card key={rate} className="r-card">
            {inside}
          </Card>
        ) : (
          <Card
            key={rate}
            className="r-card"
            onTap={() => props.onOpen(rate)}
            label={[rateWords[rate], says, apart, '看是哪些'].filter(Boolean).join('，')}
          >
            {inside}
          </Card>
        )
      })}
    </View>
  )
}

/** One group: its three numbers, each a line that opens. */
export function GroupCard(props: { name: string; shares: Shares; onOpen(rate: Rate): void }) {
  const { name, shares, onOpen } = props
  return (
    <Card>
      <Heading>{name}</Heading>
      {rates.map((rate) => {
        const share = shares[rate]
        if (share.denominator === 0) return null
        const says = sayShare(rate, share)
        const apart = share.unanswered > 0 ? sayUnanswered(share) : undefined
        return (
          <Row
            key={rate}
            left={says}
            quiet={apart}
            label={[name, says, apart, '看是哪些'].filter(Boolean).join('，')}
            onTap={() => onOpen(rate)}
          />
        )
      })}
    </Card>
  )
}

/** 定期回访: what was answered a month after it was closed, with its number. */
export function SurveyCard({ survey }: { survey: Told['survey'] }) {
  const { asked, answered, well, broken, unsure } = survey
  if (asked === 0) return null
  const answers =
    answered === 0
      ? '还没有人回答'
      : `${sayCount(answered)} 位答了：${sayCount(well)} 位说好着呢，${sayCount(broken)} 位说又坏了，${sayCount(unsure)} 位说不清`
  return (
    <Card>
      <Label>定期回访</Label>
      <View>{`结束一个月后问了 ${sayCount(asked)} 位，${answers}。`}</View>
    </Card>
  )
}
