import { useEffect, useRef, useState } from 'react'
import { useParams } from '../kernel/go'
import { useMe } from '../kernel/session'
import { Screen, Skeleton } from '../kernel/ui'
import { type Round, roundHere, useRounds } from './kept/round'
import { type Said, tickByCode } from './parts/tick'
import { Begin } from './round/Begin'
import { Ended } from './round/Ended'
import { UnderWay } from './round/UnderWay'

const underWayOf = (rounds: readonly Round[], planId: string | undefined): Round | undefined =>
  rounds.find((r) => r.planId === planId && r.finish === undefined)

/** A round from its first step to its last. It may have been opened by a checkpoint's code, which then counts as scanned. */
export default function RoundPage() {
  const { me } = useMe()
  const { planId, code } = useParams<{ planId: string; code: string }>()
  const rounds = useRounds()
  const [ended, setEnded] = useState<Round>()
  const [told, tell] = useState<Said>()
  const isUsed = useRef(false)
  const round = underWayOf(rounds, planId)
  useEffect(() => {
    if (!round || !code || isUsed.current) return
    isUsed.current = true
    tell(tickByCode(round, code))
  }, [round, code])
  if (!me)
    return (
      <Screen title="巡查">
        <Skeleton lines={4} />
      </Screen>
    )
  if (ended) return <Ended was={ended} />
  if (!round) return <Begin planId={planId} />
  return <UnderWay round={round} told={told} onEnded={() => setEnded(roundHere(round.roundId) ?? round)} />
}
