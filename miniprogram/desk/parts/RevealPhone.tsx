import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { type RevealPurpose, revealPurposes, revealPurposeWords } from '../../../shared/person/contract'
import { useAct } from '../../kernel/act'
import { Choice, MainButton, PlainButton, Quiet, Refused, Says } from '../../kernel/ui'
import './desk.scss'

/** One whole phone number, after saying what for. Leaving the sheet forgets it. */
export function RevealPhone(props: {
  communityId: string
  homeId: string
  tieId: string
  who: string
  onClose(): void
}) {
  const reveal = useAct('person.reveal')
  const [purpose, setPurpose] = useState<RevealPurpose>()
  const [phone, setPhone] = useState<string | null>()
  const [unsaid, setUnsaid] = useState(false)
  const { communityId, homeId, tieId } = props

  const look = async () => {
    if (purpose === undefined) return setUnsaid(true)
    const answer = await reveal.run({ communityId, homeId, tieId, purpose })
    if (answer) setPhone(answer.phone)
  }

  if (phone !== undefined)
    return (
      <View className="d-detail">
        <Quiet>{`${props.who} 的手机号`}</Quiet>
        <Text className="d-phone" userSelect>
          {phone ?? '这个人没有登记手机号'}
        </Text>
        <View className="d-acts">
          {phone !== null && (
            <MainButton onTap={() => void Taro.makePhoneCall({ phoneNumber: phone })}>打电话</MainButton>
          )}
          <PlainButton onTap={props.onClose}>看完了</PlainButton>
        </View>
      </View>
    )
  return (
    <View className="d-detail">
      <Says tone="sun">{`会记下是你在什么时候、为了什么看的，${props.who} 本人能看到这条记录。`}</Says>
      <Choice
        label="为了什么事"
        options={revealPurposes.map((p) => ({ value: p, label: revealPurposeWords[p] }))}
        value={purpose}
        onChange={(p) => {
          setPurpose(p)
          setUnsaid(false)
        }}
        error={unsaid ? '请先选为了什么事' : undefined}
      />
      <Refused by={reveal.refusal} />
      <View className="d-acts">
        <MainButton busy={reveal.busy} onTap={() => void look()}>
          看完整号码
        </MainButton>
        <PlainButton onTap={props.onClose}>不看了</PlainButton>
      </View>
    </View>
  )
}
