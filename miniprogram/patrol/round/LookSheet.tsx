import { View } from '@tarojs/components'
import { useState } from 'react'
import { dayOf } from '../../../shared/kernel/time'
import { wordsAtMost } from '../../../shared/patrol/limits'
import { faultOfLook } from '../../../shared/patrol/policy'
import { sayFindingTitle } from '../../../shared/patrol/says'
import { type LookOutcome, lookOutcomes } from '../../../shared/patrol/states'
import { lookOutcomeWords } from '../../../shared/patrol/words'
import { newId } from '../../kernel/ids'
import { addressOf, Picture, photoOf } from '../../kernel/photos'
import { choosePhotos } from '../../kernel/photos/choose'
import { PlainButton, Quiet, Says, Sheet, TextField } from '../../kernel/ui'
import { type Round, timeIn, type Watched } from '../kept/round'
import { keepInRound } from '../kept/send'
import { sayRoundDay } from '../kept/words'
import { noRoom } from '../parts/tick'
import '../parts/patrol.scss'

const tones = { still: 'ink', gone: 'pine', fixed: 'pine', whistled: 'vermilion' } as const

/** One that is watched, looked at again: one tap says how it is now; what was put right is photographed. */
export function LookSheet({
  round,
  watched,
  onClose,
}: {
  round: Round
  watched: Watched
  onClose: () => void
}) {
  const [words, setWords] = useState('')
  const [wrong, setWrong] = useState<string>()
  const thumb = addressOf(watched.thumb)
  const { findingId } = watched
  const look = async (outcome: LookOutcome) => {
    setWrong(undefined)
    const taken = outcome === 'fixed' ? await choosePhotos(1, 'camera') : { keys: [] }
    const photoIds = taken.keys.map((key) => photoOf(key)?.id ?? key)
    const said = words.trim()
    const item = {
      ...{ id: newId(), findingId, at: timeIn(round), outcome },
      ...(said && { words: said }),
      ...(photoIds.length > 0 && { photoIds }),
    }
    if (faultOfLook(item)) return setWrong(taken.says ?? '处理好了，请拍一张现在的样子')
    if (!keepInRound(round.roundId, { kind: 'looks', item }, taken.keys)) return setWrong(noRoom)
    onClose()
  }
  const title = sayFindingTitle(watched.words, watched.category)
  return (
    <Sheet open title={title} onClose={onClose}>
      <Quiet>{`${watched.place}，${sayRoundDay(dayOf(new Date(watched.seenAt)))} 发现`}</Quiet>
      {thumb ? (
        <View className="t-thumb">
          <Picture address={thumb} name={title} />
        </View>
      ) : null}
      <View className="k-label">现在怎样了</View>
      {lookOutcomes.map((outcome) => (
        <PlainButton key={outcome} tone={tones[outcome]} onTap={() => void look(outcome)}>
          {outcome === 'fixed' ? `${lookOutcomeWords.fixed}，拍一张` : lookOutcomeWords[outcome]}
        </PlainButton>
      ))}
      {wrong ? <Says tone="vermilion">{wrong}</Says> : null}
      <TextField label="想说的（可以不写）" value={words} onInput={setWords} max={wordsAtMost} long />
    </Sheet>
  )
}
