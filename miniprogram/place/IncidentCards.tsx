import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { Output } from '../../shared/contract'
import { sayIncidentPlace, sayIncidentWindow, sayWhistles } from '../../shared/incident/words'
import { sayWhen } from '../../shared/kernel/time'
import type { Category } from '../../shared/whistle/categories'
import { stateWords } from '../../shared/whistle/words'
import { go } from '../kernel/go'
import { useList, useLoad } from '../kernel/load'
import { Card, Chip, Faces, Heading, Label, PlainButton, Quiet, Row, Says, Sheet } from '../kernel/ui'
import './incident.scss'

type Incident = Output<'incident.list'>['items'][number]
type Answer = Output<'incident.get'>['answers'][number]

/** 在办 until somebody says that it is over. */
export const IncidentChip = ({
  incident,
  now,
}: {
  incident: Pick<Incident, 'from' | 'endedAt'>
  now: Date
}) => {
  if (incident.endedAt !== null) return <Chip tone="pine">已结束</Chip>
  return <Chip tone="sun">{Date.parse(incident.from) > now.getTime() ? '将要开始' : '正在处理'}</Chip>
}

export const AnswerWords = ({ answer, now }: { answer: Answer; now: Date }) => (
  <View className="i-answer">
    <Text className="i-words" userSelect>
      {answer.words}
    </Text>
    <Quiet>社区 {sayWhen(new Date(answer.at), now)} 答复大家</Quiet>
  </View>
)

/** What it is, where, since when, and what was last answered. */
export function IncidentFace({ incident, now }: { incident: Incident; now: Date }) {
  return (
    <>
      <View>
        <View className="i-head">
          <Heading>{incident.title}</Heading>
          <IncidentChip incident={incident} now={now} />
        </View>
        <Quiet>{sayIncidentPlace(incident)}</Quiet>
        <Quiet>{sayIncidentWindow(incident, now)}</Quiet>
      </View>
      {incident.answer === null ? (
        <Text className="i-words">{incident.words}</Text>
      ) : (
        <AnswerWords answer={incident.answer} now={now} />
      )}
      <Quiet>{sayWhistles(incident.whistles)}</Quiet>
    </>
  )
}

/** All that everybody was told, and one's own whistles among those on it. */
function WholeIncident({ communityId, incidentId }: { communityId: string; incidentId: string }) {
  const incident = useLoad('incident.get', { communityId, incidentId })
  const now = new Date()
  return (
    <Faces of={incident} lines={3}>
      {(data) => (
        <View className="i-whole">
          <View>
            <Quiet>{sayIncidentPlace(data)}</Quiet>
            <Quiet>{sayIncidentWindow(data, now)}</Quiet>
          </View>
          {data.answers.map((answer) => (
            <AnswerWords key={answer.answerId} answer={answer} now={now} />
          ))}
          <View className="i-answer">
            <Text className="i-words" userSelect>
              {data.words}
            </Text>
            <Quiet>社区 {sayWhen(new Date(data.openedAt), now)} 告诉大家</Quiet>
          </View>
          <Quiet>{sayWhistles(data.whistles)}</Quiet>
          {data.on.length > 0 ? (
            <Card>
              <Label>其中你能看到的</Label>
              {data.on.slice(0, 20).map((w) => (
                <Row
                  key={w.whistleId}
                  left={w.title}
                  quiet={w.place}
                  right={stateWords[w.state]}
                  label={`${w.title}，${stateWords[w.state]}，打开`}
                  onTap={() => go('whistle/one', { communityId, whistleId: w.whistleId })}
                />
              ))}
            </Card>
          ) : null}
        </View>
      )}
    </Faces>
  )
}

/** Opens into all that is known of it. */
function OpensWhole({ incident }: { incident: Incident }) {
  const [open, setOpen] = useState(false)
  const now = new Date()
  const { communityId, incidentId, title } = incident
  return (
    <>
      <Card
        className="i-card"
        onTap={() => setOpen(true)}
        label={`${title}，${sayIncidentWindow(incident, now)}，打开`}
      >
        <IncidentFace incident={incident} now={now} />
      </Card>
      <Sheet open={open} title={title} onClose={() => setOpen(false)}>
        {open ? <WholeIncident communityId={communityId} incidentId={incidentId} /> : null}
      </Sheet>
    </>
  )
}

/**
 * 一事一告 of a compound: what happens to many at once, for whoever lives or works there. Nothing where there is none,
 * so that it may stand above whatever else a page shows; of one category alone, before somebody whistles of the same.
 */
export function IncidentCards(props: { communityId: string; compoundId: string; category?: Category }) {
  const { communityId, compoundId, category } = props
  const list = useList('incident.list', { communityId, compoundId, show: 'open' })
  const shown = list.items.filter((i) => category === undefined || i.category === category)
  if (shown.length === 0) return null
  return (
    <View className="i-cards">
      <Label>一事一告：许多人遇到的同一件事</Label>
      {shown.map((incident) => (
        <OpensWhole key={incident.incidentId} incident={incident} />
      ))}
      {list.done ? null : (
        <PlainButton onTap={list.more} busy={list.loadingMore}>
          再看一些
        </PlainButton>
      )}
    </View>
  )
}

/** The one that a whistle is on, for the whistle's own page; who may not read it is told that it is one. */
export function IncidentOf({ communityId, incidentId }: { communityId: string; incidentId: string }) {
  const incident = useLoad('incident.get', { communityId, incidentId })
  if (incident.data === undefined) return <Says>这是许多人遇到的同一件事，一起办，一起答复。</Says>
  return <OpensWhole incident={incident.data} />
}
