import { View } from '@tarojs/components'
import { leaveReasonWords, takingStateWords } from '../../../shared/task/words'
import { useAct } from '../../kernel/act'
import { Card, Chip, Heading, MainButton, PlainButton, Quiet, Refused, Row } from '../../kernel/ui'
import { beside } from '../../whistle/parts/words'
import type { Task } from './words'

const tones = { asked: 'vermilion', taken: 'pine', declined: 'quiet', left: 'quiet', ended: 'quiet' } as const

/** Who took it; of those who asked the worker chooses. */
export function Takers({ task, onDone }: { task: Task; onDone(says: string): void }) {
  const { run, busy, refusal } = useAct('task.choose')
  const { communityId, takers } = task
  const choose = async (takingId: string, name: string, take: boolean) => {
    if (await run({ communityId, takingId, take })) onDone(take ? `选了${name}` : `告诉${name}这次没选上`)
  }
  return (
    <Card>
      <Heading>{takers.length === 0 ? '还没有人认领' : `认领的人（${task.taken} / ${task.places}）`}</Heading>
      {takers.length === 0 ? <Quiet>合适的党员已经收到消息了。</Quiet> : null}
      {takers.map((t) => (
        <View key={t.takingId}>
          <Row
            left={t.name}
            quiet={beside(
              t.fits && '特长、时间都合适',
              t.wanted && '愿意做这类事',
              t.reason && leaveReasonWords[t.reason],
            )}
            chip={<Chip tone={tones[t.state]}>{takingStateWords[t.state]}</Chip>}
          />
          {t.state === 'asked' && task.state === 'open' ? (
            <View className="d-acts">
              <MainButton
                busy={busy}
                label={`选${t.name}`}
                onTap={() => void choose(t.takingId, t.name, true)}
              >
                选这位
              </MainButton>
              <PlainButton label={`不选${t.name}`} onTap={() => void choose(t.takingId, t.name, false)}>
                这次不选
              </PlainButton>
            </View>
          ) : null}
        </View>
      ))}
      <Refused by={refusal} />
    </Card>
  )
}
