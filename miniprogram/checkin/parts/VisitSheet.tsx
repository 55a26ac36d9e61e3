import { View } from '@tarojs/components'
import { useState } from 'react'
import { type VisitNeed, visitNeeds, visitOutcomes } from '../../../shared/care/states'
import { visitNeedWords, visitOutcomeWords } from '../../../shared/care/words'
import type { Output } from '../../../shared/contract'
import { addDays, dayOf } from '../../../shared/kernel/time'
import { queuedSays, useCreate } from '../../desk/parts/useCreate'
import { MainButton, PlainButton, Quiet, Refused, Sheet } from '../../kernel/ui'
import { Picks } from '../../whistle/parts/Picks'
import { ManyPicks } from './ManyPicks'
import './checkin.scss'

export type Home = Output<'care.mine'>['items'][number]

/** One visit in two taps: the home, and how it was. What somebody needs is chosen, never written out. */
export function VisitSheet({
  home,
  onClose,
  onDone,
}: {
  home: Home
  onClose(): void
  onDone(says: string): void
}) {
  const today = dayOf(new Date())
  const { create, busy, refusal } = useCreate('care.visit')
  const [day, setDay] = useState(today)
  const [asks, setAsks] = useState(false)
  const [needs, setNeeds] = useState<VisitNeed[]>([])
  const [tried, setTried] = useState(false)
  const { communityId, linkId } = home
  const log = async (outcome: (typeof visitOutcomes)[number]) => {
    if (outcome === 'needs' && !asks) return setAsks(true)
    setTried(true)
    if (outcome === 'needs' && needs.length === 0) return
    const made = await create(
      { communityId, linkId, day, outcome, needs: outcome === 'needs' ? needs : [] },
      `走访：${home.home}`,
    )
    if (made) onDone(made.queued ? queuedSays : `记下了：${home.home}，${visitOutcomeWords[outcome]}`)
  }
  return (
    <Sheet open title={`去了${home.home}`} onClose={onClose}>
      <Picks
        label="哪天去的"
        options={[
          { value: today, label: '今天' },
          { value: addDays(today, -1), label: '昨天' },
          { value: addDays(today, -2), label: '前天' },
        ]}
        value={day}
        onChange={setDay}
      />
      {asks ? (
        <>
          <ManyPicks
            label="需要帮什么"
            options={visitNeeds}
            words={visitNeedWords}
            value={needs}
            onChange={setNeeds}
            error={tried && needs.length === 0 ? '请选需要帮什么忙' : undefined}
          />
          <Quiet>社区会看到，帮着想办法。</Quiet>
          <Refused by={refusal} />
          <MainButton busy={busy} onTap={() => void log('needs')}>
            记下来
          </MainButton>
          <PlainButton onTap={() => setAsks(false)}>返回</PlainButton>
        </>
      ) : (
        <>
          <View className="k-label">怎么样</View>
          {visitOutcomes.map((outcome) => (
            <PlainButton key={outcome} busy={busy} onTap={() => void log(outcome)}>
              {visitOutcomeWords[outcome]}
            </PlainButton>
          ))}
          <Refused by={refusal} />
        </>
      )}
    </Sheet>
  )
}
