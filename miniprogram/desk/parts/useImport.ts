import { useCallback, useEffect, useRef, useState } from 'react'
import { Offline, Refusal } from '../../kernel/api'
import { somethingChanged } from '../../kernel/fresh'
import { asSaid } from '../../kernel/refused'
import { type ChosenSheet, type Sending, sendSheet } from './sendSheet'

export type ImportStep = 'choose' | 'sending' | 'checking' | 'stopped' | 'checked' | 'importing' | 'done'

interface Work<V> {
  step: ImportStep
  sentBytes: number
  view?: V
  said?: Refusal | Offline
}
export interface Import<V> extends Work<V> {
  stop(): void
  goOn(): Promise<void>
  takeIn(): Promise<void>
  over(): void
}
/** What a sheet is imported by; `K` names one import. */
export interface ImportWays<K, V> {
  preview(key: K): Promise<V>
  takeIn(key: K): Promise<V>
  /** Refused so when things have changed since it was checked: the same file is looked at again. */
  outdated: string
}

const first = { step: 'choose', sentBytes: 0 } as const

/** One import from the chosen file to what was taken in: sent, checked piece by piece, taken in once. */
export function useImport<K, V extends { state: string }>(ways: ImportWays<K, V>) {
  const [work, setWork] = useState<Work<V>>(first)
  const of = useRef<K>(undefined)
  const sending = useRef<Sending>(undefined)
  const by = useRef(ways)
  by.current = ways
  // every start, stop and leaving begins a new turn; a loop of an older turn ends by itself
  const turn = useRef(0)
  useEffect(
    () => () => {
      turn.current++
    },
    [],
  )

  const goOn = useCallback(async () => {
    const mine = ++turn.current
    const key = of.current
    if (key === undefined) return
    setWork((was) => ({ ...was, step: 'checking', said: undefined }))
    try {
      for (;;) {
        const view = await by.current.preview(key)
        if (mine !== turn.current) return
        const over = view.state !== 'opened' && view.state !== 'checking'
        setWork((was) => ({ ...was, view, step: over ? 'checked' : 'checking' }))
        if (over) return
      }
    } catch (reason) {
      if (mine !== turn.current) return
      const said = asSaid(reason)
      // without signal it can go on from where it was; anything else is about the file
      setWork((was) => ({
        ...was,
        said,
        step: said instanceof Offline || said.status >= 500 ? 'stopped' : 'choose',
      }))
    }
  }, [])

  const start = useCallback(
    async (
      sheet: ChosenSheet,
      open: () => Promise<{ key: K; url: string; fields: Record<string, string> }>,
    ) => {
      const mine = ++turn.current
      setWork({ step: 'sending', sentBytes: 0 })
      try {
        const to = await open()
        if (mine !== turn.current) return
        sending.current = sendSheet(to, sheet, (sentBytes) => {
          if (mine === turn.current) setWork((was) => ({ ...was, sentBytes }))
        })
        await sending.current.done
        if (mine !== turn.current) return
        of.current = to.key
        await goOn()
      } catch (reason) {
        if (mine === turn.current) setWork({ ...first, said: asSaid(reason) })
      }
    },
    [goOn],
  )

  const stop = useCallback(() => {
    turn.current++
    setWork((was) => {
      if (was.step === 'sending') {
        sending.current?.stop()
        return first
      }
      return { ...was, step: 'stopped' }
    })
  }, [])

  const takeIn = useCallback(async () => {
    const key = of.current
    if (key === undefined) return
    const mine = ++turn.current
    setWork((was) => ({ ...was, step: 'importing', said: undefined }))
    try {
      const view = await by.current.takeIn(key)
      somethingChanged()
      if (mine === turn.current) setWork((was) => ({ ...was, view, step: 'done' }))
    } catch (reason) {
      if (mine !== turn.current) return
      const said = asSaid(reason)
      const outdated = said instanceof Refusal && said.code === by.current.outdated
      setWork((was) => ({ ...was, said, step: outdated ? 'stopped' : 'checked' }))
    }
  }, [])

  const over = useCallback(() => {
    turn.current++
    of.current = undefined
    setWork(first)
  }, [])

  return { ...work, start, stop, goOn, takeIn, over }
}
