import { View } from '@tarojs/components'
import { useState } from 'react'
import { useRoom } from '../../kernel/photos'
import { isBrowser } from '../../kernel/platform'
import { MainButton, PlainButton, Quiet, Says, Screen } from '../../kernel/ui'
import { countOf, type Round, stopsLeft, type Watched } from '../kept/round'
import { type Said, scanTick } from '../parts/tick'
import { FindingKinds, Seen, ToLookAt } from './Findings'
import { HandSheet } from './HandSheet'
import { LookSheet } from './LookSheet'
import { Progress } from './Progress'
import { EndSheet, NoteSheet, StopsSheet } from './Sheets'
import '../parts/patrol.scss'

/** What the phone has to say of itself: its clock, and the room that photos take on it. */
function OfPhone({ round }: { round: Round }) {
  const room = useRoom()
  return (
    <>
      {round.saysClock ? (
        <Says tone="sun">{`${round.saysClock}，记录里会写明。请到手机设置里改成自动对时。`}</Says>
      ) : null}
      {round.saysPhotos ? <Says tone="sun">{`${round.saysPhotos}，会自动接着传`}</Says> : null}
      {room ? room.short ? <Says tone="sun">{room.says}</Says> : <Quiet>{room.says}</Quiet> : null}
    </>
  )
}

/** The round in hand: the next checkpoint, what is found on the way, and everything written down at once on this phone. */
export function UnderWay({ round, told, onEnded }: { round: Round; told?: Said; onEnded: () => void }) {
  const [heard, say] = useState<Said>()
  const said = heard ?? told
  const [aimId, aim] = useState<string>()
  const [sheet, setSheet] = useState<'stops' | 'hand' | 'note' | 'end'>()
  const [looking, look] = useState<Watched>()
  const left = stopsLeft(round)
  const next = left.find((s) => s.checkpointId === aimId) ?? left[0]
  const notes = countOf(round, 'notes')
  const close = () => setSheet(undefined)
  const hear = (answer: Said | undefined) => {
    if (!answer) return
    say(answer)
    close()
  }
  const end = () => setSheet('end')
  const main = !next ? (
    <MainButton onTap={end}>结束</MainButton>
  ) : isBrowser ? (
    <MainButton onTap={() => setSheet('hand')}>打卡</MainButton>
  ) : (
    <MainButton onTap={() => void scanTick(round).then(hear)}>扫码打卡</MainButton>
  )
  return (
    <Screen
      title={round.plan}
      offline="没有信号，照常巡查"
      foot={
        <View className="t-foot">
          {said ? <Says tone={said.tone}>{said.says}</Says> : null}
          <View className="t-foot-main">{main}</View>
          {next && !isBrowser ? <PlainButton onTap={() => setSheet('hand')}>扫不了</PlainButton> : null}
          {next ? <PlainButton onTap={end}>结束</PlainButton> : null}
        </View>
      }
    >
      <Progress round={round} next={next} onChoose={() => setSheet('stops')} />
      <FindingKinds round={round} />
      <ToLookAt round={round} onLook={look} />
      <Seen round={round} onLook={look} />
      <PlainButton onTap={() => setSheet('note')}>
        {notes === 0 ? '记一句' : `再记一句（记了 ${notes} 句）`}
      </PlainButton>
      <OfPhone round={round} />
      {sheet === 'stops' ? (
        <StopsSheet
          round={round}
          onPick={(stop) => {
            aim(stop.checkpointId)
            close()
          }}
          onClose={close}
        />
      ) : null}
      {sheet === 'hand' && next ? (
        <HandSheet round={round} stop={next} onSaid={hear} onClose={close} />
      ) : null}
      {sheet === 'note' ? <NoteSheet round={round} onClose={close} /> : null}
      {sheet === 'end' ? <EndSheet round={round} onEnded={onEnded} onClose={close} /> : null}
      {looking ? <LookSheet round={round} watched={looking} onClose={() => look(undefined)} /> : null}
    </Screen>
  )
}
