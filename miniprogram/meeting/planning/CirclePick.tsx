import { View } from '@tarojs/components'
import { useState } from 'react'
import { Segments } from '../../desk/parts/Segments'
import { Ticks } from '../../desk/parts/Ticks'
import type { Tree } from '../../desk/parts/treeOf'
import { PlainButton, Sheet } from '../../kernel/ui'
import {
  bodiesIn,
  bodyOptions,
  type Circle,
  keyOfPart,
  type People,
  partOfKey,
  placeOptions,
  placesIn,
  type Reach,
  reaches,
  reachWords,
} from './circle'

/** Who is asked to come: homes of a place, bodies, organisations, and persons by name. */
export function CirclePick(props: {
  tree: Tree
  compoundId: string | undefined
  people: People
  value: Circle
  onChange(circle: Circle): void
  error?: string
}) {
  const { tree, compoundId, value, onChange } = props
  const compound = tree.compounds.find((c) => c.compoundId === compoundId)
  const places = placesIn(value)
  const [reach, setReach] = useState<Reach>((places[0]?.kind as Reach | undefined) ?? 'none')
  const [asksBodies, askBodies] = useState(false)
  const bodies = bodyOptions(tree, compoundId, props.people)
  const asked = new Set(bodiesIn(value).map(keyOfPart))
  const names = bodies.filter((b) => asked.has(b.value)).map((b) => b.label)
  const turn = (next: Reach) => {
    setReach(next)
    const whole = next === 'compound' && compoundId ? [{ kind: 'compound' as const, ofId: compoundId }] : []
    onChange([...whole, ...bodiesIn(value)])
  }
  return (
    <>
      {compound ? (
        <View className="k-field">
          <View className="k-label">请哪些住户</View>
          <Segments
            label="请哪些住户"
            options={reaches.map((r) => ({ value: r, label: reachWords[r] }))}
            value={reach}
            onChange={turn}
          />
        </View>
      ) : null}
      {compound && (reach === 'building' || reach === 'entrance') ? (
        <Ticks
          label={reach === 'building' ? '哪几栋' : '哪几个单元'}
          options={placeOptions(compound, reach)}
          value={places.map(keyOfPart)}
          onChange={(keys) => onChange([...keys.map(partOfKey), ...bodiesIn(value)])}
        />
      ) : null}
      <View className="k-field">
        <View className="k-label">还请谁</View>
        <View>{names.length === 0 ? '没有请别的' : names.join('、')}</View>
        <PlainButton onTap={() => askBodies(true)}>选业委会、支部、物业等</PlainButton>
        {props.error ? (
          <View className="k-wrong" ariaRole="alert">
            {props.error}
          </View>
        ) : null}
      </View>
      <Sheet open={asksBodies} title="还请谁" onClose={() => askBodies(false)}>
        <Ticks
          label="可以多选"
          options={bodies}
          value={[...asked]}
          onChange={(keys) => onChange([...places, ...keys.map(partOfKey)])}
        />
        <PlainButton onTap={() => askBodies(false)}>选好了</PlainButton>
      </Sheet>
    </>
  )
}
