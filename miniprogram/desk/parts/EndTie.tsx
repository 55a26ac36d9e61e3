import { View } from '@tarojs/components'
import { useState } from 'react'
import { dayOf } from '../../../shared/kernel/time'
import { useAct } from '../../kernel/act'
import { DayField, MainButton, PlainButton, Refused, Says } from '../../kernel/ui'
import { fieldSays } from './saidIn'
import './desk.scss'

/** Somebody moves out or sells: the tie ends on a day, and stays in the past. */
export function EndTie(props: {
  communityId: string
  homeId: string
  tieId: string
  who: string
  label: string
  onEnded(says: string): void
  onClose(): void
}) {
  const end = useAct('home.endTie')
  const [to, setTo] = useState(() => dayOf(new Date()))
  const { communityId, homeId, tieId } = props
  const save = async () => {
    const answer = await end.run({ communityId, homeId, tieId, to })
    if (answer) props.onEnded(`${props.who} 在 ${props.label} 的登记已经结束`)
  }
  return (
    <View className="d-detail">
      <Says tone="quiet">{`到这一天为止，${props.who} 还是 ${props.label} 的人；过了这天就看不到这一户了。以前的登记会留着。`}</Says>
      <DayField label="最后一天" value={to} onChange={setTo} error={fieldSays(end.refusal, 'to')} />
      <Refused by={end.refusal} />
      <View className="d-acts">
        <MainButton busy={end.busy} onTap={() => void save()}>
          结束登记
        </MainButton>
        <PlainButton onTap={props.onClose}>先不结束</PlainButton>
      </View>
    </View>
  )
}
