import { View } from '@tarojs/components'
import { useState } from 'react'
import { dayOf } from '../../../shared/kernel/time'
import { PickLine } from '../../desk/parts/PickLine'
import { useCreate } from '../../desk/parts/useCreate'
import { useAct } from '../../kernel/act'
import { useList } from '../../kernel/load'
import { DayField, Quiet, TextField } from '../../kernel/ui'
import { sayDate } from '../../meeting/parts/words'
import { ActSheet } from '../../whistle/parts/acts/ActSheet'
import type { Project, Terms } from './ProjectTerms'

export interface ProjectActProps {
  project: Project
  waiting: Terms | undefined
  onClose(): void
  onDone(says: string): void
}
const apart = 'apart'

/** One side's word, for itself alone; at a joint meeting it names the meeting. */
export function AgreeAct({ project, waiting, onClose, onDone }: ProjectActProps) {
  const { run, busy, refusal } = useAct('project.agree')
  const { communityId, projectId, side } = project
  const meetings = useList('meeting.list', side === 'community' ? { communityId, show: 'past' } : null)
  const [meetingId, setMeeting] = useState<string>(apart)
  const now = new Date()
  const agree = async () => {
    if (waiting === undefined) return
    const { termsId } = waiting
    const done = await run({
      ...{ communityId, projectId, termsId },
      ...(meetingId !== apart && { meetingId }),
    })
    if (done) onDone('同意了')
  }
  return (
    <ActSheet
      title="同意这一份"
      act="我们同意"
      onAct={() => void agree()}
      busy={busy}
      refusal={refusal}
      onClose={onClose}
    >
      <View>双方都同意，才开始算数；以后要改，也要双方都同意。</View>
      {side === 'community' && meetings.items.length > 0 ? (
        <PickLine
          label="在哪次联席会议上定的"
          options={[
            { value: apart, label: '没有开会，各自同意' },
            ...meetings.items.map((m) => ({
              value: m.meetingId,
              label: m.title,
              hint: sayDate(dayOf(new Date(m.startsAt)), now),
            })),
          ]}
          value={meetingId}
          without="没有开会，各自同意"
          onChange={setMeeting}
        />
      ) : null}
    </ActSheet>
  )
}

export function DeclineAct({ project, waiting, onClose, onDone }: ProjectActProps) {
  const { run, busy, refusal } = useAct('project.decline')
  const { communityId, projectId } = project
  const decline = async () => {
    if (waiting && (await run({ communityId, projectId, termsId: waiting.termsId })))
      onDone('告诉对方了：不同意')
  }
  return (
    <ActSheet
      title="不同意这一份"
      act="不同意，告诉对方"
      onAct={() => void decline()}
      busy={busy}
      refusal={refusal}
      onClose={onClose}
    >
      <View>{project.inForce === null ? '这个项目就不做了。' : '原来定好的照样算。'}</View>
    </ActSheet>
  )
}

/** While the other side has not answered. */
export function TakeBackAct({ project, waiting, onClose, onDone }: ProjectActProps) {
  const { run, busy, refusal } = useAct('project.decline')
  const { communityId, projectId } = project
  const takeBack = async () => {
    if (waiting && (await run({ communityId, projectId, termsId: waiting.termsId }))) onDone('收回了')
  }
  return (
    <ActSheet
      title="收回提的这一份"
      act="收回，告诉对方"
      onAct={() => void takeBack()}
      busy={busy}
      refusal={refusal}
      onClose={onClose}
    >
      <View>{project.inForce === null ? '这个项目就不做了，可以另外再提。' : '原来定好的照样算。'}</View>
    </ActSheet>
  )
}

export function StepAct({ project, onClose, onDone }: ProjectActProps) {
  const { create, busy, refusal } = useCreate('project.step')
  const { communityId, projectId } = project
  const [day, setDay] = useState(() => dayOf(new Date()))
  const [words, setWords] = useState('')
  const [tried, setTried] = useState(false)
  const send = async () => {
    setTried(true)
    if (words.trim() === '') return
    if (await create({ communityId, projectId, day, words })) onDone('记下了')
  }
  return (
    <ActSheet
      title="记一条进展"
      act="记下"
      onAct={() => void send()}
      busy={busy}
      refusal={refusal}
      onClose={onClose}
    >
      <DayField label="哪一天" value={day} onChange={setDay} />
      <TextField
        label="做了什么"
        long
        max={300}
        value={words}
        onInput={setWords}
        error={tried && words.trim() === '' ? '请写做了什么' : undefined}
      />
    </ActSheet>
  )
}

export function FinishAct({ project, onClose, onDone }: ProjectActProps) {
  const { run, busy, refusal } = useAct('project.finish')
  const { communityId, projectId } = project
  const finish = async () => {
    if (await run({ communityId, projectId })) onDone('办结了')
  }
  return (
    <ActSheet
      title="做完了"
      act="办结"
      onAct={() => void finish()}
      busy={busy}
      refusal={refusal}
      onClose={onClose}
    >
      <View>办结以后，算进单位和社区的共建项目里。</View>
    </ActSheet>
  )
}

/** Both sides have to agree to that too. */
export function GiveUpAct({ project, onClose, onDone }: ProjectActProps) {
  const { create, busy, refusal } = useCreate('project.change')
  const { communityId, projectId, inForce } = project
  const giveUp = async () => {
    if (inForce === null) return
    const { title, need, resource, from, until } = inForce
    const asked = { communityId, projectId, what: 'giveUp' as const, title, need, resource, from, until }
    if (await create(asked)) onDone('提出来了，等对方同意')
  }
  return (
    <ActSheet
      title="不做了"
      act="提出不做了"
      onAct={() => void giveUp()}
      busy={busy}
      refusal={refusal}
      onClose={onClose}
    >
      <Quiet>对方同意了才算；对方不同意，就照原来的做。</Quiet>
    </ActSheet>
  )
}
