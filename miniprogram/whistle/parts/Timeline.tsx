import { Text, View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { PlainButton, Quiet } from '../../kernel/ui'
import { sayWaited } from '../../kernel/waited'
import { Photos } from './Photos'
import { beside, type Step, sayAt, type Waiting } from './words'
import './whistle.scss'

/** More than this many steps are folded: the last ones tell how it stands. */
const shownAtMost = 12

/** One step: a dot, what happened, and when. */
export const Line = ({
  dot,
  says,
  quiet,
  children,
}: {
  dot: 'done' | 'waits' | 'urgent'
  says: ReactNode
  quiet: string
  children?: ReactNode
}) => (
  <View className={`w-step is-${dot}`}>
    <View className="w-step-dot" />
    <View className="w-step-says">{says}</View>
    <Quiet>{quiet}</Quiet>
    {children}
  </View>
)

/** How long after the step before it; what followed at once needs no words. */
function sayAfter(at: string, before: string | undefined): string | undefined {
  if (before === undefined || Date.parse(at) - Date.parse(before) < 60_000) return undefined
  return `隔了 ${sayWaited(before, new Date(at))}`
}

/** All that happened, and dashed at its end what is waited for. */
export function Timeline({
  steps,
  waits,
  isUrgent,
  now,
}: {
  steps: readonly Step[]
  waits?: Waiting
  /** It waits for the reader, or is late. */
  isUrgent: boolean
  now: Date
}) {
  const [all, setAll] = useState(false)
  const hidden = all ? 0 : Math.max(0, steps.length - shownAtMost)
  return (
    <View className="w-timeline" ariaLabel="经过">
      {hidden > 0 ? <PlainButton onTap={() => setAll(true)}>看前面的 {hidden} 步</PlainButton> : null}
      {steps.slice(hidden).map((step, i) => (
        <Line
          key={step.entryId}
          dot="done"
          says={step.says}
          quiet={beside(sayAt(step.at, now), sayAfter(step.at, steps[hidden + i - 1]?.at))}
        >
          {step.words === null ? null : (
            <Text className="w-step-words" userSelect>
              {step.words}
            </Text>
          )}
          <Photos photos={step.photos} small />
        </Line>
      ))}
      {waits ? <Line dot={isUrgent ? 'urgent' : 'waits'} says={waits.says} quiet={waits.quiet} /> : null}
    </View>
  )
}
