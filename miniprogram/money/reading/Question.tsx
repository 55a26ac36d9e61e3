import { Text, View } from '@tarojs/components'
import type { Output } from '../../../shared/contract'
import { sayAnswerBy } from '../../../shared/statement/words'
import { Chip, PlainButton, Quiet } from '../../kernel/ui'
import { sayAt } from '../../whistle/parts/words'
import '../parts/money.scss'

export type Asked = Output<'statement.get'>['items'][number]

/** A question under its line, and what was answered; until then by when it will be. */
export function Question({ question, now, onAnswer }: { question: Asked; now: Date; onAnswer?(): void }) {
  const { answer, words, mine, overdue } = question
  return (
    <View className="y-question">
      <Quiet>{`${mine ? '我' : '一位业主'} ${sayAt(question.at, now)} 问`}</Quiet>
      <Text className="y-words" userSelect>
        {words ?? '（问的话已经按本人的意思删掉）'}
      </Text>
      {answer ? (
        <View className="y-answer y-stack">
          <Quiet>{`${answer.by} ${sayAt(answer.at, now)} 答`}</Quiet>
          <Text className="y-words" userSelect>
            {answer.words}
          </Text>
        </View>
      ) : (
        <View>
          <Chip tone={overdue || onAnswer ? 'vermilion' : 'sun'}>
            {overdue ? '过了时限还没有答' : sayAnswerBy(question.dueAt, now)}
          </Chip>
        </View>
      )}
      {onAnswer ? <PlainButton onTap={onAnswer}>答复</PlainButton> : null}
    </View>
  )
}
