import { useCallback, useRef, useState } from 'react'
import type { EndpointName, Input, Output } from '../../shared/contract'
import { call, type Offline, type Refusal } from './api'
import { somethingChanged } from './fresh'
import { asSaid } from './refused'

export interface Act<N extends EndpointName> {
  /** The answer, or undefined when it was refused; the refusal is told below the act unless `settle` has dealt with it. */
  run(input: Input<N>, settle?: (reason: Refusal | Offline) => boolean): Promise<Output<N> | undefined>
  busy: boolean
  refusal?: Refusal | Offline
  clear(): void
}

/** One thing done on the server. A second tap while the first is under way does nothing. */
export function useAct<N extends EndpointName>(name: N): Act<N> {
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | Offline>()
  const running = useRef(false)

  const run = useCallback(
    async (input: Input<N>, settle?: (reason: Refusal | Offline) => boolean) => {
      if (running.current) return undefined
      running.current = true
      setBusy(true)
      setRefusal(undefined)
      try {
        const answer = await call(name, input)
        somethingChanged()
        return answer
      } catch (reason) {
        const said = asSaid(reason)
        if (!settle?.(said)) setRefusal(said)
        return undefined
      } finally {
        running.current = false
        setBusy(false)
      }
    },
    [name],
  )
  const clear = useCallback(() => setRefusal(undefined), [])
  return { run, busy, refusal, clear }
}
