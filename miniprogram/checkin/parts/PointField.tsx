import { View } from '@tarojs/components'
import { useState } from 'react'
import { nearMetres } from '../../../shared/service/states'
import { locate } from '../../kernel/position'
import { PlainButton, Quiet, Says } from '../../kernel/ui'

/** Where one may sign in by position: here, where the worker stands, or nowhere. */
export function PointField(props: {
  value: { lat: number; lng: number } | undefined
  onChange(point: { lat: number; lng: number } | undefined): void
}) {
  const [busy, setBusy] = useState(false)
  const [said, say] = useState<string>()
  const mark = async () => {
    setBusy(true)
    const fix = await locate()
    setBusy(false)
    if (typeof fix !== 'object') return say('没有拿到位置。不标也行，用签到码签到。')
    say(undefined)
    props.onChange({ lat: fix.lat, lng: fix.lng })
  }
  return (
    <View className="k-field">
      <View className="k-label">定位签到（可以不标）</View>
      {props.value ? (
        <>
          <Says tone="pine">{`地点标好了，${nearMetres} 米内能用定位签到。`}</Says>
          <PlainButton onTap={() => props.onChange(undefined)}>不用定位签到</PlainButton>
        </>
      ) : (
        <PlainButton busy={busy} onTap={() => void mark()}>
          我就在地点，标在这里
        </PlainButton>
      )}
      {said ? <Quiet>{said}</Quiet> : null}
    </View>
  )
}
