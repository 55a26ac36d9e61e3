import { View } from '@tarojs/components'
import { useState } from 'react'
import { type Outcome, outcomes } from '../../../shared/whistle/states'
import { outcomeWords } from '../../../shared/whistle/words'
import { useMe } from '../../kernel/session'
import { MainButton, PlainButton, Sheet } from '../../kernel/ui'
import { type ActName, actsHere, wordOf } from './actsFor'
import type { Whistle } from './words'
import './whistle.scss'

/** More than so many beside the main one are behind 更多. */
const besideAtMost = 3

/** All that the reader may do now: one large act that is expected, the others plain. */
export function Foot({ whistle, onAct }: { whistle: Whistle; onAct(act: ActName, outcome?: Outcome): void }) {
  const { can } = useMe()
  const [more, setMore] = useState(false)
  const { main, asksOutcome, others } = actsHere(whistle)
  if (main === undefined && others.length === 0) return null
  const { communityId, compoundId } = whistle
  const word = (act: ActName) => wordOf(act, whistle, can('whistle.dispatch', { communityId, compoundId }))
  const tooMany = others.length > besideAtMost
  const beside = tooMany ? others.slice(0, besideAtMost - 1) : others
  const behind = tooMany ? others.slice(besideAtMost - 1) : []
  return (
    <>
      <View className="w-foot">
        {asksOutcome
          ? outcomes.map((outcome) =>
              outcome === 'solved' ? (
                <View key={outcome} className="w-foot-answer">
                  <MainButton onTap={() => onAct('followUp', outcome)}>{outcomeWords[outcome]}</MainButton>
                </View>
              ) : (
                <PlainButton key={outcome} onTap={() => onAct('followUp', outcome)}>
                  {outcomeWords[outcome]}
                </PlainButton>
              ),
            )
          : null}
        {main && !asksOutcome ? (
          <View className="w-foot-main">
            <MainButton onTap={() => onAct(main)}>{word(main)}</MainButton>
          </View>
        ) : null}
        {beside.map((act) => (
          <PlainButton key={act} onTap={() => onAct(act)}>
            {word(act)}
          </PlainButton>
        ))}
        {tooMany ? <PlainButton onTap={() => setMore(true)}>更多</PlainButton> : null}
      </View>
      <Sheet open={more} title="还可以" onClose={() => setMore(false)}>
        <View className="w-list">
          {behind.map((act) => (
            <PlainButton
              key={act}
              onTap={() => {
                setMore(false)
                onAct(act)
              }}
            >
              {word(act)}
            </PlainButton>
          ))}
        </View>
      </Sheet>
    </>
  )
}
