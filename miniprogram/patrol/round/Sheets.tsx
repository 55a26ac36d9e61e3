import { useState } from 'react'
import { wordsAtMost } from '../../../shared/patrol/limits'
import { newId } from '../../kernel/ids'
import { MainButton, Quiet, Says, Sheet, TextField } from '../../kernel/ui'
import { countOf, itemsOf, type Round, type Stop, stopsLeft, timeIn } from '../kept/round'
import { endRound, keepInRound } from '../kept/send'
import { minutesOf, sayMinutes } from '../kept/words'
import { Stops } from '../parts/Stops'
import { noRoom } from '../parts/tick'

/** All checkpoints, to go to another first. */
export function StopsSheet({
  round,
  onPick,
  onClose,
}: {
  round: Round
  onPick: (stop: Stop) => void
  onClose: () => void
}) {
  const ticked = new Set(itemsOf(round, 'ticks').map((t) => t.checkpointId))
  return (
    <Sheet open title="全部的点" onClose={onClose}>
      <Quiet>想先去哪个，点一下。直接扫门上的码也行。</Quiet>
      <Stops stops={round.stops} isDone={(s) => ticked.has(s.checkpointId)} onPick={onPick} />
    </Sheet>
  )
}

/** A line about the round itself. */
export function NoteSheet({ round, onClose }: { round: Round; onClose: () => void }) {
  const [words, setWords] = useState('')
  const [wrong, setWrong] = useState<string>()
  const keep = () => {
    const item = { id: newId(), at: timeIn(round), words: words.trim() }
    if (!keepInRound(round.roundId, { kind: 'notes', item })) return setWrong(noRoom)
    onClose()
  }
  return (
    <Sheet open title="记一句" onClose={onClose}>
      <TextField
        label="这一趟想说的"
        hint="例如 5栋门口在修路，绕着走的"
        value={words}
        onInput={setWords}
        max={wordsAtMost}
        long
      />
      {wrong ? <Says tone="vermilion">{wrong}</Says> : null}
      <MainButton disabled={words.trim() === ''} onTap={keep}>
        记下
      </MainButton>
    </Sheet>
  )
}

const namesShown = 6

/** What was missed, before it is over: nothing can be added then. */
export function EndSheet({
  round,
  onEnded,
  onClose,
}: {
  round: Round
  onEnded: () => void
  onClose: () => void
}) {
  const [wrong, setWrong] = useState<string>()
  const left = stopsLeft(round)
  const names = left.slice(0, namesShown).map((s) => s.name)
  const more = left.length > namesShown ? `等 ${left.length} 个` : ''
  const end = () => (endRound(round.roundId) ? onEnded() : setWrong(noRoom))
  return (
    <Sheet open title="结束这一趟" onClose={onClose}>
      <Quiet>{`走了 ${sayMinutes(minutesOf(round))}，发现 ${countOf(round, 'findings')} 个问题`}</Quiet>
      {left.length === 0 ? (
        <Says tone="pine">每个点都到了</Says>
      ) : (
        <Says tone="sun">{`还有 ${left.length} 个点没到：${names.join('、')}${more}。结束后记成漏的点。`}</Says>
      )}
      {wrong ? <Says tone="vermilion">{wrong}</Says> : null}
      <MainButton onTap={end}>{left.length === 0 ? '结束' : '就这样，结束'}</MainButton>
      <Quiet>结束以后不能再加，要补就再走一次。</Quiet>
    </Sheet>
  )
}
