import { useState } from 'react'
import { sayRhythm } from '../../../shared/patrol/says'
import {
  Card,
  Chip,
  Empty,
  Faces,
  Heading,
  MainButton,
  PlainButton,
  Quiet,
  Says,
  Screen,
} from '../../kernel/ui'
import { beginRound, roundsHere } from '../kept/round'
import { sayStand } from '../kept/sayStand'
import { type Stand, useStands } from '../kept/today'
import { watchedNow } from '../kept/watched'
import { Stops } from '../parts/Stops'
import { noRoom } from '../parts/tick'

const nothingDone = () => false

function Plan({ stand, day }: { stand: Stand; day: string }) {
  const { plan, version, elsewhere } = stand
  const { title, says } = sayStand(stand, day)
  const watched = watchedNow(plan, roundsHere()).length
  return (
    <>
      <Card>
        <Heading>{version.name}</Heading>
        <Quiet>{`${plan.where}，${sayRhythm(version.rhythm)}`}</Quiet>
        {stand.is === 'due' ? null : <Quiet>{`${title}，${says}`}</Quiet>}
        {watched > 0 ? <Chip tone="sun">{`上次先看着的 ${watched} 处，路过再看看`}</Chip> : null}
      </Card>
      {elsewhere ? <Says tone="sun">另一台手机上走了一半。在这里走，到过的点合在一起算。</Says> : null}
      <Card>
        <Heading>{`一共 ${version.checkpoints.length} 个点`}</Heading>
        <Stops stops={version.checkpoints} isDone={nothingDone} />
        <Quiet>先走哪个都行，到了扫一下门上的码。</Quiet>
      </Card>
    </>
  )
}

/** Before it begins: what is walked, and that it lies on the phone. */
export function Begin({ planId }: { planId: string | undefined }) {
  const { today, stands, day } = useStands()
  const [says, say] = useState<string>()
  const stand = stands.find((s) => s.plan.planId === planId)
  const begin = () => {
    if (!stand) return
    const watched = watchedNow(stand.plan, roundsHere())
    if (!beginRound(stand.plan, stand.version, day, watched)) say(noRoom)
  }
  const isAgain = stand?.is === 'walked' || stand?.is === 'waits'
  const foot = stand && (
    <>
      {says ? <Says tone="vermilion">{says}</Says> : null}
      {isAgain ? (
        <PlainButton onTap={begin}>再走一次</PlainButton>
      ) : (
        <MainButton onTap={begin}>开始巡查</MainButton>
      )}
    </>
  )
  return (
    <Screen title="巡查" foot={foot} offline="没有信号，照常巡查">
      <Faces of={today} lines={3}>
        {() =>
          stand ? (
            <>
              <Plan stand={stand} day={day} />
              <Quiet>
                {today.isTaken ? '已经存在手机上，没有信号也能走' : '手机存不下了，有信号的地方才能走'}
              </Quiet>
            </>
          ) : (
            <Empty says="这里现在不由你来走" more="巡查由社区或物业安排，需要的话请联系他们。" />
          )
        }
      </Faces>
    </Screen>
  )
}
