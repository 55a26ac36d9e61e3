import { View } from '@tarojs/components'
import type { DispatchState, WhistleState } from '../../../shared/whistle/states'
import { dispatchStateWords } from '../../../shared/whistle/words'
import { useAct } from '../../kernel/act'
import { useMe } from '../../kernel/session'
import { Card, Chip, Heading, PlainButton, Refused, Row, type Tone } from '../../kernel/ui'
import { keyOf } from './acts/ActSheet'
import { myDispatch } from './actsFor'
import { beside, type Dispatch, type Whistle } from './words'
import './whistle.scss'

const tones: Record<DispatchState, Tone> = {
  current: 'sun',
  disputed: 'vermilion',
  upheld: 'quiet',
  replaced: 'quiet',
  done: 'pine',
}

const isOver = ({ state }: Dispatch) => state === 'upheld' || state === 'replaced'

const isDone: readonly WhistleState[] = ['resolved', 'followedUp']
/** What was done and waits for an answer is under way for nobody. */
const stateOf = (d: Dispatch, whistle: Whistle): DispatchState =>
  d.state === 'current' && isDone.includes(whistle.state) ? 'done' : d.state

/** At the desk: it is taken by the reader, or handed on. */
function Taking(props: { whistle: Whistle; mine: Dispatch; onTaken(says: string): void; onHandOn(): void }) {
  const { whistle, mine } = props
  const { me } = useMe()
  const { run, busy, refusal } = useAct('whistle.take')
  const take = async () => {
    const personId = me?.personId
    if (personId === undefined) return
    if (await run({ ...keyOf(whistle), dispatchId: mine.dispatchId, personId }))
      props.onTaken('你接下了这件事')
  }
  return (
    <>
      <View className="w-acts">
        {mine.takenBy === null ? (
          <PlainButton tone="pine" busy={busy} onTap={() => void take()}>
            接下
          </PlainButton>
        ) : null}
        <PlainButton onTap={props.onHandOn}>{mine.takenBy === null ? '交给同事' : '转交或放回'}</PlainButton>
      </View>
      <Refused by={refusal} />
    </>
  )
}

/** To whom it was sent, and who at the desk has it. */
export function Dispatches(props: { whistle: Whistle; onTaken(says: string): void; onHandOn(): void }) {
  const { whistle } = props
  const { me } = useMe()
  if (whistle.dispatches.length === 0) return null
  const mine = whistle.mayTake ? myDispatch(me, whistle) : undefined
  const rank = (d: Dispatch) => (isOver(d) ? 2 : d.lead ? 0 : 1)
  return (
    <Card>
      <Heading>派给</Heading>
      {[...whistle.dispatches]
        .sort((a, b) => rank(a) - rank(b))
        .map((d) => {
          const state = stateOf(d, whistle)
          return (
            <Row
              key={d.dispatchId}
              left={d.name}
              quiet={beside(
                d.lead ? '牵头' : '协办',
                d.takenBy !== null &&
                  !isOver(d) &&
                  `${d.takenBy || '有同事'}${state === 'done' ? '办的' : '在办'}`,
              )}
              chip={<Chip tone={tones[state]}>{dispatchStateWords[state]}</Chip>}
            />
          )
        })}
      {mine ? <Taking {...props} mine={mine} /> : null}
    </Card>
  )
}
