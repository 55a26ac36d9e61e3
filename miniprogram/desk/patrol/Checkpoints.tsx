import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { isBrowser } from '../../kernel/device'
import { newId } from '../../kernel/ids'
import { Card, Heading, PlainButton, Quiet, Says, TextField } from '../../kernel/ui'
import { PickLine } from '../parts/PickLine'
import type { Checkpoint } from './draftPlan'

/** A building, or a whole compound, in which a checkpoint may lie. */
export interface Spot {
  compoundId: string
  buildingId?: string
  name: string
  /** 9栋; buildings of several compounds share such names. */
  short: string
}
const keyOf = (spot: Pick<Spot, 'compoundId' | 'buildingId'>) => spot.buildingId ?? spot.compoundId

/** One checkpoint: its name, where it lies, its place in the order, and on a phone the point at which it stands. */
function One(props: {
  n: number
  of: Checkpoint
  spots: readonly Spot[]
  isLast: boolean
  onChange: (checkpoint: Checkpoint) => void
  onMove: (by: 1 | -1) => void
  onRemove: () => void
}) {
  const { n, of, spots, onChange } = props
  const [says, say] = useState<string>()
  const stand = async () => {
    say(undefined)
    try {
      const { latitude, longitude } = await Taro.chooseLocation({})
      onChange({ ...of, at: { lat: latitude, lng: longitude } })
    } catch (reason) {
      const told = (reason as { errMsg?: string } | undefined)?.errMsg ?? ''
      if (!/cancel/.test(told)) say('没有允许看位置，不要紧：扫码打卡用不着位置')
    }
  }
  const { at, ...without } = of
  return (
    <Card>
      <Heading>{`第 ${n} 个点`}</Heading>
      <TextField
        label={`第 ${n} 个点叫什么`}
        value={of.name}
        onInput={(name) => onChange({ ...of, name })}
        max={30}
        placeholder="比如 地下配电间"
        error={of.name.trim() === '' ? '请填写' : undefined}
      />
      <TextField
        label={`到第 ${n} 个点看什么`}
        value={of.watchFor ?? ''}
        onInput={(watchFor) => onChange({ ...without, ...(watchFor && { watchFor }) })}
        max={60}
        placeholder="比如 门锁、积水、灭火器（可以不填）"
      />
      <PickLine
        label={`第 ${n} 个点在哪`}
        options={spots.map((s) => ({ value: keyOf(s), label: s.name }))}
        value={keyOf(of)}
        without="选一下"
        onChange={(key) => {
          const spot = spots.find((s) => keyOf(s) === key)
          if (!spot) return
          const { compoundId, buildingId } = spot
          const { buildingId: _was, ...rest } = of
          onChange({ ...rest, compoundId, ...(buildingId && { buildingId }) })
        }}
      />
      {at ? <Quiet>记了位置，扫不了的时候可以定位打卡</Quiet> : null}
      {says ? <Says>{says}</Says> : null}
      <View className="d-acts is-small">
        {n > 1 ? (
          <PlainButton label={`第 ${n} 个点往前`} onTap={() => props.onMove(-1)}>
            往前
          </PlainButton>
        ) : null}
        {props.isLast ? null : (
          <PlainButton label={`第 ${n} 个点往后`} onTap={() => props.onMove(1)}>
            往后
          </PlainButton>
        )}
        {at ? (
          <PlainButton label={`第 ${n} 个点去掉位置`} onTap={() => onChange(without)}>
            去掉位置
          </PlainButton>
        ) : isBrowser ? null : (
          <PlainButton label={`第 ${n} 个点记下位置`} onTap={() => void stand()}>
            记下位置
          </PlainButton>
        )}
        <PlainButton tone="vermilion" label={`删掉第 ${n} 个点`} onTap={props.onRemove}>
          删掉
        </PlainButton>
      </View>
    </Card>
  )
}

/** Checkpoints in the order in which they are usually walked. One that stays keeps its id, and with it the code on the wall. */
export function Checkpoints(props: {
  value: readonly Checkpoint[]
  spots: readonly Spot[]
  onChange: (checkpoints: readonly Checkpoint[]) => void
}) {
  const { value, spots, onChange } = props
  const replace = (i: number, next: readonly Checkpoint[]) =>
    onChange([...value.slice(0, i), ...next, ...value.slice(i + 1)])
  const move = (i: number, by: 1 | -1) => {
    const moved = [...value]
    moved.splice(i + by, 0, ...moved.splice(i, 1))
    onChange(moved)
  }
  const make = ({ compoundId, buildingId }: Spot, name: string): Checkpoint => ({
    ...{ checkpointId: newId(), name, compoundId },
    ...(buildingId && { buildingId }),
  })
  const called = (spot: Spot) =>
    spots.filter((s) => s.short === spot.short).length > 1 ? spot.name : spot.short
  const [first] = spots
  const bare = spots.filter((s) => s.buildingId && !value.some((c) => c.buildingId === s.buildingId))
  return (
    <View className="d-detail">
      <Heading>{value.length === 0 ? '巡查点' : `${value.length} 个巡查点`}</Heading>
      {value.map((of, i) => (
        <One
          key={of.checkpointId}
          n={i + 1}
          of={of}
          spots={spots}
          isLast={i === value.length - 1}
          onChange={(next) => replace(i, [next])}
          onMove={(by) => move(i, by)}
          onRemove={() => replace(i, [])}
        />
      ))}
      <View className="d-acts">
        {first ? (
          <PlainButton onTap={() => onChange([...value, make(first, '')])}>加一个点</PlainButton>
        ) : null}
        {bare.length > 1 ? (
          <PlainButton onTap={() => onChange([...value, ...bare.map((s) => make(s, `${called(s)} 门口`))])}>
            {`每栋门口加一个（${bare.length} 栋）`}
          </PlainButton>
        ) : null}
      </View>
    </View>
  )
}
