import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { useAct } from '../../../kernel/act'
import { MainButton, PlainButton, Quiet, Refused, Says, Sheet } from '../../../kernel/ui'
import { type ActProps, keyOf } from './ActSheet'

/** The whole number of whoever reported it. Leaving the sheet forgets it. */
export function RevealAct({ whistle, onClose, callerId }: ActProps & { callerId: string | undefined }) {
  const { run, busy, refusal } = useAct('whistle.reveal')
  const [found, setFound] = useState<{ name: string | null; phone: string }>()
  if (found)
    return (
      <Sheet open title="报事人的电话" onClose={onClose}>
        <Quiet>{found.name ?? '没有留名字'}</Quiet>
        <Text className="w-phone" userSelect>
          {found.phone}
        </Text>
        <View className="w-acts">
          <MainButton onTap={() => void Taro.makePhoneCall({ phoneNumber: found.phone })}>打电话</MainButton>
          <PlainButton onTap={onClose}>看完了</PlainButton>
        </View>
      </Sheet>
    )
  const look = async () => setFound(await run({ ...keyOf(whistle), ...(callerId && { callerId }) }))
  return (
    <Sheet open title="看完整电话" onClose={onClose}>
      <Says tone="sun">只为办“{whistle.title}”联系报事人。谁在什么时候看的会记下来，本人能看到。</Says>
      <Refused by={refusal} />
      <View className="w-acts">
        <MainButton busy={busy} onTap={() => void look()}>
          看完整号码
        </MainButton>
        <PlainButton onTap={onClose}>不看了</PlainButton>
      </View>
    </Sheet>
  )
}
