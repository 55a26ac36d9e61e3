import { View } from '@tarojs/components'
import type { Input } from '../../../shared/contract'
import { useAct } from '../../kernel/act'
import { Card, Heading, PlainButton, Quiet, Refused } from '../../kernel/ui'
import { keyOf } from './acts/ActSheet'
import type { Whistle } from './words'
import './whistle.scss'

const answers: readonly { value: Input<'whistle.survey'>['answer']; says: string }[] = [
  { value: 'well', says: '好着呢' },
  { value: 'broken', says: '又坏了' },
  { value: 'unsure', says: '说不清' },
]

/** A month after closing, to some: one question, one tap. */
export function Survey({ whistle, onDone }: { whistle: Whistle; onDone(says: string): void }) {
  const { run, busy, refusal } = useAct('whistle.survey')
  const send = async (answer: Input<'whistle.survey'>['answer']) => {
    if (!(await run({ ...keyOf(whistle), answer }))) return
    onDone(answer === 'broken' ? '记下了。还要办的话，请重新吹一次哨' : '记下了，谢谢你')
  }
  return (
    <Card className="w-survey">
      <Heading>一个月前的这件事，现在还好吗？</Heading>
      <View className="w-acts">
        {answers.map(({ value, says }) => (
          <PlainButton key={value} busy={busy} onTap={() => void send(value)}>
            {says}
          </PlainButton>
        ))}
      </View>
      <Refused by={refusal} />
      <Quiet>点一下就好，只问这一次。</Quiet>
    </Card>
  )
}
