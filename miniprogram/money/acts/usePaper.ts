import { useCallback, useRef, useState } from 'react'
import type { EndpointName, Input, Output } from '../../../shared/contract'
import { useAct } from '../../kernel/act'
import { newId } from '../../kernel/ids'
import { dropPhotos, sendPhotos, usePhotos } from '../../kernel/photos'
import { asSaid, type Said } from '../../kernel/refused'

/**
 * An act of money, with photos of its paper where it has any. They go up first; the same words sent again carry the
 * same id, so that what was paid once is booked once; a step of something that has an id of its own mints none.
 */
export function usePaper<N extends EndpointName>(name: N, communityId: string, mints = true) {
  const { run, busy, refusal, clear } = useAct(name)
  const [keys, setKeys] = useState<readonly string[]>([])
  const [sends, setSends] = useState(false)
  const [trouble, setTrouble] = useState<Said>()
  const running = useRef(false)
  const last = useRef<{ words: string; id: string }>(undefined)
  const photos = usePhotos({ communityId, keys, change: setKeys, most: 9 })

  const send = useCallback(
    async (rest: object): Promise<Output<N> | undefined> => {
      if (running.current) return undefined
      running.current = true
      setTrouble(undefined)
      clear()
      const words = JSON.stringify([rest, keys])
      if (last.current?.words !== words) last.current = { words, id: newId() }
      try {
        setSends(keys.length > 0)
        const photoIds = keys.length > 0 ? await sendPhotos(keys, communityId) : undefined
        const input = { ...(mints && { id: last.current.id }), ...rest, ...(photoIds && { photoIds }) }
        const answer = await run(input as unknown as Input<N>)
        if (answer === undefined) return undefined
        last.current = undefined
        dropPhotos(keys)
        return answer
      } catch (reason) {
        setTrouble(asSaid(reason))
        return undefined
      } finally {
        running.current = false
        setSends(false)
      }
    },
    [run, clear, keys, communityId, mints],
  )
  return { send, photos, busy: busy || sends, refusal: trouble ?? refusal, has: keys.length > 0 }
}
