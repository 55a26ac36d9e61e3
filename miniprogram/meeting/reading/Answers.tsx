import { Text, View } from '@tarojs/components'
import { answerWords } from '../../../shared/minutes/words'
import { Card, Chip, Label, PlainButton, Quiet } from '../../kernel/ui'
import { sayAt } from '../../whistle/parts/words'
import type { Minutes } from '../writing/book'
import type { Asked } from './AnswerSheet'
import '../parts/meeting.scss'

const Said = ({ words, who, at, now }: { words: string | null; who: string; at: string; now: Date }) => (
  <>
    <Quiet>{`${who} ${sayAt(at, now)}`}</Quiet>
    <Text className="m-words" userSelect>
      {words ?? '原话已经删掉了'}
    </Text>
  </>
)

/** What those who were there want worded otherwise, before it is published. */
export function Amendments({ minutes, onAnswer }: { minutes: Minutes; onAnswer(asked: Asked): void }) {
  const { amendments, entries, acts } = minutes
  const now = new Date()
  if (amendments.length === 0) return null
  const open = amendments.filter((a) => a.answer === null).length
  return (
    <Card>
      <Label>{open > 0 ? `修改意见，${open} 条还没答复` : '修改意见'}</Label>
      {amendments.map((a) => (
        <View className="m-card-line m-stack" key={a.amendmentId}>
          <Said words={a.words} who={a.mine ? '你' : '到会的人'} at={a.at} now={now} />
          <Quiet>{`说的是：${entries.find((e) => e.itemId === a.itemId)?.title ?? '整份纪要'}`}</Quiet>
          {a.answer ? (
            <>
              <View>
                <Chip tone={a.answer.decision === 'taken' ? 'pine' : 'quiet'}>
                  {answerWords[a.answer.decision]}
                </Chip>
              </View>
              <Text className="m-words">{a.answer.words}</Text>
            </>
          ) : acts.includes('answerAmendment') ? (
            <PlainButton
              onTap={() => onAnswer({ kind: 'amendment', amendmentId: a.amendmentId, words: a.words })}
            >
              答复
            </PlainButton>
          ) : (
            <Quiet>还没有答复。</Quiet>
          )}
        </View>
      ))}
    </Card>
  )
}

/** Beneath what is published and never changes: dated notes, then who sees it otherwise and what was answered. */
export function Beneath({ minutes, onAnswer }: { minutes: Minutes; onAnswer(asked: Asked): void }) {
  const { corrections, objections, acts } = minutes
  const now = new Date()
  return (
    <>
      {corrections.length > 0 ? (
        <Card>
          <Label>更正说明</Label>
          {corrections.map((c) => (
            <View className="m-card-line m-stack" key={c.correctionId}>
              <Said words={c.words} who="更正" at={c.at} now={now} />
            </View>
          ))}
        </Card>
      ) : null}
      {objections.length > 0 ? (
        <Card>
          <Label>不同意见</Label>
          {objections.map((o) => (
            <View className="m-card-line m-stack" key={o.objectionId}>
              <Said words={o.words} who={o.mine ? '你' : '一位居民'} at={o.at} now={now} />
              {o.answer ? (
                <>
                  <Quiet>{`答复 ${sayAt(o.answer.at, now)}`}</Quiet>
                  <Text className="m-words">{o.answer.words}</Text>
                </>
              ) : acts.includes('answerObjection') ? (
                <PlainButton
                  onTap={() => onAnswer({ kind: 'objection', objectionId: o.objectionId, words: o.words })}
                >
                  答复
                </PlainButton>
              ) : (
                <Quiet>还没有答复。</Quiet>
              )}
            </View>
          ))}
        </Card>
      ) : null}
    </>
  )
}
