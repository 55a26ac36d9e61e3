import { View } from '@tarojs/components'
import { useState } from 'react'
import { useLoad } from '../../kernel/load'
import { useMe } from '../../kernel/session'
import { Faces, Says, useWide } from '../../kernel/ui'
import { Act, type Doing } from './acts/Act'
import { actsHere, myDispatch } from './actsFor'
import { Dispatches } from './Dispatches'
import { Foot } from './Foot'
import { Head, Told } from './Head'
import { Reporters } from './Reporters'
import { Survey } from './Survey'
import { Tabled } from './Tabled'
import { Timeline } from './Timeline'
import { isLate, type Whistle, waitingOf } from './words'
import './whistle.scss'

/** One whistle: what it is, all that happened, and what the reader may do with it now. */
export function WhistleDetail({
  communityId,
  whistleId,
  onChanged,
  compact,
}: {
  communityId: string
  whistleId: string
  /** Something was done: what lists it should be read again. */
  onChanged?(): void
  /** Few words beside the pictures, as where the screen is wide. */
  compact?: boolean
}) {
  const wide = useWide()
  const whistle = useLoad('whistle.get', { communityId, whistleId })
  const [doing, setDoing] = useState<Doing>()
  const [note, setNote] = useState<string>()
  const { reload } = whistle

  const begin = (next: Doing) => {
    setNote(undefined)
    setDoing(next)
  }
  const leave = () => {
    setDoing(undefined)
    // what was refused because somebody was faster stands behind the sheet as it is now
    reload()
  }
  const finish = (says: string) => {
    leave()
    setNote(says)
    onChanged?.()
  }

  return (
    <Faces of={whistle} lines={4}>
      {(data) => (
        <View className="w-detail">
          {note === undefined ? null : <Says tone="pine">{note}</Says>}
          <Inside whistle={data} compact={compact ?? wide} onDone={finish} onBegin={begin} />
          <Foot whistle={data} onAct={(act, outcome) => begin({ act, ...(outcome && { outcome }) })} />
          {doing ? <Act doing={doing} whistle={data} onClose={leave} onDone={finish} /> : null}
        </View>
      )}
    </Faces>
  )
}

function Inside(props: {
  whistle: Whistle
  compact: boolean
  onDone(says: string): void
  onBegin(next: Doing): void
}) {
  const { whistle, onDone, onBegin } = props
  const { me, can } = useMe()
  const now = new Date()
  const { communityId, compoundId, mine } = whistle
  const { main } = actsHere(whistle)
  const works =
    can('whistle.accept', { communityId, compoundId }) ||
    (mine === null && myDispatch(me, whistle) !== undefined)
  const dispatches = (
    <Dispatches whistle={whistle} onTaken={onDone} onHandOn={() => onBegin({ act: 'handOn' })} />
  )
  return (
    <>
      {whistle.surveyAsked ? <Survey whistle={whistle} onDone={onDone} /> : null}
      <Head whistle={whistle} waitsForMe={main !== undefined} works={works} now={now} />
      <Told whistle={whistle} compact={props.compact} />
      <Reporters
        whistle={whistle}
        onReveal={(callerId) => onBegin({ act: 'reveal', ...(callerId && { callerId }) })}
      />
      {works ? dispatches : null}
      <Tabled whistle={whistle} now={now} />
      <Timeline
        steps={whistle.steps}
        waits={waitingOf(whistle, now)}
        isUrgent={main !== undefined || isLate(whistle, now)}
        now={now}
      />
      {works ? null : dispatches}
    </>
  )
}
