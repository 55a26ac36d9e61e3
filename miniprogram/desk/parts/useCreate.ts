import { useCallback, useRef } from 'react'
import type { EndpointName, Input } from '../../../shared/contract'
import { useAct } from '../../kernel/act'
import { Offline } from '../../kernel/api'
import { newId } from '../../kernel/ids'
import { enqueue } from '../../kernel/queue'

type Creates = { [N in EndpointName]: Input<N> extends { id: string } ? N : never }[EndpointName]

/** What became of it: done on the server, or kept on the phone until there is signal. */
export interface Created {
  id: string
  queued: boolean
}

/**
 * Makes things one after another. The same words sent twice carry the same id and make one thing; other words are
 * another thing. With a label it may wait in the queue; what depends on the moment, like granting a role, may not.
 */
export function useCreate<N extends Creates>(name: N) {
  const { run, busy, refusal, clear } = useAct(name)
  const last = useRef<{ words: string; id: string }>(undefined)

  const create = useCallback(
    async (rest: Omit<Input<N>, 'id'>, label?: string): Promise<Created | undefined> => {
      const words = JSON.stringify(rest)
      if (last.current?.words !== words) last.current = { words, id: newId() }
      const { id } = last.current
      const input = { ...rest, id } as Input<N> & { id: string }
      let queued = false
      const answer = await run(input, (reason) => {
        if (label === undefined || !(reason instanceof Offline)) return false
        enqueue({ name, input, label })
        queued = true
        return true
      })
      if (answer === undefined && !queued) return undefined
      last.current = undefined
      return { id, queued }
    },
    [name, run],
  )
  return { create, busy, refusal, clear }
}

export const queuedSays = '现在没有信号，已存在手机里，连上后自动发出。'
