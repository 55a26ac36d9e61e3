import { View } from '@tarojs/components'
import type { Output } from '../../../shared/contract'
import { sayYuan } from '../../../shared/kernel/money'
import { dayOf } from '../../../shared/kernel/time'
import { sayVotes, stateWords } from '../../../shared/resolution/words'
import { go } from '../../kernel/go'
import { Card, Chip, Label, Quiet, Tap, type Tone } from '../../kernel/ui'
import { sayDayShort } from '../../whistle/parts/words'
import './meeting.scss'

export type Resolution = Output<'minutes.get'>['resolutions'][number]

export const toneOfResolution = ({ state, overdue }: Pick<Resolution, 'state' | 'overdue'>): Tone =>
  overdue ? 'vermilion' : state === 'done' ? 'pine' : state === 'open' ? 'sun' : 'quiet'

/** 已办好 11月16日, 超期, 在办. */
export function sayStand({ state, overdue, doneOn }: Resolution, now: Date): string {
  if (overdue) return '超期了'
  if (state !== 'done' || doneOn === null) return stateWords[state]
  return `已办好 ${sayDayShort(doneOn, now)}`
}

/** Who does it by when, in one plain line. */
export const sayDue = ({ party, dueOn, state }: Resolution, now: Date): string =>
  state === 'open' ? `${party.name}办，${sayDayShort(dueOn, now)}前办好` : `${party.name}办`

/** One thing that was decided: what, how many were for it, who does it by when, what it costs. */
export function ResolutionFace({ resolution, now }: { resolution: Resolution; now: Date }) {
  const { votes, pledge } = resolution
  return (
    <View className="m-stack">
      <View className="m-big">{resolution.words}</View>
      {votes ? <View>{sayVotes(votes)}</View> : null}
      <View>{sayDue(resolution, now)}</View>
      {pledge ? (
        <View>{`居民自愿凑 ${sayYuan(pledge.targetFen)}，已认 ${sayYuan(pledge.pledgedFen)}`}</View>
      ) : null}
      <View>
        <Chip tone={toneOfResolution(resolution)}>{sayStand(resolution, now)}</Chip>
      </View>
    </View>
  )
}

/** What was decided, first of all that is told about a meeting. */
export function Decided({ minutes }: { minutes: Output<'minutes.get'> }) {
  const { resolutions, communityId } = minutes
  const now = new Date()
  const today = dayOf(now)
  if (resolutions.length === 0)
    return (
      <Card>
        <Label>定了什么</Label>
        <View>这次会没有定下要办的事。</View>
      </Card>
    )
  return (
    <Card>
      <Label>定了什么</Label>
      {resolutions.map((r) => (
        <Tap
          key={r.resolutionId}
          className="m-card-line"
          label={`${r.words}，${sayStand(r, now)}，看进展`}
          onTap={() => go('meeting/resolution', { communityId, resolutionId: r.resolutionId })}
        >
          <ResolutionFace resolution={r} now={now} />
          {r.pledge && today <= r.pledge.until ? (
            <Quiet>{`认款到 ${sayDayShort(r.pledge.until, now)} 为止`}</Quiet>
          ) : null}
        </Tap>
      ))}
    </Card>
  )
}
