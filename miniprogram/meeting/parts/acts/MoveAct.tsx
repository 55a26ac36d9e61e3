import { useState } from 'react'
import { dayOf } from '../../../../shared/kernel/time'
import { useCreate } from '../../../desk/parts/useCreate'
import { Says } from '../../../kernel/ui'
import { ActSheet } from '../../../whistle/parts/acts/ActSheet'
import { WordsField } from '../../../whistle/parts/acts/WordsField'
import { MomentField } from '../../../whistle/parts/MomentField'
import { sayMoment, sayWeekday } from '../words'
import { type ActProps, keyOf } from './MeetingSheet'

const phrases = ['赶上放假。', '主持人有事来不了。', '下雨，外面开不成。', '材料还没有准备好。']

/** To another day or hour; it stays the same meeting, and where it stood before stays to be read. */
export function MoveAct({ meeting, onClose, onDone }: ActProps) {
  const { create, busy, refusal } = useCreate('meeting.move')
  const [startsAt, setStartsAt] = useState(meeting.startsAt)
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const now = new Date()
  const isSame = Date.parse(startsAt) === Date.parse(meeting.startsAt)
  const move = async () => {
    setTried(true)
    const said = reason.trim()
    if (isSame || said === '') return
    if (await create({ ...keyOf(meeting), startsAt, reason: said }))
      onDone(
        `改到了${sayMoment(startsAt, now)}${meeting.state === 'noticed' ? '，请来的人都会收到消息' : ''}`,
      )
  }
  return (
    <ActSheet
      title="改期"
      act="改到这一天"
      onAct={() => void move()}
      busy={busy}
      refusal={refusal}
      onClose={onClose}
    >
      <Says>{`原定 ${sayMoment(meeting.startsAt, now)}。议题、材料和提交上来的哨都跟着走。`}</Says>
      <MomentField
        label="改到哪一天"
        value={startsAt}
        onChange={setStartsAt}
        error={tried && isSame ? '请换一个时间' : undefined}
      />
      {isSame ? null : <Says>{`是${sayWeekday(dayOf(new Date(startsAt)))}。`}</Says>}
      <WordsField
        label="为什么改（大家会看到）"
        value={reason}
        onInput={setReason}
        phrases={phrases}
        missing={tried && reason.trim() === '' ? '请写明为什么改' : undefined}
        refusal={refusal}
      />
    </ActSheet>
  )
}
