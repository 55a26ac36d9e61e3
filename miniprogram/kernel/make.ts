import { useCallback, useRef, useState } from 'react'
import type { EndpointName, Input } from '../../shared/contract'
import { useAct } from './act'
import { Offline } from './api'
import { newId } from './ids'
import { enqueue } from './queue'

type Creates = { [N in EndpointName]: Input<N> extends { id: string } ? N : never }[EndpointName]

/** Makes something now, or without signal puts it in the queue. The same words sent again carry the same id. */
export function useMake<N extends Creates>(name: N) {
  const { run, busy, refusal, clear } = useAct(name)
  const [outcome, setOutcome] = useState<'made' | 'queued'>()
  const last = useRef<{ words: string; id: string }>()

  const make = useCallback(
    async (rest: Omit<Input<N>, 'id'>, label: string) => {
      const words = JSON.stringify(rest)
      if (last.current?.words !== words) last.current = { words, id: newId() }
      const input = { ...rest, id: last.current.id } as Input<N> & { id: string }
      const answer = await run(input, (reason) => {
        if (!(reason instanceof Offline)) return false
        enqueue({ name, input, label })
        setOutcome('queued')
        return true
      })
      if (answer !== undefined) setOutcome('made')
    },
    [name, run],
  )
  return { make, busy, refusal, clear, outcome }
}
