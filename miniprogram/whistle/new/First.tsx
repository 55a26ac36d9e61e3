import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { Emergency } from '../../../shared/whistle/categories'
import { MainButton, Mark } from '../../kernel/ui'
import './first.scss'

/** In an emergency, before anything else: what to do and whom to phone. */
export const First = ({ emergency }: { emergency: Emergency }) => {
  const { says, phone } = emergency
  return (
    <View className="first" ariaRole="alert">
      <View className="first-words">
        <Mark tone="vermilion" />
        <View className="k-row-words">{says}</View>
      </View>
      {phone ? (
        <MainButton
          tone="vermilion"
          label={`打电话 ${phone}`}
          onTap={() => {
            // closing the phone's own question is no fault
            Taro.makePhoneCall({ phoneNumber: phone }).catch(() => {})
          }}
        >
          打电话 {phone}
        </MainButton>
      ) : null}
    </View>
  )
}
