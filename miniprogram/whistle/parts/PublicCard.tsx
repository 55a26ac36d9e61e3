import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Output } from '../../../shared/contract'
import { categoryWords } from '../../../shared/whistle/categories'
import { Card, Chip, Heading, Quiet, Tap } from '../../kernel/ui'
import { Line } from './Timeline'
import { beside, sayAt, sayJoined, sayState, toneOf } from './words'
import './whistle.scss'

type Public = Output<'whistle.public'>['items'][number]

/** What happened, without anybody in it: how it stands, and its steps when asked for. */
export function PublicCard({ whistle, now }: { whistle: Public; now: Date }) {
  const [all, setAll] = useState(false)
  const { place, category, state, steps } = whistle
  const name = `${place} ${categoryWords[category]}`
  return (
    <Card className="w-card">
      <View>
        <View className="w-head">
          <Heading>{name}</Heading>
          <Chip tone={toneOf(state, false)}>{sayState(state, false)}</Chip>
        </View>
        <Quiet className="k-pieces">
          {beside(sayAt(whistle.submittedAt, now), sayJoined(whistle.joined))}
        </Quiet>
      </View>
      <View>{whistle.says}</View>
      {all ? (
        <View className="w-timeline">
          {steps.map((step, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two steps may be alike to the second, and their order is kept
            <Line key={`${step.at} ${i}`} dot="done" says={step.says} quiet={sayAt(step.at, now)} />
          ))}
        </View>
      ) : null}
      {steps.length > 0 ? (
        <Tap
          className="k-link"
          label={`${name}，${all ? '收起经过' : `看经过，${steps.length} 步`}`}
          onTap={() => setAll(!all)}
        >
          {all ? '收起' : `看经过，${steps.length} 步`}
        </Tap>
      ) : null}
    </Card>
  )
}
