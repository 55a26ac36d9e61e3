import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { sayIncidentPlace, sayIncidentWindow } from '../../../shared/incident/words'
import { sayWhen } from '../../../shared/kernel/time'
import { categoryWords } from '../../../shared/whistle/categories'
import { useAct } from '../../kernel/act'
import { useLoad } from '../../kernel/load'
import { useMe } from '../../kernel/session'
import {
  Card,
  Faces,
  Heading,
  Label,
  MainButton,
  PlainButton,
  Quiet,
  Refused,
  Says,
  Sheet,
} from '../../kernel/ui'
import { AnswerWords, IncidentChip } from '../../place/IncidentCards'
import { IncidentAnswer } from './IncidentAnswer'
import { IncidentCandidates, IncidentOn } from './IncidentWhistles'
import './desk.scss'

/** One cause of many whistles: what is known, one answer to all, what may belong to it too, and its end. */
export function IncidentDetail(props: { communityId: string; incidentId: string; onChanged?(): void }) {
  const { communityId, incidentId } = props
  const { can } = useMe()
  const incident = useLoad('incident.get', { communityId, incidentId })
  const end = useAct('incident.end')
  const [ending, setEnding] = useState(false)
  const [note, setNote] = useState<string>()
  const { reload } = incident
  const now = new Date()

  const finish = (says: string) => {
    setNote(says)
    reload()
    props.onChanged?.()
  }
  const closeEnding = () => {
    setEnding(false)
    end.clear()
    reload()
  }
  return (
    <Faces of={incident} lines={5}>
      {(data) => {
        const mayDo =
          data.endedAt === null && can('incident.answer', { communityId, compoundId: data.compoundId })
        return (
          <View className="d-detail">
            {note && <Says tone="pine">{note}</Says>}
            <View className="d-headline">
              <View className="d-grow">
                <Heading>{data.title}</Heading>
                <Quiet>{`${sayIncidentPlace(data)} · ${categoryWords[data.category]}`}</Quiet>
                <Quiet>{sayIncidentWindow(data, now)}</Quiet>
              </View>
              <IncidentChip incident={data} now={now} />
            </View>
            <Card>
              <Text className="d-long">{data.words}</Text>
              <Quiet>{`${sayWhen(new Date(data.openedAt), now)} 告诉大家`}</Quiet>
            </Card>
            {mayDo && <IncidentAnswer incident={data} onAnswered={finish} />}
            {data.answers.length > 0 && (
              <Card>
                <Label>已经答复的</Label>
                {data.answers.map((answer) => (
                  <AnswerWords key={answer.answerId} answer={answer} now={now} />
                ))}
              </Card>
            )}
            {mayDo && <IncidentCandidates incident={data} onDone={finish} />}
            <IncidentOn incident={data} mayRemove={mayDo} onDone={finish} />
            {mayDo && <PlainButton onTap={() => setEnding(true)}>这件事结束了…</PlainButton>}
            <Sheet open={ending} title="结束" onClose={closeEnding}>
              <Says tone="sun">
                {data.answers.length === 0
                  ? '还没有答复过大家，最好先说一句再结束。结束以后不能再加、再答复，每件哨照常办完。'
                  : '结束以后不能再加、再答复，每件哨照常办完、照常回访。'}
              </Says>
              <Refused by={end.refusal} />
              <View className="d-acts">
                <MainButton
                  busy={end.busy}
                  onTap={() => {
                    void end.run({ communityId, incidentId }).then((answer) => {
                      if (!answer) return
                      setEnding(false)
                      finish('已经结束，以前说过的都还能看到')
                    })
                  }}
                >
                  结束
                </MainButton>
                <PlainButton onTap={closeEnding}>先不结束</PlainButton>
              </View>
            </Sheet>
          </View>
        )
      }}
    </Faces>
  )
}
