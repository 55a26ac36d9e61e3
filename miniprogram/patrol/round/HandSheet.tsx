import { View } from '@tarojs/components'
import { useState } from 'react'
import { handReasons } from '../../../shared/patrol/words'
import { isBrowser } from '../../kernel/platform'
import { MainButton, PlainButton, Quiet, Says, Sheet, TextField } from '../../kernel/ui'
import type { Round, Stop } from '../kept/round'
import { type Said, tickByHand, tickByPosition } from '../parts/tick'
import '../parts/patrol.scss'

/** Where a code cannot be scanned: by position, or with a reason that is one tap away. */
export function HandSheet({
  round,
  stop,
  onSaid,
  onClose,
}: {
  round: Round
  stop: Stop
  onSaid: (said: Said) => void
  onClose: () => void
}) {
  const [words, setWords] = useState('')
  const [locating, setLocating] = useState(false)
  const [wrong, setWrong] = useState<string>()
  const locate = async () => {
    setWrong(undefined)
    setLocating(true)
    const said = await tickByPosition(round, stop)
    setLocating(false)
    if (said.ticked) onSaid(said)
    else setWrong(said.says)
  }
  const own = words.trim()
  return (
    <Sheet open title={stop.name} onClose={onClose}>
      <Quiet>{stop.place}</Quiet>
      {stop.at && !isBrowser ? (
        <MainButton busy={locating} onTap={() => void locate()}>
          定位打卡
        </MainButton>
      ) : null}
      {wrong ? <Says tone="sun">{wrong}</Says> : null}
      <View className="t-group">
        <View className="k-label">手动打卡，点一下为什么</View>
        <View className="t-picks">
          {handReasons.map((reason) => (
            <PlainButton key={reason} onTap={() => onSaid(tickByHand(round, stop, reason))}>
              {reason}
            </PlainButton>
          ))}
        </View>
      </View>
      <TextField label="别的原因" value={words} onInput={setWords} max={100} />
      <PlainButton disabled={own === ''} onTap={() => onSaid(tickByHand(round, stop, own))}>
        写好了，打卡
      </PlainButton>
    </Sheet>
  )
}
