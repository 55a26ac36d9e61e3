import { View } from '@tarojs/components'
import { useState } from 'react'
import { useAct } from '../../kernel/act'
import { Card, Chip, Label, MainButton, PlainButton, Quiet, Refused, Row, Says, Sheet } from '../../kernel/ui'
import { beside, sayAt } from '../../whistle/parts/words'
import type { Meeting } from './words'
import './meeting.scss'

type Attendance = NonNullable<Meeting['present']>[number]
const shownAtFirst = 6

/** Who has signed in, for those who keep the meeting; one that was a mistake is taken back. */
export function Present({ meeting, onDone }: { meeting: Meeting; onDone(says: string): void }) {
  const { communityId, meetingId, present, acts } = meeting
  const undo = useAct('meeting.undoSignIn')
  const [all, setAll] = useState(false)
  const [asked, ask] = useState<Attendance>()
  if (present === null || present.length === 0) return null
  const now = new Date()
  const latest = [...present].reverse()
  const shown = all ? latest : latest.slice(0, shownAtFirst)
  const mayUndo = acts.includes('undoSignIn')
  const close = () => {
    undo.clear()
    ask(undefined)
  }
  const take = async (one: Attendance) => {
    if (!(await undo.run({ communityId, meetingId, attendanceId: one.attendanceId }))) return
    ask(undefined)
    onDone(`${one.name}的签到撤掉了`)
  }
  return (
    <Card>
      <Label>签到的人</Label>
      {shown.map((one) => (
        <Row
          key={one.attendanceId}
          left={one.name}
          quiet={beside(one.homes.join('、'), sayAt(one.at, now))}
          chip={one.byRecorder ? <Chip tone="quiet">代签</Chip> : undefined}
          label={`${one.name}${mayUndo ? '，签错了就撤掉' : ''}`}
          {...(mayUndo && { onTap: () => ask(one) })}
        />
      ))}
      {shown.length < latest.length ? (
        <PlainButton onTap={() => setAll(true)}>看全部 {latest.length} 人</PlainButton>
      ) : null}
      <Sheet open={asked !== undefined} title="撤掉签到" onClose={close}>
        {asked ? (
          <>
            <Says tone="sun">{`${asked.name}的签到是记错了吗？撤掉以后，人数和户数跟着变，记录里会留下这一笔。`}</Says>
            <Refused by={undo.refusal} />
            <MainButton busy={undo.busy} onTap={() => void take(asked)}>
              撤掉这个签到
            </MainButton>
            <PlainButton onTap={close}>不撤了</PlainButton>
          </>
        ) : null}
      </Sheet>
      <View>
        <Quiet>名字只有社区、召集人、主持人和记录人看得到。</Quiet>
      </View>
    </Card>
  )
}
