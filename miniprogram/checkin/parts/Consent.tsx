import { View } from '@tarojs/components'
import { consentVersion } from '../../../shared/checkin/states'
import { asVolunteer, consentWords } from '../../../shared/checkin/words'
import { useCreate } from '../../desk/parts/useCreate'
import { back } from '../../kernel/go'
import { Card, Heading, MainButton, PlainButton, Quiet, Refused } from '../../kernel/ui'
import './checkin.scss'

/** Asked before anything is taken down, apart from everything else: what is kept, and who sees it. */
export function Consent({ onDone }: { onDone(): void }) {
  const { create, busy, refusal } = useCreate('checkin.consent')
  const agree = async () => {
    if (await create({ version: consentVersion })) onDone()
  }
  return (
    <>
      <Card>
        <Heading>报到之前，请先看一看</Heading>
        {consentWords.map((words, i) => (
          <View key={words} className="p-point">
            <View className="p-point-number">{i + 1}</View>
            <View className="k-row-words">{words}</View>
          </View>
        ))}
        <Quiet>{asVolunteer}。</Quiet>
      </Card>
      <Refused by={refusal} />
      <MainButton busy={busy} onTap={() => void agree()}>
        我看过了，同意
      </MainButton>
      <PlainButton onTap={back}>不同意，先不报到</PlainButton>
    </>
  )
}
