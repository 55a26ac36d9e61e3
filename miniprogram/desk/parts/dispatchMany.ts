import { useRef, useState } from 'react'
import type { Input } from '../../../shared/contract'
import type { WhistleState } from '../../../shared/whistle/states'
import { call, Offline } from '../../kernel/api'
import { somethingChanged } from '../../kernel/fresh'
import { newId } from '../../kernel/ids'
import { asSaid } from '../../kernel/refused'

export interface ToSend {
  communityId: string
  whistleId: string
  title: string
  state: WhistleState
}
export type Order = Pick<Input<'whistle.dispatch'>, 'lead' | 'co' | 'instruction'>

/** The order as it is being filled in; the parties by their keys. */
export interface OrderForm {
  lead?: string
  co: readonly string[]
  instruction: string
}
export const emptyForm: OrderForm = { co: [], instruction: '' }

/** What one of them was answered with; without words it went well. */
export interface Answered {
  whistleId: string
  title: string
  refused?: string
  /** It never got there. */
  offline?: boolean
}

export interface DispatchMany {
  /** Those that were answered so far, in the order in which they were sent. */
  answered: readonly Answered[]
  /** How many are being sent, or were. */
  of: number
  busy: boolean
  /** Resolves to what each was answered. Without signal the rest is not tried. */
  send(whistles: readonly ToSend[], order: Order): Promise<readonly Answered[]>
  stop(): void
  clear(): void
}

/** Several whistles to one party, one after the other. One sent again with the same words carries the same id. */
export function useDispatchMany(): DispatchMany {
  const [answered, setAnswered] = useState<readonly Answered[]>([])
  const [of, setOf] = useState(0)
  const [busy, setBusy] = useState(false)
  const running = useRef(false)
  const stopped = useRef(false)
  const ids = useRef(new Map<string, string>())
  const accepted = useRef(new Set<string>())

  async function sendOne({ communityId, whistleId, state }: ToSend, order: Order): Promise<void> {
    if (state === 'submitted' && !accepted.current.has(whistleId)) {
      await call('whistle.accept', { communityId, whistleId })
      accepted.current.add(whistleId)
    }
    const words = JSON.stringify({ whistleId, order })
    const id = ids.current.get(words) ?? newId()
    ids.current.set(words, id)
    await call('whistle.dispatch', { communityId, whistleId, id, ...order })
    ids.current.delete(words)
  }

  async function send(whistles: readonly ToSend[], order: Order): Promise<readonly Answered[]> {
    if (running.current) return []
    running.current = true
    stopped.current = false
    setBusy(true)
    setOf(whistles.length)
    setAnswered([])
    const done: Answered[] = []
    for (const whistle of whistles) {
      if (stopped.current) break
      const { whistleId, title } = whistle
      try {
        await sendOne(whistle, order)
        done.push({ whistleId, title })
      } catch (reason) {
        const said = asSaid(reason)
        const offline = said instanceof Offline
        done.push({ whistleId, title, refused: said.message, offline })
        stopped.current ||= offline
      }
      setAnswered([...done])
    }
    somethingChanged()
    running.current = false
    setBusy(false)
    return done
  }

  return {
    answered,
    of,
    busy,
    send,
    stop: () => {
      stopped.current = true
    },
    clear: () => {
      if (!running.current) setAnswered([])
    },
  }
}
