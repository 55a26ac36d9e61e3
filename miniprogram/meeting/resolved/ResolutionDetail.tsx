import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { Output } from '../../../shared/contract'
import { sayVotes } from '../../../shared/resolution/words'
import { go } from '../../kernel/go'
import { useLoad } from '../../kernel/load'
import { Card, Chip, Faces, Label, Quiet, Row, Says } from '../../kernel/ui'
import { Photos } from '../../whistle/parts/Photos'
import { Line } from '../../whistle/parts/Timeline'
import { sayAt, sayDayShort } from '../../whistle/parts/words'
import { ActFoot, type FootAct } from '../parts/ActFoot'
import { sayDue, sayStand, toneOfResolution } from '../parts/Decided'
import { Pledges } from './Pledges'
import { type ProgressAct, ProgressSheet } from './ProgressSheet'
import '../parts/meeting.scss'
import '../../whistle/parts/whistle.scss'

export type ResolutionView = Output<'resolution.get'>

const kinds: Record<ResolutionView['progress'][number]['kind'], string> = {
  progress: '报了进展',
  done: '说办好了',
  dropped: '说不办了',
}
const acts = ['finish', 'progress', 'drop'] as const satisfies readonly ProgressAct[]
const words: Record<ProgressAct, string> = { finish: '办好了', progress: '报进展', drop: '不办了' }

/** What has been done for it so far, with its evidence; dashed what is waited for. */
function Progress({ resolution, now }: { resolution: ResolutionView; now: Date }) {
  const { progress, state, overdue, party, dueOn } = resolution
  return (
    <View className="w-timeline" ariaLabel="进展">
      <Line
        dot="done"
        says="会上定了"
        quiet={`${resolution.meeting}，${sayDayShort(resolution.decidedOn, now)}`}
      />
      {progress.map((p) => (
        <Line key={p.progressId} dot="done" says={`${p.by}${kinds[p.kind]}`} quiet={sayAt(p.at, now)}>
          {p.words === null ? null : (
            <Text className="w-step-words" userSelect>
              {p.words}
            </Text>
          )}
          <Photos photos={p.photos} small />
        </Line>
      ))}
      {state === 'open' ? (
        <Line
          dot={overdue ? 'urgent' : 'waits'}
          says={`等${party.name}办好`}
          quiet={
            overdue ? `该在 ${sayDayShort(dueOn, now)} 前办好，已经超期` : `${sayDayShort(dueOn, now)}前`
          }
        />
      ) : null}
    </View>
  )
}

/** One thing that was decided: who does it by when, what was done, and what neighbours give for it. */
export function ResolutionDetail(props: { communityId: string; resolutionId: string; onChanged?(): void }) {
  const { communityId, resolutionId } = props
  const resolution = useLoad('resolution.get', { communityId, resolutionId })
  const [doing, setDoing] = useState<ProgressAct>()
  const [note, setNote] = useState<string>()
  const changed = () => {
    resolution.reload()
    props.onChanged?.()
  }
  const begin = (act: ProgressAct) => {
    setNote(undefined)
    setDoing(act)
  }
  const leave = () => {
    setDoing(undefined)
    resolution.reload()
  }
  return (
    <Faces of={resolution} lines={3}>
      {(data) => {
        const now = new Date()
        const { whistle, votes } = data
        const open = acts.filter((act) => data.acts.includes(act))
        const foot = (act: ProgressAct): FootAct => ({ word: words[act], onTap: () => begin(act) })
        return (
          <View className="m-page">
            {note === undefined ? null : <Says tone="pine">{note}</Says>}
            <View className="m-stack">
              <View className="m-title" ariaRole="heading">
                {data.words}
              </View>
              <View className="m-when">{sayDue(data, now)}</View>
              {votes ? <View>{sayVotes(votes)}</View> : null}
              <View>
                <Chip tone={toneOfResolution(data)}>{sayStand(data, now)}</Chip>
              </View>
              {data.published ? null : <Quiet>纪要还没有公布，现在只有到会的人和承办的一方看得到。</Quiet>}
            </View>
            {data.pledge ? <Pledges key={data.state} resolution={data} onChanged={changed} /> : null}
            <Label>办到哪了</Label>
            <Progress resolution={data} now={now} />
            <Card>
              <Row
                left="哪次会定的"
                quiet={`${data.meeting}，${sayDayShort(data.decidedOn, now)}`}
                label={`${data.meeting}，打开`}
                onTap={() => go('meeting/one', { communityId, meetingId: data.meetingId })}
              />
              {whistle ? (
                <Row
                  left="为哪一件哨"
                  quiet={whistle.title}
                  label={`吹的哨：${whistle.title}，打开`}
                  onTap={() => go('whistle/one', { communityId, whistleId: whistle.whistleId })}
                />
              ) : null}
            </Card>
            <ActFoot {...(open[0] && { main: foot(open[0]) })} others={open.slice(1).map(foot)} />
            {doing ? (
              <ProgressSheet
                key={doing}
                act={doing}
                resolution={data}
                onClose={leave}
                onDone={(says) => {
                  setDoing(undefined)
                  setNote(says)
                  changed()
                }}
              />
            ) : null}
          </View>
        )
      }}
    </Faces>
  )
}
