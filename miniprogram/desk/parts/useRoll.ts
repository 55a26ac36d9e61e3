import { useCallback, useEffect, useRef, useState } from 'react'
import type { Output } from '../../../shared/contract'
import { call, Offline, Refusal } from '../../kernel/api'
import { somethingChanged } from '../../kernel/fresh'
import { asSaid } from '../../kernel/refused'
import { type ChosenSheet, type Sending, sendSheet } from './sendSheet'

export type RollView = Output<'roll.preview'>
export type RollStep = 'choose' | 'sending' | 'checking' | 'stopped' | 'checked' | 'importing' | 'done'

export interface Roll {
  step: RollStep
  sentBytes: number
  view?: RollView
  said?: Refusal | Offline
  start(compoundId: string, sheet: ChosenSheet): Promise<void>
  stop(): void
  goOn(): Promise<void>
  takeIn(): Promise<void>
  over(): void
}

interface Work {
  step: RollStep
  sentBytes: number
  view?: RollView
  said?: Refusal | Offline
}

const first: Work = { step: 'choose', sentBytes: 0 }

/** One import from the chosen file to the homes taken in: sent, checked piece by piece, taken in once. */
export function useRoll(communityId: string | undefined): Roll {
  const [work, setWork] = useState<Work>(first)
  const roll = useRef<{ communityId: string; rollId: string }>(undefined)
  const sending = useRef<Sending>(undefined)
  // every start, stop and leaving begins a new turn; a loop of an older turn ends by itself
  const turn = useRef(0)
  useEffect(
    () => () => {
      turn.current++
    },
    [],
  )

  const check = useCallback(async () => {
    const mine = ++turn.current
    const of = roll.current
    if (of === undefined) return
    setWork((was) => ({ ...was, step: 'checking', said: undefined }))
    try {
      for (;;) {
        const view = await call('roll.preview', of)
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
    async (compoundId: string, sheet: ChosenSheet) => {
      if (communityId === undefined) return
      const mine = ++turn.current
      setWork({ step: 'sending', sentBytes: 0 })
      try {
        const { id, name: fileName, bytes } = sheet
        const to = await call('roll.upload', { communityId, compoundId, id, fileName, bytes })
        if (mine !== turn.current) return
        sending.current = sendSheet(to, sheet, (sentBytes) => {
          if (mine === turn.current) setWork((was) => ({ ...was, sentBytes }))
        })
        await sending.current.done
        if (mine !== turn.current) return
        roll.current = { communityId, rollId: to.id }
        await check()
      } catch (reason) {
        if (mine === turn.current) setWork({ ...first, said: asSaid(reason) })
      }
    },
    [communityId, check],
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
    const of = roll.current
    if (of === undefined) return
    const mine = ++turn.current
    setWork((was) => ({ ...was, step: 'importing', said: undefined }))
    try {
      const view = await call('roll.import', of)
      somethingChanged()
      if (mine === turn.current) setWork((was) => ({ ...was, view, step: 'done' }))
    } catch (reason) {
      if (mine !== turn.current) return
      const said = asSaid(reason)
      // the homes have changed since: the same file is looked at again
      const outdated = said instanceof Refusal && said.code === 'roll_outdated'
      setWork((was) => ({ ...was, said, step: outdated ? 'stopped' : 'checked' }))
    }
  }, [])

  const over = useCallback(() => {
    turn.current++
    roll.current = undefined
    setWork(first)
  }, [])

  return { ...work, start, stop, goOn: check, takeIn, over }
}
