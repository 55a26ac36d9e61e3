import { View } from '@tarojs/components'
import { useState } from 'react'
import type { MinutesAction, MinutesState } from '../../shared/minutes/states'
import { go, useParams } from '../kernel/go'
import { useLoad } from '../kernel/load'
import { Empty, Faces, Says, Screen, type Tone } from '../kernel/ui'
import { ActFoot, type FootAct } from './parts/ActFoot'
import { Decided } from './parts/Decided'
import { AnswerSheet, type Asked } from './reading/AnswerSheet'
import { Amendments, Beneath } from './reading/Answers'
import { Keep } from './reading/Keep'
import { type Saying, SayingSheet } from './reading/SayingSheet'
import { type Step, StepSheet } from './reading/StepSheet'
import { Entries, MinutesHead, Signed } from './reading/Text'
import type { Minutes } from './writing/book'
import './parts/meeting.scss'

type Doing = { step: Step } | { saying: Saying } | { asked: Asked }

const tones: Record<MinutesState, Tone> = { draft: 'sun', open: 'sun', signed: 'sun', published: 'pine' }

/** In this order something is expected; what a reader may say comes last, though it is all that most may do. */
const expected = ['sign', 'publish', 'open', 'amend', 'object'] as const satisfies readonly MinutesAction[]
const words: Record<(typeof expected)[number] | 'correct' | 'redraft', string> = {
  sign: '签字',
  publish: '公布',
  open: '请大家核对',
  amend: '提修改意见',
  object: '我有不同意见',
  correct: '加更正说明',
  redraft: '退回再改',
}

function doingOf(act: keyof typeof words): Doing {
  if (act === 'amend' || act === 'object' || act === 'correct') return { saying: `minutes.${act}` }
  return { step: act }
}

function footOf(minutes: Minutes, begin: (doing: Doing) => void): { main?: FootAct; others: FootAct[] } {
  const open = (act: MinutesAction) => minutes.acts.includes(act)
  const foot = (act: keyof typeof words): FootAct => ({ word: words[act], onTap: () => begin(doingOf(act)) })
  const main = expected.find(open)
  const rest = [...expected, 'correct', 'redraft'] as const
  const { communityId, meetingId } = minutes
  const write = {
    word: minutes.state === 'draft' ? '接着写' : '改几个字',
    onTap: () => go('meeting/write', { communityId, meetingId }),
  }
  return {
    ...(main && { main: foot(main) }),
    others: [...(open('write') ? [write] : []), ...rest.filter((a) => open(a) && a !== main).map(foot)],
  }
}

/** Minutes to read: what was decided first, then what was said, then who stands for it and what was noted since. */
function Read({ communityId, meetingId }: { communityId: string; meetingId: string }) {
  const minutes = useLoad('minutes.get', { communityId, meetingId })
  const [doing, setDoing] = useState<Doing>()
  const [note, setNote] = useState<string>()
  const leave = () => {
    setDoing(undefined)
    minutes.reload()
  }
  const finish = (says: string) => {
    leave()
    setNote(says)
  }
  const begin = (next: Doing) => {
    setNote(undefined)
    setDoing(next)
  }
  return (
    <Faces of={minutes} lines={4}>
      {(data) => {
        const now = new Date()
        const sheet = { minutes: data, onClose: leave, onDone: finish }
        const answer = (asked: Asked) => begin({ asked })
        return (
          <View className="m-page">
            {note === undefined ? null : <Says tone="pine">{note}</Says>}
            <MinutesHead minutes={data} now={now} />
            <Says tone={tones[data.state]}>{data.says}</Says>
            <Decided minutes={data} />
            <Entries minutes={data} />
            <Signed minutes={data} now={now} />
            <Amendments minutes={data} onAnswer={answer} />
            <Beneath minutes={data} onAnswer={answer} />
            <Keep minutes={data} />
            <ActFoot {...footOf(data, begin)} />
            {doing && 'step' in doing ? <StepSheet step={doing.step} {...sheet} /> : null}
            {doing && 'saying' in doing ? <SayingSheet name={doing.saying} {...sheet} /> : null}
            {doing && 'asked' in doing ? <AnswerSheet asked={doing.asked} {...sheet} /> : null}
          </View>
        )
      }}
    </Faces>
  )
}

export default function MinutesPage() {
  const { communityId, meetingId } = useParams<{ communityId: string; meetingId: string }>()
  return (
    <Screen title="纪要">
      {communityId === undefined || meetingId === undefined ? (
        <Empty says="没有找到这份纪要" act="看会议" onAct={() => go('meeting/list')} />
      ) : (
        <Read key={meetingId} communityId={communityId} meetingId={meetingId} />
      )}
    </Screen>
  )
}
