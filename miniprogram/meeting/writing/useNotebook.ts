import { useEffect, useRef, useState } from 'react'
import { useAgain } from '../../kernel/again'
import { newId } from '../../kernel/ids'
import type { Loaded } from '../../kernel/load'
import { useOnline } from '../../kernel/network'
import {
  type Book,
  type BookKey,
  caughtUp,
  changeBook,
  type Decision,
  type Leaf,
  type Minutes,
  readBook,
  useBook,
  withDecision,
  withLeaf,
} from './book'
import { isThereToSend, sendBook } from './send'

/** Typing rests that long before it is sent; whoever stops to listen has sent what they wrote. */
const restMs = 1200
const lookEveryMs = 15_000

export interface Notebook {
  book: Book
  /** The phone has no room left: what is typed now is not kept. */
  full: boolean
  write(leaf: Leaf): void
  decide(decision: Decision): void
  forgetLeaf(itemId: string): void
  forgetDecision(resolutionId: string): void
  /** Under a new name, where the other recorder took it out. */
  again(leaf: Leaf): void
  /** It did not begin, or end, after all. */
  forgetMoves(): void
  send(): void
}

/** What is written on this phone: kept with every stroke, sent as soon as it can be. */
export function useNotebook(of: BookKey, minutes: Loaded<Minutes>): Notebook {
  const { book, turn } = useBook(of)
  const isOnline = useOnline()
  const [full, setFull] = useState(false)
  const latest = useRef(of)
  latest.current = of
  const { reload, data } = minutes

  const send = () => void sendBook(latest.current).then(reload)
  const sends = useRef(send)
  sends.current = send
  const goes = isThereToSend(book)

  // biome-ignore lint/correctness/useExhaustiveDependencies: every stroke begins the rest anew
  useEffect(() => {
    if (!isOnline || !goes) return
    const rest = setTimeout(() => sends.current(), restMs)
    return () => clearTimeout(rest)
  }, [turn, isOnline, goes])
  useEffect(() => () => void sendBook(latest.current), [])
  // the other recorder writes too
  useAgain(lookEveryMs, () => (goes ? send() : reload()))

  useEffect(() => {
    const rest = data && caughtUp(readBook(latest.current), data)
    if (rest) changeBook(latest.current, () => rest)
  }, [data])

  const change = (how: (was: Book) => Partial<Book>) => setFull(!changeBook(of, how))
  return {
    book,
    full,
    write: (leaf) => change((was) => withLeaf(was, { ...leaf, waits: true, refusal: undefined })),
    decide: (decision) =>
      change((was) => withDecision(was, { ...decision, waits: true, refusal: undefined })),
    forgetLeaf: (itemId) => change((was) => ({ leaves: was.leaves.filter((l) => l.itemId !== itemId) })),
    forgetDecision: (id) =>
      change((was) => ({ decisions: was.decisions.filter((d) => d.resolutionId !== id) })),
    again: (leaf) =>
      change((was) => ({
        leaves: [
          ...was.leaves.filter((l) => l.itemId !== leaf.itemId),
          { ...leaf, itemId: newId(), revision: 0, gone: undefined, waits: true },
        ],
      })),
    forgetMoves: () => change(() => ({ begins: undefined, ends: undefined, refusal: undefined })),
    send,
  }
}
