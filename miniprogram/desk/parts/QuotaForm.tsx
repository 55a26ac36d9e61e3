import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Output } from '../../../shared/contract'
import { aDayAtMost, quota as usual } from '../../../shared/whistle/limits'
import { useAct } from '../../kernel/act'
import { MainButton, PlainButton, Quiet, Refused, TextField } from '../../kernel/ui'
import './desk.scss'

export type Quota = Output<'whistle.clocks'>['quota']
export const sayQuota = (q: Pick<Quota, 'aDay' | 'alikeADay'>): string =>
  `一个人一天最多 ${q.aDay} 次，同样的事最多 ${q.alikeADay} 次`

const readTimes = (text: string): number | undefined => {
  const n = /^\d{1,3}$/.test(text.trim()) ? Number(text.trim()) : 0
  return n >= 1 && n <= aDayAtMost ? n : undefined
}

/** How many whistles the community takes from one person a day. */
export function QuotaForm(props: {
  communityId: string
  quota: Quota
  onSaved(says: string): void
  onClose(): void
}) {
  const { communityId, quota } = props
  const set = useAct('whistle.setQuota')
  const [typed, setTyped] = useState({ aDay: String(quota.aDay), alikeADay: String(quota.alikeADay) })
  const [tried, setTried] = useState(false)
  const aDay = readTimes(typed.aDay)
  const alikeADay = readTimes(typed.alikeADay)
  const wrong = (times: number | undefined) =>
    tried && times === undefined ? `请填 1 到 ${aDayAtMost} 的整数` : undefined
  const save = async () => {
    setTried(true)
    if (aDay === undefined || alikeADay === undefined) return
    if (await set.run({ communityId, aDay, alikeADay })) props.onSaved(sayQuota({ aDay, alikeADay }))
  }
  return (
    <View className="d-detail">
      <Quiet>{`一般规定：${sayQuota(usual)}`}</Quiet>
      <TextField
        label="一个人一天最多吹几次"
        type="number"
        max={3}
        value={typed.aDay}
        onInput={(value) => setTyped((was) => ({ ...was, aDay: value }))}
        error={wrong(aDay)}
      />
      <TextField
        label="同样的事一天最多几次"
        type="number"
        max={3}
        value={typed.alikeADay}
        onInput={(value) => setTyped((was) => ({ ...was, alikeADay: value }))}
        error={wrong(alikeADay)}
      />
      <Quiet>急事不受影响：页面上先写着该打哪个电话。</Quiet>
      <Refused by={set.refusal} />
      <View className="d-acts">
        <MainButton busy={set.busy} onTap={() => void save()}>
          就这样定
        </MainButton>
        <PlainButton onTap={props.onClose}>不改了</PlainButton>
      </View>
    </View>
  )
}
