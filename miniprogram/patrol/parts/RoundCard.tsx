import { View } from '@tarojs/components'
import type { Output } from '../../../shared/contract'
import { sayWhen } from '../../../shared/kernel/time'
import { sayMissed } from '../../../shared/patrol/says'
import { go } from '../../kernel/go'
import { Card, Chip, Heading, Quiet } from '../../kernel/ui'
import { sayMinutes } from '../kept/words'

type Walked = Output<'round.list'>['items'][number]

/** 漏了 2 个点; one that is under way says so. */
export const StandChip = ({ of }: { of: Pick<Walked, 'finishedAt' | 'missedCheckpoints'> }) =>
  of.finishedAt === null ? (
    <Chip tone="sun">还没结束</Chip>
  ) : (
    <Chip tone={of.missedCheckpoints === 0 ? 'pine' : 'vermilion'}>{sayMissed(of.missedCheckpoints)}</Chip>
  )

const sayRound = (r: Walked): string =>
  [
    r.mine ? '我走的' : r.walker,
    r.minutes === null ? undefined : sayMinutes(r.minutes),
    r.findings > 0 ? `发现 ${r.findings} 个问题` : '没有发现问题',
  ]
    .filter(Boolean)
    .join(' · ')

export function RoundCard({ round, now }: { round: Walked; now: Date }) {
  const { communityId, roundId, plan, startedAt, saysMissing } = round
  const at = sayWhen(new Date(startedAt), now)
  const says = sayRound(round)
  return (
    <Card label={`${plan}，${at}，${says}，打开`} onTap={() => go('patrol/walked', { communityId, roundId })}>
      <View className="k-row-inside">
        <Heading>{plan}</Heading>
        <StandChip of={round} />
      </View>
      <Quiet>{`${at} 开始`}</Quiet>
      <View>{says}</View>
      {saysMissing ? <Quiet>{saysMissing}</Quiet> : null}
    </Card>
  )
}
