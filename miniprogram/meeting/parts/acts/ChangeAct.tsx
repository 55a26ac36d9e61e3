import { useState } from 'react'
import { fieldSays } from '../../../desk/parts/saidIn'
import { useAct } from '../../../kernel/act'
import { useLoad } from '../../../kernel/load'
import { Faces, TextField } from '../../../kernel/ui'
import { ActSheet } from '../../../whistle/parts/acts/ActSheet'
import { readMinutes } from '../../planning/readMinutes'
import { PersonPick } from '../PersonPick'
import { sayOffice } from '../Who'
import { type ActProps, keyOf } from './MeetingSheet'

/** What it is called, where, how long, who leads and who writes; when it is, is another act. */
export function ChangeAct({ meeting, onClose, onDone }: ActProps) {
  const { run, busy, refusal } = useAct('meeting.change')
  const { communityId, compoundId } = meeting
  const people = useLoad('meeting.people', { communityId, ...(compoundId && { compoundId }) })
  const [title, setTitle] = useState(meeting.title)
  const [spot, setSpot] = useState(meeting.spot)
  const [minutes, setMinutes] = useState(String(meeting.minutesLong))
  const [chairId, setChair] = useState(meeting.chair?.personId ?? undefined)
  const [recorderId, setRecorder] = useState(meeting.recorder?.personId ?? undefined)
  const [tried, setTried] = useState(false)
  const long = readMinutes(minutes)
  const isOne = chairId !== undefined && chairId === recorderId
  const save = async () => {
    setTried(true)
    if (title.trim() === '' || spot.trim() === '' || long === undefined || isOne) return
    const answer = await run({
      ...keyOf(meeting),
      title: title.trim(),
      spot: spot.trim(),
      minutes: long,
      ...(chairId && { chairId }),
      ...(recorderId && { recorderId }),
    })
    if (answer) onDone('安排改好了')
  }
  return (
    <ActSheet
      title="改安排"
      act="就这样定"
      onAct={() => void save()}
      busy={busy}
      refusal={refusal}
      onClose={onClose}
    >
      <TextField
        label="叫什么会"
        value={title}
        onInput={setTitle}
        max={40}
        error={tried && title.trim() === '' ? '请写会议的名字' : fieldSays(refusal, 'title')}
      />
      <TextField
        label="在哪里"
        value={spot}
        onInput={setSpot}
        max={60}
        error={tried && spot.trim() === '' ? '请写在哪里开' : fieldSays(refusal, 'spot')}
      />
      <TextField
        label="大约多少分钟"
        type="number"
        value={minutes}
        onInput={setMinutes}
        max={3}
        error={tried && long === undefined ? '请写分钟数' : fieldSays(refusal, 'minutes')}
      />
      <Faces of={people} lines={1}>
        {({ items }) => (
          <>
            <PersonPick
              label="谁主持"
              people={items}
              value={chairId}
              now={sayOffice(meeting.chair)}
              onChange={setChair}
            />
            <PersonPick
              label="谁记录"
              people={items}
              value={recorderId}
              now={sayOffice(meeting.recorder)}
              error={tried && isOne ? '主持人和记录人要是两个人' : undefined}
              onChange={setRecorder}
            />
          </>
        )}
      </Faces>
    </ActSheet>
  )
}
