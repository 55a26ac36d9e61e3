import { useState } from 'react'
import type { Category } from '../../../shared/whistle/categories'
import type { Listed } from '../../kernel/load'
import { maySend, type OnBoard } from './boardWords'
import {
  type Answered,
  type DispatchMany,
  emptyForm,
  type Order,
  type OrderForm,
  type ToSend,
  useDispatchMany,
} from './dispatchMany'
import { type Standings, useStandings } from './useStandings'

export interface Chosen {
  communityId: string
  /** Ticked, in the order in which they were. */
  ticked: readonly OnBoard[]
  has(whistleId: string): boolean
  turnOne(w: OnBoard | undefined): void
  /** On a phone the boxes come when they are asked for. */
  choosing: boolean
  choose(): void
  drop(): void
  /** What is to be sent: the ticked ones, or else the one that is open. */
  toSend: readonly ToSend[]
  /** What they are about, each kind once. */
  categories: readonly Category[]
  standings: Standings
  many: DispatchMany
  isSending: boolean
  sendThese(open?: OnBoard): void
  close(): void
  /** Kept while something is still to be sent. */
  form: OrderForm
  fillIn(form: OrderForm): void
  send(order: Order): Promise<void>
  /** Ticked ones that were refused, with the server's sentence. */
  refused: readonly Answered[]
  /** Accepted a moment ago, while the board still says otherwise. */
  settled: ReadonlySet<string>
  settle(whistleId: string): void
  /** Counts what was changed beside the detail, which is then to be read anew. */
  turn: number
  changed(): void
  changedHere(): void
}

/** The whistles of a board that are ticked, and their being sent. */
export function useChosen(communityId: string, list: Listed<OnBoard>): Chosen {
  const [ticked, setTicked] = useState<readonly OnBoard[]>([])
  const [mode, setMode] = useState(false)
  const [single, setSingle] = useState<OnBoard>()
  const [isSending, setSending] = useState(false)
  const [refused, setRefused] = useState<readonly Answered[]>([])
  const [settled, setSettled] = useState<ReadonlySet<string>>(new Set())
  const [turn, setTurn] = useState(0)
  const [inner, setInner] = useState(0)
  const [form, fillIn] = useState(emptyForm)
  const many = useDispatchMany()

  const whistles = single ? [single] : ticked
  const standings = useStandings(
    communityId,
    whistles.map((w) => w.whistleId),
    turn + inner,
  )
  const has = (whistleId: string) => ticked.some((w) => w.whistleId === whistleId)
  const drop = () => {
    setTicked([])
    setMode(false)
    setRefused([])
    fillIn(emptyForm)
  }
  const changed = () => {
    setInner((n) => n + 1)
    list.reload()
  }
  const changedHere = () => {
    setTurn((n) => n + 1)
    list.reload()
  }
  const toSend = whistles.map(({ whistleId, title, state }) => ({
    communityId,
    whistleId,
    title,
    state: standings.of.get(whistleId)?.state ?? state,
  }))
  return {
    communityId,
    ticked,
    has,
    turnOne: (w) => {
      if (!w || !maySend(w.state)) return
      setTicked((was) =>
        was.some((t) => t.whistleId === w.whistleId)
          ? was.filter((t) => t.whistleId !== w.whistleId)
          : [...was, w],
      )
    },
    choosing: mode || ticked.length > 0,
    choose: () => setMode(true),
    drop,
    toSend,
    categories: [...new Set(whistles.map((w) => w.category))],
    standings,
    many,
    isSending,
    sendThese: (open) => {
      if (ticked.length === 0 && !(open && maySend(open.state))) return
      many.clear()
      setSingle(ticked.length === 0 ? open : undefined)
      setSending(true)
    },
    close: () => {
      many.stop()
      setSending(false)
      setSingle(undefined)
    },
    form,
    fillIn,
    send: async (order) => {
      const answered = await many.send(toSend, order)
      if (answered.length === toSend.length && answered.every((a) => a.refused === undefined))
        fillIn(emptyForm)
      const done = new Set(answered.flatMap((a) => (a.refused === undefined ? [a.whistleId] : [])))
      setTicked((was) => was.filter((w) => !done.has(w.whistleId)))
      setRefused(answered.filter((a) => a.refused !== undefined))
      if (answered.some((a) => !a.offline)) changedHere()
    },
    refused: refused.filter((a) => has(a.whistleId)),
    settled,
    settle: (whistleId) => setSettled((was) => new Set([...was, whistleId])),
    turn,
    changed,
    changedHere,
  }
}
