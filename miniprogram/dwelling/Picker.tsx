import { View } from '@tarojs/components'
import { useState } from 'react'
import { useLoad } from '../kernel/load'
import { Faces, Heading, PlainButton, Quiet, Tap, TextField } from '../kernel/ui'
import {
  askAbout,
  type Item,
  type Level,
  levels,
  levelWords,
  openLevel,
  pick,
  reopen,
  type Spot,
  withoutEntrance,
} from './where'

/** More than this, and a field to find by stands above. */
const findFrom = 12
const shownAtOnce = 60

const nameAt = (spot: Spot, level: Level): string | undefined =>
  ({
    community: spot.community,
    compound: spot.compound,
    building: spot.building,
    entrance: spot.entrance,
    home: spot.home,
  })[level]

/** What has been picked, each step open to a change of mind. */
export function Picked({ spot, onChange }: { spot: Spot; onChange: (spot: Spot) => void }) {
  const steps = levels.filter((l) => nameAt(spot, l))
  if (steps.length === 0) return null
  return (
    <View className="picked">
      {steps.map((level) => (
        <Tap
          key={level}
          className="picked-step"
          onTap={() => onChange(reopen(spot, level))}
          label={`${nameAt(spot, level)}，改选`}
        >
          {nameAt(spot, level)}
          <View>改</View>
        </Tap>
      ))}
    </View>
  )
}

function Items({
  level,
  items,
  onPick,
}: {
  level: Level
  items: readonly Item[]
  onPick: (item: Item) => void
}) {
  const [words, find] = useState('')
  const [most, setMost] = useState(shownAtOnce)
  const wanted = words.trim()
  const found = wanted ? items.filter((i) => i.name.includes(wanted) || i.under.includes(wanted)) : items
  // 701, 一单元: short names stand beside each other, long ones under each other
  const numbers = items.every((i) => i.name.length <= 5) && level !== 'community' && level !== 'compound'
  return (
    <>
      {items.length > findFrom ? (
        <TextField
          label={levelWords[level].find}
          value={words}
          onInput={find}
          max={20}
          placeholder="输入几个字或数字"
        />
      ) : null}
      <View className={`picks${numbers ? ' is-numbers' : ''}`}>
        {found.slice(0, most).map((i) => (
          <Tap key={i.id} className="pick-item" onTap={() => onPick(i)}>
            <View className="k-row-words">
              <View>{i.name}</View>
              {!numbers && i.under ? <Quiet>{i.under}</Quiet> : null}
            </View>
          </Tap>
        ))}
      </View>
      {found.length === 0 ? <Quiet>没有找到“{wanted}”，换几个字试试。</Quiet> : null}
      {found.length > most ? (
        <PlainButton onTap={() => setMost(most + shownAtOnce)}>
          再看一些（还有 {found.length - most} 个）
        </PlainButton>
      ) : null}
    </>
  )
}

/** Community, compound, building, entrance, home: one question at a time. */
export function Picker({
  spot,
  onChange,
  asks = {},
  noEntrance,
}: {
  spot: Spot
  onChange: (spot: Spot) => void
  /** Questions where it is not asked where somebody lives. */
  asks?: Partial<Record<Level, string>>
  /** What it is called when no entrance is meant. */
  noEntrance?: string
}) {
  const level = openLevel(spot)
  const list = useLoad('place.directory', level ? askAbout(spot, level) : null)
  if (!level) return null
  const words = levelWords[level]
  return (
    <>
      <Heading>{asks[level] ?? words.ask}</Heading>
      <Faces of={list} lines={4}>
        {(data) => (
          <>
            {data.items.length === 0 ? <Quiet>{words.none}</Quiet> : null}
            {data.items.length > 0 ? (
              <Items
                key={`${level} ${spot.buildingId} ${spot.entranceId}`}
                level={level}
                items={data.items}
                onPick={(item) => onChange(pick(spot, level, item))}
              />
            ) : null}
            {level === 'entrance' ? (
              <PlainButton onTap={() => onChange(withoutEntrance(spot))}>
                {noEntrance ?? (data.items.length === 0 ? '直接选门牌号' : '不在单元里（门市等）')}
              </PlainButton>
            ) : null}
          </>
        )}
      </Faces>
    </>
  )
}
