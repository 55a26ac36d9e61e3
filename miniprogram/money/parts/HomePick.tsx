import { View } from '@tarojs/components'
import { useState } from 'react'
import { Picked, Picker } from '../../dwelling/Picker'
import type { Spot } from '../../dwelling/where'
import type { Books } from './books'
import '../../dwelling/claim.scss'

export interface PickedHome {
  homeId: string
  label: string
}

const asks = { building: '哪一栋', home: '哪一户' } as const

/** A home of the compound: the house, the entrance, the door, one question at a time. */
export function HomePick(props: {
  books: Books
  value: PickedHome | undefined
  onChange(home: PickedHome | undefined): void
  error?: string
}) {
  const { value, onChange } = props
  const { communityId, compoundId } = props.books
  const [spot, setSpot] = useState<Spot>({ communityId, compoundId })
  const move = (next: Spot) => {
    setSpot(next)
    onChange(next.homeId ? { homeId: next.homeId, label: next.home ?? '' } : undefined)
  }
  // one that came from elsewhere, such as the first in the line, is told as it is
  const shown: Spot = value && !spot.homeId ? { ...spot, homeId: value.homeId, home: value.label } : spot
  return (
    <View className="d-detail">
      <Picked spot={shown} onChange={move} />
      <Picker spot={shown} onChange={move} asks={asks} />
      {props.error ? (
        <View className="k-wrong" ariaRole="alert">
          {props.error}
        </View>
      ) : null}
    </View>
  )
}
