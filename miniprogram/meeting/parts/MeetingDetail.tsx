import { View } from '@tarojs/components'
import { useState } from 'react'
import { Faces, Says } from '../../kernel/ui'
import { useBook, waitsIn } from '../writing/book'
import { After } from './After'
import type { MeetingAct } from './acts/keeperActs'
import { MeetingSheet } from './acts/MeetingSheet'
import { Before } from './Before'
import { During } from './During'
import { useMeeting } from './useMeeting'
import { phaseOf } from './words'
import './meeting.scss'
import '../../whistle/parts/whistle.scss'

/** One meeting: another page before, while and after it is held. */
export function MeetingDetail(props: {
  communityId: string
  meetingId: string
  /** Six figures that were scanned from the recorder's screen. */
  scanned?: string | undefined
  onChanged?(): void
}) {
  const { communityId, meetingId } = props
  const meeting = useMeeting(communityId, meetingId)
  const { book } = useBook({ communityId, meetingId, title: meeting.data?.title ?? '' })
  const [doing, setDoing] = useState<MeetingAct>()
  const [note, setNote] = useState<string>()
  const { reload } = meeting
  const leave = () => {
    setDoing(undefined)
    reload()
  }
  const finish = (says?: string) => {
    leave()
    setNote(says)
    props.onChanged?.()
  }
  const opens = (act: MeetingAct) => {
    setNote(undefined)
    setDoing(act)
  }
  const unsent = { begins: book.begins !== undefined, ends: book.ends !== undefined, count: waitsIn(book) }
  return (
    <Faces of={meeting} lines={4}>
      {(data) => {
        const now = new Date()
        const phase = phaseOf(data, now)
        return (
          <View className="m-page">
            {note === undefined ? null : <Says tone="pine">{note}</Says>}
            {phase === 'before' ? <Before meeting={data} now={now} opens={opens} /> : null}
            {phase === 'during' ? (
              <During
                meeting={data}
                now={now}
                opens={opens}
                unsent={unsent}
                scanned={props.scanned}
                onDone={finish}
              />
            ) : null}
            {phase === 'after' ? <After meeting={data} now={now} /> : null}
            {doing ? <MeetingSheet act={doing} meeting={data} onClose={leave} onDone={finish} /> : null}
          </View>
        )
      }}
    </Faces>
  )
}
