import { useState } from 'react'
import {
  type Category,
  categories,
  categoryWords,
  type Urgency,
  urgencies,
  urgencyWords,
} from '../../../../shared/whistle/categories'
import { type Clock, isClock, sayClock } from '../../../../shared/whistle/clocks'
import { useAct } from '../../../kernel/act'
import { useLoad } from '../../../kernel/load'
import { Card, PlainButton, Row } from '../../../kernel/ui'
import { Picks } from '../Picks'
import type { Whistle } from '../words'
import { type ActProps, ActSheet, keyOf } from './ActSheet'
import { SendFields } from './SendFields'
import { useSending } from './useSending'

interface Kind {
  category: Category
  urgency: Urgency
}

/** What it is about, as it was sent; corrected where the reporter guessed wrong. */
function KindFields({ kind, onChange }: { kind: Kind; onChange(kind: Kind): void }) {
  const [changing, setChanging] = useState(false)
  if (!changing)
    return (
      <Card>
        <Row left={categoryWords[kind.category]} quiet={`${urgencyWords[kind.urgency]}的事`} />
        <PlainButton onTap={() => setChanging(true)}>分得不对，改一改</PlainButton>
      </Card>
    )
  return (
    <>
      <Picks
        label="哪一类"
        options={categories.map((value) => ({ value, label: categoryWords[value] }))}
        value={kind.category}
        onChange={(category) => onChange({ ...kind, category })}
      />
      <Picks
        label="急不急"
        options={urgencies.map((value) => ({ value, label: urgencyWords[value] }))}
        value={kind.urgency}
        onChange={(urgency) => onChange({ ...kind, urgency })}
      />
    </>
  )
}

const say = (clock: { amount: number; unit: string }): string =>
  isClock(clock) ? sayClock(clock as Clock) : ''

/** The clock of a corrected kind, which the server sets only with the acceptance. */
function useClockSays({ communityId, category, urgency }: Whistle, kind: Kind): string | undefined {
  const changed = category !== kind.category || urgency !== kind.urgency
  const clocks = useLoad('whistle.clocks', changed ? { communityId } : null)
  if (!changed) return undefined
  const mine = clocks.data?.items.find((c) => c.category === kind.category && c.urgency === kind.urgency)
  return mine ? `到现场 ${say(mine.response)}，办好 ${say(mine.resolution)}` : '到现场和办好都按改过的类别算'
}

const onlyWord = '只受理，先不派'

/** Taken in and sent out in one go, or only taken in. What was taken in once is not taken in again. */
export function AcceptAct({ whistle, onClose, onDone }: ActProps) {
  const accept = useAct('whistle.accept')
  const [kind, setKind] = useState<Kind>({ category: whistle.category, urgency: whistle.urgency })
  const sending = useSending(whistle, kind.category)
  const [tried, setTried] = useState(false)
  const [accepted, setAccepted] = useState(false)
  const clockSays = useClockSays(whistle, kind)

  const nobody = sending.parties.data?.items.length === 0

  const takeIn = async (): Promise<boolean> => {
    if (accepted) return true
    const { category, urgency } = kind
    const answer = await accept.run({
      ...keyOf(whistle),
      ...(category !== whistle.category && { category }),
      ...(urgency !== whistle.urgency && { urgency }),
    })
    if (answer) setAccepted(true)
    return answer !== undefined
  }
  const both = async () => {
    setTried(true)
    if (!sending.lead || !(await takeIn())) return
    if (await sending.send()) onDone(`已经受理，派给${sending.lead.name}`)
  }
  const only = async () => {
    if (await takeIn()) onDone('已经受理，还没有派单')
  }

  return (
    <ActSheet
      title="受理并派单"
      act={nobody ? onlyWord : sending.lead ? `受理，派给${sending.lead.name}` : '受理，派出去'}
      onAct={() => void (nobody ? only() : both())}
      busy={accept.busy || sending.busy}
      refusal={accept.refusal ?? sending.refusal}
      onClose={onClose}
      also={nobody ? undefined : { says: onlyWord, onTap: () => void only() }}
    >
      {accepted ? null : <KindFields kind={kind} onChange={setKind} />}
      <SendFields whistle={whistle} sending={sending} missing={tried} clockSays={clockSays} />
    </ActSheet>
  )
}
